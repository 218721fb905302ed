import type { marginRises } from '@/lib/ledger/additions'
import type { Decimal, Side } from '@/lib/margin'
import type { MarginDialogReading, OrderFormReading, OrderPreview } from '@/lib/page/action-reading'
import type {
  AccountReading,
  OpenOrder,
  OpenOrdersReading,
  PositionReading,
  StopLossReading,
} from '@/lib/page/reading'
import type { Facts, PrintedPrice } from './figure'

/** One open position as the page shows it. */
export type PositionFacts = Omit<Facts<PositionReading>, NotAsked> & {
  stopLoss:
    { state: 'present'; price: PrintedPrice } | Exclude<StopLossReading, { state: 'present' }>
}
type NotAsked =
  'contractType' | 'breakEvenPrice' | 'marginHolds' | 'roi' | 'takeProfit' | 'stopLoss'

/** An open order as the open-orders pane printed it. */
export type OpenOrderFacts = Facts<OpenOrder>

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

/** What the page says of the account. */
export type AccountFacts = Omit<Facts<AccountReading>, 'maintenanceMargin'>

/** What the Adjust Margin dialog says. */
export type DialogFacts = Omit<Facts<MarginDialogReading>, 'box'>

/** What the order form says. */
export type OrderFacts = Record<Side, Facts<OrderPreview>> &
  Omit<Facts<OrderFormReading>, Side | 'takeProfit' | 'availableBalance' | 'box'>
