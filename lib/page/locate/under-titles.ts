import { type Box, boxOf, middleX, overlapX, widthOf } from '../dom/box'
import type { Run } from '../dom/runs'
import { titleByPlace } from './alike'
import type { Header } from './header'
import { trackFinder } from './tracks'

/** A box shares this part of the narrower one with the title that it stands under, and … */
const UNDER = 0.5
/** … at most this part with any other. */
const NOT_UNDER = 0.25

type Title = { at: number; box: Box }

/** A title, and whether nothing else could be over the text. */
export type Under = { at: number; isSure: boolean }

const boxFinder = () => {
  const known = new Map<Element, Box | null>()
  return (element: Element): Box | null => {
    const before = known.get(element)
    if (before !== undefined) return before
    const box = boxOf(element)
    known.set(element, box)
    return box
  }
}

/** The widest element around a text that does not reach under two titles. */
const cellBoxOf = (
  element: Element,
  { scope, titles }: { scope: Element; titles: readonly Title[] },
  boxAt: (element: Element) => Box | null,
): Box | null => {
  let cell = boxAt(element)
  for (let at = element.parentElement; at !== null && at !== scope; at = at.parentElement) {
    const box = boxAt(at)
    if (box === null) continue
    const under = titles.filter(({ box: title }) => {
      const x = middleX(title)
      return x >= box.left && x <= box.right
    })
    if (under.length > 1) break
    cell = box
  }
  return cell
}

const shareOf = (a: Box, b: Box): number =>
  overlapX(a, b) / Math.max(1, Math.min(widthOf(a), widthOf(b)))

/** The title that a cell stands under; where two could be meant, or none, the nearest, and the doubt is kept. */
const titleOver = (cell: Box, titles: readonly Title[]): Under | null => {
  const shares = titles
    .map(({ at, box }) => ({ at, share: shareOf(cell, box) }))
    .sort((a, b) => b.share - a.share)
  const [best, second] = shares
  if (best === undefined) return null
  const isOne = second === undefined || second.share <= NOT_UNDER
  if (best.share > UNDER && isOne) return { at: best.at, isSure: true }
  const away = ({ box }: Title) =>
    Math.max(0, -overlapX(cell, box)) + Math.abs(middleX(cell) - middleX(box)) / 1000
  const [nearest] = [...titles].sort((a, b) => away(a) - away(b))
  return nearest === undefined ? null : { at: nearest.at, isSure: false }
}

/**
 * Which title a text belongs to. Where rows are built as the line of titles is, their order tells it; else
 * the boxes of what scrolls together do.
 */
export const titleFinder = (header: Header): ((run: Run) => Under | null) => {
  const { scope, cells } = header
  const byPlace = titleByPlace(header)
  const trackOf = trackFinder(scope)
  const boxAt = boxFinder()
  const all = cells.flatMap(({ box, runs }, at) => {
    const [first] = runs
    return box === null || first === undefined ? [] : [{ at, box, track: trackOf(first.element) }]
  })
  const byTrack = Map.groupBy(all, ({ track }) => track)
  return ({ element }) => {
    const at = byPlace(element)
    if (at !== null) return { at, isSure: true }
    const titles = byTrack.get(trackOf(element)) ?? all
    const cell = cellBoxOf(element, { scope, titles }, boxAt)
    return cell === null ? null : titleOver(cell, titles)
  }
}
