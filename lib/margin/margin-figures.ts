import { Decimal } from './decimal'
import { mustBeFinite, mustBePositive, mustNotBeNegative } from './invalid-figure'
import { notional } from './notional'
import type { PositionFigures } from './position'
import { unrealizedPnl } from './unrealized-pnl'

type AtPrice = { figures: PositionFigures; markPrice: Decimal }

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
}: AtPrice & { leverage: Decimal }): Decimal =>
  notional(figures, markPrice).div(mustBePositive('leverage', leverage))

/**
 * Return on the initial margin at mark, a fraction: `PnL ÷ (notional(mark) ÷ leverage)`. Adding
 * margin does not change it. `price`: where the PnL is counted (mark or last, the user's choice).
 *
 * Source: Binance FAQ "How to Calculate Profit and Loss for Futures Contracts", read 2026-11.
 */
export const returnOnInvestment = ({
  figures,
  markPrice,
  leverage,
  price = markPrice,
}: AtPrice & { leverage: Decimal; price?: Decimal }): Decimal =>
  unrealizedPnl(figures, price).div(initialMargin({ figures, markPrice, leverage }))

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

/**
 * What a liquidation takes: the isolated wallet (first margin and all additions), or for a cross
 * position the whole margin balance behind it.
 * @throws InvalidFigure a wallet below zero
 */
export const atStake = (
  stake:
    | { marginMode: 'isolated'; walletBalance: Decimal }
    | { marginMode: 'cross'; marginBalance: Decimal },
): Decimal => {
  if (stake.marginMode === 'isolated') {
    return mustNotBeNegative('walletBalance', stake.walletBalance)
  }
  return mustNotBeNegative('marginBalance', stake.marginBalance)
}

/**
 * `max(0, min(cross wallet − Σ isolated open-order initial margin − Σ cross maintenance margin,
 * available for order))`, margin asset.
 *
 * Source: Binance FAQ 360038447311 "How to Adjust Margin", read 2026-11.
 */
export const maxAddableMargin = (account: {
  crossWalletBalance: Decimal
  isolatedOpenOrderInitialMargin: Decimal
  crossMaintenanceMargin: Decimal
  availableForOrder: Decimal
}): Decimal => {
  for (const [field, value] of Object.entries(account)) mustBeFinite(field, value)
  const free = account.crossWalletBalance
    .minus(account.isolatedOpenOrderInitialMargin)
    .minus(account.crossMaintenanceMargin)
  return Decimal.max(0, Decimal.min(free, account.availableForOrder))
}

/**
 * `max(0, min(isolated wallet − maintenance margin, isolated wallet + PnL(mark) − initial margin))`,
 * margin asset.
 *
 * Source: Binance FAQ 360038447311 "How to Adjust Margin", read 2026-11 (older copies lack the
 * maintenance margin).
 */
export const maxRemovableMargin = ({
  figures,
  walletBalance,
  markPrice,
  leverage,
  maintenanceMargin,
}: AtPrice & {
  walletBalance: Decimal
  leverage: Decimal
  maintenanceMargin: Decimal
}): Decimal => {
  mustNotBeNegative('walletBalance', walletBalance)
  mustNotBeNegative('maintenanceMargin', maintenanceMargin)
  const overMaintenance = walletBalance.minus(maintenanceMargin)
  const overInitial = walletBalance
    .plus(unrealizedPnl(figures, markPrice))
    .minus(initialMargin({ figures, markPrice, leverage }))
  return Decimal.max(0, Decimal.min(overMaintenance, overInitial))
}
