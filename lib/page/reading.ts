import type { Contract, Decimal, MarginMode, PrintedFigure, Side } from '@/lib/margin'

/** `text` is what the page prints, whitespace collapsed. */
export type Field<T> = { value: T; text: string } | MissingField

export type MissingField = { missing: FieldFailure; text?: string }

export type FieldFailure =
  /** No such column in sight. */
  | 'column-hidden'
  /** "--": the page says that there is none. */
  | 'none'
  /** "****": the trader has asked the page to hide amounts. */
  | 'hidden'
  /** Something is printed that the grammar refuses, or that could mean two things. */
  | 'unparsed'
  /** The figures of the row do not agree with each other. */
  | 'contradicted'
  /** In sight, but not decidable from what is in sight. */
  | 'unknown'

/** A figure together with the digits it was printed with. */
export type NumberField = (PrintedFigure & { text: string }) | MissingField

/**
 * A quantity. Where Size is printed in another unit it follows from other figures and is known to lie
 * between two numbers, ends included: "752.9975 USDT" at entry 1.193673 is 1,222.15 to 1,222.25 ARB.
 */
export type QuantityField =
  (PrintedFigure & { text: string; range?: { low: Decimal; high: Decimal } }) | MissingField

/** The columns of the positions table. */
export const columns = [
  'symbol',
  'size',
  'entryPrice',
  'breakEvenPrice',
  'markPrice',
  'liquidationPrice',
  'marginRatio',
  'margin',
  'pnl',
  'roi',
  'funding',
  'positionStops',
  'partialStops',
] as const
export type Column = (typeof columns)[number]

/** Under which title a figure of a position stands, where the arithmetic of a row ties it to others. */
export const columnOfFigure = {
  entryPrice: 'entryPrice',
  breakEvenPrice: 'breakEvenPrice',
  markPrice: 'markPrice',
  liquidationPrice: 'liquidationPrice',
  marginRatio: 'marginRatio',
  margin: 'margin',
  unrealizedPnl: 'pnl',
  roi: 'roi',
} as const satisfies Record<string, Column>

/** The same, and the size, which may be counted in something else than the quantity is. */
export const columnOfField = { size: 'size', ...columnOfFigure } as const

export type Market = 'usdm' | 'coinm'

export type ContractType =
  { kind: 'perpetual' } | { kind: 'dated'; delivery: string /* as printed: "0329", "260925" */ }

export type StopLossReading =
  | { state: 'present'; price: NumberField }
  /** Stops for parts of the position: their number, where the page prints it, and no price. */
  | { state: 'partial'; count: number | null }
  /** The page shows the stop-loss columns, and they are empty. A conditional order may still be one. */
  | { state: 'absent' }
  | { state: 'unknown' }

export type PositionReading = {
  /** "BTCUSDT:long:isolated"; the mode is "unknown" while it cannot be proved. */
  key: string
  symbol: string
  contractType: ContractType | null
  contract: Field<Contract>
  /** `unknown`: neither a word nor the arithmetic tells. The distance is known all the same. */
  side: Side | 'unknown'
  marginMode: MarginMode | 'unknown'
  marginAsset: string | null
  leverage: NumberField
  /** Base coin (linear) or contracts (inverse). */
  quantity: QuantityField
  entryPrice: NumberField
  breakEvenPrice: NumberField
  markPrice: NumberField
  liquidationPrice: NumberField
  marginRatio: NumberField
  /** The Margin column as printed. */
  margin: NumberField
  /** The isolated wallet, where the arithmetic decides what the Margin column holds. */
  wallet: NumberField
  marginHolds: 'wallet' | 'wallet-and-pnl' | null
  unrealizedPnl: NumberField
  roi: NumberField
  /** The page's estimate of the next funding, > 0 is received. */
  estimatedFunding: NumberField
  takeProfit: NumberField
  stopLoss: StopLossReading
  /** When the row was last seen, milliseconds since the epoch. */
  readAt: number
}

/** A row that is there, but of which not even symbol and side could be proved. */
export type UnreadRow = { symbol: string | null; reason: RowFailure }

export type RowFailure = 'no-symbol' | 'no-side' | 'no-figures' | 'contradicted'

