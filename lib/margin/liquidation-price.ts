import { type Bracket, checkBrackets, maintenanceMargin } from './brackets'
import { crossings } from './crossing'
import type { Decimal } from './decimal'
import { InvalidFigure, mustBeFinite, mustBePositive } from './invalid-figure'
import { notional } from './notional'
import { coordinate, exposure, type PositionFigures, sign } from './position'
import { unrealizedPnl } from './unrealized-pnl'

/** Margin balance of one position as `constant + slope · x`, x being the price or its inverse. */
const balanceLine = (figures: PositionFigures, walletBalance: Decimal) => {
  const { contract, side, entryPrice } = figures
  const weight = exposure(figures)
  const direction = contract.kind === 'linear' ? sign(side) : -sign(side)
  const slope = weight.times(direction)
  const from = coordinate(contract, mustBePositive('entryPrice', entryPrice))
  return { weight, slope, constant: walletBalance.minus(slope.times(from)) }
}

const priceAt = (figures: PositionFigures, x: Decimal | null): Decimal | null =>
  x === null || x.lte(0) ? null : coordinate(figures.contract, x)

/**
 * Price at which an isolated position's margin balance equals its maintenance margin; `null` where
 * no price does it (the page prints "--").
 *
 *     linear   LP = (WB + cum − side · q · EP) ÷ (q · (MMR − side))
 *     inverse  LP = Q · (MMR + side) ÷ (WB + cum + side · Q ÷ EP),  Q = contracts · contract size
 *
 * The bracket is the one of the notional at LP itself; since maintenance margin is convex, that is
 * the highest LP of all brackets for a long and the lowest for a short. `walletBalance`: the isolated
 * wallet, without unrealised PnL, in quote (linear) or coin (inverse). No fee is part of it.
 *
 * Source: Binance FAQ b3c689c1f50a44cabb3a84e663b81d93 (USDⓈ-M) and
 * ceccfcfb4e3a45e3b48b0b1bb1a8ae46 (COIN-M), read 2026-11; 36 real rows to half of the last digit.
 * @throws InvalidFigure a figure that no position has
 */
export const liquidationPrice = (
  figures: PositionFigures,
  walletBalance: Decimal,
  brackets: readonly Bracket[],
): Decimal | null => {
  mustBeFinite('walletBalance', walletBalance)
  const { weight, slope, constant } = balanceLine(figures, walletBalance)
  const leg = { weight, brackets: checkBrackets(brackets) }
  const { rising, falling, never } = crossings({ constant, slope, legs: [leg] })
  if (never) throw new InvalidFigure('walletBalance', 'insolvent')
  return priceAt(figures, slope.gt(0) ? rising : falling)
}

/**
 * Price at which the margin balance is zero: all of the wallet is lost. `null` where no price does it.
 *
 *     linear   EP − side · WB ÷ q
 *     inverse  side · Q ÷ (WB + side · Q ÷ EP)
 *
 * Source: derived from the PnL formula (margin balance = wallet + PnL = 0).
 */
export const bankruptcyPrice = (
  figures: PositionFigures,
  walletBalance: Decimal,
): Decimal | null => {
  mustBeFinite('walletBalance', walletBalance)
  const { slope, constant } = balanceLine(figures, walletBalance)
  return priceAt(figures, constant.neg().div(slope))
}

/**
 * Margin that has to be added (> 0), or may be removed (< 0), for the liquidation price to be the
 * target: `MM(target) − PnL(target) − WB`. Exact, changes of bracket included. Margin asset.
 *
 * Source: the condition `WB + PnL(LP) = MM(LP)`, solved for WB.
 * @throws InvalidFigure targetLiquidationPrice on the wrong side: no positive wallet leads there
 */
export const marginToReach = (
  figures: PositionFigures,
  walletBalance: Decimal,
  brackets: readonly Bracket[],
  targetLiquidationPrice: Decimal,
): Decimal => {
  mustBeFinite('walletBalance', walletBalance)
  mustBePositive('targetLiquidationPrice', targetLiquidationPrice)
  const wanted = maintenanceMargin(notional(figures, targetLiquidationPrice), brackets).minus(
    unrealizedPnl(figures, targetLiquidationPrice),
  )
  if (wanted.lte(0)) throw new InvalidFigure('targetLiquidationPrice', 'wrong-side')
  return wanted.minus(walletBalance)
}

/**
 * Margin from which on no price liquidates the position; `null` where margin cannot do that (linear
 * short, inverse long). Added to what is in the wallet; negative if it is so already.
 *
 * Source: `q · EP − WB` (linear long), `Q ÷ EP − WB` (inverse short): the first bracket's amount is 0,
 * and it is the one that rules where the notional goes to zero.
 */
export const marginToBeUnliquidatable = (
  figures: PositionFigures,
  walletBalance: Decimal,
): Decimal | null => {
  mustBeFinite('walletBalance', walletBalance)
  const { slope, constant } = balanceLine(figures, walletBalance)
  return slope.gt(0) ? constant.neg() : null
}
