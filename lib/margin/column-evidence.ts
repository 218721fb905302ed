import { checkIdentities, type IdentityCheck, type IdentityName } from './identities'
import { exactly, type NumberRange, rangeOf } from './number-range'
import type { Contract, MarginMode, Side } from './position'
import { drifting, PRICE_DRIFT, type RowFigure, type RowFigures } from './row-ranges'

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

/** By how much the identities speak for a meaning: −ln of the chance that rows obey them all the same. */
export type Evidence = {
  all: number
  /** Without those that are ranges: any price near the mark satisfies the ratio. */
  tight: number
}

/** At which price the PnL is counted: the mark, some ticks from it, or the last price. */
export const BASES = ['mark', 'ticks', 'last'] as const
export type Basis = (typeof BASES)[number]

/** Cells of one row are up to three ticks apart, before they are rounded. */
const TICKS = 4

/** Fees move break-even away from entry by no more than this part, … */
const FEES = 0.004
/** … and gains of a position that was closed in part move it as little to the other side this often. Chosen. */
const CHANCE_OF_FEES = 0.05

/** A title, or the coin of a linear contract, says what it is and leaves nothing to choose. */
export const isTold = (column: Column | undefined): boolean =>
  column !== undefined &&
  (typeof column.place === 'string' ||
    (column.may.size === 1 && column.may.has('size') && column.sizeUnit === 'base'))

const cellOf = (row: ColumnRow, columns: Columns, field: ColumnField): ColumnCell | undefined => {
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

/** A size is counted in whole steps, so that what is printed is exact; one at a price is not. */
const sizeOf = (row: ColumnRow, columns: Columns): RowFigures['size'] => {
  const [column, cell] = [columns.get('size'), cellOf(row, columns, 'size')]
  if (column === undefined || cell === undefined || cell === 'none') return null
  const value = Math.abs(cell.value)
  const unit = column.sizeUnit
  const isCounted = unit === 'base' || unit === 'contracts'
  return { unit, range: isCounted ? exactly(value) : rangeOf(value, cell.decimals) }
}

/** Where it is not in sight, about where break-even is: fees part them. */
const entryOf = (row: ColumnRow, columns: Columns): NumberRange | null => {
  const entry = figureOf(row, columns, 'entryPrice')
  const breakEven = figureOf(row, columns, 'breakEvenPrice')
  return entry ?? (breakEven === null ? null : drifting(breakEven, FEES))
}

const figuresBy = (row: ColumnRow, columns: Columns): RowFigures => ({
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
const lacksFigure = (row: ColumnRow, columns: Columns): boolean =>
  [...columns].some(
    ([field, column]) => field !== 'liquidationPrice' && row.cells.get(column) === 'none',
  )

/** Of the price behind the PnL, and of that behind margin and ROI. */
const driftsOf = (
  row: ColumnRow,
  columns: Columns,
  basis: Basis,
): readonly [pnl: number, value: number] => {
  if (basis === 'mark') return [0, 0]
  const mark = cellOf(row, columns, 'markPrice')
  const ticks =
    mark === undefined || mark === 'none'
      ? PRICE_DRIFT
      : Math.min(PRICE_DRIFT, (TICKS * mark.tick) / mark.value)
  return [basis === 'last' ? PRICE_DRIFT : ticks, ticks]
}

/** Where short sizes carry a minus those without are long. */
const sidesOf = (row: ColumnRow, size: number | null, isSigned: boolean): readonly Side[] => {
  const bySign: Side | null = size !== null && size < 0 ? 'short' : isSigned ? 'long' : null
  const told = new Set([row.side, bySign].filter((side) => side !== null))
  return told.size === 0 ? ['long', 'short'] : told.size === 1 ? [...told] : []
}

/** `null`: break-even is not asked. */
const isByFees = (row: ColumnRow, columns: Columns, side: Side): boolean | null => {
  const entry = valueOf(row, columns, 'entryPrice')
  const breakEven = valueOf(row, columns, 'breakEvenPrice')
  if (breakEven === null || entry === null || isTold(columns.get('breakEvenPrice'))) return null
  const away = breakEven / entry - 1
  return (side === 'long' ? away : -away) >= -1e-6 && Math.abs(away) <= FEES
}

/** Entry and mark of one position are not further apart than this factor. */
const APART = 20

const areFarApart = (row: ColumnRow, columns: Columns): boolean => {
  const entry = valueOf(row, columns, 'entryPrice')
  const mark = valueOf(row, columns, 'markPrice')
  return entry !== null && mark !== null && (entry > mark * APART || mark > entry * APART)
}

/** At 1x the margin of a position is its size at a price. */
const couldBeMargin = ({ leverage }: ColumnRow, size: Column | undefined): boolean =>
  leverage === 1 && size?.may.has('margin') === true

type EvidenceQuestion = { columns: Columns; basis: Basis; isSigned: boolean }

const RANGES: ReadonlySet<IdentityName> = new Set(['liquidation', 'ratio', 'one-curve'])

/**
 * An isolated margin that nobody has added to is the notional at entry ÷ leverage, but for a thousandth:
 * a price that makes a cross margin of it may be the entry.
 */
const OPENING_ROOM = 0.001

/** The prices of one row are not any prices: a few hundredths from the mark there is another. */
const PRICE_ROOM = 0.05

const tightChance = ({ identity, chance }: IdentityCheck): number => {
  if (RANGES.has(identity)) return 1
  const room = identity === 'cross-margin' ? OPENING_ROOM : identity === 'roi' ? PRICE_ROOM : 1
  return Math.min(1, chance / room)
}

const tiesMark = ({ figures, chance }: IdentityCheck): boolean =>
  chance < 1 && figures.includes('markPrice')

const none: Evidence = { all: 0, tight: 0 }

/** By how much one row speaks for a meaning; `null`: it speaks against it. */
export const evidenceOf = (
  row: ColumnRow,
  { columns, basis, isSigned }: EvidenceQuestion,
): Evidence | null => {
  if (lacksFigure(row, columns) || areFarApart(row, columns)) return null
  const figures = figuresBy(row, columns)
  const drifts = driftsOf(row, columns, basis)
  const sides = sidesOf(row, valueOf(row, columns, 'size'), isSigned)
  const likelihood = { all: 0, tight: 0 }
  for (const side of sides) {
    const isFees = isByFees(row, columns, side)
    if (isFees === false) continue
    for (const marginMode of row.marginModes) {
      const checks = checkIdentities(
        figures,
        { side, marginMode, marginHolds: 'wallet' },
        ...drifts,
      )
      if (checks.some(({ holds }) => !holds)) continue
      // Without a mark that digits tie, one that is near the entry would look like a break-even price.
      const byFees = isFees === null || !checks.some(tiesMark) ? 1 : 1 / CHANCE_OF_FEES
      likelihood.all += checks.reduce((product, { chance }) => product / chance, byFees)
      likelihood.tight += checks.reduce((product, check) => product / tightChance(check), byFees)
    }
  }
  if (likelihood.all === 0) return null
  const ways = sides.length * row.marginModes.length
  const evidence = {
    all: Math.log(likelihood.all / ways),
    tight: Math.log(likelihood.tight / ways),
  }
  const isDoubtful = couldBeMargin(row, columns.get('size')) && evidence.all > 0
  return isDoubtful ? none : evidence
}
