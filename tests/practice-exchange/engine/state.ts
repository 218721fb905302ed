import type { RandomState } from './random.ts'

/** Everything the practice exchange knows, as plain JSON: it is saved and handed to another tab. */
export type ExchangeState = {
  now: number
  random: RandomState
  accounts: Record<string, Account>
  active: string
  markets: Record<string, Market>
  nextId: number
  log: TruthEvent[]
}

export type Market = {
  mark: number
  last: number
  index: number
  /** Of the next settlement, a fraction. */
  fundingRate: number
  nextFunding: number
}

export type PositionMode = 'one-way' | 'hedge'
export type AssetMode = 'single' | 'multi'

export type Account = {
  /** Cross wallet per asset. */
  wallets: Record<string, number>
  spot: Record<string, number>
  positions: Position[]
  orders: LimitOrder[]
  /** Orders that wait for a trigger: what a bot sets, and what no column of a position shows. */
  conditionals: ConditionalOrder[]
  closed: ClosedPosition[]
  positionMode: PositionMode
  assetMode: AssetMode
  leverage: Record<string, number>
  marginMode: Record<string, MarginMode>
}

export type Side = 'long' | 'short'
export type MarginMode = 'isolated' | 'cross'

export type Position = {
  id: number
  symbol: string
  side: Side
  marginMode: MarginMode
  leverage: number
  /** Base coin, or contracts. */
  quantity: number
  entryPrice: number
  /** Fees paid since opening, margin asset: what break-even adds. */
  fees: number
  /** Isolated wallet; 0 in cross mode. */
  wallet: number
  openedAt: number
  autoAddMargin: boolean
  takeProfit: number | null
  stopLoss: number | null
  partialStops: PartialStop[]
}

export type StopKind = 'take-profit' | 'stop-loss'

export type PartialStop = {
  id: number
  kind: StopKind
  price: number
  quantity: number
}

export type LimitOrder = {
  id: number
  symbol: string
  side: 'buy' | 'sell'
  price: number
  quantity: number
  reduceOnly: boolean
  /** Hedge mode: the leg that is meant. */
  leg?: Side
}

export type ConditionalOrder = {
  id: number
  symbol: string
  side: 'buy' | 'sell'
  kind: StopKind
  trigger: number
  /** `null`: it closes whatever there is of the position. */
  quantity: number | null
  /** Hedge mode: the leg that is meant. */
  leg?: Side
}

export type ClosedPosition = {
  id: number
  symbol: string
  side: Side
  marginMode: MarginMode
  leverage: number
  quantity: number
  entryPrice: number
  exitPrice: number
  realizedPnl: number
  openedAt: number
  closedAt: number
  how: Ending
}

export type Ending = 'closed' | 'liquidated' | 'reversed'

/** What really happened, for tests to hold the extension to. */
export type TruthEvent = { at: number; account: string; positionId: number; key: string } & (
  | { kind: 'opened'; quantity: number; price: number; wallet: number }
  | { kind: 'increased'; quantity: number; price: number; margin: number; losing: boolean }
  | { kind: 'reduced'; quantity: number; price: number; margin: number; how: 'closed' | 'adl' }
  | {
      kind: 'margin-added'
      amount: number
      by: 'trader' | 'other-device' | 'auto'
      liquidationBefore: number | null
      liquidationAfter: number | null
    }
  | {
      kind: 'margin-removed'
      amount: number
      liquidationBefore: number | null
      liquidationAfter: number | null
    }
  | { kind: 'funding'; amount: number; rate: number }
  | { kind: 'leverage-changed'; from: number; to: number }
  | { kind: 'margin-mode-changed'; to: MarginMode }
  | { kind: 'stop-changed'; takeProfit: number | null; stopLoss: number | null }
  | { kind: 'closed'; price: number; pnl: number; how: Ending }
)
