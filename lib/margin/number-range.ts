import type { PrintedFigure } from './position'

/**
 * What is known of a figure: it lies between two numbers, ends included. Identification compares
 * printed figures of at most fifteen digits, so binary numbers do, if every step is widened by more
 * than it can be off.
 */
export type NumberRange = { low: number; high: number }

/** Far more than an operation on doubles can be off, far less than a printed digit. */
const DUST = 1e-13

export const widened = (low: number, high: number): NumberRange => ({
  low: low - Math.abs(low) * DUST,
  high: high + Math.abs(high) * DUST,
})

/**
 * What a printed figure may stand for: the page rounds some (ARBUSDT, −705.9097 as −705.91) and cuts
 * others off (BTCUSDC, 145.708 as 145.70), so that up to half a unit of the last digit was added, or up
 * to a whole one lost.
 */
export const printedRange = ({ value, decimals }: PrintedFigure): NumberRange =>
  rangeOf(value.toNumber(), decimals)

/** The same of a number that is no `Decimal` yet. */
export const rangeOf = (value: number, decimals: number): NumberRange => {
  const unit = 10 ** -decimals
  if (value === 0) return { low: -unit, high: unit }
  return value > 0
    ? widened(value - unit / 2, value + unit)
    : widened(value - unit, value + unit / 2)
}

export const exactly = (value: number): NumberRange => ({ low: value, high: value })

export const plus = (a: NumberRange, b: NumberRange): NumberRange =>
  widened(a.low + b.low, a.high + b.high)

export const minus = (a: NumberRange, b: NumberRange): NumberRange =>
  widened(a.low - b.high, a.high - b.low)

export const times = (a: NumberRange, b: NumberRange): NumberRange => {
  const products = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]
  return widened(Math.min(...products), Math.max(...products))
}

/** 1 ÷ a range of positive numbers. */
export const inverseOf = ({ low, high }: NumberRange): NumberRange => widened(1 / high, 1 / low)

export const scaled = (a: NumberRange, factor: number): NumberRange => times(a, exactly(factor))

export const hullOf = (ranges: readonly NumberRange[]): NumberRange => ({
  low: Math.min(...ranges.map(({ low }) => low)),
  high: Math.max(...ranges.map(({ high }) => high)),
})

export const overlap = (a: NumberRange, b: NumberRange): NumberRange | null => {
  const low = Math.max(a.low, b.low)
  const high = Math.min(a.high, b.high)
  return low <= high ? { low, high } : null
}
