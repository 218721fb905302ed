import { inverseOf, type NumberRange, overlap, times } from './number-range'
import { GREATEST_RATE, LEAST_RATE } from './rate-ladder'
import type { CurvePoint } from './row-evidence'

/** Rates may differ by this part through the rounding of what they come from. */
export const RATE_ROOM = 1.02
/**
 * Maintenance margin is less than the initial margin at any leverage that a bracket allows: rate times
 * leverage was 0.9 at most, and 0.985 at one and a half times the bracket's end (818 symbols, July 2026).
 */
export const greatestRate = (leverage: number | null): number =>
  leverage === null ? GREATEST_RATE : Math.min(GREATEST_RATE, 1 / leverage)

/** A point of the maintenance margin curve that some bracket could ask for; else `null`. */
export const pointAt = (
  margin: NumberRange,
  notional: NumberRange,
  greatest: number = GREATEST_RATE,
): CurvePoint | null => {
  const asked = overlap(margin, {
    low: (notional.low * LEAST_RATE) / RATE_ROOM,
    high: notional.high * greatest * RATE_ROOM,
  })
  return asked === null || notional.low <= 0 ? null : { notional, margin: asked }
}

/**
 * The steepest slope seen beyond a notional, in its effective rate, was 12 times up to one and a half
 * of it, and 17 times up to three (brackets of 818 symbols, July 2026).
 */
const STEEPEST = 16

/** The rate never falls as the notional grows, and no bracket is steeper than the steepest. */
export const areOnOneCurve = (one: CurvePoint, other: CurvePoint): boolean => {
  const [lower, higher] = one.notional.low <= other.notional.low ? [one, other] : [other, one]
  const rate = lower.margin.high / lower.notional.low
  const growth = Math.max(1, higher.notional.high / lower.notional.low)
  const slope = Math.min(GREATEST_RATE, rate * STEEPEST * growth)
  const room = Math.max(0, higher.notional.high - lower.notional.low)
  return (
    lower.margin.low / lower.notional.high <=
      (higher.margin.high / higher.notional.low) * RATE_ROOM &&
    higher.margin.low - lower.margin.high <= room * slope
  )
}

/** Maintenance margin as a part of the notional. */
export const rateAt = ({ margin, notional }: CurvePoint): NumberRange =>
  times(margin, inverseOf(notional))
