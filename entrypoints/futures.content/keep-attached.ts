/** A page that takes us away again and again gets us back this often, and no oftener. */
const REATTACH_MS = 1_000

/**
 * Keeps an element on `body` when the page rebuilds it: React throws the whole body away after a failed
 * hydration (`body.replaceChildren(app)`), and the panel would be gone until the next load. Only the lists
 * of children of the document, its root and its body are observed, none of which a ticking page changes.
 */
export const keepAttached = (host: Element, signal: AbortSignal): void => {
  const document = host.ownerDocument
  let attachedAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Before the parser has come to it, a document that is written again has no body. */
  const body = (): HTMLElement | null => document.body

  const attach = (): void => {
    timer = undefined
    if (host.parentNode === body()) return
    attachedAt = performance.now()
    body()?.append(host)
  }

  const observer = new MutationObserver(() => {
    observe()
    if (host.parentNode === body() || timer !== undefined) return
    const since = performance.now() - attachedAt
    if (since >= REATTACH_MS) attach()
    else timer = setTimeout(attach, REATTACH_MS - since)
  })
  /** The root and the body may be others by now; a node that is observed already is not observed twice. */
  const observe = (): void => {
    for (const node of [document, document.documentElement as Element | null, body()]) {
      if (node !== null) observer.observe(node, { childList: true })
    }
  }
  observe()
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(timer)
  })
}
