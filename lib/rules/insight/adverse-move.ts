import { assetClass, Decimal, priceAtDistance, unrealizedPnl } from '@/lib/margin'
import type { Money } from '../facts/money'
import type { PositionFacts } from '../facts/facts'
import { knownPositive } from '../facts/figure'
import { positionFiguresOf } from '../facts/row-evidence-of'

/** What a change of the mark does to a position; `null`: not enough is known of it. */
const lossOf = (position: PositionFacts, from: Decimal, to: Decimal): Decimal | null => {
  const figures = positionFiguresOf(position)
  return figures === null ? null : unrealizedPnl(figures, from).minus(unrealizedPnl(figures, to))
}

const shareOf = (loss: Decimal, asset: string | null, balance: Money | null): Decimal | null =>
  balance?.amount.gt(0) &&
  loss.gt(0) &&
  asset !== null &&
  assetClass(asset) === assetClass(balance.asset)
    ? loss.div(balance.amount)
    : null

/**
 * What a move of the mark against the position takes from the balance behind it, together with what the
 * other legs of the contract win by it. `move`: a fraction of mark, above 0. `null`: no price is that far
 * (a long, 100 % and more), or not enough is known.
 */
export const adverseMove = ({
  position,
  legs,
  balance,
  move,
}: {
  position: PositionFacts
  legs: readonly PositionFacts[]
  balance: Money | null
  move: Decimal
}) => {
  const mark = knownPositive(position.markPrice)
  if (position.side === 'unknown' || mark === null || !move.gt(0)) return null
  const price = priceAtDistance(position.side, mark, move)
  if (price === null) return null
  let loss = new Decimal(0)
  for (const leg of [position, ...legs]) {
    const part = lossOf(leg, mark, price)
    if (part === null) return null
    loss = loss.plus(part)
  }
  const liquidation = knownPositive(position.liquidationPrice)
  const [low, high] = price.lt(mark) ? [price, mark] : [mark, price]
  return {
    /** What the move takes, > 0; below zero where the other leg wins more than this one loses. Margin asset. */
    loss,
    /** Of the balance behind it; `null`: not known, or nothing is lost. */
    share: shareOf(loss, position.marginAsset, balance),
    /** The liquidation price lies between the mark and there. */
    liquidates: liquidation !== null && liquidation.gte(low) && liquidation.lte(high),
  }
}
