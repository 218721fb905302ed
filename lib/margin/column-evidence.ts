import { checkIdentities, type IdentityCheck, type IdentityName } from './identities'
import type { Side } from './position'
import { PRICE_DRIFT } from './row-ranges'
import {
  type Column,
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
}

/** At which price the PnL is counted: the mark, some ticks from it, or the last price. */
export const BASES = ['mark', 'ticks', 'last'] as const

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
