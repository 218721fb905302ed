import { Decimal } from '@/lib/margin'

/** All that a figure may be; an end that is infinite is open. */
export type Range = { low: Decimal; high: Decimal }

const NOTHING = new Decimal(0)

/** Whatever it may be: nothing is known. */
export const ANY: Range = { low: new Decimal(-Infinity), high: new Decimal(Infinity) }

export const around = (value: Decimal, slack: Decimal): Range => ({
  low: value.minus(slack),
  high: value.plus(slack),
})

export const symmetric = (most: Decimal): Range => around(NOTHING, most)

/** What both allow; `null` if nothing. */
export const intersection = (a: Range, b: Range): Range | null => {
  const [low, high] = [Decimal.max(a.low, b.low), Decimal.min(a.high, b.high)]
  return low.gt(high) ? null : { low, high }
}

export const overlaps = (a: Range, b: Range): boolean => intersection(a, b) !== null

/** `a − b`, whatever the two are within their ranges. */
export const difference = (a: Range, b: Range): Range => ({
  low: a.low.minus(b.high),
  high: a.high.minus(b.low),
})

export const isAbove = ({ low }: Range, bound = NOTHING): boolean => low.gt(bound)

export const isBelow = ({ high }: Range, bound = NOTHING): boolean => high.lt(bound)

/** The middle of it, and how far it goes to either side: infinitely, if an end is open. */
export const centered = ({ low, high }: Range): { middle: Decimal; slack: Decimal } => ({
  middle: low.plus(high).div(2),
  slack: high.minus(low).div(2),
})
