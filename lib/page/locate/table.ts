import { type Box, boxOf, middleY } from '../dom/box'
import { drawnRuns, type Run } from '../dom/runs'
import { hasLayout } from '../dom/visible'
import type { Column } from '../words/dictionary'
import { type Anchor, countSymbols } from './anchors'
import type { Header } from './header'
import type { HeaderCell } from './titles'
import { exclusiveElements, type Group, type Located } from './record'
import { titleFinder, type Under } from './under-titles'

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

type Band = { anchor: Anchor; element: Element; top: number; bottom: number; middle: number }

/** From halfway to the row above to halfway to the row below. */
const bandsOf = (anchors: readonly Anchor[], header: Header): Band[] => {
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

type ByTitle = { at: number; runs: Run[]; isSure: boolean; isInside: boolean }

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

/** The cells of one row under their titles. */
type Row = { anchor: Anchor; cells: readonly ByTitle[] }

const isSymbolCell = (
  { at, runs }: ByTitle,
  { column }: HeaderCell | { column: null },
  anchor: Anchor,
) => column === 'symbol' || (at !== -1 && runs.some(({ element }) => element === anchor.symbol))

/** Gives every cell the elements that hold it and nothing else. */
const located = (header: Header, rows: readonly Row[], rest: readonly Run[]): Located[] => {
  const { cells: titles, scope } = header
  const columnAt = (at: number): Column | null => titles[at]?.column ?? null
  const name = (row: number, at: number | 'symbol') => `${String(row)} ${String(at)}`
  const groups = rows.flatMap(({ anchor, cells }, row): Group[] =>
    cells.map((cell) => ({
      name: name(
        row,
        isSymbolCell(cell, titles[cell.at] ?? { column: null }, anchor) ? 'symbol' : cell.at,
      ),
      runs: cell.runs,
    })),
  )
  const elements = exclusiveElements([...groups, { name: 'rest', runs: rest }], scope)
  return rows.map(({ anchor, cells }, row) => {
    const figures = cells.filter(
      (cell) => !isSymbolCell(cell, titles[cell.at] ?? { column: null }, anchor),
    )
    const elementsOf = (at: number) => elements.get(name(row, at)) ?? []
    return {
      symbol: elements.get(name(row, 'symbol')) ?? [anchor.element],
      cells: new Map(
        figures.flatMap(({ at }): [Column, readonly Element[]][] => {
          const column = columnAt(at)
          return column === null ? [] : [[column, elementsOf(at)]]
        }),
      ),
      untitled: new Map(
        figures.flatMap(({ at }): [number, readonly Element[]][] =>
          columnAt(at) === null ? [[at, elementsOf(at)]] : [],
        ),
      ),
      unsure: new Set(figures.flatMap(({ at, isSure }) => (isSure ? [] : (columnAt(at) ?? [])))),
    }
  })
}

const headerRunsOf = ({ cells }: Header): Run[] => cells.flatMap(({ runs }) => [...runs])

const readParsed = (header: Header, anchors: readonly Anchor[]): Located[] => {
  const rows = anchors.map((anchor) => ({
    anchor,
    cells: byIndex(anchor, header.cells, header),
  }))
  return located(header, rows, headerRunsOf(header))
}

/** `isInside`: the row's own element holds it. */
type InBand = { band: Band; isInside: boolean }

/** The row whose element holds a text; else the one in whose band it lies, whatever holds it. */
const bandFinder = (bands: readonly Band[], { scope, elements }: Header) => {
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

/**
 * Under a title where the row itself says something, what hangs below the row (its orders, unfolded) says nothing.
 * What is not of the cell is given back.
 */
const add = (
  row: Map<number, ByTitle>,
  run: Run,
  { at, isSure, isInside }: Under & { isInside: boolean },
): Run[] => {
  const cell = row.get(at)
  if (cell?.isInside === isInside) {
    cell.runs.push(run)
    cell.isSure &&= isSure
    return []
  }
  if (cell?.isInside === true) return [run]
  row.set(at, { at, runs: [run], isSure, isInside })
  return cell?.runs ?? []
}

/** Every row below a line of titles: each text belongs to the title over it and the anchor next to it. */
export const readTable = (header: Header, anchors: readonly Anchor[]): Located[] => {
  const { scope, elements, texts: drawn } = header
  if (!hasLayout(scope.ownerDocument)) return readParsed(header, anchors)
  const bands = bandsOf(anchors, header)
  const bandOf = bandFinder(bands, header)
  const titleOf = titleFinder(header)
  const texts = new Map(bands.map((band) => [band, new Map<number, ByTitle>()]))
  const rest: Run[] = headerRunsOf(header)
  for (const run of drawn) {
    if (elements.has(run.element)) continue
    const box = boxOf(run.element)
    const inBand = box === null ? null : bandOf(run, box)
    const row = inBand === null ? undefined : texts.get(inBand.band)
    const under = row === undefined ? null : titleOf(run)
    if (row === undefined || under === null) rest.push(run)
    else rest.push(...add(row, run, { ...under, isInside: inBand?.isInside === true }))
  }
  const rows = [...texts].map(([{ anchor }, cells]) => ({
    anchor,
    cells: [...cells.values()].sort((a, b) => a.at - b.at),
  }))
  return located(header, rows, rest)
}
