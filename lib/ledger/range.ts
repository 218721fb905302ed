import { Decimal } from '@/lib/margin'

/** All that a figure may be; an end that is `null` is open. */
export type Range = { low: Decimal | null; high: Decimal | null }

export const around = (value: Decimal, slack: Decimal): Range => ({
  low: value.minus(slack),
  high: value.plus(slack),
})

export const between = (a: Decimal, b: Decimal): Range => ({
  low: Decimal.min(a, b),
  high: Decimal.max(a, b),
})

const tighter = (
  a: Decimal | null,
  b: Decimal | null,
  choose: (a: Decimal, b: Decimal) => Decimal,
): Decimal | null => (a === null ? b : b === null ? a : choose(a, b))

/** What both allow; `null` if nothing. */
export const intersection = (a: Range, b: Range): Range | null => {
  const low = tighter(a.low, b.low, (x, y) => Decimal.max(x, y))
  const high = tighter(a.high, b.high, (x, y) => Decimal.min(x, y))
  return low !== null && high !== null && low.gt(high) ? null : { low, high }
}

export const overlaps = (a: Range, b: Range): boolean => intersection(a, b) !== null

/** `a − b`, whatever the two are within their ranges. */
export const difference = (a: Range, b: Range): Range => ({
  low: a.low === null || b.high === null ? null : a.low.minus(b.high),
  high: a.high === null || b.low === null ? null : a.high.minus(b.low),
})

export const isAbove = ({ low }: Range, bound: Decimal | null): boolean =>
  low !== null && bound !== null && low.gt(bound)

export const isBelow = ({ high }: Range, bound: Decimal | null): boolean =>
  high !== null && bound !== null && high.lt(bound)

export const middle = ({ low, high }: Range): Decimal | null =>
  low === null || high === null ? null : low.plus(high).div(2)

/** Half of its width; `null` for an open one. */
export const halfWidth = ({ low, high }: Range): Decimal | null =>
  low === null || high === null ? null : high.minus(low).div(2)
