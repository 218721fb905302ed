import { boxOf } from '../dom/box'

const MOVES: ReadonlySet<string | undefined> = new Set(['auto', 'scroll', 'hidden', 'clip'])

/** What is narrower holds no columns that move: a word for screen readers is folded into one pixel. */
const LEAST_WIDTH_PX = 40

/** Wider inside than outside, and what is too much can be scrolled, or is scrolled by the page. */
const scrollsAside = (element: Element): boolean => {
  const { scrollWidth, clientWidth } = element
  if (scrollWidth <= clientWidth + 1 || clientWidth < LEAST_WIDTH_PX) return false
  const style = element.ownerDocument.defaultView?.getComputedStyle(element)
  return MOVES.has(style?.overflowX)
}

/**
 * What moves aside together has one track: the cells that scroll and their titles, apart from the columns
 * that stay and cover them. The line of titles may scroll in a box of its own: over the other, as wide.
 */
export const trackFinder = (scope: Element): ((element: Element) => string) => {
  const known = new Map<Element, string>()
  const trackOf = (element: Element): string => {
    const before = known.get(element)
    if (before !== undefined) return before
    const box = scrollsAside(element) ? boxOf(element) : null
    const parent = element.parentElement
    const track =
      box !== null
        ? `${String(Math.round(box.left))} ${String(Math.round(box.right))}`
        : element === scope || parent === null
          ? ''
          : trackOf(parent)
    known.set(element, track)
    return track
  }
  return trackOf
}
