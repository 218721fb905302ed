import { type Box, boxOf, middleY } from '../dom/box'
import type { Run } from '../dom/runs'
import { type Anchor, countSymbols } from './anchors'
import type { Header } from './header'

/** Texts of a row stand at most this far above or below its symbol, whatever its container is. */
const ROW_REACH_PX = 44

/** The largest element around an anchor that holds neither another anchor nor a title. */
const rowElementOf = (
  anchor: Anchor,
  symbolsIn: ReadonlyMap<Element, number>,
  { scope, elements }: Header,
): Element => {
  let row = anchor.element
  for (let at = row.parentElement; at !== null && at !== scope; at = at.parentElement) {
    const inside = at
    if ((symbolsIn.get(at) ?? 0) > 1 || [...elements].some((title) => inside.contains(title))) break
    row = at
  }
  return row
}

export type Band = { anchor: Anchor; element: Element; top: number; bottom: number; middle: number }

/** From halfway to the row above to halfway to the row below. */
export const bandsOf = (anchors: readonly Anchor[], header: Header): Band[] => {
  const symbolsIn = countSymbols(anchors)
  const rows = anchors
    .flatMap((anchor): Band[] => {
      const element = rowElementOf(anchor, symbolsIn, header)
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

/** `isInside`: the row's own element holds it. */
type InBand = { band: Band; isInside: boolean }

/** The row whose element holds a text; else the one in whose band it lies, whatever holds it. */
export const bandFinder = (bands: readonly Band[], { scope, elements }: Header) => {
  const byElement = new Map(bands.map((band) => [band.element, band]))
  return (run: Run, box: Box): InBand | null => {
    const middle = middleY(box)
    for (let at: Element | null = run.element; at !== null && at !== scope; at = at.parentElement) {
      // Pop-ups and tooltips of a title hang below it in the document, wherever they are drawn.
      if (elements.has(at)) return null
      const own = byElement.get(at)
      if (own === undefined) continue
      const reach = Math.max(ROW_REACH_PX, (own.bottom - own.top) / 2)
      return Math.abs(middle - own.middle) <= reach ? { band: own, isInside: true } : null
    }
    const near = bands.filter(({ top, bottom }) => middle > top && middle < bottom)
    const [nearest] = near.sort((a, b) => Math.abs(a.middle - middle) - Math.abs(b.middle - middle))
    return nearest === undefined ? null : { band: nearest, isInside: false }
  }
}
