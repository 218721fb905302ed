import { useSyncExternalStore } from 'react'
import type { PracticeControls } from '../controls.ts'
import {
  contractOf,
  contracts,
  Exchange,
  type ExchangeState,
  newState,
  type Position,
  refused,
  rowText,
} from '../engine/index.ts'
import { type Column, defaultView, type View, viewFrom } from '../view.ts'

const STATE = 'practice-exchange-state'
const VIEW = 'practice-exchange-view'
const TICK = 250

/** Where the page is: the market and the symbol come from the address, as on the real page. */
export type Place = { market: 'usdm' | 'coinm'; symbol: string; language: string }

export const placeOf = (pathname: string): Place => {
  const match = /^\/(?:([a-zA-Z-]+)\/)?(futures|delivery)(?:\/([^/?]+))?/.exec(pathname)
  const market = match?.[2] === 'delivery' ? 'coinm' : 'usdm'
  const fallback = market === 'coinm' ? 'BTCUSD_PERP' : 'BTCUSDT'
  const symbol = decodeURIComponent(match?.[3] ?? fallback)
  return { market, symbol: contracts.has(symbol) ? symbol : fallback, language: match?.[1] ?? 'en' }
}

type Overrides = Record<string, Partial<Record<Column, string>>>
export type Toast = { id: number; text: string; good: boolean }

/** The page's memory: the exchange, how it is shown, and who wants to know when it changed. */
export class Store {
  readonly exchange: Exchange
  view: View
  place: Place
  overrides: Overrides = {}
  toasts: Toast[] = []
  version = 0
  /** Milliseconds by which the exchange's clock is ahead of the browser's. */
  readonly #listeners = new Set<() => void>()
  #leads = false
  #toastId = 0

