import type { marginRises } from '@/lib/ledger/additions'
import type { Contract, Decimal, MarginMode, Side } from '@/lib/margin'
import type { OpenOrder, OpenOrdersReading } from '@/lib/page/reading'
import type { Figure, PrintedPrice } from './figure'

/** One open position as the page shows it. What the reader produces fits this without conversion. */
export type PositionFacts = {
  /** "BTCUSDT:long:isolated"; the mode is "unknown" while it cannot be proved. */
  key: string
  symbol: string
  /** `unknown`: neither a word nor the arithmetic of the row says which. */
  side: Side | 'unknown'
  marginMode: MarginMode | 'unknown'
  contract: Figure<Contract>
  /** What margin and PnL are counted in. */
  marginAsset: string | null
  /** Base coin (linear) or contracts (inverse). */
  quantity: PrintedPrice
  leverage: Figure<Decimal>
  entryPrice: PrintedPrice
  markPrice: PrintedPrice
  liquidationPrice: PrintedPrice
  /** The Margin column as printed. */
  margin: PrintedPrice
  /** The isolated wallet: what a liquidation takes. */
  wallet: PrintedPrice
  marginRatio: PrintedPrice
  unrealizedPnl: Figure<Decimal>
  /** The page's own estimate of the next funding, > 0 is received; left out: it was not asked for. */
  estimatedFunding?: Figure<Decimal>
  stopLoss: StopLossFacts
  /** When the row was last read, milliseconds since the epoch. */
  readAt: number
}

/** What the TP/SL columns of a row say. */
export type StopLossFacts =
  | { state: 'present'; price: PrintedPrice }
  /** For parts of the position: how many, where the page prints it. */
  | { state: 'partial'; count: number | null }
  /** The columns are empty. A conditional order may still be one. */
  | { state: 'absent' }
  | { state: 'unknown' }

/** An open order as the open-orders pane printed it. What the reader produces fits this. */
export type OpenOrderFacts = Pick<OpenOrder, 'symbol' | 'kind' | 'direction' | 'positionSide'> & {
  triggerPrice: PrintedPrice
  /** In the unit that the pane prints; "none" where the order closes the whole position. */
  quantity: PrintedPrice
  reduceOnly: Figure<boolean>
  closePosition: Figure<boolean>
}

/** Open orders of all contracts. */
export type OpenOrdersFacts = Omit<OpenOrdersReading, 'orders'> & {
  /** Those that the pane showed when it was last in front; `null`: it has not been. */
  orders: readonly OpenOrderFacts[] | null
}

/** What the trader has done to one position so far, after corrections. */
export type EpisodeFacts = {
  /** Corrections name it. */
  id: string
  marginAdditions: number
  /** `false`: there may have been more, before the first look or at a full hour. */
  additionsKnown: boolean
  /** Margin asset; `null` where an amount could not be read. */
  additions: readonly { at: number; amount: Decimal | null }[]
  /** Mark when margin was first added; `null`: never, or nobody was looking. */
  markAtFirstAddition: Decimal | null
  /** The same when margin was first added; `null` also where the size has changed since. */
  pnlAtFirstAddition: Decimal | null
  /** Unrealised PnL when margin was last added; `null`: never, or nobody was looking. */
  pnlAtLastAddition: Decimal | null
  /** Times the position was made larger while it was losing. */
  increasesWhileLosing: number
  /** Since when there has been no stop-loss; `null` if there is one, or it is not known. */
  withoutStopSince: number | null
  /** Every rise of margin, also those that do not count. */
  rises: ReturnType<typeof marginRises>
  /** Where liquidation stood before each addition that counts, oldest first. */
  earlierLiquidationPrices: readonly Decimal[]
  /** Additions before our first look, by the trader's own word; `null`: there may have been some. */
  declaredAdditions: number | null
  /** What the trader said last and may take back; `null`: nothing. */
  lastWord: number | null
}

/** What the page says of the account. What the reader produces fits this without conversion. */
export type AccountFacts = {
  /** Margin balance of the futures account, as the page shows it. */
  marginBalance: Figure<Decimal>
  availableBalance: Figure<Decimal>
  /** Of all that is in cross mode. */
  marginRatio: Figure<Decimal>
  /** The asset that balances are counted in. */
  asset: string | null
  assetMode: Figure<'single' | 'multi'>
}
