import { accountFigures } from './account-figures.ts'
import { adjustMargin, type MarginChange } from './adjust-margin.ts'
import { cancelConditional, conditionalOrder, type ConditionalRequest } from './conditionals.ts'
import { contractOf, inventedContracts, toStep } from './contracts.ts'
import {
  type Desk,
  deskOf,
  findPosition,
  marketOf,
  pay,
  positionAt,
  type Refusal,
  refused,
} from './desk.ts'
import { isolatedLiquidation, positionFigures } from './figures.ts'
import { advance } from './funding.ts'
import { maxAddable, maxRemovable } from './margin-limits.ts'
import { newState } from './new-state.ts'
import {
  cancelOrder,
  limitOrder,
  type LimitRequest,
  marketOrder,
  type OrderRequest,
} from './orders.ts'
import { setMark, walk } from './prices.ts'
import { reduce, type Reduction } from './reduce.ts'
import {
  leverageOf,
  marginModeOf,
  setAssetMode,
  setLeverage,
  setMarginMode,
  setPositionMode,
} from './settings.ts'
import type {
  Account,
  AssetMode,
  ExchangeState,
  MarginMode,
  Market,
  Position,
  PositionMode,
  Side,
  StopKind,
  TruthEvent,
} from './state.ts'
import { addPartialStop, cancelPartialStop, setStops, type StopPrices } from './stops.ts'

/**
 * The practice exchange: one object over a plain state. Nothing moves by itself; the caller advances
 * the clock, walks the price, and acts for the trader of the active account.
 */
export class Exchange {
  state: ExchangeState

  constructor(state: ExchangeState = newState()) {
    this.state = state
  }

  get #desk(): Desk {
    return deskOf(this.state)
  }
  get account(): Account {
    return this.#desk.account
  }
  get truth(): readonly TruthEvent[] {
    return this.state.log
  }

  market(symbol: string): Market {
    return marketOf(this.state, symbol)
  }
  position(id: number): Position {
    return positionAt(this.#desk, id)
  }
  find(symbol: string, side?: Side): Position | undefined {
    return findPosition(this.#desk, symbol, side)
  }
  figures(position: Position) {
    return positionFigures(this.state, this.account, position)
  }
  accountFigures(asset: string) {
    return accountFigures(this.state, this.account, asset)
  }

  setMark(symbol: string, price: number): void {
    setMark(this.state, symbol, price)
  }
  setLast(symbol: string, price: number): void {
    this.market(symbol).last = toStep(price, contractOf(symbol).tick)
  }
  walk(symbols: readonly string[]): void {
    walk(this.state, symbols)
  }
  advance(milliseconds: number): void {
    advance(this.state, milliseconds)
  }
  jumpToFunding(symbol: string): void {
    this.advance(this.market(symbol).nextFunding - this.state.now)
  }
  setFundingRate(symbol: string, rate: number): void {
    this.market(symbol).fundingRate = rate
  }

  leverageOf(symbol: string): number {
    return leverageOf(this.#desk, symbol)
  }
  marginModeOf(symbol: string): MarginMode {
    return marginModeOf(this.#desk, symbol)
  }
  setLeverage(symbol: string, leverage: number): null | Refusal {
    return setLeverage(this.#desk, symbol, leverage)
  }
  setMarginMode(symbol: string, mode: MarginMode): null | Refusal {
    return setMarginMode(this.#desk, symbol, mode)
  }
  setPositionMode(mode: PositionMode): null | Refusal {
    return setPositionMode(this.#desk, mode)
  }
  setAssetMode(mode: AssetMode): null | Refusal {
    return setAssetMode(this.#desk, mode)
  }

  marketOrder(request: OrderRequest): Position | null | Refusal {
    return marketOrder(this.#desk, request)
  }
  limitOrder(request: LimitRequest): null | Refusal {
    return limitOrder(this.#desk, request)
  }
  /** Opens `count` isolated longs in invented coins, forty of the quote each. */
  fill(count: number): null | Refusal {
    for (const { symbol, price, lot } of inventedContracts.slice(0, count)) {
      this.setLeverage(symbol, 10)
      this.setMarginMode(symbol, 'isolated')
      const quantity = Math.max(lot, 40 / price)
      const result = this.marketOrder({ symbol, side: 'buy', quantity })
      if (refused(result)) return result
    }
    return null
  }
  cancelOrder(id: number): void {
    cancelOrder(this.#desk, id)
  }
  conditionalOrder(request: ConditionalRequest): null | Refusal {
    return conditionalOrder(this.#desk, request)
  }
  cancelConditional(id: number): void {
    cancelConditional(this.#desk, id)
  }
  /** Closes part of a position, or all of it: then there is none left to return. */
  reduce(id: number, quantity: number, how: Reduction['how'] = 'closed'): Position | null {
    return reduce(this.#desk, { id, quantity, how })
  }
  close(id: number): void {
    this.reduce(id, this.position(id).quantity)
  }
  closeAll(positions: readonly Position[]): void {
    for (const { id } of positions) this.close(id)
  }
  /** Closes a position and opens its opposite of the same size. */
  reverse(id: number): Position | null | Refusal {
    const { symbol, side, quantity } = this.position(id)
    if (this.account.positionMode === 'hedge') {
      return { refused: 'Positions cannot be reversed in hedge mode' }
    }
    const order = { symbol, quantity: 2 * quantity }
    return this.marketOrder({ ...order, side: side === 'long' ? 'sell' : 'buy' })
  }

  /** Adds (> 0) or removes (< 0) isolated margin. */
  adjustMargin(id: number, amount: number, by: MarginChange['by'] = 'trader'): null | Refusal {
    return adjustMargin(this.#desk, { id, amount, by })
  }
  /** Liquidation price after a change of the isolated margin. */
  estimateLiquidation(id: number, amount: number): number | null {
    const position = this.position(id)
    const { mark } = this.market(position.symbol)
    return isolatedLiquidation(position, position.wallet + amount, mark)
  }
  maxAddable(id: number): number {
    return maxAddable(this.state, this.account, this.position(id))
  }
  maxRemovable(id: number): number {
    return maxRemovable(this.state, this.account, this.position(id))
  }
  setAutoAddMargin(id: number, on: boolean): void {
    this.position(id).autoAddMargin = on
  }

  setStops(id: number, stops: StopPrices): null | Refusal {
    return setStops(this.#desk, id, stops)
  }
  addPartialStop(id: number, kind: StopKind, price: number, quantity: number): null | Refusal {
    return addPartialStop(this.#desk, id, { kind, price, quantity })
  }
  cancelPartialStop(id: number): void {
    cancelPartialStop(this.#desk, id)
  }

  transferFromSpot(asset: string, amount: number): null | Refusal {
    const held = this.account.spot[asset] ?? 0
    if (!(amount > 0) || amount > held) return { refused: 'Insufficient spot balance' }
    this.account.spot[asset] = held - amount
    pay(this.#desk, asset, amount)
    return null
  }
  switchAccount(name: string): void {
    this.state.active = deskOf(this.state, name).name
  }
}
