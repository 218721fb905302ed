/** "/zh-CN/futures/BTCUSDT": the language in front of the path, where there is one. */
const inPath = (path: string): string | null =>
  /^\/([a-z]{2}(?:-[A-Za-z]{2})?)\//.exec(path)?.[1] ?? null

/** What the page says of its own language, most telling first; BCP 47, or what the page takes for it. */
export const readLanguages = ({ documentElement, location }: Document): string[] =>
  [inPath(location.pathname), documentElement.lang].filter(
    (tag): tag is string => tag !== null && tag !== '',
  )

/** Now, and whenever the page says something else: its language changes without a reload. */
export const watchLanguages = (
  root: Document,
  { signal, onLanguages }: { signal: AbortSignal; onLanguages: (tags: string[]) => void },
): void => {
  let last: string | null = null
  const look = () => {
    const tags = readLanguages(root)
    if (tags.join() === last) return
    last = tags.join()
    onLanguages(tags)
  }
  const observer = new MutationObserver(look)
  observer.observe(root.documentElement, { attributeFilter: ['lang'] })
  signal.addEventListener('abort', () => {
    observer.disconnect()
  })
  look()
}