  constructor() {
    const parameters = new URLSearchParams(location.search)
    if (parameters.get('reset') === 'on') localStorage.clear()
    const seed = Number(parameters.get('seed') ?? 1)
    this.exchange = new Exchange(this.#load() ?? newState({ seed, now: Date.now() }))
    const saved = localStorage.getItem(VIEW)
    const base: View =
      saved === null ? defaultView : { ...defaultView, ...(JSON.parse(saved) as Partial<View>) }
    this.view = viewFrom(parameters, base)
    this.place = placeOf(location.pathname)
    this.#listen()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  changed(save = true): void {
    this.version += 1
    if (save) localStorage.setItem(STATE, JSON.stringify(this.exchange.state))
    for (const listener of this.#listeners) listener()
  }

  /** Runs an action of the trader and says on the page what became of it. */
  act(done: string, action: () => unknown): boolean {
    const result = action()
    const failed = refused(result)
    this.toast(failed ? result.refused : done, !failed)
    this.changed()
    return !failed
  }

  toast(text: string, good: boolean): void {
    const id = (this.#toastId += 1)
    this.toasts = [...this.toasts, { id, text, good }]
    setTimeout(() => {
      this.toasts = this.toasts.filter((toast) => toast.id !== id)
      this.changed(false)
    }, 2_500)
  }

  setView(change: Partial<View>): void {
    this.view = { ...this.view, ...change }
    localStorage.setItem(VIEW, JSON.stringify(this.view))
    this.changed(false)
  }

  navigate(path: string): void {
    history.pushState(null, '', path)
    this.place = placeOf(location.pathname)
    this.changed(false)
  }

  #load(): ExchangeState | null {
    const text = localStorage.getItem(STATE)
    return text === null ? null : (JSON.parse(text) as ExchangeState)
  }

  /** One tab moves the market; the others follow what it saves. */
  #listen(): void {
    addEventListener('storage', ({ key }) => {
      if (key !== STATE) return
      this.exchange.state = this.#load() ?? this.exchange.state
      this.changed(false)
    })
    addEventListener('popstate', () => {
      this.place = placeOf(location.pathname)
      this.changed(false)
    })
    void navigator.locks.request('practice-exchange-leader', () => {
      this.#leads = true
      return new Promise(() => undefined)
    })
    setInterval(() => {
      if (!this.#leads) return
      const behind = Date.now() - this.exchange.state.now
      if (behind > 0) this.exchange.advance(Math.min(behind, 60_000))
      if (this.view.path) {
        const open = this.exchange.account.positions.map(({ symbol }) => symbol)
        this.exchange.walk([...new Set([this.place.symbol, ...open])])
      }
      this.changed(this.view.path)
    }, TICK)
  }
}

export const store = new Store()

/** Re-renders when what `select` returns has changed. */
export const useStore = <T>(select: (store: Store) => T): T =>
  useSyncExternalStore(store.subscribe, () => select(store))

const bySymbol = (symbol: string): Position => {
  const position = store.exchange.find(symbol)
  if (position === undefined) throw new RangeError(`no position in ${symbol}`)
  return position
}

const must = (result: unknown): void => {
  store.changed()
  if (refused(result)) throw new Error(result.refused)
}

export const controls: PracticeControls = {
  positions: () =>
    store.exchange.account.positions.map((position) => {
      const figures = store.exchange.figures(position)
      const { id, symbol, side, marginMode, quantity, entryPrice, wallet } = position
      return {
        id,
        key: `${symbol}:${side}:${marginMode}`,
        symbol,
        side,
        marginMode,
        quantity,
        entryPrice,
        wallet,
        markPrice: figures.mark,
        liquidationPrice: figures.liquidationPrice,
        pnl: figures.pnl,
        printed: rowText(position, figures, store.view),
      }
    }),
  truth: () => store.exchange.truth,
  state: () => store.exchange.state,
  available: (asset) => store.exchange.accountFigures(asset).available,
  maxAddable: (symbol) => store.exchange.maxAddable(bySymbol(symbol).id),

  setPrice: (symbol, price) => {
    store.exchange.setMark(symbol, price)
    store.changed()
  },
  movePrice: (symbol, fraction) => {
    store.exchange.setMark(symbol, store.exchange.market(symbol).mark * (1 + fraction))
    store.changed()
  },
  setFundingRate: (symbol, rate) => {
    store.exchange.setFundingRate(symbol, rate)
    store.changed()
  },
  jumpToFunding: (symbol) => {
    store.exchange.jumpToFunding(symbol)
    store.changed()
  },
  advance: (milliseconds) => {
    store.exchange.advance(milliseconds)
    store.changed()
  },
  syncClock: () => {
    store.exchange.state.now = Date.now()
    must(null)
  },

  open: ({ leverage, marginMode, ...order }) => {
    if (leverage !== undefined) must(store.exchange.setLeverage(order.symbol, leverage))
    if (marginMode !== undefined) must(store.exchange.setMarginMode(order.symbol, marginMode))
    must(store.exchange.marketOrder(order))
  },
  reduce: (symbol, quantity) => must(store.exchange.reduce(bySymbol(symbol).id, quantity)),
  close: (symbol) => {
    store.exchange.close(bySymbol(symbol).id)
    store.changed()
  },
  addMargin: (symbol, amount, by = 'other-device') =>
    must(store.exchange.adjustMargin(bySymbol(symbol).id, amount, by)),
  setStops: (symbol, { takeProfit = null, stopLoss = null }) =>
    must(store.exchange.setStops(bySymbol(symbol).id, { takeProfit, stopLoss })),
  forceStop: (symbol, stopLoss) => {
    bySymbol(symbol).stopLoss = stopLoss
    must(null)
  },
  addPartialStop: (symbol, kind, price, quantity) => {
    store.exchange.addPartialStop(bySymbol(symbol).id, kind, price, quantity)
    store.changed()
  },
  setLeverage: (symbol, leverage) => must(store.exchange.setLeverage(symbol, leverage)),
  switchAccount: (name) => {
    store.exchange.switchAccount(name)
    store.changed()
  },
  transferFromSpot: (asset, amount) => must(store.exchange.transferFromSpot(asset, amount)),

  setView: (change) => {
    store.setView(change)
  },
  view: () => store.view,
  navigate: (path) => {
    store.navigate(path)
  },
  override: (symbol, column, text) => {
    const row = { ...store.overrides[symbol] }
    if (text === null) Reflect.deleteProperty(row, column)
    else row[column] = text
    store.overrides = { ...store.overrides, [symbol]: row }
    store.changed(false)
  },
  fill: (count) => {
    const symbols = [...contracts.keys()].filter((symbol) => /^Q[A-Z]{2}USDT$/.test(symbol))
    for (const symbol of symbols.slice(0, count)) {
      const { price, lot } = contractOf(symbol)
      store.exchange.setLeverage(symbol, 10)
      store.exchange.setMarginMode(symbol, 'isolated')
      store.exchange.marketOrder({ symbol, side: 'buy', quantity: Math.max(lot, 40 / price) })
    }
    must(null)
  },
  reset: (options = {}) => {
    store.exchange.state = newState({ now: Date.now(), ...options })
    store.overrides = {}
    must(null)
  },
}

Object.assign(window, { practice: controls })
