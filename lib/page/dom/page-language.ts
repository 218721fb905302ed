import { pageLanguages } from './address'

export { pageLanguages as readLanguages } from './address'

/** Now, and whenever the page says something else: its language changes without a reload. */
export const watchLanguages = (
  root: Document,
  { signal, onLanguages }: { signal: AbortSignal; onLanguages: (tags: string[]) => void },
): void => {
  let last: string | null = null
  const read = () => {
    const tags = pageLanguages(root)
    if (tags.join() === last) return
    last = tags.join()
    onLanguages(tags)
  }
  const observer = new MutationObserver(read)
  observer.observe(root.documentElement, { attributeFilter: ['lang'] })
  signal.addEventListener('abort', () => {
    observer.disconnect()
  })
  read()
}
