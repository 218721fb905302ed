import type {
  AccountText,
  AssetMode,
  ConditionalRequest,
  ExchangeState,
  LimitRequest,
  MarginMode,
  OrderRequest,
  PartialStop,
  PositionMode,
  RowText,
  Side,
  StopKind,
  TickerText,
  TruthEvent,
} from './engine/index.ts'
import type { Column, Language, View } from './view.ts'

/** One open position as it truly is and as the page prints it. */
export type PositionTruth = {
  id: number
  key: string
  symbol: string
  side: Side
  marginMode: MarginMode
  quantity: number
  entryPrice: number
  markPrice: number
  liquidationPrice: number | null
  wallet: number
  pnl: number
  leverage: number
  takeProfit: number | null
  stopLoss: number | null
  partialStops: readonly PartialStop[]
  printed: RowText
}

/** The Adjust Margin dialog, as it truly is. */
export type ActionTruth = {
  symbol: string
  wallet: number
  most: number
  /** After adding this amount. */
  amount: number
  estimate: number | null
}

/**
 * `window.practice`: the hands of tests and of the demo. Everything a trader does on the page, the
 * other device, the market and the clock can be done here too. A position goes by its symbol; where
 * both legs are open (hedge mode) by symbol and side: "BTCUSDT:short".
 */
export type PracticeControls = {
  positions: () => PositionTruth[]
  truth: () => readonly TruthEvent[]
  state: () => ExchangeState
  available: (asset: string) => number
  /** The account card, the line above the chart and the header, as the page prints them. */
  account: () => AccountText
  ticker: () => TickerText
  table: () => { column: Column; title: string }[]
  maxAddable: (position: string) => number
  /** Of the dialog that stands open, were this amount added: what the page foretells. */
  action: (amount?: number) => ActionTruth | null

  /** Mark, index and last price at once. */
  setPrice: (symbol: string, price: number) => void
  /** Moves the mark by a fraction of itself. */
  movePrice: (symbol: string, fraction: number) => void
  /** Moves the marks of all open positions by a fraction of themselves, at once. */
  moveAll: (fraction: number) => void
  /** The last price alone: where the page counts PnL by it. */
  setLast: (symbol: string, price: number) => void
  setFundingRate: (symbol: string, rate: number) => void
  jumpToFunding: (symbol: string) => void
  advance: (milliseconds: number) => void
  /** Sets the exchange's clock to the browser's. */
  syncClock: () => void

  open: (order: OrderRequest & { leverage?: number; marginMode?: MarginMode }) => void
  placeLimit: (order: Omit<LimitRequest, 'reduceOnly'> & { reduceOnly?: boolean }) => void
  /** As a bot does: a reduce-only order with a trigger that no column of a position shows. */
  placeConditional: (order: ConditionalRequest) => void
  reduce: (position: string, quantity: number) => void
  close: (position: string) => void
  /** As if from the phone: nothing of the page is used. */
  addMargin: (position: string, amount: number, by?: 'trader' | 'other-device' | 'auto') => void
  setAutoAddMargin: (position: string, on: boolean) => void
  setStops: (
    position: string,
    stops: { takeProfit?: number | null; stopLoss?: number | null },
  ) => void
  /** Puts a stop where the form would refuse it. */
  forceStop: (position: string, stopLoss: number | null) => void
  addPartialStop: (position: string, kind: StopKind, price: number, quantity: number) => void
  setLeverage: (symbol: string, leverage: number) => void
  setMarginMode: (symbol: string, mode: MarginMode) => void
  setPositionMode: (mode: PositionMode) => void
  setAssetMode: (mode: AssetMode) => void
  switchAccount: (name: string) => void
  transferFromSpot: (asset: string, amount: number) => void

  setView: (change: Partial<View>) => void
  view: () => View
  /** The language that is shown, where the view leaves it to the address. */
  language: () => Language
  navigate: (path: string) => void
  /** Makes one cell print something else; `null` prints the truth again. */
  override: (symbol: string, column: Column, text: string | null) => void
  /** Opens `count` positions in invented coins. */
  fill: (count: number) => void
  reset: (options?: { seed?: number; wallets?: Record<string, number> }) => void
}
