const laidOut = new WeakSet<Document>()

/** Asked once per document: the answer costs a layout. */
const hasLayout = ({ ownerDocument }: Element): boolean => {
  if (laidOut.has(ownerDocument)) return true
  const has = ownerDocument.documentElement.getBoundingClientRect().width > 0
  if (has) laidOut.add(ownerDocument)
  return has
}

const isHiddenByOwnStyle = (element: Element): boolean => {
  if (element.hasAttribute('hidden')) return true
  const style = (element as HTMLElement).style as CSSStyleDeclaration | undefined
  return style?.display === 'none' || style?.visibility === 'hidden' || style?.opacity === '0'
}

/** Not taken out of the drawing by `display`; of an element whose parent is drawn. */
export const isDrawn = (element: Element): boolean =>
  hasLayout(element)
    ? element.checkVisibility() || isContents(element)
    : !isHiddenByOwnStyle(element)

/** `display: contents` draws its children and has no box of its own. */
const isContents = (element: Element): boolean => styleOf(element)?.display === 'contents'

const styleOf = (element: Element): CSSStyleDeclaration | undefined =>
  element.ownerDocument.defaultView?.getComputedStyle(element)

/** Styles decide, so that no layout is forced. The second name is that of Chrome before 121. */
const BY_VISIBILITY: CheckVisibilityOptions = { visibilityProperty: true, checkVisibilityCSS: true }

/**
 * In sight, or would be after scrolling. Hidden panes stay mounted with old rows, so this is asked
 * before anything is read. Where there is no layout (a parsed document), style and attributes decide.
 */
export const isVisible = (element: Element): boolean => {
  if (!element.isConnected) return false
  if (hasLayout(element)) {
    return element.checkVisibility(BY_VISIBILITY)
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
