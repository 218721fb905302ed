const hasLayout = ({ ownerDocument }: Element): boolean =>
  ownerDocument.documentElement.getBoundingClientRect().width > 0

const isHiddenByOwnStyle = (element: Element): boolean => {
  if (element.hasAttribute('hidden')) return true
  const style = (element as HTMLElement).style as CSSStyleDeclaration | undefined
  return style?.display === 'none' || style?.visibility === 'hidden' || style?.opacity === '0'
}

/** Not taken out of the drawing by `display`; of an element whose parent is drawn. */
export const isDrawn = (element: Element): boolean =>
  hasLayout(element)
    ? element.getClientRects().length > 0 || isContents(element)
    : !isHiddenByOwnStyle(element)

/** `display: contents` draws its children and has no box of its own. */
const isContents = (element: Element): boolean => styleOf(element)?.display === 'contents'

const styleOf = (element: Element): CSSStyleDeclaration | undefined =>
  element.ownerDocument.defaultView?.getComputedStyle(element)

/**
 * In sight, or would be after scrolling. Hidden panes stay mounted with old rows, so this is asked
 * before anything is read. Where there is no layout (a parsed document), style and attributes decide.
 */
export const isVisible = (element: Element): boolean => {
  if (!element.isConnected) return false
  if (hasLayout(element)) {
    return element.getClientRects().length > 0 && styleOf(element)?.visibility !== 'hidden'
  }
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (isHiddenByOwnStyle(at)) return false
  }
  return true
}

const isApart = (a: DOMRect, b: DOMRect): boolean =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top

/**
 * Put away without being hidden: moved off the widget, folded to nothing, or made transparent, by
 * itself or by anything up to `frame`. What only needs scrolling is not put away.
 */
export const isPutAway = (element: Element, frame: Element): boolean => {
  if (!hasLayout(element)) return false
  const place = element.getBoundingClientRect()
  if (isApart(place, frame.getBoundingClientRect())) return true
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const style = styleOf(at)
    if (style?.opacity === '0') return true
    // A sizer is empty, and what overflows it is in sight.
    const overflow = style === undefined ? '' : style.overflowX || style.overflow
    if (at !== element && overflow !== '' && overflow !== 'visible') {
      const box = at.getBoundingClientRect()
      const isEmpty = box.width === 0 || box.height === 0
      if (isEmpty || (overflow === 'hidden' && isApart(place, box))) return true
    }
    if (at === frame) break
  }
  return false
}
