import { triggerConditionals } from './conditionals.ts'
import { contractOf, toStep } from './contracts.ts'
import { type Desk, desksOf, marketOf } from './desk.ts'
import { liquidate } from './liquidate.ts'
import { cancelOrder, marketOrder } from './orders.ts'
import { between, normal } from './random.ts'
import type { ExchangeState } from './state.ts'
import { triggerStops } from './stops.ts'

const fillOrders = (desk: Desk): void => {
  for (const order of [...desk.account.orders]) {
    const { mark } = marketOf(desk.state, order.symbol)
    if (order.side === 'buy' ? mark > order.price : mark < order.price) continue
    cancelOrder(desk, order.id)
    marketOrder(desk, order)
  }
}

/** What new prices bring about: stops, orders, liquidations. */
const afterPrices = (state: ExchangeState): void => {
  for (const desk of desksOf(state)) {
    for (const position of [...desk.account.positions]) triggerStops(desk, position)
    triggerConditionals(desk)
    fillOrders(desk)
    liquidate(desk)
  }
}

/** Mark, index and last price at once. */
export const setMark = (state: ExchangeState, symbol: string, price: number): void => {
  const market = marketOf(state, symbol)
  const { tick } = contractOf(symbol)
  market.mark = Math.max(tick, toStep(price, tick))
  market.index = market.mark
  market.last = market.mark
  afterPrices(state)
}

/** One step of the seeded walk for every symbol that is asked for. */
export const walk = (state: ExchangeState, symbols: readonly string[]): void => {
  for (const symbol of symbols) {
    const market = marketOf(state, symbol)
    const { tick, volatility } = contractOf(symbol)
    const moved = market.mark * (1 + volatility * normal(state.random))
    market.mark = Math.max(tick, toStep(moved, tick))
    market.index = toStep(market.mark * (1 + between(state.random, -1e-4, 1e-4)), tick)
    market.last = toStep(market.mark * (1 + between(state.random, -2e-4, 2e-4)), tick)
  }
  afterPrices(state)
}
