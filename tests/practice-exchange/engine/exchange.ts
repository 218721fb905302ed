import { contractOf, contracts, floorToStep, toStep } from './contracts.ts'
import {
  accountFigures,
  crossSurplus,
  isolatedLiquidation,
  maxAddable,
  maxRemovable,
  notionalAt,
  pnlAt,
  positionFigures,
} from './figures.ts'
import { between, normal } from './random.ts'
import type {
  Account,
  ExchangeState,
  MarginMode,
  Market,
  Position,
  Side,
  TruthEvent,
} from './state.ts'

const HOUR = 3_600_000
const TAKER_FEE = 0.0005
/** The order is paid for at a reference price a little off the fill. */
const RESERVE = 0.0004
const LOG_LENGTH = 5_000
const HISTORY_LENGTH = 200

export type NewExchange = {
  seed?: number
  now?: number
  wallets?: Record<string, number>
}

export type OrderRequest = {
  symbol: string
  side: 'buy' | 'sell'
  /** Base coin, or contracts. */
  quantity: number
  reduceOnly?: boolean
  /** Hedge mode: the leg that is meant. */
  leg?: Side
  takeProfit?: number | null
  stopLoss?: number | null
}

export type Refusal = { refused: string }
export const refused = (result: unknown): result is Refusal =>
  typeof result === 'object' && result !== null && 'refused' in result

/** `Omit` keeps the members of the union apart. */
type Happening = TruthEvent extends infer E
  ? E extends TruthEvent
    ? Omit<E, 'at' | 'account' | 'positionId' | 'key'>
    : never
  : never

const newAccount = (wallets: Record<string, number>): Account => ({
  wallets: { ...wallets },
  spot: { USDT: 500, USDC: 500, BTC: 0.01, ETH: 0.1, BNB: 1 },
  positions: [],
  orders: [],
  closed: [],
  positionMode: 'one-way',
  assetMode: 'single',
  leverage: {},
  marginMode: {},
})

const defaultWallets = { USDT: 2_000, USDC: 1_000, BTC: 0.05, ETH: 1, BNB: 5 }

const nextFundingAfter = (now: number, hours: number): number => {
  const length = hours * HOUR
  return (Math.floor(now / length) + 1) * length
}

export const newState = ({ seed = 1, now = 0, wallets = defaultWallets }: NewExchange = {}) => {
  const state: ExchangeState = {
    now,
    random: { seed },
    accounts: { main: newAccount(wallets), second: newAccount(wallets) },
    active: 'main',
    markets: {},
    nextId: 1,
    log: [],
  }
  for (const { symbol, price, fundingHours, delivery } of contracts.values()) {
    state.markets[symbol] = {
      mark: price,
      last: price,
      index: price,
      fundingRate: delivery === null ? 0.0001 : 0,
      nextFunding: nextFundingAfter(now, fundingHours),
    }
  }
  return state
}

/**
 * The practice exchange: one object over a plain state. Nothing moves by itself; the caller advances
 * the clock, walks the price, and acts for the trader.
 */
export class Exchange {
  state: ExchangeState

  constructor(state: ExchangeState = newState()) {
    this.state = state
  }

  get account(): Account {
    const account = this.state.accounts[this.state.active]
    if (account === undefined) throw new RangeError(`no account: ${this.state.active}`)
    return account
  }

  get truth(): readonly TruthEvent[] {
    return this.state.log
  }

  market(symbol: string): Market {
    const market = this.state.markets[symbol]
    if (market === undefined) throw new RangeError(`no market: ${symbol}`)
    return market
  }

  position(id: number): Position {
    const position = this.account.positions.find((candidate) => candidate.id === id)
    if (position === undefined) throw new RangeError(`no position: ${String(id)}`)
    return position
  }

  find(symbol: string, side?: Side): Position | undefined {
    return this.account.positions.find(
      (position) => position.symbol === symbol && (side === undefined || position.side === side),
    )
  }

  figures(position: Position) {
    return positionFigures(this.state, this.account, position)
  }

  accountFigures(asset: string) {
    return accountFigures(this.state, this.account, asset)
  }

