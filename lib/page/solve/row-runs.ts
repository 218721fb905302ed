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

const eachOf = <Key>(
  cells: ReadonlyMap<Key, readonly Element[]>,
  runsOf: (elements: readonly Element[], key: Key) => readonly Run[],
): ReadonlyMap<Key, readonly Run[]> =>
  new Map([...cells].map(([key, elements]): [Key, readonly Run[]] => [key, runsOf(elements, key)]))

/** What the page draws in a row. */
export const runsOfRow = ({ symbol, cells, untitled }: Located): RowRuns => ({
  symbol: drawnIn(symbol),
  cells: eachOf(cells, drawnIn),
  untitled: eachOf(untitled, drawnIn),
})

/**
 * The row after the page has written into these nodes of it. Where it wrote other texts into known text nodes,
 * which is what a tick does, nothing else is looked at; after any other change the cell is collected again.
 */
export const changedRuns = (
  { symbol, cells, untitled }: Located,
  before: RowRuns,
  written: readonly Node[],
): RowRuns => {
  const after = (elements: readonly Element[], runs: readonly Run[] = []): readonly Run[] => {
    const own = new Set(
      written.filter((node) => elements.some((element) => element.contains(node))),
    )
    if (own.size === 0) return runs
    const rewritten = rewrittenRuns(runs, own)
    return own.size === 0 ? rewritten : drawnIn(elements)
  }
  return {
    symbol: after(symbol, before.symbol),
    cells: eachOf(cells, (elements, column) => after(elements, before.cells.get(column))),
    untitled: eachOf(untitled, (elements, at) => after(elements, before.untitled.get(at))),
  }
}
