/** Plain intervals of numbers: what a person with a calculator does, not what the extension does. */
export type Interval = { low: number; high: number }

export const interval = (a: number, b: number): Interval => ({
  low: Math.min(a, b),
  high: Math.max(a, b),
})

/** A printed figure: pages round and cut off, so it is good to one unit of its last digit. */
export const ofDigits = (digits: string, scale = 1): Interval => {
  const unit = 10 ** -(digits.split('.')[1] ?? '').length
  const value = Number(digits)
  return interval((value - unit) * scale, (value + unit) * scale)
}

export const times = (a: Interval, b: Interval): Interval => {
  const products = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]
  return { low: Math.min(...products), high: Math.max(...products) }
}

export const plus = (a: Interval, b: Interval): Interval => ({
  low: a.low + b.low,
  high: a.high + b.high,
})

export const scaled = (a: Interval, by: number): Interval => interval(a.low * by, a.high * by)

export const minus = (a: Interval, b: Interval): Interval => plus(a, scaled(b, -1))

/** Of a divisor that is not zero; else anything. */
export const over = (a: Interval, b: Interval): Interval =>
  b.low <= 0 && b.high >= 0
    ? { low: -Infinity, high: Infinity }
    : times(a, interval(1 / b.low, 1 / b.high))

export const meet = (a: Interval, b: Interval): boolean => a.low <= b.high && b.low <= a.high

/** So much wider on both sides, as a share of itself. */
export const widened = (a: Interval, share: number): Interval => ({
  low: a.low - Math.abs(a.low) * share,
  high: a.high + Math.abs(a.high) * share,
})

export const absolute = (a: Interval): Interval =>
  a.low <= 0 && a.high >= 0
    ? { low: 0, high: Math.max(-a.low, a.high) }
    : interval(Math.abs(a.low), Math.abs(a.high))
