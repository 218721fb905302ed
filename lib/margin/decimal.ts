import { Decimal as DecimalJs } from 'decimal.js'

/**
 * The one Decimal of the house: 40 significant digits, and no exponent in `toString` for any figure
 * that an exchange can print. Cloned, so that nothing else changes its settings.
 */
export const Decimal = DecimalJs.clone({
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -40,
  toExpPos: 40,
  defaults: true,
})
export type Decimal = DecimalJs

const PLAIN = /^-?\d+(?:\.\d+)?$/

/** 10 to a whole power: 3 → 1000, -2 → 0.01. */
export const powerOfTen = (exponent: number): Decimal => new Decimal(`1e${exponent}`)

/**
 * Text to figure by the strictest grammar: an optional minus, digits, an optional fraction. Anything
 * else (separators, exponents, signs of other alphabets, spaces) is `null`.
 */
export const parseDecimal = (text: string): Decimal | null =>
  PLAIN.test(text) ? new Decimal(text) : null
