/** Where something lies in the window, in CSS pixels. */
export type Box = { left: number; top: number; right: number; bottom: number }

const isEmpty = ({ left, right, top, bottom }: Box): boolean => right <= left || bottom <= top

/** One for each document: the page keeps every range up to date with its changes until it is collected. */
const ranges = new WeakMap<Document, Range>()

const rangeIn = (document: Document): Range => {
  const range = ranges.get(document) ?? document.createRange()
  ranges.set(document, range)
  return range
}

const boxOfContents = (element: Element): Box => {
  const range = rangeIn(element.ownerDocument)
  range.selectNodeContents(element)
  return range.getBoundingClientRect()
}

/** `display: contents` has no box: there, that of what is inside. `null`: nothing is drawn. */
export const boxOf = (element: Element): Box | null => {
  const own = element.getBoundingClientRect()
  if (!isEmpty(own)) return own
  const inside = boxOfContents(element)
  return isEmpty(inside) ? null : inside
}

/** Where a text itself is drawn, and not the element around it; `null`: nothing says (a replayed page). */
export const boxOfText = (first: Node, last: Node): Box | null => {
  if (first.ownerDocument === null) return null
  const range = rangeIn(first.ownerDocument)
  range.setStartBefore(first)
  range.setEndAfter(last)
  const box = range.getBoundingClientRect()
  return isEmpty(box) ? null : box
}

/** How many pixels two spans share; negative: the gap between them. */
export const overlapX = (a: Box, b: Box): number =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left)

export const overlapY = (a: Box, b: Box): number =>
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)

export const widthOf = ({ left, right }: Box): number => right - left
export const heightOf = ({ top, bottom }: Box): number => bottom - top
export const middleY = ({ top, bottom }: Box): number => (top + bottom) / 2
export const middleX = ({ left, right }: Box): number => (left + right) / 2

/** Half of the lower one stands next to the other. */
export const isOnLine = (a: Box, b: Box): boolean =>
  overlapY(a, b) >= Math.min(heightOf(a), heightOf(b)) / 2

export const union = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
})
