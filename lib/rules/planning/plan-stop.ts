import { Decimal, unrealizedPnl } from '@/lib/margin'
import type { PositionFacts } from '../facts/facts'
import { type Figure, finestDecimals, isNone, knownPositive } from '../facts/figure'
import type { Limits } from '../limits/limits'
import { lossDirection } from '../facts/liquidation'
import { positionFiguresOf } from '../facts/row-evidence-of'

/**
 * Where a stop-loss is of use: between the mark and the place that keeps the buffer from liquidation.
 * `crowded`: the mark is inside the buffer already. `null`: side, mark, entry or liquidation are not known.
 */
export type StopZone =
  | {
      state: 'open'
      /** `null`: nothing liquidates this position on its losing side. */
      edge: Decimal | null
      /** Liquidation lies on the other side of the mark: a hedge leg that the other one outweighs. */
      elsewhere: boolean
      mark: Decimal
    }
  | { state: 'crowded'; edge: Decimal }
  | null

/** Rounded to the page's digits, for a long upwards and for a short downwards: the smaller loss. */
const towardsMark = (position: PositionFacts, price: Decimal): Decimal =>
  price.toDecimalPlaces(
    finestDecimals(position.markPrice, position.liquidationPrice),
    position.side === 'long' ? Decimal.ROUND_CEIL : Decimal.ROUND_FLOOR,
  )

/** An isolated position beyond its price has crossed it; a cross position's price may lie on either side. */
const isElsewhere = (
  { side, marginMode }: PositionFacts,
  liquidation: Decimal,
  mark: Decimal,
): boolean =>
  marginMode !== 'isolated' &&
  (lossDirection(side) === 'down' ? liquidation.gt(mark) : liquidation.lt(mark))

export const stopZone = (
  position: PositionFacts,
  limits: Pick<Limits, 'stopLossBuffer'>,
): StopZone => {
  const mark = knownPositive(position.markPrice)
  const entry = knownPositive(position.entryPrice)
  const losesTowards = lossDirection(position.side)
  if (mark === null || entry === null || losesTowards === null) return null
  const none = { state: 'open', edge: null, mark } as const
  const liquidation = knownPositive(position.liquidationPrice)
  if (liquidation === null) {
    return isNone(position.liquidationPrice) ? { ...none, elsewhere: false } : null
  }
  if (isElsewhere(position, liquidation, mark)) return { ...none, elsewhere: true }
  const edge = towardsMark(
    position,
    liquidation.plus(entry.minus(liquidation).times(limits.stopLossBuffer)),
  )
  const open = losesTowards === 'down' ? edge.lt(mark) : edge.gt(mark)
  return open ? { state: 'open', edge, elsewhere: false, mark } : { state: 'crowded', edge }
}

/** `wrong-side`: it would act at once. `unknown`: what it is measured against is not known. */
export type StopVerdict =
  'useful' | 'wrong-side' | 'beyond-liquidation' | 'near-liquidation' | 'unknown'

export const judgeStop = (
  position: PositionFacts,
  limits: Pick<Limits, 'stopLossBuffer'>,
  price: Decimal,
): StopVerdict => {
  const mark = knownPositive(position.markPrice)
  const losesTowards = lossDirection(position.side)
  if (losesTowards === null) return 'unknown'
  const behind = (a: Decimal, b: Decimal) => (losesTowards === 'down' ? a.lt(b) : a.gt(b))
  if (mark !== null && !behind(price, mark)) return 'wrong-side'
  const liquidation = knownPositive(position.liquidationPrice)
  const zone = stopZone(position, limits)
  const elsewhere = zone?.state === 'open' && zone.elsewhere
  if (liquidation !== null && !elsewhere && !behind(liquidation, price)) return 'beyond-liquidation'
  if (zone === null) return 'unknown'
  return zone.edge !== null && behind(price, zone.edge) ? 'near-liquidation' : 'useful'
}

/** What a stop leaves behind. `covers`: the part of the quantity that it closes, above 0, at most 1. */
export const stopOutcome = ({
  position,
  price,
  covers,
  capital,
}: {
  position: PositionFacts
  price: Decimal
  covers: Decimal
  capital: Figure<Decimal>
}) => {
  const figures = positionFiguresOf(position)
  if (figures === null || !price.gt(0) || !covers.gt(0) || covers.gt(1)) return null
  const whole = knownPositive(capital)
  const pnl = unrealizedPnl(figures, price).times(covers)
  return {
    /** Profit (> 0) or loss (< 0) of the part that the stop closes. Margin asset, no fee in it. */
    pnl,
    /** A loss ÷ capital; `null`: a profit, or the capital is not known. */
    share: pnl.isNeg() && whole !== null ? pnl.neg().div(whole) : null,
    /** Part of the quantity that stays open, 0 to 1: liquidation still stands before it. */
    uncovered: new Decimal(1).minus(covers),
  }
}

/**
 * The stop at which the covered part loses the chosen amount, and at the page's digits not more.
 * `null`: no price does that, or not enough is known.
 *
 *     linear   P = entry − side · loss ÷ q      inverse  1 ÷ P = 1 ÷ entry + side · loss ÷ Q
 *
 * Source: the PnL formula, solved for the price.
 */
export const stopForLoss = ({
  position,
  loss,
  covers,
}: {
  position: PositionFacts
  loss: Decimal
  covers: Decimal
}): Decimal | null => {
  const figures = positionFiguresOf(position)
  if (figures === null || !covers.gt(0) || covers.gt(1) || loss.isNeg()) return null
  const { contract, side, quantity, entryPrice } = figures
  const sign = side === 'long' ? 1 : -1
  const part = quantity.times(covers)
  if (contract.kind === 'linear') {
    const price = entryPrice.minus(loss.times(sign).div(part))
    return price.gt(0) ? towardsMark(position, price) : null
  }
  const inverse = new Decimal(1)
    .div(entryPrice)
    .plus(loss.times(sign).div(part.times(contract.contractSize)))
  return inverse.gt(0) ? towardsMark(position, new Decimal(1).div(inverse)) : null
}
