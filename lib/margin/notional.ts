import type { Decimal } from './decimal'
import { mustBePositive } from './invalid-figure'
import { coordinate, exposure, type PositionFigures } from './position'

/**
 * Value of the position at a price, ≥ 0: `q · P` in quote (linear), `contracts · contract size ÷ P`
 * in coin (inverse).
 *
 * Source: Binance FAQ "How to Calculate Liquidation Price of USDⓈ-M / COIN-M Futures Contracts",
 * read 2026-11.
 * @throws InvalidFigure quantity, contractSize or price not positive
 */
export const notional = (
  figures: Pick<PositionFigures, 'contract' | 'quantity'>,
  price: Decimal,
): Decimal => exposure(figures).times(coordinate(figures.contract, mustBePositive('price', price)))
