import { Decimal, unrealizedPnl } from '@/lib/margin'
import type { PositionFacts } from './facts'
import { known } from './figure'
import type { Limits } from './limits'
import { positionFiguresOf } from './position-figures-of'

/**
 * Where a stop-loss is of use: between the mark and the place that keeps the buffer from liquidation.
 * `crowded`: the mark is inside the buffer already. `null`: mark, entry or liquidation are not known.
 */
export type StopZone =
  | {
      state: 'open'
      /** `null`: nothing liquidates this position. */
      edge: Decimal | null
      mark: Decimal
    }
  | { state: 'crowded'; edge: Decimal; mark: Decimal }
  | null

const decimalsOf = (position: PositionFacts): number => {
  const { markPrice, liquidationPrice } = position
  const digits = [markPrice, liquidationPrice].flatMap((figure) =>
    'value' in figure ? [figure.decimals ?? figure.value.decimalPlaces()] : [],
  )
  return Math.max(0, ...digits)
}

/** Rounded to the page's digits, for a long upwards and for a short downwards: the smaller loss. */
const towardsMark = (position: PositionFacts, price: Decimal): Decimal =>
  price.toDecimalPlaces(
    decimalsOf(position),
    position.side === 'long' ? Decimal.ROUND_CEIL : Decimal.ROUND_FLOOR,
  )

export const stopZone = (
  position: PositionFacts,
  limits: Pick<Limits, 'stopLossBuffer'>,
): StopZone => {
  const mark = known(position.markPrice)
  const entry = known(position.entryPrice)
  if (mark === null || entry === null) return null
  if (!('value' in position.liquidationPrice)) {
    const never = position.liquidationPrice.missing === 'none'
    return never ? { state: 'open', edge: null, mark } : null
  }
  const liquidation = position.liquidationPrice.value
  const edge = towardsMark(
    position,
    liquidation.plus(entry.minus(liquidation).times(limits.stopLossBuffer)),
  )
  const open = position.side === 'long' ? edge.lt(mark) : edge.gt(mark)
  return { state: open ? 'open' : 'crowded', edge, mark }
}

/** `wrong-side`: it would act at once. `unknown`: what it is measured against is not known. */
export type StopVerdict =
  'useful' | 'wrong-side' | 'beyond-liquidation' | 'near-liquidation' | 'unknown'

export const judgeStop = (
  position: PositionFacts,
  limits: Pick<Limits, 'stopLossBuffer'>,
  price: Decimal,
): StopVerdict => {
  const mark = known(position.markPrice)
  // How far one price is on the losing side of another.
  const behind = (a: Decimal, b: Decimal) => (position.side === 'long' ? a.lt(b) : a.gt(b))
  if (mark !== null && !behind(price, mark)) return 'wrong-side'
  const liquidation = known(position.liquidationPrice)
  if (liquidation !== null && !behind(liquidation, price)) return 'beyond-liquidation'
  const zone = stopZone(position, limits)
  if (zone === null) return 'unknown'
  return zone.edge !== null && behind(price, zone.edge) ? 'near-liquidation' : 'useful'
}

export type StopOutcome = {
  /** Profit (> 0) or loss (< 0) of the part that the stop closes. Margin asset, no fee in it. */
  pnl: Decimal
  /** A loss ÷ capital; `null`: a profit, or the capital is not known. */
  share: Decimal | null
  /** Part of the quantity that stays open, 0 to 1: liquidation still stands before it. */
  uncovered: Decimal
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
  capital: Decimal | null
}): StopOutcome | null => {
  const figures = positionFiguresOf(position)
  if (figures === null || !price.gt(0) || !covers.gt(0) || covers.gt(1)) return null
  const pnl = unrealizedPnl(figures, price).times(covers)
  return {
    pnl,
    share: pnl.isNeg() && capital?.gt(0) ? pnl.neg().div(capital) : null,
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
