import { direction, notionalAt } from './contract-figures.ts'
import { contractOf } from './contracts.ts'
import { assetOf, type Desk, desksOf, pay, record } from './desk.ts'
import { liquidate } from './liquidate.ts'
import { nextFundingAfter } from './new-state.ts'
import type { ExchangeState, Market } from './state.ts'

/** Longs pay a positive rate to shorts, out of the isolated wallet or the cross wallet. */
const settle = (desk: Desk, symbol: string, { fundingRate, mark }: Market): void => {
  for (const position of desk.account.positions) {
    if (position.symbol !== symbol) continue
    const amount = -direction(position) * fundingRate * notionalAt(position, mark)
    if (position.marginMode === 'isolated') position.wallet += amount
    else pay(desk, assetOf(position), amount)
    record(desk, position, { kind: 'funding', amount, rate: fundingRate })
  }
}

/** Settles every market whose time has come. */
const settleDue = (state: ExchangeState): void => {
  for (const [symbol, market] of Object.entries(state.markets)) {
    if (market.nextFunding > state.now) continue
    const { fundingHours, delivery } = contractOf(symbol)
    market.nextFunding = nextFundingAfter(state.now, fundingHours)
    if (delivery !== null) continue
    for (const desk of desksOf(state)) settle(desk, symbol, market)
  }
  for (const desk of desksOf(state)) liquidate(desk)
}

/** Moves the clock, settling every funding on the way. */
export const advance = (state: ExchangeState, milliseconds: number): void => {
  const until = state.now + milliseconds
  for (;;) {
    const next = Math.min(...Object.values(state.markets).map(({ nextFunding }) => nextFunding))
    if (next > until) break
    state.now = next
    settleDue(state)
  }
  state.now = until
}
