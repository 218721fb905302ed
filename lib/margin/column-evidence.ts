import { checkIdentities, type IdentityCheck, type IdentityName } from './identities'
import type { Side } from './position'
import { scaled } from './number-range'
import {
  isAtAPrice,
  notionalRange,
  PRICE_DRIFT,
  quantityRange,
  type RowFigures,
} from './row-ranges'
import { chanceOf, meets } from './chances'
import {
  type Column,
  type ColumnCell,
  type ColumnRow,
  type Columns,
  FEES,
  isTold,
  cellOf,
  valueOf,
  figuresBy,
  lacksFigure,
} from './column-figures'

/** By how much the identities speak for a meaning: −ln of the chance that rows obey them all the same. */
export type Evidence = {
  all: number
  /** Without those that are ranges: any price near the mark satisfies the ratio. */
  tight: number
  /** Without what fees between entry and break-even say: of meanings that take both alike. */
  bare: number
}

/** At which price the PnL is counted, and the margin: the mark, some ticks from it, or the last price. */
export const BASES = [
  { pnl: 'mark', value: 'mark' },
  { pnl: 'ticks', value: 'ticks' },
  { pnl: 'last', value: 'mark' },
  { pnl: 'last', value: 'ticks' },
] as const

export type Basis = (typeof BASES)[number]

/** Cells of one row are up to three ticks apart, before they are rounded. */
const TICKS = 4

/** … and gains of a position that was closed in part move it as little to the other side this often. Chosen. */
const CHANCE_OF_FEES = 0.05

/** Of the price behind the PnL, and of that behind margin and ROI. */
const driftsOf = (
  row: ColumnRow,
  columns: Columns,
  basis: Basis,
): readonly [pnl: number, value: number] => {
  const mark = cellOf(row, columns, 'markPrice')
  const entry = cellOf(row, columns, 'entryPrice')
  // An average of fills has more digits than prices have ticks: exchanged for the mark it would seem nearer to it.
  const tick = (cell: ColumnCell) => (cell === 'none' ? 0 : cell.tick)
  const ticks =
    mark === undefined || mark === 'none'
      ? PRICE_DRIFT
      : Math.min(PRICE_DRIFT, (TICKS * Math.max(mark.tick, tick(entry ?? 'none'))) / mark.value)
  const drifts = { mark: 0, ticks, last: PRICE_DRIFT }
  return [drifts[basis.pnl], drifts[basis.value]]
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
  if (breakEven === null || entry === null) return null
  const away = breakEven / entry - 1
  const isNear = (side === 'long' ? away : -away) >= -1e-6 && Math.abs(away) <= FEES
  // Gains of parts that were closed take break-even anywhere: only its title tells it then.
  return isNear || !isTold(columns.get('breakEvenPrice')) ? isNear : null
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
 * An isolated margin that nobody has added to is the notional at entry ÷ leverage: exactly where fees are
 * paid in BNB, else less the fee of a taker (0.05 %), or what the price moved by while the order was filled.
 */
const TAKER_FEE = 0.0005
const FILL_ROOM = 0.0015

/** This part of the isolated positions is of either kind. Chosen. */
const NOT_ADDED = 0.25

/** How much likelier a margin is as that of an opening than as any other; not asked of a size at some price. */
const openingOf = (figures: RowFigures, side: Side): number => {
  const { contract, size, entryPrice, margin, leverage } = figures
  // At 1x the margin is the notional, and a column of that is no margin.
  if (size === null || isAtAPrice(size) || leverage === null || leverage === 1) return 1
  const quantity = quantityRange(figures, side)
  if (quantity === null || quantity.low <= 0 || entryPrice === null || margin === null) return 1
  const notional = notionalRange(contract, quantity, entryPrice)
  const exact = scaled(notional, 1 / leverage)
  const about = {
    low: exact.low * (1 - Math.max(FILL_ROOM, TAKER_FEE * leverage)),
    high: exact.high * (1 + FILL_ROOM),
  }
  return [exact, about].reduce(
    (sum, opened) => sum + (meets(margin, opened) ? NOT_ADDED / chanceOf(margin, opened) : 0),
    1 - 2 * NOT_ADDED,
  )
}

/** The prices of one row are not any prices: a few hundredths from the mark there is another. */
const PRICE_ROOM = 0.05

const tightChance = ({ identity, chance }: IdentityCheck): number => {
  if (RANGES.has(identity)) return 1
  return identity === 'roi' ? Math.min(1, chance / PRICE_ROOM) : chance
}

const tiesMark = ({ figures, chance }: IdentityCheck): boolean =>
  chance < 1 && figures.includes('markPrice')

const none: Evidence = { all: 0, tight: 0, bare: 0 }

/** By how much one row speaks for a meaning; `null`: it speaks against it. */
export const evidenceOf = (
  row: ColumnRow,
  { columns, basis, isSigned }: EvidenceQuestion,
): Evidence | null => {
  if (lacksFigure(row, columns) || areFarApart(row, columns)) return null
  const figures = figuresBy(row, columns)
  const drifts = driftsOf(row, columns, basis)
  const sides = sidesOf(row, valueOf(row, columns, 'size'), isSigned)
  const likelihood = { all: 0, tight: 0, bare: 0 }
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
      const opening = marginMode === 'isolated' ? openingOf(figures, side) : 1
      const bare = checks.reduce((product, { chance }) => product / chance, opening)
      likelihood.bare += bare
      likelihood.all += bare * byFees
      likelihood.tight += checks.reduce(
        (product, check) => product / tightChance(check),
        opening * byFees,
      )
    }
  }
  if (likelihood.all === 0) return null
  const ways = sides.length * row.marginModes.length
  const evidence = {
    all: Math.log(likelihood.all / ways),
    tight: Math.log(likelihood.tight / ways),
    bare: Math.log(likelihood.bare / ways),
  }
  const isDoubtful = couldBeMargin(row, columns.get('size')) && evidence.all > 0
  return isDoubtful ? none : evidence
}
