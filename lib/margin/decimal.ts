import { Decimal as DecimalJs } from 'decimal.js'

/**
 * The one Decimal of the house: 40 significant digits, no exponent in `toString` for any figure an
 * exchange can print. Cloned, so that no other user of decimal.js on the page shares its settings.
 */
export const Decimal = DecimalJs.clone({
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -40,
  toExpPos: 40,
  defaults: true,
})
export type Decimal = DecimalJs
