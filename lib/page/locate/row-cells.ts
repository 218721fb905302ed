import { type Box, boxOf, isOnLine } from '../dom/box'
import type { Run } from '../dom/runs'
import type { Column } from '../words/dictionary'
import type { Anchor } from './anchors'
import type { Header } from './header'
import { exclusiveElements, type Group, type Located } from './record'
import type { HeaderCell } from './titles'
import type { Under } from './under-titles'

/** Texts of one row under one title. `isInside`: the row's own element holds them. */
export type ByTitle = { at: number; runs: Run[]; isSure: boolean; isInside: boolean }

/**
 * Under a title where the row itself says something, what hangs below the row (its orders, unfolded) says nothing.
 * What is not of the cell is given back.
 */
export const add = (
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
export const HAS_VALUE = /\d|^-|\*/

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

/** The cells from left to right, those with several titles parted into their lines. */
export const withLines = (cells: Iterable<ByTitle>, header: Header, rest: Run[]): ByTitle[] =>
  [...cells]
    .flatMap((cell) => {
      const lines = header.cells[cell.at]?.lines
      const parts = lines === undefined ? [cell] : linesOfCell(cell, lines)
      if (parts.length > 0) return parts
      // A word and its translation that nobody knows are two titles over one figure.
      if (lines?.every((line) => header.cells[line]?.column === null)) return [cell]
      rest.push(...cell.runs)
      return []
    })
    .sort((a, b) => a.at - b.at)

/**
 * The cells of one row under their titles. `own`: figures with a word of their own in front of them. `isLeg`: the
 * symbol stands in the heading of a group.
 */
export type Row = {
  anchor: Anchor
  cells: readonly ByTitle[]
  own: ReadonlyMap<Column, readonly Run[]>
  isLeg: boolean
}

const isSymbolCell = (
  { at, runs }: ByTitle,
  { column }: HeaderCell | { column: null },
  anchor: Anchor,
) => column === 'symbol' || (at !== -1 && runs.some(({ element }) => element === anchor.symbol))

/** Gives every cell the elements that hold it and nothing else. */
export const located = (header: Header, rows: readonly Row[], rest: readonly Run[]): Located[] => {
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
  // Legs of one group have those of its heading.
  const owns = [...new Set(rows.map(({ own }) => own))]
  const nameOfOwn = (own: Row['own'], column: Column) => `${column} ${String(owns.indexOf(own))}`
  const labelled = owns.flatMap((own) =>
    [...own].map(([column, runs]): Group => ({ name: nameOfOwn(own, column), runs })),
  )
  const elements = exclusiveElements([...groups, ...labelled, { name: 'rest', runs: rest }], scope)
  return rows.map(({ anchor, cells, own, isLeg }, row) => {
    const figures = cells.filter(
      (cell) => !isSymbolCell(cell, titles[cell.at] ?? { column: null }, anchor),
    )
    const elementsOf = (at: number) => elements.get(name(row, at)) ?? []
    const head = elements.get(name(row, 'symbol')) ?? (isLeg ? [] : [anchor.element])
    return {
      symbol: isLeg ? [anchor.element, ...head] : head,
      cells: new Map([
        ...[...own.keys()].map((column): [Column, readonly Element[]] => [
          column,
          elements.get(nameOfOwn(own, column)) ?? [],
        ]),
        ...figures.flatMap(({ at }): [Column, readonly Element[]][] => {
          const column = columnAt(at)
          return column === null ? [] : [[column, elementsOf(at)]]
        }),
      ]),
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
