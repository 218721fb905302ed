import { type Bracket, checkBrackets } from './brackets'
import { Decimal } from './decimal'
import { InvalidFigure, mustBeFinite, mustBePositive } from './invalid-figure'
import { coordinate, exposure, type PositionFigures, sign } from './position'

/** Margin balance of one position as `constant + slope · x`, x being the price or its inverse. */
const balanceLine = (figures: PositionFigures, walletBalance: Decimal) => {
  const { contract, side, entryPrice } = figures
  const weight = exposure(figures)
  const direction = contract.kind === 'linear' ? sign(side) : -sign(side)
  const slope = weight.times(direction)
  const from = coordinate(contract, mustBePositive('entryPrice', entryPrice))
  return { weight, slope, constant: walletBalance.minus(slope.times(from)) }
}

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
  // Balance less maintenance margin is the least of straight lines, one for each bracket, and rates stay
  // below 1: all of them rise, or all of them fall, with x.
  const zeros = checkBrackets(brackets).map(({ maintenanceMarginRate, maintenanceAmount }) =>
    constant
      .plus(maintenanceAmount)
      .neg()
      .div(slope.minus(weight.times(maintenanceMarginRate))),
  )
  const rises = slope.gt(0)
  const x = rises ? Decimal.max(...zeros) : Decimal.min(...zeros)
  if (x.gt(0)) return coordinate(figures.contract, x)
  if (!rises) throw new InvalidFigure('walletBalance', 'insolvent')
  return null
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
