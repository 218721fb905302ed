/** Asked of each document once: the answer costs a layout. A parsed document has none. */
const laidOut = new WeakSet<Document>()

export const hasLayout = (document: Document): boolean => {
  if (laidOut.has(document)) return true
  const has = document.documentElement.getBoundingClientRect().width > 0
  if (has) laidOut.add(document)
  return has
}

const isHiddenByOwnStyle = (element: Element): boolean => {
  if (element.hasAttribute('hidden')) return true
  const style = (element as HTMLElement).style as CSSStyleDeclaration | undefined
  return style?.display === 'none' || style?.visibility === 'hidden' || style?.opacity === '0'
}

/** `visibility` and `opacity` count. The second name of each is that of Chrome before 121. */
const ALL_KINDS: CheckVisibilityOptions = {
  visibilityProperty: true,
  checkVisibilityCSS: true,
  opacityProperty: true,
  checkOpacity: true,
}

/** `display: contents` draws its children and has no box of its own. */
const isContents = (element: Element): boolean =>
  element.ownerDocument.defaultView?.getComputedStyle(element).display === 'contents' &&
  (element.parentElement === null || isDrawn(element.parentElement))

/**
 * In sight, or would be after scrolling. Panes of other tabs stay mounted with old rows. Without a
 * layout (a parsed document) styles and attributes of the element and its ancestors decide.
 */
export const isDrawn = (element: Element): boolean => {
  if (!element.isConnected) return false
  if (hasLayout(element.ownerDocument)) {
    return element.checkVisibility(ALL_KINDS) || isContents(element)
  }
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (isHiddenByOwnStyle(at)) return false
  }
  return true
}

const isApart = (a: DOMRect, b: DOMRect): boolean =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top

/** No table is that wide: what stands there was put there to be out of sight. */
const FAR_OFF_PX = 5_000

/** What cannot be scrolled into sight: above the page, or before its beginning, which may be on the right. */
const isOffPage = ({ left, right, bottom }: DOMRect, view: Window): boolean => {
  const { scrollX, scrollY, innerWidth, document } = view
  const { direction } = view.getComputedStyle(document.documentElement)
  const isBefore = direction === 'rtl' ? left + scrollX >= innerWidth : right + scrollX <= 0
  return isBefore || bottom + scrollY <= 0 || Math.abs(left) > FAR_OFF_PX
}

/** What lies outside of the box is not drawn. '': a parsed document that knows no such style. */
const CLIPS = new Set(['hidden', 'clip'])
const SCROLLS = new Set(['auto', 'scroll'])

/**
 * Put away without being hidden: moved off the page, or folded into something that shows nothing of it.
 * What only needs scrolling is not put away.
 */
export const isPutAway = (element: Element): boolean => {
  const view = element.ownerDocument.defaultView
  if (view === null || !hasLayout(element.ownerDocument)) return false
  const place = element.getBoundingClientRect()
  if (isOffPage(place, view)) return true
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    const { overflowX, overflowY } = view.getComputedStyle(at)
    const clips = CLIPS.has(overflowX) || CLIPS.has(overflowY)
    if (!clips && !SCROLLS.has(overflowX) && !SCROLLS.has(overflowY)) continue
    const box = at.getBoundingClientRect()
    const isFolded = box.width === 0 || box.height === 0
    if (isFolded || (clips && isApart(place, box))) return true
  }
  return false
}
