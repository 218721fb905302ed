import { Decimal, isSameContract } from '@/lib/margin'
import type { OpenOrderFacts, OpenOrdersFacts, PositionFacts } from '../facts/facts'
import { isNone, known, type PrintedPrice } from '../facts/figure'
import { lossDirection } from '../facts/liquidation'
import type { PositionMode } from './account'

/** Whether a position has a stop-loss: by its TP/SL columns, and by the open orders. */
export type StopAnswer =
  /** For the whole position. `readAt`: when an order was last in sight; `null`: the columns say so. */
  | { state: 'present'; price: PrintedPrice; readAt: number | null }
  /**
   * For a part of it. `price`: of the nearest, where it is known that they are stop-losses at all; the
   * columns print only how many partial stops and take-profits there are.
   */
  | {
      state: 'partial'
      count: number | null
      price: PrintedPrice | null
      readAt: number | null
      ordersRead: boolean
    }
  /** Proved: no open order can be one. */
  | { state: 'absent' }
  /**
   * None in the columns; an open order may be one. `orders`: how many may be, where it is known.
   * `ordersRead`: to look at the orders once more would tell nothing new.
   */
  | { state: 'possible'; orders: number | null; ordersRead: boolean }
  /** The columns are not in sight. */
  | { state: 'unknown'; orders: number | null; ordersRead: boolean }

type Question = {
  position: PositionFacts
  openOrders: OpenOrdersFacts
  positionMode: PositionMode
}

const ZERO = new Decimal(0)

const NEVER_STOPS: ReadonlySet<OpenOrderFacts['kind']> = new Set(['take-profit', 'limit', 'market'])

/** `null`: what the order prints does not say. */
const isStopFor = (
  order: OpenOrderFacts,
  { position, positionMode }: Omit<Question, 'openOrders'>,
): boolean | null => {
  const { symbol, kind, direction, positionSide } = order
  const isOfContract = symbol === null ? null : isSameContract(symbol, position.symbol)
  if (isOfContract === false || NEVER_STOPS.has(kind)) return false
  const losesTowards = lossDirection(position.side)
  // One that trails the price prints where it begins to, "Mark Price ≥ 65,000" over a mark of 60,000: until
  // then a long falls without a stop.
  if (isOfContract === null || kind !== 'stop') return null
  if (direction === null || losesTowards === null) return null
  if (positionSide !== null && positionSide !== position.side) return false
  // A long is closed by selling.
  if ((direction === 'sell') !== (losesTowards === 'down')) return false
  const closes = known(order.closePosition) === true || known(order.reduceOnly) === true
  if (closes || positionSide === position.side) return true
  // In one-way mode it meets the position first; in hedge mode it may open the other leg.
  return positionMode === 'one-way' ? true : null
}

/** An order prints no unit that could be compared: only an equal quantity is certainly all of it. */
const coversAll = (orders: readonly OpenOrderFacts[], position: PositionFacts): boolean => {
  const closes = orders.some(
    ({ closePosition, quantity }) => known(closePosition) === true || isNone(quantity),
  )
  const whole = known(position.quantity)
  if (closes || whole === null) return closes
  const sum = orders.reduce((all, { quantity }) => all.plus(known(quantity)?.abs() ?? 0), ZERO)
  return sum.eq(whole)
}

/** The one that acts first: the nearest to the mark in the direction of the loss. */
const nearest = (orders: readonly OpenOrderFacts[], position: PositionFacts): PrintedPrice => {
  const prices = orders.flatMap(({ triggerPrice }) =>
    'value' in triggerPrice && triggerPrice.value.gt(0) ? [triggerPrice] : [],
  )
  const rising = prices.sort((a, b) => a.value.cmp(b.value))
  const first = lossDirection(position.side) === 'down' ? rising.at(-1) : rising[0]
  return first ?? { missing: 'unknown' }
}

/** Orders have come or gone since the pane was in front: what it showed proves nothing any more. */
const isStale = ({ count, orders, complete }: OpenOrdersFacts): boolean => {
  if (count === null || orders === null) return false
  return complete ? count !== orders.length : count < orders.length
}

/** Every open order was in sight; where the page counts none, those that it showed. */
const areRead = ({ count, orders, complete }: OpenOrdersFacts): boolean =>
  orders !== null && (count === null || (complete && count === orders.length))

/**
 * Is there a stop-loss? The columns are asked first, then the open orders: a stop of a bot or a
 * conditional order shows up only there. Absence has to be proved: `Open Orders(0)`, or all of them read
 * and none of them a stop for this position.
 */
export const stopAnswer = ({ position, openOrders, positionMode }: Question): StopAnswer => {
  const { stopLoss } = position
  if (stopLoss.state === 'present') {
    return { state: 'present', price: stopLoss.price, readAt: null }
  }
  const answers = (openOrders.orders ?? []).map(
    (order) => [order, isStopFor(order, { position, positionMode })] as const,
  )
  const stops = isStale(openOrders)
    ? []
    : answers.flatMap(([order, isStop]) => (isStop ? [order] : []))
  const mayBe = answers.flatMap(([order, isStop]) => (isStop === false ? [] : [order]))
  const { count } = openOrders
  const ordersRead = areRead(openOrders)
  if (stops.length > 0) {
    const found = { price: nearest(stops, position), readAt: openOrders.readAt }
    return coversAll(stops, position)
      ? { state: 'present', ...found }
      : { state: 'partial', count: stops.length, ...found, ordersRead }
  }
  // None at all, or all of them were in sight, and none of those can be a stop.
  const isAbsent = count === 0 || (count !== null && ordersRead && mayBe.length === 0)
  if (stopLoss.state === 'partial') {
    const profits = answers.filter(
      ([{ kind, symbol }]) =>
        kind === 'take-profit' && symbol !== null && isSameContract(symbol, position.symbol),
    )
    // As many take-profits of the contract as the position has something for a part: those are what it has.
    if (!isAbsent || stopLoss.count === null || profits.length < stopLoss.count) {
      return { state: 'partial', count: stopLoss.count, price: null, readAt: null, ordersRead }
    }
  }
  if (isAbsent) return { state: 'absent' }
  const orders = count !== null && ordersRead ? mayBe.length : count
  return { state: stopLoss.state === 'absent' ? 'possible' : 'unknown', orders, ordersRead }
}
