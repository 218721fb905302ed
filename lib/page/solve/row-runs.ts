import { drawnRuns, type Run, rewrittenRuns } from '../dom/runs'
import type { Located } from '../locate/record'
import type { Column } from '../words/dictionary'

/** The texts of one row under titles of which some are not known. */
export type RowRuns = {
  symbol: readonly Run[]
  cells: ReadonlyMap<Column, readonly Run[]>
  /** By the place of the title. */
  untitled: ReadonlyMap<number, readonly Run[]>
}

const drawnIn = (elements: readonly Element[]): readonly Run[] => elements.flatMap(drawnRuns)

const eachOf = <Key, From>(
  cells: ReadonlyMap<Key, From>,
  runsOf: (from: From) => readonly Run[],
): ReadonlyMap<Key, readonly Run[]> =>
  new Map([...cells].map(([key, from]): [Key, readonly Run[]] => [key, runsOf(from)]))

/** What the page draws in a row. */
export const runsOfRow = ({ symbol, cells, untitled }: Located): RowRuns => ({
  symbol: drawnIn(symbol),
  cells: eachOf(cells, drawnIn),
  untitled: eachOf(untitled, drawnIn),
})

/**
 * The row after the page has written into these nodes of it. Where it wrote other texts into known text nodes,
 * which is what a tick does, nothing else is looked at; after any other change the row is collected again.
 */
export const changedRuns = (
  located: Located,
  before: RowRuns,
  written: ReadonlySet<Node>,
): RowRuns => {
  const unknown = new Set(written)
  const rewritten = (runs: readonly Run[]) => rewrittenRuns(runs, unknown)
  const runs = {
    symbol: rewritten(before.symbol),
    cells: eachOf(before.cells, rewritten),
    untitled: eachOf(before.untitled, rewritten),
  }
  return unknown.size === 0 ? runs : runsOfRow(located)
}
