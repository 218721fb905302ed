import type { Decimal } from '@/lib/margin'
import { type Account, capitalFor, nothingInSight } from '../position/account'
import type { OrderFacts, PositionFacts } from '../facts/facts'
import { known, knownPositive, type MissingReason } from '../facts/figure'
import type { Limits } from '../limits/limits'
import { type OrderSide, orderSide } from './order-side'
import { type OrderStop, orderStop } from './order-stop'

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

export type OrderCheck = {
  asset: string | null
  unit: string | null
  sides: readonly OrderSide[]
  leverage: Decimal | null
  stop: OrderStop
  /** Why there is no share of capital; `null`: there is a capital to measure by. */
  noShare: MissingReason | null
  remarks: readonly OrderRemark[]
}

/** What is not as the trader planned. Empty: no remark. */
export type OrderRemark = 'share' | 'cross' | 'leverage' | 'no-stop' | 'stop-late'

/**
 * An order before it is sent, held against the trader's own limits. `null`: nothing is typed, or the
 * order closes.
 */
export const orderCheck = (question: OrderQuestion): OrderCheck | null => {
  const { order, account, limits } = question
  if (order.action === 'close' || known(order.reduceOnly) === true) return null
  if (known(order.size)?.gt(0) !== true) return null
  const measured = capitalFor(account ?? nothingInSight, order.asset, limits)
  const capital = knownPositive(measured)
  // A mark of "0.0" is none.
  const mark = question.mark === null ? null : knownPositive({ value: question.mark })
  const asked = { order, positions: question.positions, mark, capital, limits }
  const sides = (['long', 'short'] as const).map((side) => orderSide(asked, side))
  const stop = orderStop({ order, mark, capital, sides })
  const leverage = known(order.leverage)
  const remarks: OrderRemark[] = [
    ...(sides.some(({ over }) => over !== null) ? (['share'] as const) : []),
    ...(order.marginMode === 'cross' && limits.preferIsolated ? (['cross'] as const) : []),
    ...(leverage?.gt(limits.maxLeverage) ? (['leverage'] as const) : []),
    ...(stop.state === 'none' && limits.requireStopLoss ? (['no-stop'] as const) : []),
    ...(stop.state === 'set' && stop.acts === 'after-liquidation' ? (['stop-late'] as const) : []),
  ]
  return {
    asset: order.asset,
    unit: order.sizeUnit,
    sides,
    leverage,
    stop,
    noShare: 'missing' in measured ? measured.missing : null,
    remarks,
  }
}
