import type { MarginRise } from '@/lib/ledger'
import type { Contract, Decimal, MarginMode, PrintedFigure, Side } from '@/lib/margin'
import type { Figure } from './figure'

/** One open position as the page shows it. What the reader produces fits this without conversion. */
export type PositionFacts = {
  /** "BTCUSDT:long:isolated"; the mode is "unknown" while it cannot be proved. */
  key: string
  symbol: string
  side: Side
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
  stopLoss: StopLossFacts
  /** When the row was last read, milliseconds since the epoch. */
  readAt: number
}

/** With the page's own digits, where they are known. */
export type PrintedPrice = Figure<Decimal> & Partial<Pick<PrintedFigure, 'decimals'>>

export type StopLossFacts =
  | { state: 'present'; price: PrintedPrice }
  | { state: 'partial'; count: number | null }
  | { state: 'absent' }
  | { state: 'unknown' }

/** A row that is there, but of which not even symbol and side could be proved. */
export type UnreadRow = { symbol: string | null; reason: string }

/** What the trader has done to one position so far, after corrections. */
export type EpisodeFacts = {
  /** Corrections name it. */
  id: string
  openedAt: number
  marginAdditions: number
  /** Margin asset; `null` where an amount could not be read. */
  additions: readonly { at: number; amount: Decimal | null }[]
  /** Mark when margin was first added; `null`: never, or nobody was looking. */
  markAtFirstAddition: Decimal | null
  /** Margin before any addition; `null` if the position is older than our first look at it. */
  initialMargin: Decimal | null
  addedMargin: Decimal | null
  /** Times the position was made larger while it was losing. */
  increasesWhileLosing: number
  /** Since when there has been no stop-loss; `null` if there is one, or it is not known. */
  withoutStopSince: number | null
  /** Every rise of margin, also those that do not count. */
  rises: readonly MarginRise[]
  /** Where liquidation stood before each addition that counts, oldest first. */
  earlierLiquidationPrices: readonly Decimal[]
  /** Additions before our first look, by the trader's own word. */
  declaredAdditions: number
  /** What the trader said last and may take back; `null`: nothing. */
  lastWord: number | null
}

/** What stands behind the positions. */
export type AccountFacts = {
  /** Margin balance of the futures account, as the page shows it. */
  marginBalance: Figure<Decimal>
  availableBalance: Figure<Decimal>
  /** The asset both are counted in. */
  asset: string | null
}