  setMark(symbol: string, price: number): void {
    const market = this.market(symbol)
    const { tick } = contractOf(symbol)
    market.mark = Math.max(tick, toStep(price, tick))
    market.index = market.mark
    market.last = market.mark
    this.#afterPrices()
  }

  /** One step of the seeded walk for every symbol that is asked for. */
  walk(symbols: readonly string[]): void {
    for (const symbol of symbols) {
      const market = this.market(symbol)
      const { tick, volatility } = contractOf(symbol)
      const moved = market.mark * (1 + volatility * normal(this.state.random))
      market.mark = Math.max(tick, toStep(moved, tick))
      market.index = toStep(market.mark * (1 + between(this.state.random, -1e-4, 1e-4)), tick)
      market.last = toStep(market.mark * (1 + between(this.state.random, -2e-4, 2e-4)), tick)
    }
    this.#afterPrices()
  }

  /** Moves the clock, settling every funding on the way. */
  advance(milliseconds: number): void {
    const until = this.state.now + milliseconds
    for (;;) {
      const next = Math.min(...Object.values(this.state.markets).map((m) => m.nextFunding))
      if (next > until) break
      this.state.now = next
      this.#settleFunding()
    }
    this.state.now = until
  }

  jumpToFunding(symbol: string): void {
    this.advance(this.market(symbol).nextFunding - this.state.now)
  }

  setFundingRate(symbol: string, rate: number): void {
    this.market(symbol).fundingRate = rate
  }

  setLeverage(symbol: string, leverage: number): null | Refusal {
    const { tiers } = contractOf(symbol)
    const most = tiers[0]?.maxLeverage ?? 1
    if (!Number.isInteger(leverage) || leverage < 1 || leverage > most) {
      return { refused: `Leverage must be between 1 and ${String(most)}` }
    }
    const open = this.account.positions.filter((position) => position.symbol === symbol)
    if (open.some((p) => p.marginMode === 'isolated' && leverage < p.leverage)) {
      return { refused: 'Leverage reduction is not supported with an open isolated position' }
    }
    for (const position of open) {
      if (position.leverage === leverage) continue
      this.#log(position, { kind: 'leverage-changed', from: position.leverage, to: leverage })
      position.leverage = leverage
    }
    this.account.leverage[symbol] = leverage
    return null
  }

  setMarginMode(symbol: string, mode: MarginMode): null | Refusal {
    if (this.find(symbol) !== undefined) {
      return { refused: 'The margin mode cannot be changed with an open position' }
    }
    this.account.marginMode[symbol] = mode
    return null
  }

  setPositionMode(mode: 'one-way' | 'hedge'): null | Refusal {
    if (this.account.positions.length > 0) {
      return { refused: 'The position mode cannot be changed with open positions' }
    }
    this.account.positionMode = mode
    return null
  }

  leverageOf(symbol: string): number {
    return this.account.leverage[symbol] ?? 20
  }

  marginModeOf(symbol: string): MarginMode {
    return this.account.marginMode[symbol] ?? 'cross'
  }

  marketOrder(request: OrderRequest): Position | null | Refusal {
    const { symbol, side } = request
    const { lot } = contractOf(symbol)
    const quantity = floorToStep(request.quantity, lot)
    if (!(quantity > 0)) return { refused: 'The size is below the smallest step' }
    const wanted: Side = request.leg ?? (side === 'buy' ? 'long' : 'short')
    const held =
      this.account.positionMode === 'hedge' ? this.find(symbol, wanted) : this.find(symbol)
    const opens = (side === 'buy') === (wanted === 'long')

    if (this.account.positionMode === 'hedge' && !opens) {
      return held === undefined
        ? { refused: 'There is no position to close' }
        : this.reduce(held.id, Math.min(quantity, held.quantity))
    }
    if (held !== undefined && held.side !== wanted) {
      const closing = Math.min(quantity, held.quantity)
      const rest = toStep(quantity - closing, lot)
      this.reduce(held.id, closing, rest > 0 && !request.reduceOnly ? 'reversed' : 'closed')
      return rest > 0 && !request.reduceOnly
        ? this.#open({ ...request, quantity: rest }, wanted)
        : null
    }
    if (request.reduceOnly) return { refused: 'Reduce-only order rejected' }
    return held === undefined
      ? this.#open({ ...request, quantity }, wanted)
      : this.#increase(held, quantity)
  }

