/** The innermost open disclosure around an element of ours; `null`: none is open. */
const openAround = (element: Element): HTMLDetailsElement | null => {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement && at.open) return at
  }
  return null
}

/** Escape folds what is open around the focus, and returns to its head; then all of it. */
export const foldOnEscape =
  (foldAll: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !(event.target instanceof Element)) return
    event.preventDefault()
    const open = openAround(event.target)
    if (open === null) {
      foldAll()
      return
    }
    open.open = false
    const [summary] = open.children
    if (summary instanceof HTMLElement) summary.focus()
  }
