import { type NumberRange, rangeOf } from './number-range'
import type { Contract, MarginMode, Side } from './position'
import { drifting, type RowFigure, type RowFigures, sizeIn } from './row-ranges'

export type ColumnField = RowFigure | 'breakEvenPrice'

/** What one row prints in one column; `none`: "--". `tick`: one of the last digit that says something. */
export type ColumnCell = { value: number; decimals: number; tick: number } | 'none'

export type Column = {
  /** Of the title: a cell holds one figure, and that of the PnL its percentage as well. */
  place: number | string
  /** What title and units leave possible. */
  may: ReadonlySet<ColumnField>
  /** What a size is counted in here. */
  sizeUnit: NonNullable<RowFigures['size']>['unit']
}

export type ColumnRow = {
  contract: Contract
  leverage: number | null
  /** By a badge. */
  side: Side | null
  marginModes: readonly MarginMode[]
  cells: ReadonlyMap<Column, ColumnCell>
}

/** A meaning of the table: which column holds which figure. */
export type Columns = ReadonlyMap<ColumnField, Column>

/** Fees of opening and closing, 0.05 % each at most, move break-even away from entry by no more than this part. */
export const FEES = 0.002

/** A title, or the coin of a linear contract, says what it is and leaves nothing to choose. */
export const isTold = (column: Column | undefined): boolean =>
  column !== undefined &&
  (typeof column.place === 'string' ||
    (column.may.size === 1 && column.may.has('size') && column.sizeUnit === 'base'))

export const cellOf = (
  row: ColumnRow,
  columns: Columns,
  field: ColumnField,
): ColumnCell | undefined => {
  const column = columns.get(field)
  return column === undefined ? undefined : row.cells.get(column)
}

export const valueOf = (row: ColumnRow, columns: Columns, field: ColumnField): number | null => {
  const cell = cellOf(row, columns, field)
  return cell === undefined || cell === 'none' ? null : cell.value
}

const figureOf = (row: ColumnRow, columns: Columns, field: ColumnField): NumberRange | null => {
  const cell = cellOf(row, columns, field)
  return cell === undefined || cell === 'none' ? null : rangeOf(cell.value, cell.decimals)
}

const sizeOf = (row: ColumnRow, columns: Columns): RowFigures['size'] => {
  const [column, cell] = [columns.get('size'), cellOf(row, columns, 'size')]
  return column === undefined || cell === undefined || cell === 'none'
    ? null
    : sizeIn(column.sizeUnit, cell)
}

/** Where it is not in sight, about where break-even is, if fees alone tell that column: else both may be far apart. */
const entryOf = (row: ColumnRow, columns: Columns): NumberRange | null => {
  const entry = figureOf(row, columns, 'entryPrice')
  const breakEven = figureOf(row, columns, 'breakEvenPrice')
  const isNear = breakEven !== null && !isTold(columns.get('breakEvenPrice'))
  return entry ?? (isNear ? drifting(breakEven, FEES) : null)
}

export const figuresBy = (row: ColumnRow, columns: Columns): RowFigures => ({
  contract: row.contract,
  leverage: row.leverage,
  size: sizeOf(row, columns),
  entryPrice: entryOf(row, columns),
  markPrice: figureOf(row, columns, 'markPrice'),
  liquidationPrice:
    cellOf(row, columns, 'liquidationPrice') === 'none'
      ? 'none'
      : figureOf(row, columns, 'liquidationPrice'),
  marginRatio: figureOf(row, columns, 'marginRatio'),
  margin: figureOf(row, columns, 'margin'),
  unrealizedPnl: figureOf(row, columns, 'unrealizedPnl'),
  roi: figureOf(row, columns, 'roi'),
})

/** "--" where every position has a figure. */
export const lacksFigure = (row: ColumnRow, columns: Columns): boolean => {
  for (const [field, column] of columns) {
    if (field !== 'liquidationPrice' && row.cells.get(column) === 'none') return true
  }
  return false
}
