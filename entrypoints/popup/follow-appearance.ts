import type { Appearance } from '@/lib/rules'

const light = matchMedia('(prefers-color-scheme: light)')
let end: AbortController | null = null

/** The trader's choice on this page of ours; `auto`: as the system is, and whenever that changes. */
export const followAppearance = ({
  theme,
  palette,
}: Pick<Appearance, 'theme' | 'palette'>): void => {
  end?.abort()
  end = new AbortController()
  const { dataset } = document.documentElement
  const dress = () => {
    dataset['theme'] = theme === 'auto' ? (light.matches ? 'light' : 'dark') : theme
    dataset['palette'] = palette
  }
  light.addEventListener('change', dress, { signal: end.signal })
  dress()
}
