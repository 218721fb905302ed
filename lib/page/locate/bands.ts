import { type Box, boxOf, middleY, overlapY } from '../dom/box'
import { largestAround } from '../dom/largest-around'
import type { Run } from '../dom/runs'
import { type Anchor, countSymbols } from './anchors'
import type { Header } from './header'

/** Texts of a row stand at most this far above or below its symbol, whatever its container is. */
const ROW_REACH_PX = 44

/** The largest element around a text that holds no title, and of symbols at most as many as it does itself. */
const rowElementOf = (
  element: Element,
  symbolsIn: ReadonlyMap<Element, number>,
  { scope, elements }: Header,
): Element => {
  const most = symbolsIn.get(element) ?? 0
  return largestAround(
    element,
    scope,
    (at) => (symbolsIn.get(at) ?? 0) <= most && ![...elements].some((title) => at.contains(title)),
  )
}

export type Band = { anchor: Anchor; element: Element; top: number; bottom: number; middle: number }

/** From halfway to the row above to halfway to the row below. */
export const bandsOf = (anchors: readonly Anchor[], header: Header): Band[] => {
  const symbolsIn = countSymbols(anchors)
  const rows = anchors
    .flatMap((anchor): Band[] => {
      const element = rowElementOf(anchor.element, symbolsIn, header)
      const own = boxOf(anchor.element)
      const row = boxOf(element) ?? own
      if (own === null || row === null) return []
      const middle = middleY(own)
      const top = Math.max(row.top, middle - ROW_REACH_PX)
      const bottom = Math.min(row.bottom, middle + ROW_REACH_PX)
      return [{ anchor, element, top, bottom, middle }]
    })
    .sort((a, b) => a.middle - b.middle)
  return rows.map((row, at) => {
    const [above, below] = [rows[at - 1], rows[at + 1]]
    const usual = Math.max(row.bottom - row.top, 36) / 2 + 2
    return {
      ...row,
      top:
        above === undefined
          ? Math.min(row.top, row.middle - usual)
          : Math.min(row.top, (above.bottom + row.top) / 2),
      bottom:
        below === undefined
          ? Math.max(row.bottom, row.middle + usual)
          : Math.max(row.bottom, (row.bottom + below.top) / 2),
    }
  })
}

/**
 * `isInside`: the row's own element holds it. `line`: a line below the row with no symbol of its own, whose is that of
 * the row: the heading of a group.
 */
export type InBand = { band: Band; isInside: boolean; line: Element | null }

/** The row whose element holds a text; else the one in whose band it lies, whatever holds it; else the heading over its line. */
export const bandFinder = (bands: readonly Band[], header: Header) => {
  const { scope, elements } = header
  const byElement = new Map(bands.map((band) => [band.element, band]))
  const symbolsIn = countSymbols(bands.map(({ anchor }) => anchor))
  return (run: Run, box: Box): InBand | null => {
    const middle = middleY(box)
    for (let at: Element | null = run.element; at !== null && at !== scope; at = at.parentElement) {
      // Pop-ups and tooltips of a title hang below it in the document, wherever they are drawn.
      if (elements.has(at)) return null
      const own = byElement.get(at)
      if (own === undefined) continue
      const reach = Math.max(ROW_REACH_PX, (own.bottom - own.top) / 2)
      return Math.abs(middle - own.middle) <= reach
        ? { band: own, isInside: true, line: null }
        : null
    }
    const near = bands.filter(({ top, bottom }) => middle > top && middle < bottom)
    const [nearest] = near.sort((a, b) => Math.abs(a.middle - middle) - Math.abs(b.middle - middle))
    const heading = bands.findLast((band) => band.middle < middle)
    if (nearest === undefined && heading === undefined) return null
    const line = rowElementOf(run.element, symbolsIn, header)
    const place = boxOf(line)
    const isApart = ({ anchor }: Band): boolean => {
      const own = boxOf(anchor.element)
      return place !== null && own !== null && overlapY(place, own) <= 0
    }
    if (nearest !== undefined && !isApart(nearest))
      return { band: nearest, isInside: false, line: null }
    return heading !== undefined && isApart(heading)
      ? { band: heading, isInside: false, line }
      : null
  }
}
