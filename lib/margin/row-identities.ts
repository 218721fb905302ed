import { inverseOf, minus, type NumberRange, overlap, plus, scaled, times } from './number-range'
import type { Contract, Side } from './position'
import { GREATEST_RATE, LEAST_RATE } from './rate-ladder'
import type { CurvePoint } from './row-evidence'

/** Quantity, prices and PnL of one row as ranges, with the side that ties them together. */
export type Base = {
  side: Side
  quantity: NumberRange
  entryPrice: NumberRange
  markPrice: NumberRange
  unrealizedPnl: NumberRange
}

/** Rates may differ by this part through the rounding of what they come from. */
const ROOM = 1.02

/** Exposure times price, or its inverse: what the notional is a multiple of. */
const lever = (contract: Contract, quantity: NumberRange) => ({
  weight:
    contract.kind === 'linear' ? quantity : scaled(quantity, contract.contractSize.toNumber()),
  x: (price: NumberRange) => (contract.kind === 'linear' ? price : inverseOf(price)),
})

const sense = (contract: Contract, side: Side): 1 | -1 =>
  (side === 'long') === (contract.kind === 'linear') ? 1 : -1

export const notionalRange = (
  contract: Contract,
  quantity: NumberRange,
  price: NumberRange,
): NumberRange => {
  const { weight, x } = lever(contract, quantity)
  return times(weight, x(price))
}

/** PnL = side · q · (price − entry); inverse: side · Q · (1 ÷ entry − 1 ÷ price). */
export const pnlRange = (
  contract: Contract,
  { side, quantity, entryPrice }: Pick<Base, 'side' | 'quantity' | 'entryPrice'>,
  price: NumberRange,
): NumberRange => {
  const { weight, x } = lever(contract, quantity)
  return scaled(times(weight, minus(x(price), x(entryPrice))), sense(contract, side))
}

/** A point of the maintenance margin curve that some bracket could ask for; else `null`. */
const pointAt = (margin: NumberRange, notional: NumberRange): CurvePoint | null => {
  const asked = overlap(margin, {
    low: (notional.low * LEAST_RATE) / ROOM,
    high: notional.high * GREATEST_RATE * ROOM,
  })
  return asked === null || notional.low <= 0 ? null : { notional, margin: asked }
}

/**
 * The steepest slope seen beyond a notional, in its effective rate, was 12 times up to one and a half
 * of it, and 17 times up to three (brackets of 818 symbols, July 2026).
 */
const STEEPEST = 16

/** The rate never falls as the notional grows, and no bracket is steeper than the steepest. */
const areOnOneCurve = (lower: CurvePoint, higher: CurvePoint): boolean => {
  const rate = lower.margin.high / lower.notional.low
  const growth = Math.max(1, higher.notional.high / lower.notional.low)
  const slope = Math.min(GREATEST_RATE, rate * STEEPEST * growth)
  const room = Math.max(0, higher.notional.high - lower.notional.low)
  return (
    lower.margin.low / lower.notional.high <= (higher.margin.high / higher.notional.low) * ROOM &&
    higher.margin.low - lower.margin.high <= room * slope
  )
}

export type IsolatedClaim = {
  wallet: NumberRange
  liquidationPrice: NumberRange | null
  marginRatio: NumberRange | null
}

/**
 * Whether a wallet, a liquidation price and a ratio can stand in one row: the balance at liquidation
 * and ratio × balance at mark are both maintenance margin, and so lie on one convex curve.
 */
export const isolatedHolds = (contract: Contract, base: Base, claim: IsolatedClaim): boolean => {
  const { wallet, liquidationPrice, marginRatio } = claim
  const points: CurvePoint[] = []
  if (liquidationPrice !== null) {
    const left = plus(wallet, pnlRange(contract, base, liquidationPrice))
    const point = pointAt(left, notionalRange(contract, base.quantity, liquidationPrice))
    if (point === null) return false
    points.push(point)
  }
  if (marginRatio !== null) {
    const margin = times(marginRatio, plus(wallet, base.unrealizedPnl))
    const point = pointAt(margin, notionalRange(contract, base.quantity, base.markPrice))
    if (point === null) return false
    points.push(point)
  }
  const [one, other] = points.sort((a, b) => a.notional.low - b.notional.low)
  return one === undefined || other === undefined || areOnOneCurve(one, other)
}

/** Leverages that ROI = PnL · leverage ÷ notional allows; whole numbers up to 150. */
export const leverageByRoi = (
  contract: Contract,
  base: Base,
  roi: NumberRange,
  leverage: number | null,
): boolean => {
  const initial = notionalRange(contract, base.quantity, base.markPrice)
  const holds = (times_: number): boolean => {
    const earned = times(roi, scaled(initial, 1 / times_))
    return overlap(earned, base.unrealizedPnl) !== null
  }
  if (leverage !== null) return holds(leverage)
  for (let candidate = 1; candidate <= 150; candidate += 1) if (holds(candidate)) return true
  return false
}

/** Cross: the Margin column is notional at mark ÷ leverage. */
export const crossMarginHolds = (
  contract: Contract,
  base: Base,
  margin: NumberRange,
  leverage: number,
): boolean =>
  overlap(margin, scaled(notionalRange(contract, base.quantity, base.markPrice), 1 / leverage)) !==
  null
