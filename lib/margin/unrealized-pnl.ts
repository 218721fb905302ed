import type { Decimal } from './decimal'
import { mustBePositive } from './invalid-figure'
import { coordinate, exposure, type PositionFigures, sign } from './position'

/**
 * Profit (> 0) or loss (< 0) at a price: `side · q · (P − entry)` in quote (linear),
 * `side · contracts · contract size · (1 ÷ entry − 1 ÷ P)` in coin (inverse).
 *
 * Source: Binance FAQ "How to Calculate Profit and Loss for Futures Contracts", read 2026-11.
 * @throws InvalidFigure quantity, contractSize, entryPrice or price not positive
 */
export const unrealizedPnl = (figures: PositionFigures, price: Decimal): Decimal => {
  const { contract, side, entryPrice } = figures
  const at = coordinate(contract, mustBePositive('price', price))
  const from = coordinate(contract, mustBePositive('entryPrice', entryPrice))
  const move = contract.kind === 'linear' ? at.minus(from) : from.minus(at)
  return exposure(figures).times(move).times(sign(side))
}
