import type { ExchangeState, OrderRequest, RowText, Side, TruthEvent } from './engine/index.ts'
import type { Column, View } from './view.ts'

/** One open position as it truly is and as the page prints it. */
export type PositionTruth = {
  id: number
  key: string
  symbol: string
  side: Side
  marginMode: 'isolated' | 'cross'
  quantity: number
  entryPrice: number
  markPrice: number
  liquidationPrice: number | null
  wallet: number
  pnl: number
  printed: RowText
}

/**
 * `window.practice`: the hands of tests and of the demo. Everything a trader does on the page, the
 * other device, the market and the clock can be done here too.
 */
export type PracticeControls = {
  positions: () => PositionTruth[]
  truth: () => readonly TruthEvent[]
  state: () => ExchangeState
  available: (asset: string) => number
  maxAddable: (symbol: string) => number

  setPrice: (symbol: string, price: number) => void
  /** Moves the mark by a fraction of itself. */
  movePrice: (symbol: string, fraction: number) => void
  setFundingRate: (symbol: string, rate: number) => void
  jumpToFunding: (symbol: string) => void
  advance: (milliseconds: number) => void
  /** Sets the exchange's clock to the browser's. */
  syncClock: () => void

  open: (order: OrderRequest & { leverage?: number; marginMode?: 'isolated' | 'cross' }) => void
  reduce: (symbol: string, quantity: number) => void
  close: (symbol: string) => void
  /** As if from the phone: nothing of the page is used. */
  addMargin: (symbol: string, amount: number, by?: 'trader' | 'other-device' | 'auto') => void
  setStops: (
    symbol: string,
    stops: { takeProfit?: number | null; stopLoss?: number | null },
  ) => void
  /** Puts a stop where the form would refuse it. */
  forceStop: (symbol: string, stopLoss: number | null) => void
  addPartialStop: (
    symbol: string,
    kind: 'take-profit' | 'stop-loss',
    price: number,
    quantity: number,
  ) => void
  setLeverage: (symbol: string, leverage: number) => void
  switchAccount: (name: string) => void
  transferFromSpot: (asset: string, amount: number) => void

  setView: (change: Partial<View>) => void
  view: () => View
  navigate: (path: string) => void
  /** Makes one cell print something else; `null` prints the truth again. */
  override: (symbol: string, column: Column, text: string | null) => void
  /** Opens `count` positions in invented coins. */
  fill: (count: number) => void
  reset: (options?: { seed?: number; wallets?: Record<string, number> }) => void
}
