import { type BracketLine, narrowLines } from './bracket-line'
import { minus, type NumberRange, overlap, plus, scaled, times } from './number-range'
import { type FloorKind, LEAST_RATE, lowestFloor, RATE_LADDER, rateBelow } from './rate-ladder'
import type { PrintedFigure } from './position'
import { type CurvePoint, geometryOf, type MarginMeaning, type RowEvidence } from './row-evidence'

/** One reading of the Margin column, and what is then known. */
export type Reading = {
  marginHolds: MarginMeaning
  /** Points of the curve seen so far, by notional. */
  points: readonly CurvePoint[]
  /** Where liquidation is now. */
  liquidation: CurvePoint
  wallet: NumberRange
  /** Brackets that liquidation may lie in. */
  candidates: readonly BracketLine[]
  /** Rates of those that alone, without a bend, go through all that was seen. */
  straight: readonly number[]
}

const floorKind = ({ contract }: RowEvidence): FloorKind => contract.kind

/** A row with what every reading needs. */
export type Anchored = RowEvidence & { liquidationPrice: PrintedFigure; margin: PrintedFigure }

export const isAnchored = (row: RowEvidence): row is Anchored =>
  row.liquidationPrice !== null && row.margin !== null

/** The amounts of lines through the liquidation point, by their rate: each figure is taken once. */
const amountsAtLiquidation = (row: Anchored, wallet: NumberRange) => {
  const { weight, direction, entry, x } = geometryOf(row)
  const [liquidation, entered] = [x(row.liquidationPrice), scaled(entry, direction)]
  return (rate: number): NumberRange => {
    const perUnit = plus(scaled(liquidation, rate - direction), entered)
    return minus(times(weight, perUnit), wallet)
  }
}

export const candidatesFor = (
  row: Anchored,
  { wallet, liquidation, points }: Omit<Reading, 'candidates' | 'straight'>,
  before: readonly BracketLine[] | null,
): BracketLine[] => {
  const kind = floorKind(row)
  const rates = before === null ? RATE_LADDER : before.map(({ rate }) => rate)
  const amountOf = amountsAtLiquidation(row, wallet)
  const lines = rates.flatMap((rate): BracketLine[] => {
    const now = amountOf(rate)
    const known = before?.find((line) => line.rate === rate)
    const printed = known === undefined ? now : overlap(now, known.amount)
    const amount =
      printed === null ? null : possibleAmount(printed, rate, liquidation.notional, kind)
    return amount === null ? [] : [{ rate, amount }]
  })
  return narrowLines(lines, liquidation.notional, points, kind)
}

/**
 * Amounts add up from the first bracket: from nothing in the first, by a floor times a step of the
 * rate after that, and never to more than the lowest rate leaves.
 */
const possibleAmount = (
  amount: NumberRange,
  rate: number,
  notional: NumberRange,
  kind: FloorKind,
): NumberRange | null => {
  const most = notional.high * (rate - LEAST_RATE) * (1 + 1e-9)
  const least = lowestFloor[kind] * (rate - rateBelow(rate))
  if (amount.high < 0 || amount.low > most) return null
  if (amount.low > 0) return amount.high < least ? null : amount
  return { low: 0, high: amount.high < least || rate === LEAST_RATE ? 0 : amount.high }
}
