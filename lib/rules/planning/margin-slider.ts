import { Decimal, initialMargin, powerOfTen, unrealizedPnl } from '@/lib/margin'
import type { PositionFacts } from '../facts/facts'
import type { Backing } from '../position/backing'
import { known, knownPositive } from '../facts/figure'
import { positionFiguresOf } from '../facts/row-evidence-of'

/** How far a slider of added (> 0) and removed (< 0) margin goes. Margin asset. */
export type MarginSlider = { min: Decimal; max: Decimal; step: Decimal }

/** Positions of the slider, about. */
const PLACES = 200

/** The round number (1, 2 or 5 and noughts) at or below. */
const round = (value: Decimal): Decimal => {
  const power = powerOfTen(value.e)
  const digit = [5, 2, 1].find((each) => value.gte(power.times(each))) ?? 1
  return power.times(digit)
}

/**
 * What the exchange would let go: never below the first margin at mark, nor below maintenance.
 * Source: Binance FAQ 360038447311 "How to Adjust Margin", read 2026-11.
 */
const removable = (position: PositionFacts, wallet: Decimal): Decimal => {
  const figures = positionFiguresOf(position)
  const markPrice = knownPositive(position.markPrice)
  const leverage = knownPositive(position.leverage)
  if (figures === null || markPrice === null || leverage === null) return wallet
  const balance = wallet.plus(unrealizedPnl(figures, markPrice))
  const spare = balance.minus(initialMargin({ figures, markPrice, leverage }))
  const ratio = known(position.marginRatio)
  const overMaintenance = ratio === null ? wallet : wallet.minus(balance.times(ratio))
  return Decimal.max(0, Decimal.min(spare, overMaintenance))
}

/** `null`: the wallet is not known, or there is none. */
export const marginSlider = (position: PositionFacts, backing: Backing): MarginSlider | null => {
  const wallet = knownPositive(position.wallet)
  if (wallet === null) return null
  const { available } = backing
  const most = available?.gt(0) ? Decimal.min(available, wallet.times(4)) : wallet.times(2)
  const least = removable(position, wallet)
  const step = round(most.plus(least).div(PLACES))
  return {
    min: least.div(step).floor().times(step).neg(),
    max: most.div(step).ceil().times(step),
    step,
  }
}
