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

/** What lies outside of the box is not drawn. '': a parsed document that knows no such style. */
const CLIPS: ReadonlySet<string | undefined> = new Set(['hidden', 'clip'])

/** The usual ways to write for a screen reader alone: cut to nothing, or a pixel wide. */
const CUT_TO_NOTHING = /^(?:rect\((?:[01]px,? ?){4}\)|inset\((?:50|100)%\))$/

const isCutAway = (element: Element): boolean => {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element)
  if (style === undefined || (style.position !== 'absolute' && style.position !== 'fixed'))
    return false
  return (
    CUT_TO_NOTHING.test(style.getPropertyValue('clip')) ||
    CUT_TO_NOTHING.test(style.clipPath) ||
    (CLIPS.has(style.overflowX) && element.clientWidth <= 1)
  )
}

/**
 * A text for a screen reader may be older than the figure next to it, and no eye sees it. A translator puts elements of
 * its own around the text: each is alone in the one around it.
 */
const isForScreenReader = (element: Element): boolean => {
  let at = element
  while (!isCutAway(at)) {
    const { parentElement } = at
    if (parentElement?.childNodes.length !== 1) return false
    at = parentElement
  }
  return true
}

/**
 * In sight, or would be after scrolling. Panes of other tabs stay mounted with old rows. Without a
 * layout (a parsed document) styles and attributes of the element and its ancestors decide.
 */
export const isDrawn = (element: Element): boolean => {
  if (!element.isConnected) return false
  if (hasLayout(element.ownerDocument)) {
    return element.checkVisibility(ALL_KINDS) ? !isForScreenReader(element) : isContents(element)
  }
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (isHiddenByOwnStyle(at)) return false
  }
  return true
}

type Side = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>
type Scroller = { box: Side; scrolledX: number; scrolledY: number; isRtl: boolean }

/** No table is that wide: what stands there was put there to be out of sight. */
const FAR_OFF_PX = 5_000

/** What cannot be scrolled into sight: above the beginning, or before it, which may be on the right. */
const isBeforeStart = (
  { left, right, bottom }: Side,
  { box, scrolledX, scrolledY, isRtl }: Scroller,
): boolean =>
  (isRtl ? left + scrolledX >= box.right : right + scrolledX <= box.left) ||
  bottom + scrolledY <= box.top ||
  Math.abs(left + scrolledX - box.left) > FAR_OFF_PX

const page = (view: Window): Scroller => ({
  box: { left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight },
  scrolledX: view.scrollX,
  scrolledY: view.scrollY,
  isRtl: view.getComputedStyle(view.document.documentElement).direction === 'rtl',
})

const SCROLLS: ReadonlySet<string | undefined> = new Set(['auto', 'scroll'])

/**
 * Put away without being hidden: moved off the page, or folded into something that shows nothing of it.
 * What only needs scrolling is not put away: it stands where its scroller does.
 */
export const isPutAway = (element: Element): boolean => {
  const view = element.ownerDocument.defaultView
  if (view === null || !hasLayout(element.ownerDocument)) return false
  const { left, right, top, bottom } = element.getBoundingClientRect()
  let place: Side = { left, right, top, bottom }
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    const style = view.getComputedStyle(at)
    const overflowX = style.overflowX || style.overflow
    const overflowY = style.overflowY || style.overflow
    const scrolls = SCROLLS.has(overflowX) || SCROLLS.has(overflowY)
    if (!scrolls && !CLIPS.has(overflowX) && !CLIPS.has(overflowY)) continue
    const box = at.getBoundingClientRect()
    if (box.width === 0 || box.height === 0) return true
    if (CLIPS.has(overflowX) && (place.right <= box.left || box.right <= place.left)) return true
    if (CLIPS.has(overflowY) && (place.bottom <= box.top || box.bottom <= place.top)) return true
    if (!scrolls) continue
    const scroller: Scroller = {
      box,
      scrolledX: at.scrollLeft,
      scrolledY: at.scrollTop,
      isRtl: style.direction === 'rtl',
    }
    if (isBeforeStart(place, scroller)) return true
    if (SCROLLS.has(overflowX)) place = { ...place, left: box.left, right: box.right }
    if (SCROLLS.has(overflowY)) place = { ...place, top: box.top, bottom: box.bottom }
  }
  return isBeforeStart(place, page(view))
}