  /** Closes part of a position, or all of it. */
  reduce(
    id: number,
    quantity: number,
    how: 'closed' | 'reversed' | 'adl' | 'liquidated' = 'closed',
  ): Position | null {
    const position = this.position(id)
    const spec = contractOf(position.symbol)
    const price = this.market(position.symbol).last
    const closing = Math.min(toStep(quantity, spec.lot), position.quantity)
    const part = closing / position.quantity
    const pnl = pnlAt({ ...position, quantity: closing }, price)
    const fee =
      how === 'adl' ? 0 : notionalAt({ ...position, quantity: closing }, price) * TAKER_FEE
    const released = position.wallet * part
    this.#pay(
      spec.asset,
      Math.max(released + pnl - fee, position.marginMode === 'isolated' ? 0 : -Infinity),
    )

    if (closing < position.quantity) {
      position.wallet -= released
      position.fees *= 1 - part
      position.quantity = toStep(position.quantity - closing, spec.lot)
      this.#log(position, {
        kind: 'reduced',
        quantity: closing,
        price,
        how: how === 'adl' ? 'adl' : 'closed',
      })
      return position
    }
    this.#remove(position, price, pnl - fee, how === 'adl' ? 'closed' : how)
    return null
  }

  close(id: number): void {
    this.reduce(id, this.position(id).quantity)
  }

  /** Adds (> 0) or removes (< 0) isolated margin. */
  adjustMargin(
    id: number,
    amount: number,
    by: 'trader' | 'other-device' | 'auto' = 'trader',
  ): null | Refusal {
    const position = this.position(id)
    if (position.marginMode !== 'isolated') {
      return { refused: 'Margin can be adjusted in isolated mode only' }
    }
    if (!Number.isFinite(amount) || amount === 0) return { refused: 'Enter an amount' }
    const limit =
      amount > 0
        ? maxAddable(this.state, this.account, position)
        : maxRemovable(this.state, this.account, position)
    if (Math.abs(amount) > limit + 1e-9) return { refused: 'Insufficient margin' }

    const { mark } = this.market(position.symbol)
    const before = isolatedLiquidation(position, position.wallet, mark)
    position.wallet += amount
    this.#pay(contractOf(position.symbol).asset, -amount)
    const after = isolatedLiquidation(position, position.wallet, mark)
    const change = { liquidationBefore: before, liquidationAfter: after }
    if (amount > 0) this.#log(position, { kind: 'margin-added', amount, by, ...change })
    else this.#log(position, { kind: 'margin-removed', amount: -amount, ...change })
    return null
  }

  estimateLiquidation(id: number, amount: number): number | null {
    const position = this.position(id)
    return isolatedLiquidation(
      position,
      position.wallet + amount,
      this.market(position.symbol).mark,
    )
  }

  maxAddable(id: number): number {
    return maxAddable(this.state, this.account, this.position(id))
  }

  maxRemovable(id: number): number {
    return maxRemovable(this.state, this.account, this.position(id))
  }

  setStops(
    id: number,
    stops: { takeProfit: number | null; stopLoss: number | null },
  ): null | Refusal {
    const position = this.position(id)
    const { tick } = contractOf(position.symbol)
    const { mark } = this.market(position.symbol)
    const sense = position.side === 'long' ? 1 : -1
    const snap = (price: number | null) => (price === null ? null : toStep(price, tick))
    const takeProfit = snap(stops.takeProfit)
    const stopLoss = snap(stops.stopLoss)
    if (takeProfit !== null && (takeProfit - mark) * sense <= 0) {
      return { refused: 'The take-profit would trigger at once' }
    }
    if (stopLoss !== null && (stopLoss - mark) * sense >= 0) {
      return { refused: 'The stop-loss would trigger at once' }
    }
    position.takeProfit = takeProfit
    position.stopLoss = stopLoss
    this.#log(position, { kind: 'stop-changed', takeProfit, stopLoss })
    return null
  }

  addPartialStop(id: number, kind: 'take-profit' | 'stop-loss', price: number, quantity: number) {
    this.position(id).partialStops.push({ id: this.state.nextId++, kind, price, quantity })
  }

  placeLimit(symbol: string, side: 'buy' | 'sell', price: number, quantity: number): void {
    const id = this.state.nextId++
    this.account.orders.push({ id, symbol, side, price, quantity, reduceOnly: false })
  }

  cancelOrder(id: number): void {
    this.account.orders = this.account.orders.filter((order) => order.id !== id)
  }

  setAutoAddMargin(id: number, on: boolean): void {
    this.position(id).autoAddMargin = on
  }

  transferFromSpot(asset: string, amount: number): null | Refusal {
    const held = this.account.spot[asset] ?? 0
    if (!(amount > 0) || amount > held) return { refused: 'Insufficient spot balance' }
    this.account.spot[asset] = held - amount
    this.#pay(asset, amount)
    return null
  }

  switchAccount(name: string): void {
    if (this.state.accounts[name] === undefined) throw new RangeError(`no account: ${name}`)
    this.state.active = name
  }

  #pay(asset: string, amount: number): void {
    this.account.wallets[asset] = (this.account.wallets[asset] ?? 0) + amount
  }

  #log(position: Position, happening: Happening): void {
    this.state.log.push({
      at: this.state.now,
      account: this.state.active,
      positionId: position.id,
      key: `${position.symbol}:${position.side}:${position.marginMode}`,
      ...happening,
    })
    if (this.state.log.length > LOG_LENGTH) this.state.log.splice(0, LOG_LENGTH / 10)
  }

  #reserve(symbol: string, quantity: number): { wallet: number; fee: number; price: number } {
    const price = this.market(symbol).last
    const notional = notionalAt({ symbol, quantity }, price)
    const reserved = notional * (1 + between(this.state.random, 0, RESERVE))
    return { wallet: reserved / this.leverageOf(symbol), fee: notional * TAKER_FEE, price }
  }

  #open(request: OrderRequest, side: Side): Position | Refusal {
    const { symbol, quantity } = request
    const { asset } = contractOf(symbol)
    const { wallet, fee, price } = this.#reserve(symbol, quantity)
    if (wallet > this.accountFigures(asset).available) return { refused: 'Insufficient balance' }
    const marginMode = this.marginModeOf(symbol)
    const isolated = marginMode === 'isolated'
    this.#pay(asset, isolated ? -wallet : -fee)
    const position: Position = {
      id: this.state.nextId++,
      symbol,
      side,
      marginMode,
      leverage: this.leverageOf(symbol),
      quantity,
      entryPrice: price,
      fees: fee,
      wallet: isolated ? wallet - fee : 0,
      openedAt: this.state.now,
      autoAddMargin: false,
      takeProfit: request.takeProfit ?? null,
      stopLoss: request.stopLoss ?? null,
      partialStops: [],
    }
    this.account.positions.push(position)
    this.#log(position, { kind: 'opened', quantity, price, wallet: position.wallet })
    if (position.stopLoss !== null || position.takeProfit !== null) {
      const { takeProfit, stopLoss } = position
      this.#log(position, { kind: 'stop-changed', takeProfit, stopLoss })
    }
    return position
  }

  #increase(position: Position, quantity: number): Position | Refusal {
    const { symbol } = position
    const spec = contractOf(symbol)
    const { wallet, fee, price } = this.#reserve(symbol, quantity)
    if (wallet > this.accountFigures(spec.asset).available) {
      return { refused: 'Insufficient balance' }
    }
    const losing = pnlAt(position, this.market(symbol).mark) < 0
    const isolated = position.marginMode === 'isolated'
    this.#pay(spec.asset, isolated ? -wallet : -fee)
    const total = position.quantity + quantity
    position.entryPrice =
      spec.kind === 'linear'
        ? (position.entryPrice * position.quantity + price * quantity) / total
        : total / (position.quantity / position.entryPrice + quantity / price)
    position.quantity = toStep(total, spec.lot)
    position.fees += fee
    const margin = isolated ? wallet - fee : 0
    position.wallet += margin
    this.#log(position, { kind: 'increased', quantity, price, margin, losing })
    return position
  }

  #remove(
    position: Position,
    price: number,
    pnl: number,
    how: 'closed' | 'liquidated' | 'reversed',
  ): void {
    const { account } = this
    account.positions = account.positions.filter(({ id }) => id !== position.id)
    account.closed.unshift({
      id: position.id,
      symbol: position.symbol,
      side: position.side,
      marginMode: position.marginMode,
      leverage: position.leverage,
      quantity: position.quantity,
      entryPrice: position.entryPrice,
      exitPrice: price,
      realizedPnl: pnl,
      openedAt: position.openedAt,
      closedAt: this.state.now,
      how,
    })
    account.closed.splice(HISTORY_LENGTH)
    this.#log(position, { kind: 'closed', price, pnl, how })
  }

  #settleFunding(): void {
    const active = this.state.active
    for (const [symbol, market] of Object.entries(this.state.markets)) {
      if (market.nextFunding > this.state.now) continue
      const { fundingHours, asset, delivery } = contractOf(symbol)
      market.nextFunding = nextFundingAfter(this.state.now, fundingHours)
      if (delivery !== null) continue
      for (const name of Object.keys(this.state.accounts)) {
        this.state.active = name
        for (const position of this.account.positions) {
          if (position.symbol !== symbol) continue
          const sense = position.side === 'long' ? -1 : 1
          const amount = sense * market.fundingRate * notionalAt(position, market.mark)
          if (position.marginMode === 'isolated') position.wallet += amount
          else this.#pay(asset, amount)
          this.#log(position, { kind: 'funding', amount, rate: market.fundingRate })
        }
      }
      this.state.active = active
    }
  }

  #afterPrices(): void {
    const active = this.state.active
    for (const name of Object.keys(this.state.accounts)) {
      this.state.active = name
      for (const position of [...this.account.positions]) this.#trigger(position)
      for (const order of [...this.account.orders]) {
        const { mark } = this.market(order.symbol)
        if (order.side === 'buy' ? mark > order.price : mark < order.price) continue
        this.cancelOrder(order.id)
        this.marketOrder(order)
      }
      this.#liquidate()
    }
    this.state.active = active
  }

  #trigger(position: Position): void {
    const { mark } = this.market(position.symbol)
    const sense = position.side === 'long' ? 1 : -1
    const reached = (price: number | null, winning: 1 | -1) =>
      price !== null && (mark - price) * sense * winning >= 0
    if (reached(position.takeProfit, 1) || reached(position.stopLoss, -1)) {
      this.close(position.id)
      return
    }
    for (const stop of [...position.partialStops]) {
      if (!reached(stop.price, stop.kind === 'take-profit' ? 1 : -1)) continue
      position.partialStops = position.partialStops.filter(({ id }) => id !== stop.id)
      if (this.reduce(position.id, stop.quantity) === null) return
    }
  }

  #liquidate(): void {
    const { account } = this
    for (const position of [...account.positions]) {
      if (position.marginMode !== 'isolated') continue
      if (position.autoAddMargin && this.figures(position).marginRatio > 0.8) {
        const amount = Math.min(
          this.figures(position).initialMargin,
          maxAddable(this.state, account, position),
        )
        if (amount > 0.01) this.adjustMargin(position.id, Number(amount.toFixed(2)), 'auto')
      }
      const { pnl, maintenanceMargin, mark } = this.figures(position)
      if (position.wallet + pnl > maintenanceMargin) continue
      this.#remove(position, mark, -position.wallet, 'liquidated')
    }
    for (const asset of Object.keys(account.wallets)) {
      const cross = account.positions.filter(
        (p) => p.marginMode === 'cross' && contractOf(p.symbol).asset === asset,
      )
      if (cross.length === 0 || crossSurplus(this.state, account, asset) > 0) continue
      account.wallets[asset] = 0
      for (const position of cross) {
        const { pnl, mark } = this.figures(position)
        this.#remove(position, mark, pnl, 'liquidated')
      }
    }
  }
}
