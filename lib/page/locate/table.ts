import { boxOf } from '../dom/box'
import { drawnRuns, type Run } from '../dom/runs'
import { hasLayout } from '../dom/visible'
import { hasLeverage } from '../scan/symbol'
import type { Column } from '../words/dictionary'
import { sideOf } from '../words/lexicon'
import type { Anchor } from './anchors'
import { type Band, bandFinder, bandsOf, type InBand } from './bands'
import type { Header } from './header'
import { labelledRuns } from './labelled-runs'
import type { Located } from './record'
import { add, type ByTitle, HAS_VALUE, located, type Row, withLines } from './row-cells'
import type { HeaderCell } from './titles'
import { titleFinder } from './under-titles'

/** In a parsed document a cell is paired with its title by its place, where the counts agree. */
const byIndex = (anchor: Anchor, titles: readonly HeaderCell[], { scope }: Header): ByTitle[] => {
  let row: Element | null = anchor.element
  while (row !== null && row !== scope && row.children.length !== titles.length) {
    row = row.parentElement
  }
  if (row === null || row === scope) return []
  return [...row.children].map((child, at) => ({
    at,
    runs: drawnRuns(child),
    isSure: true,
    isInside: true,
  }))
}

/** `isLeg`: of a group, whose heading the band is. */
type Line = { band: Band; isLeg: boolean; cells: Map<number, ByTitle>; own: Map<Column, Run[]> }

const emptyLine = (band: Band, isLeg: boolean): Line => ({
  band,
  isLeg,
  cells: new Map(),
  own: new Map(),
})

const headerRunsOf = ({ cells }: Header): Run[] => cells.flatMap(({ runs }) => [...runs])

const readParsed = (header: Header, anchors: readonly Anchor[]): Located[] => {
  const rows = anchors.map((anchor) => ({
    anchor,
    cells: byIndex(anchor, header.cells, header),
    own: new Map(),
    isLeg: false,
  }))
  return located(header, rows, headerRunsOf(header))
}

/** What the page says of one position of a group: of a line with a total it says neither side nor leverage. */
const isBadge = ({ text }: Run): boolean => hasLeverage(text) || sideOf(text) !== null

const runsOf = ({ cells }: Line): Run[] => [...cells.values()].flatMap(({ runs }) => runs)

const valuesIn = ({ cells }: Line): number =>
  [...cells.values()].filter(({ runs }) => runs.some(({ text }) => HAS_VALUE.test(text))).length

/** The heading of a group may have the mark price next to the symbol. */
const MOST_IN_HEADING = 1

/** A row; or those of the group that it is the heading of. */
const rowsIn = (head: Line, below: readonly Line[], header: Header, rest: Run[]): Row[] => {
  const isLegOf = (line: Line) => valuesIn(line) > MOST_IN_HEADING && runsOf(line).some(isBadge)
  const legs = valuesIn(head) > MOST_IN_HEADING ? [] : below.filter(isLegOf)
  const unread = below.filter((line) => !legs.includes(line))
  rest.push(...(legs.length > 0 ? [head, ...unread] : unread).flatMap(runsOf))
  const { band, own } = head
  return (legs.length > 0 ? legs : [head]).map(({ cells, isLeg }) => ({
    anchor: band.anchor,
    cells: withLines(cells.values(), header, rest),
    own,
    isLeg,
  }))
}

/** Every row below a line of titles: each text belongs to the title over it and the anchor next to it. */
export const readTable = (header: Header, anchors: readonly Anchor[]): Located[] => {
  const { scope, elements, texts: drawn } = header
  if (!hasLayout(scope.ownerDocument)) return readParsed(header, anchors)
  const bands = bandsOf(anchors, header)
  const bandOf = bandFinder(bands, header)
  const titleOf = titleFinder(header)
  const heads = new Map(bands.map((band) => [band, emptyLine(band, false)]))
  const legs = new Map<Element, Line>()
  const lineAt = ({ band, line }: InBand): Line | undefined => {
    if (line === null) return heads.get(band)
    const leg = legs.get(line) ?? emptyLine(band, true)
    legs.set(line, leg)
    return leg
  }
  const texts = drawn.filter(({ element }) => !elements.has(element))
  const labelled = labelledRuns(texts)
  const titled = new Set(header.cells.map(({ column }) => column))
  const rest: Run[] = headerRunsOf(header)
  for (const run of texts) {
    const box = boxOf(run.element)
    const place = box === null ? null : bandOf(run, box)
    const under = place === null ? null : titleOf(run)
    const line = place === null || under === null ? undefined : lineAt(place)
    const own = labelled.get(run)
    if (place === null || under === null || line === undefined) rest.push(run)
    else if (own === undefined) {
      rest.push(...add(line.cells, run, { ...under, isInside: place.isInside || line.isLeg }))
    } else if (own === 'label' || titled.has(own)) rest.push(run)
    else line.own.set(own, [...(line.own.get(own) ?? []), run])
  }
  const rows = [...heads.values()].flatMap((head) => {
    const below = [...legs.values()].filter(({ band }) => band === head.band)
    return rowsIn(head, below, header, rest)
  })
  return located(header, rows, rest)
}
