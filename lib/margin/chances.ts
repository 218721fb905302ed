import { rateAt } from './margin-curve'
import { type NumberRange, overlap } from './number-range'
import type { CurvePoint } from './row-evidence'

/** A wallet with a stop in place of the liquidation price, or with another percentage, makes a possible rate this often, … */
export const CHANCE_OF_RATE = 0.5

/** … and with both a curve. Chosen. */
const CHANCE_OF_CURVE = 0.1

export const meets = (a: NumberRange, b: NumberRange): boolean => overlap(a, b) !== null

/** How many of all numbers as large as these would meet as well. */
export const chanceOf = (a: NumberRange, b: NumberRange): number => {
  const largest = Math.max(-a.low, a.high, -b.low, b.high)
  return Math.min(1, (a.high - a.low + b.high - b.low) / (2 * largest))
}

/** Mark and liquidation price mostly lie in one bracket: then both rates are the same, to the printed digit. */
export const chanceOfCurve = (one: CurvePoint, other: CurvePoint): number => {
  const [a, b] = [rateAt(one), rateAt(other)]
  return meets(a, b) ? Math.min(CHANCE_OF_CURVE, chanceOf(a, b)) : CHANCE_OF_CURVE
}
