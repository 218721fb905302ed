import { Decimal, type Side, splitPair } from '@/lib/margin'
import { type Account, capitalFor } from './account'
import type { PositionFacts } from './facts'
import { type Figure, known, knownPositive, type MissingReason } from './figure'
import type { Limits } from './limits'
import type { OrderFacts } from './order-facts'
import {
  isNewPosition,
  liquidationRange,
  openMargin,
  orderCost,
  orderPrice,
  orderQuantity,
} from './order-figures'

export type OrderQuestion = {
  order: OrderFacts
  /** All that are open; `null`: not all are in sight. */
  positions: readonly PositionFacts[] | null
  /** Mark of the page's own symbol. */
  mark: Decimal | null
  /** `null`: not in sight. */
  account: Account | null
  limits: Limits
}

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
    { from: 'page'; value: Decimal } | { from: 'ours'; low: Decimal; high: Decimal } | null
  /** Size that keeps within the limit, in the form's unit; `null`: not known, or it fits. */
  fits: Decimal | null
}

export type OrderStop =
  | { state: 'none' }
  | { state: 'unknown' }
  | {
      state: 'set'
      price: Decimal
      /** The side that it would protect; for the other one it would act at once. */
      side: Side | null
      loss: Decimal | null
      share: Decimal | null
      acts: 'before-liquidation' | 'after-liquidation' | 'unknown'
    }

export type OrderCheck = {
  symbol: string | null
  asset: string | null
  unit: string | null
  sides: readonly OrderSide[]
  marginMode: OrderFacts['marginMode']
  leverage: Decimal | null
  stop: OrderStop
  /** Why there is no share of capital; `null`: there is a capital to measure by. */
  noShare: MissingReason | null
  remarks: readonly OrderRemark[]
}

/** What is not as the trader planned. Empty: nothing is said. */
export type OrderRemark = 'share' | 'cross' | 'leverage' | 'no-stop' | 'stop-late'

const capitalOf = ({ order, account, limits }: OrderQuestion): Figure<Decimal> =>
  capitalFor(account ?? nothingInSight, order.asset, limits)

const nothingInSight: Account = {
  positionMode: 'unknown',
  assetMode: 'unknown',
  balances: [],
  openOrders: { count: null, orders: null, complete: false, readAt: null },
}

/** A mark of "0.0" is none. */
const usable = (mark: Decimal | null): Decimal | null =>
  mark === null ? null : knownPositive({ value: mark })

/** Never more than fits; three digits are enough to type. */
const roundedSize = (size: Decimal): Decimal => size.toSignificantDigits(3, Decimal.ROUND_DOWN)

const sideOf = (question: OrderQuestion, side: Side): OrderSide => {
  const { order, positions, mark, limits } = question
  const price = orderPrice(order, usable(mark))
  const cost = orderCost(order, side, { price, quantity: orderQuantity(order, price) })
  const open =
    order.symbol === null || positions === null ? null : openMargin(positions, order.symbol, side)
  const margin = cost !== null && open !== null ? cost.plus(open) : null
  const capital = knownPositive(capitalOf(question))
  const share = margin !== null && capital !== null ? margin.div(capital) : null
  const over = share?.gt(limits.capitalShareLimit)
    ? 'limit'
    : share?.gt(limits.capitalShareCaution)
      ? 'caution'
      : null
  const threshold =
    over === null
      ? null
      : new Decimal(over === 'limit' ? limits.capitalShareLimit : limits.capitalShareCaution)
  const size = known(order.size)
  const room = capital?.times(limits.capitalShareLimit).minus(open ?? 0) ?? null
  const fits =
    over === 'limit' && cost?.gt(0) && size !== null && room !== null
      ? roundedSize(Decimal.max(0, size.times(room).div(cost)))
      : null

  const printed = knownPositive(order[side].liquidationPrice)
  const leverage = known(order.leverage)
  const isNew =
    order.symbol !== null && positions !== null && isNewPosition(positions, order.symbol) === true
  const pair = order.symbol === null ? null : splitPair(order.symbol, order.asset)
  const isLinear = pair?.inverse === false
  const liquidation: OrderSide['liquidation'] =
    printed !== null
      ? { from: 'page', value: printed }
      : order.marginMode === 'isolated' && isNew && isLinear && price?.gt(0) && leverage?.gt(1)
        ? { from: 'ours', ...liquidationRange(side, price, leverage) }
        : null
  return { side, cost, margin, open, share, over, threshold, liquidation, fits }
}

/**
 * An isolated position loses its margin and no more, wherever its stop is: 0.2 BTC at 10x with a stop
 * beyond liquidation would lose 145, not 400.
 */
const bounded = (loss: Decimal, { marginMode }: OrderFacts, margin: Decimal | null): Decimal =>
  marginMode === 'isolated' && margin !== null ? Decimal.min(loss, margin) : loss

const stopOf = (question: OrderQuestion, sides: readonly OrderSide[]): OrderStop => {
  const { order, mark } = question
  if (!('value' in order.stopLoss)) {
    return { state: order.stopLoss.missing === 'none' ? 'none' : 'unknown' }
  }
  const stop = knownPositive(order.stopLoss)
  if (stop === null) return { state: 'unknown' }
  const price = orderPrice(order, usable(mark))
  if (price === null || stop.eq(price)) {
    return { state: 'set', price: stop, side: null, loss: null, share: null, acts: 'unknown' }
  }
  const side: Side = stop.lt(price) ? 'long' : 'short'
  const protects = sides.find((each) => each.side === side)
  const quantity = orderQuantity(order, price)
  const loss =
    quantity === null
      ? null
      : bounded(stop.minus(price).abs().times(quantity), order, protects?.margin ?? null)
  const capital = knownPositive(capitalOf(question))
  const liquidation = protects?.liquidation ?? null
  const known = liquidation?.from === 'page' ? liquidation.value : null
  const isLate = known === null ? null : side === 'long' ? stop.lte(known) : stop.gte(known)
  return {
    state: 'set',
    price: stop,
    side,
    loss,
    share: loss !== null && capital !== null ? loss.div(capital) : null,
    acts: isLate === null ? 'unknown' : isLate ? 'after-liquidation' : 'before-liquidation',
  }
}

/**
 * An order before it is sent, held against the trader's own limits. `null`: nothing is typed, or the
 * order closes.
 */
export const orderCheck = (question: OrderQuestion): OrderCheck | null => {
  const { order, limits } = question
  if (order.action === 'close' || known(order.reduceOnly) === true) return null
  if (known(order.size)?.gt(0) !== true) return null
  const sides = (['long', 'short'] as const).map((side) => sideOf(question, side))
  const stop = stopOf(question, sides)
  const leverage = known(order.leverage)
  const remarks: OrderRemark[] = [
    ...(sides.some(({ over }) => over !== null) ? (['share'] as const) : []),
    ...(order.marginMode === 'cross' && limits.preferIsolated ? (['cross'] as const) : []),
    ...(leverage?.gt(limits.maxLeverage) ? (['leverage'] as const) : []),
    ...(stop.state === 'none' && limits.requireStopLoss ? (['no-stop'] as const) : []),
    ...(stop.state === 'set' && stop.acts === 'after-liquidation' ? (['stop-late'] as const) : []),
  ]
  const capital = capitalOf(question)
  return {
    symbol: order.symbol,
    asset: order.asset,
    unit: order.sizeUnit,
    sides,
    marginMode: order.marginMode,
    leverage,
    stop,
    noShare: 'missing' in capital ? capital.missing : null,
    remarks,
  }
}
