import { Decimal } from './decimal'
import type { Bracket } from './brackets'

/** What one position asks for: `max over brackets of (weight · x · rate − amount)`. */
export type Leg = { weight: Decimal; brackets: readonly Bracket[] }

export type Surplus = {
  /** Margin balance at x is `constant + slope · x`. */
  constant: Decimal
  slope: Decimal
  legs: readonly Leg[]
}

type Line = { constant: Decimal; slope: Decimal }

/** Balance minus maintenance margin, one straight line for every choice of a bracket per leg. */
const lines = ({ constant, slope, legs }: Surplus): Line[] =>
  legs.reduce<Line[]>(
    (all, { weight, brackets }) =>
      all.flatMap((line) =>
        brackets.map(({ maintenanceMarginRate, maintenanceAmount }) => ({
          constant: line.constant.plus(maintenanceAmount),
          slope: line.slope.minus(weight.times(maintenanceMarginRate)),
        })),
      ),
    [{ constant, slope }],
  )

export type Crossings = {
  /** Where the surplus turns positive as x rises; `null` if it is positive from zero on. */
  rising: Decimal | null
  /** Where it turns negative again; `null` if it never does. */
  falling: Decimal | null
  /** The surplus is negative everywhere. */
  never: boolean
}

/**
 * Where balance and maintenance margin are equal. Their difference is the minimum of straight lines,
 * so it is concave: it turns positive at the largest zero of the rising lines and negative at the
 * smallest zero of the falling ones. No iteration over brackets, no tolerance.
 */
export const crossings = (surplus: Surplus): Crossings => {
  let rising: Decimal | null = null
  let falling: Decimal | null = null
  let sunk = false
  for (const { constant, slope } of lines(surplus)) {
    if (slope.isZero()) {
      sunk ||= constant.isNeg()
      continue
    }
    const zero = constant.neg().div(slope)
    if (slope.gt(0)) rising = rising === null ? zero : Decimal.max(rising, zero)
    else falling = falling === null ? zero : Decimal.min(falling, zero)
  }
  if (rising?.lte(0)) rising = null
  const never = sunk || falling?.lte(rising ?? 0) === true
  return never ? { rising: null, falling: null, never } : { rising, falling, never }
}
