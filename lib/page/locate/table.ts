import { type Box, boxOf, isOnLine } from '../dom/box'
import { drawnRuns, type Run } from '../dom/runs'
import { hasLayout } from '../dom/visible'
import type { Column } from '../words/dictionary'
import type { Anchor } from './anchors'
import { bandFinder, bandsOf } from './bands'
import type { Header } from './header'
import type { HeaderCell } from './titles'
import { exclusiveElements, type Group, type Located } from './record'
import { titleFinder, type Under } from './under-titles'

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
      isBare: anchor.isBare,
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

/** What a line of a cell with several titles has at least: a figure, or what stands for one. */
const HAS_VALUE = /\d|^-|\*/

/** The lines of a cell whose title names several, each under its own; none where there are more lines, or fewer. */
const linesOfCell = (cell: ByTitle, titles: readonly number[]): ByTitle[] => {
  const lines: Run[][] = []
  let above: Box | null = null
  for (const run of cell.runs) {
    const box = boxOf(run.element)
    // "(Cross)" below a margin belongs to it.
    const goesOn =
      !HAS_VALUE.test(run.text) || (above !== null && box !== null && isOnLine(above, box))
    if (goesOn) lines.at(-1)?.push(run)
    else lines.push([run])
    above = box
  }
  return lines.length === titles.length
    ? lines.map((runs, line) => ({ ...cell, runs, at: titles[line] ?? -1 }))
    : []
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
    cells: [...cells.values()]
      .flatMap((cell) => {
        const lines = header.cells[cell.at]?.lines
        const parts = lines === undefined ? [cell] : linesOfCell(cell, lines)
        if (parts.length === 0) rest.push(...cell.runs)
        return parts
      })
      .sort((a, b) => a.at - b.at),
  }))
  return located(header, rows, rest)
}
