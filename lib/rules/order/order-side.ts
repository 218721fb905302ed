import { Decimal, type Side, splitPair } from '@/lib/margin'
import type { OrderFacts, PositionFacts } from '../facts/facts'
import { known, knownPositive } from '../facts/figure'
import type { Limits } from '../limits/limits'
import { stepOf } from '../position/evaluate-share'
import {
  isNewPosition,
  liquidationRange,
  openMargin,
  orderCost,
  orderPrice,
  orderQuantity,
} from './order-figures'

export type OrderSide = {
  side: Side
  /** Margin of this order; and with what is open in the symbol on the same side. */
  cost: Decimal | null
  margin: Decimal | null
  open: Decimal | null
  /** Of `margin`; `null`: not known. */
  share: Decimal | null
  over: 'limit' | 'caution' | null
  /** The limit that it is over. */
  threshold: Decimal | null
  liquidation:
    | { from: 'page'; value: Decimal; decimals: number | null }
    | { from: 'ours'; low: Decimal; high: Decimal }
    | null
  /** Size that keeps within the limit, in the form's unit; `null`: not known, or it fits. */
  fits: Decimal | null
}

export type SideQuestion = {
  order: OrderFacts
  /** All that are open; `null`: not all are in sight. */
  positions: readonly PositionFacts[] | null
  /** Above zero; `null`: not known. */
  mark: Decimal | null
  /** Above zero; `null`: not known, or in another asset. */
  capital: Decimal | null
  limits: Limits
}

/** Never more than fits; three digits are enough to type. */
const roundedSize = (size: Decimal): Decimal => size.toSignificantDigits(3, Decimal.ROUND_DOWN)

/** What the order would put behind one side, and where that would be liquidated. */
export const orderSide = (
  { order, positions, mark, capital, limits }: SideQuestion,
  side: Side,
): OrderSide => {
  const price = orderPrice(order, mark)
  const cost = orderCost(order, side, { price, quantity: orderQuantity(order, price) })
  const open =
    order.symbol === null || positions === null ? null : openMargin(positions, order.symbol, side)
  const margin = cost !== null && open !== null ? cost.plus(open) : null
  const share = margin !== null && capital !== null ? margin.div(capital) : null
  const step = share === null ? null : stepOf(share, limits)
  const over = step === null ? null : step.severity === 'danger' ? 'limit' : 'caution'
  const size = known(order.size)
  const room = capital?.times(limits.capitalShareLimit).minus(open ?? 0) ?? null
  const fits =
    over === 'limit' && cost?.gt(0) && size !== null && room !== null
      ? roundedSize(Decimal.max(0, size.times(room).div(cost)))
      : null

  const printed = knownPositive(order[side].liquidationPrice)
  const leverage = known(order.leverage)
  const isNew =
    order.symbol !== null && positions !== null && isNewPosition(positions, order.symbol)
  const pair = order.symbol === null ? null : splitPair(order.symbol, order.asset)
  const isLinear = pair?.inverse === false
  const liquidation: OrderSide['liquidation'] =
    printed !== null
      ? { from: 'page', value: printed, decimals: order[side].liquidationPrice.decimals ?? null }
      : order.marginMode === 'isolated' && isNew && isLinear && price?.gt(0) && leverage?.gt(1)
        ? { from: 'ours', ...liquidationRange(side, price, leverage) }
        : null
  return {
    side,
    cost,
    margin,
    open,
    share,
    over,
    threshold: step?.threshold ?? null,
    liquidation,
    fits,
  }
}
