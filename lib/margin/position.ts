import { Decimal } from './decimal'
import { mustBePositive } from './invalid-figure'

export type Side = 'long' | 'short'

/** Isolated: the position has margin of its own. Cross: the whole futures balance stands behind it. */
export type MarginMode = 'isolated' | 'cross'

/** Linear: margin and PnL in the quote asset. Inverse (COIN-M): both in the base coin. */
export type Contract =
  { kind: 'linear' } | { kind: 'inverse'; contractSize: Decimal /* USD per contract */ }

export type PositionFigures = {
  contract: Contract
  side: Side
  /** Base coin (linear) or contracts (inverse), > 0. */
  quantity: Decimal
  /** Quote per base. */
  entryPrice: Decimal
}

/**
 * A figure as the page prints it: known to half a unit of its last digit.
 * `decimals` counts the digits behind the point of `value` (for "2.37%": value 0.0237, decimals 4).
 */
export type PrintedFigure = { value: Decimal; decimals: number }

/** +1 long, −1 short. */
export const sign = (side: Side): 1 | -1 => (side === 'long' ? 1 : -1)

/**
 * What multiplies the price (linear: base coin) or its inverse (inverse: USD) to give the notional.
 * Throws `InvalidFigure` for a quantity or contract size that is not positive.
 */
export const exposure = ({ contract, quantity }: Pick<PositionFigures, 'contract' | 'quantity'>) =>
  contract.kind === 'linear'
    ? mustBePositive('quantity', quantity)
    : mustBePositive('quantity', quantity).times(
        mustBePositive('contractSize', contract.contractSize),
      )

/**
 * Linear and inverse arithmetic are one, in the price (linear) or in its inverse (inverse): margin
 * balance and maintenance margin are both straight lines in it, bracket by bracket.
 */
export const coordinate = (contract: Contract, price: Decimal): Decimal =>
  contract.kind === 'linear' ? price : new Decimal(1).div(price)
