import type { Decimal, MarginMode } from '@/lib/margin'
import type { Figure, PrintedPrice } from '../facts/figure'

type Preview = { liquidationPrice: PrintedPrice; cost: PrintedPrice }

/** What the order form says. What the reader produces fits this without conversion. */
export type OrderFacts = {
  /** Of the page's address. */
  symbol: string | null
  action: 'open' | 'close' | 'unknown'
  type: 'limit' | 'market' | 'other' | 'unknown'
  marginMode: MarginMode | 'unknown'
  leverage: Figure<Decimal>
  price: PrintedPrice
  /** As typed, in `sizeUnit`. */
  size: PrintedPrice
  sizeUnit: string | null
  stopLoss: PrintedPrice
  reduceOnly: Figure<boolean>
  /** The asset of the costs. */
  asset: string | null
  long: Preview
  short: Preview
}
