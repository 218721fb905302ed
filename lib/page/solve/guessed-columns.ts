import type { Market } from '../reading'
import { numberStyles } from '../scan/number'
import type { Column } from '../words/dictionary'
import { arithmeticColumns } from './arithmetic-columns'
import type { RowRuns } from './row-runs'

/** A title means what it meant: of rows that are half written the arithmetic may say something else. */
const asBefore = (
  guessed: ReadonlyMap<number, Column>,
  before: ReadonlyMap<number, Column>,
): ReadonlyMap<number, Column> =>
  new Map(
    [...guessed].filter(([at, column]) =>
      [...before].every(([place, one]) => (place === at) === (one === column)),
    ),
  )

/** By the first number style in which the arithmetic names a title. `before`: what it named these titles a moment ago. */
export const guessedColumns = (
  rows: readonly RowRuns[],
  { market, before }: { market: Market; before: ReadonlyMap<number, Column> },
): ReadonlyMap<number, Column> => {
  for (const style of numberStyles) {
    const columns = arithmeticColumns(rows, { market, style })
    if (columns.size > 0) return asBefore(columns, before)
  }
  return new Map()
}