export type AccountReading = {
  marginBalance: NumberField
  maintenanceMargin: NumberField
  marginRatio: NumberField
  availableBalance: NumberField
  /** The asset of the balances above. */
  asset: string | null
  /** Credits mode is multi-assets mode whose amounts are printed in BNFCR. */
  assetMode: Field<'single' | 'multi'>
}

export type PositionMode = 'one-way' | 'hedge'

/** An open order as the open-orders pane prints it, while that pane is in front. */
export type OpenOrder = {
  symbol: string | null
  kind: 'stop' | 'take-profit' | 'trailing-stop' | 'limit' | 'market' | 'other' | 'unknown'
  /** What it does when it is filled. */
  direction: 'buy' | 'sell' | null
  /** Hedge mode: the leg it is for, where the page says so. */
  positionSide: Side | null
  /** "none" for an order without a trigger. */
  triggerPrice: NumberField
  /** Base coin, quote or contracts, as printed; "none" where it closes the whole position. */
  quantity: NumberField
  reduceOnly: Field<boolean>
  closePosition: Field<boolean>
}

export type OpenOrdersReading = {
  /** n of "Open Orders(n)", all contracts; `null` where the page does not print it. */
  count: number | null
  /** The orders when the pane was last in front; `null`: not since this page was opened. */
  orders: readonly OpenOrder[] | null
  /** Every open order is in `orders`, as far as the page says. */
  complete: boolean
  /** When the pane was last in front, milliseconds since the epoch; `null`: never. */
  readAt: number | null
}

export const ordersOutOfSight: OpenOrdersReading = {
  count: null,
  orders: null,
  complete: false,
  readAt: null,
}

/** The line over the chart: of the page's contract, which need not be that of a position. */
export type TickerReading = {
  /** By the address: "BTCUSDT", "BTCUSD_PERP". */
  symbol: string | null
  markPrice: NumberField
  /** The last trade, where the line prints it. */
  lastPrice: NumberField
  /** Since when the mark price has not moved while the last price did; `null`: it moves. */
  markStillSince: number | null
  /** Highest and lowest price of the last 24 hours. */
  dayHigh: NumberField
  dayLow: NumberField
  /** A fraction; > 0: longs pay. */
  fundingRate: NumberField
  /** Milliseconds since the epoch, to the second that the countdown prints. */
  nextFundingAt: Field<number>
}

export type ReadFailure = {
  code:
    /** No group of tabs with a Positions tab. */
    | 'no-positions-tab'
    /** Several, and nothing that tells which one is meant. */
    | 'ambiguous-tabs'
    /** The pane is there, its rows are not understood. */
    | 'no-table'
    | 'no-columns'
    | 'no-rows-read'
    /** So much that reading would hold it up. */
    | 'too-large'
    /** A fault of ours while reading. */
    | 'fault'
  detail?: string
}

export type PageReading =
  | {
      status: 'positions'
      market: Market
      positions: readonly PositionReading[]
      /** Read before and no longer in sight, though the page counts them: as old as `readAt`. */
      outOfSight: readonly PositionReading[]
      unread: readonly UnreadRow[]
      /** n of "Positions(n)". */
      declared: number | null
      /** Every open position is in `positions`, as far as the page says. */
      complete: boolean
      /** The browser translates the page: figures may stand still. */
      translated: boolean
      positionMode: PositionMode | 'unknown'
      openOrders: OpenOrdersReading
      account: AccountReading
      ticker: TickerReading
    }
  /** The page says that there is no position. */
  | {
      status: 'flat'
      market: Market
      positionMode: PositionMode | 'unknown'
      openOrders: OpenOrdersReading
      account: AccountReading
      ticker: TickerReading
    }
  /** Another tab of the panel is in front; it may be that of the orders. */
  | {
      status: 'hidden'
      outOfSight: readonly PositionReading[]
      positionMode: PositionMode | 'unknown'
      openOrders: OpenOrdersReading
      account: AccountReading
    }
  /** The page asks to log in where the positions would stand. */
  | { status: 'logged-out' }
  /** Nothing stands there yet, or not again. */
  | { status: 'loading'; outOfSight?: readonly PositionReading[] }
  /** Something stands there and is not understood; what was read before is as old as `readAt`. */
  | {
      status: 'unreadable'
      failure: ReadFailure
      outOfSight: readonly PositionReading[]
    }
