import type { Decimal } from './decimal'

export type Side = 'long' | 'short'

/** Isolated: the position has margin of its own. Cross: the whole futures balance stands behind it. */
export type MarginMode = 'isolated' | 'cross'

/** Linear: margin and PnL in the quote asset. Inverse (COIN-M): both in the base coin. */
export type Contract =
  | { kind: 'linear' }
  | { kind: 'inverse'; contractSize: Decimal /* USD per contract */ }

export type PositionFigures = {
  contract: Contract
  side: Side
  /** Base coin (linear) or contracts (inverse), > 0. */
  quantity: Decimal
  /** Quote per base. */
  entryPrice: Decimal
}

/** One leverage tier. Rates are fractions; notionals in quote (linear) or base coin (inverse). */
export type Bracket = {
  notionalFloor: Decimal
  notionalCap: Decimal
  maintenanceMarginRate: Decimal
  maintenanceAmount: Decimal
}

/**
 * A figure as the page prints it: known to half a unit of its last digit.
 * `decimals` counts the digits behind the point of `value` (for "2.37%": value 0.0237, decimals 4).
 */
export type PrintedFigure = { value: Decimal; decimals: number }
