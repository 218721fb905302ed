import { lightnessOf } from './colour'

export type PageTheme = 'dark' | 'light'

const NAMES = ['data-theme', 'data-color-mode', 'theme', 'class'] as const

/** "theme-light", "dark mode": one of the two words, and not the other. */
const named = (text: string | null): PageTheme | null => {
  if (text === null) return null
  const [light, dark] = [
    /(^|[^a-z])light([^a-z]|$)/i.test(text),
    /(^|[^a-z])dark([^a-z]|$)/i.test(text),
  ]
  return light === dark ? null : light ? 'light' : 'dark'
}

/** By what is painted behind everything, else by the name that the page gives it. */
export const readTheme = ({ body, documentElement, defaultView }: Document): PageTheme => {
  for (const element of [body, documentElement]) {
    const painted = lightnessOf(defaultView?.getComputedStyle(element).backgroundColor ?? '')
    if (painted.alpha >= 0.5) return painted.value > 0.5 ? 'light' : 'dark'
  }
  for (const element of [documentElement, body]) {
    for (const name of NAMES) {
      const theme = named(element.getAttribute(name))
      if (theme !== null) return theme
    }
  }
  return 'dark'
}

/** Now, and whenever html or body change their attributes to the other one. */
export const watchTheme = (
  root: Document,
  { signal, onTheme }: { signal: AbortSignal; onTheme: (theme: PageTheme) => void },
): void => {
  let last: PageTheme | null = null
  const read = () => {
    const theme = readTheme(root)
    if (theme === last) return
    last = theme
    onTheme(theme)
  }
  const observer = new MutationObserver(read)
  for (const element of [root.documentElement, root.body]) {
    observer.observe(element, { attributeFilter: [...NAMES, 'style'] })
  }
  signal.addEventListener('abort', () => {
    observer.disconnect()
  })
  read()
}
