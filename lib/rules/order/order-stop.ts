import { Decimal, type Side } from '@/lib/margin'
import { knownPositive } from '../facts/figure'
import type { OrderFacts } from '../facts/facts'
import { orderPrice, orderQuantity } from './order-figures'
import type { OrderSide, SideQuestion } from './order-side'

export type OrderStop =
  | { state: 'none' }
  | { state: 'unknown' }
  | {
      state: 'set'
      price: Decimal
      /** As typed; `null`: not known. */
      decimals: number | null
      /** The side that it would protect; for the other one it would act at once. */
      side: Side | null
      loss: Decimal | null
      share: Decimal | null
      acts: 'before-liquidation' | 'after-liquidation' | 'unknown'
    }

type Question = Pick<SideQuestion, 'order' | 'mark' | 'capital'> & { sides: readonly OrderSide[] }

/**
 * An isolated position loses its margin and no more, wherever its stop is: 0.2 BTC at 10x with a stop
 * beyond liquidation would lose 145, not 400.
 */
const bounded = (loss: Decimal, { marginMode }: OrderFacts, margin: Decimal | null): Decimal =>
  marginMode === 'isolated' && margin !== null ? Decimal.min(loss, margin) : loss

/** The stop-loss in the form: which side it would protect, what it would lose, and whether it would act. */
export const orderStop = ({ order, mark, capital, sides }: Question): OrderStop => {
  if (!('value' in order.stopLoss)) {
    return { state: order.stopLoss.missing === 'none' ? 'none' : 'unknown' }
  }
  const stop = knownPositive(order.stopLoss)
  if (stop === null) return { state: 'unknown' }
  const typed = { state: 'set', price: stop, decimals: order.stopLoss.decimals ?? null } as const
  const price = orderPrice(order, mark)
  if (price === null || stop.eq(price)) {
    return { ...typed, side: null, loss: null, share: null, acts: 'unknown' }
  }
  const side: Side = stop.lt(price) ? 'long' : 'short'
  const protects = sides.find((each) => each.side === side)
  const quantity = orderQuantity(order, price)
  const loss =
    quantity === null
      ? null
      : bounded(stop.minus(price).abs().times(quantity), order, protects?.margin ?? null)
  const liquidation = protects?.liquidation ?? null
  const known = liquidation?.from === 'page' ? liquidation.value : null
  const isLate = known === null ? null : side === 'long' ? stop.lte(known) : stop.gte(known)
  return {
    ...typed,
    side,
    loss,
    share: loss !== null && capital !== null ? loss.div(capital) : null,
    acts: isLate === null ? 'unknown' : isLate ? 'after-liquidation' : 'before-liquidation',
  }
}
