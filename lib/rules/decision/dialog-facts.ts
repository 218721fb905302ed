import type { PrintedPrice } from '../facts/figure'

/** What the Adjust Margin dialog says. What the reader produces fits this without conversion. */
export type DialogFacts = {
  direction: 'add' | 'remove' | null
  /** Most builds do not name it. */
  symbol: string | null
  /** As typed, without a sign. */
  amount: PrintedPrice
  asset: string | null
  assignedMargin: PrintedPrice
  /** "Max addable" or "Max removable". */
  most: PrintedPrice
  estimatedLiquidationPrice: PrintedPrice
}
