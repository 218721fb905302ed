/**
 * In sight, or would be after scrolling. Hidden panes stay mounted with old rows, so this is asked
 * before anything is read. Where there is no layout (a parsed document), style and attributes decide.
 */
export const isVisible = (element: Element): boolean => {
  if (!element.isConnected) return false
  const { documentElement } = element.ownerDocument
  if (documentElement.getBoundingClientRect().width > 0) {
    return element.getClientRects().length > 0 && visibilityOf(element) !== 'hidden'
  }
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (at.hasAttribute('hidden')) return false
    const style = (at as HTMLElement).style as CSSStyleDeclaration | undefined
    if (style?.display === 'none' || style?.visibility === 'hidden') return false
  }
  return true
}

const visibilityOf = (element: Element): string | undefined =>
  element.ownerDocument.defaultView?.getComputedStyle(element).visibility
