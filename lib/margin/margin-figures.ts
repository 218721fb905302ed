import { Decimal } from './decimal'
import { mustBeFinite, mustBePositive, mustNotBeNegative } from './invalid-figure'
import { notional } from './notional'
import type { PositionFigures } from './position'

/**
 * Margin that leverage asks for: `notional(mark) ÷ leverage`. The Margin column of a cross position
 * prints exactly this. Quote (linear) or coin (inverse).
 *
 * Source: Binance FAQ "Leverage and Margin of USDⓈ-M Futures"; two real rows to the cent, 2026-11.
 * @throws InvalidFigure leverage not positive
 */
export const initialMargin = ({
  figures,
  markPrice,
  leverage,
}: {
  figures: PositionFigures
  markPrice: Decimal
  leverage: Decimal
}): Decimal => notional(figures, markPrice).div(mustBePositive('leverage', leverage))

/**
 * `maintenance margin ÷ margin balance`, a fraction; liquidation at 1 and above. (Some venues print
 * its inverse.) `null` where the balance is not above zero: there is no ratio beyond bankruptcy.
 *
 * Source: Binance FAQ 5d62f8be "Liquidation Protocols", read 2026-11.
 */
export const marginRatio = ({
  maintenanceMargin,
  marginBalance,
}: {
  maintenanceMargin: Decimal
  marginBalance: Decimal
}): Decimal | null => {
  mustNotBeNegative('maintenanceMargin', maintenanceMargin)
  return mustBeFinite('marginBalance', marginBalance).gt(0)
    ? maintenanceMargin.div(marginBalance)
    : null
}

/**
 * How far the mark price is from liquidation, as a fraction of the mark; zero at liquidation,
 * negative once crossed: `(mark − liquidation) ÷ mark` for a long, the opposite for a short.
 * @throws InvalidFigure a price not positive
 */
export const liquidationDistance = (
  side: PositionFigures['side'],
  markPrice: Decimal,
  liquidationPrice: Decimal,
): Decimal => {
  mustBePositive('markPrice', markPrice)
  mustBePositive('liquidationPrice', liquidationPrice)
  const gap =
    side === 'long' ? markPrice.minus(liquidationPrice) : liquidationPrice.minus(markPrice)
  return gap.div(markPrice)
}

/** The price at a distance from the mark: inverse of `liquidationDistance`. `null` where ≤ 0. */
export const priceAtDistance = (
  side: PositionFigures['side'],
  markPrice: Decimal,
  distance: Decimal,
): Decimal | null => {
  mustBePositive('markPrice', markPrice)
  mustBeFinite('distance', distance)
  const factor = side === 'long' ? new Decimal(1).minus(distance) : distance.plus(1)
  const price = markPrice.times(factor)
  return price.gt(0) ? price : null
}
