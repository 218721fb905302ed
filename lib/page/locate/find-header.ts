import { type Box, boxOf, heightOf, isOnLine, middleY } from '../dom/box'
import { hasLayout } from '../dom/visible'
import type { Column } from '../words/dictionary'
import type { Anchor } from './anchors'
import type { Title } from './search'
import { placed } from './titles'
import { type Header, headerFrom } from './header'

/** Titles without which a table shows something else than positions: orders, trades, assets. */
const TELLING: ReadonlySet<Column> = new Set([
  'markPrice',
  'liquidationPrice',
  'breakEvenPrice',
  'marginRatio',
  'funding',
  'positionStops',
])

const LEAST_TITLES = 3

const LEAST_TELLING = 2

/** The table of another tab can be this many elements around its header, the page's body is no table. */
export const CLIMB = 14

/** These words together are titles of positions. */
export const isTelling = (columns: ReadonlySet<Column>): boolean => {
  const telling = [...TELLING].filter((column) => columns.has(column)).length
  const pnlOfPosition = columns.has('entryPrice') && columns.has('pnl') && columns.has('margin')
  return columns.size >= LEAST_TITLES && (telling > 0 || pnlOfPosition)
}

/** `box`: of its first title; `null` in a parsed document. */
type Line = { box: Box | null; titles: Title[] }

/** Titles grouped by the line that they stand on; in a parsed document all are one. */
const linesOf = (titles: readonly Title[], document: Document): Line[] => {
  if (!hasLayout(document)) return [{ box: null, titles: [...titles] }]
  const lines: (Line & { box: Box })[] = []
  for (const title of titles) {
    const [place] = placed(title)
    if (place === undefined) continue
    const { box } = place
    const line = lines.find((one) => isOnLine(one.box, box))
    if (line === undefined) lines.push({ box, titles: [title] })
    else line.titles.push(title)
  }
  return lines
}

const distinct = (titles: readonly Title[]): Set<Column> =>
  new Set(titles.map(({ column }) => column))

/** Titles below a row are those of the next table. */
const isAbove = (titles: Box | null, row: Box | null): boolean =>
  titles === null || row === null || middleY(titles) < middleY(row)

/** Cells may have a title over another: "Size", and right below it "Margin", or "Tamaño" by a translator. */
const isRightBelow = (box: Box | null, upper: Box | null): boolean =>
  box !== null && upper !== null && Math.abs(box.top - upper.bottom) < heightOf(upper) / 2

/** The line of titles that an anchor stands below: the first one met on the way up from it. */
export const headerFinder = (titles: readonly Title[], anchors: readonly Anchor[]) => {
  // Rows of one table ask for the same element.
  const asked = new Map<Element, Header | null>()
  const headerIn = (element: Element): Header | null => {
    const inside = titles.filter((title) => element.contains(title.element))
    if (inside.length < LEAST_TELLING) return null
    const lines = linesOf(inside, element.ownerDocument)
    // Of its own rows some may be scrolled away behind the titles, but not all.
    const isAboveRows = (box: Box | null) =>
      anchors.some(({ symbol }) => element.contains(symbol) && isAbove(box, boxOf(symbol)))
    const [line] = lines
      .filter(({ box, titles: own }) => isTelling(distinct(own)) && isAboveRows(box))
      .sort((a, b) => distinct(b.titles).size - distinct(a.titles).size)
    if (line === undefined) return null
    const next = lines.filter(
      ({ box, titles: own }) =>
        own.length > 1 && (isRightBelow(box, line.box) || isRightBelow(line.box, box)),
    )
    return headerFrom(
      element,
      [line, ...next].flatMap(({ titles: own }) => own),
      anchors,
    )
  }
  return (anchor: Anchor): Header | null => {
    let at = anchor.element.parentElement
    for (let step = 0; step < CLIMB && at !== null; step += 1, at = at.parentElement) {
      const known = asked.get(at)
      const header = known === undefined ? headerIn(at) : known
      asked.set(at, header)
      if (header !== null) return header
    }
    return null
  }
}
