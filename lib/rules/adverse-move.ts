import { type Decimal, priceAtDistance, unrealizedPnl } from '@/lib/margin'
import type { PositionFacts } from './facts'
import { known } from './figure'
import { positionFiguresOf } from './position-figures-of'

export type AdverseMove = {
  price: Decimal
  /** What the move takes, > 0. Margin asset. */
  loss: Decimal
  /** Of the balance behind it; `null`: not known. */
  share: Decimal | null
}

/**
 * What a move of the mark against the position takes from the balance behind it. `move`: a fraction
 * of mark, above 0. `null`: no price is that far (a long, 100 % and more), or not enough is known.
 */
export const adverseMove = (
  position: PositionFacts,
  balance: Decimal | null,
  move: Decimal,
): AdverseMove | null => {
  const figures = positionFiguresOf(position)
  const mark = known(position.markPrice)
  if (figures === null || mark === null || !move.gt(0)) return null
  const price = priceAtDistance(position.side, mark, move)
  if (price === null) return null
  const loss = unrealizedPnl(figures, mark).minus(unrealizedPnl(figures, price))
  return { price, loss, share: balance?.gt(0) ? loss.div(balance) : null }
}
