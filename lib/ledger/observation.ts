import type { MarginMode, Side } from '@/lib/margin'

export type Market = 'usdm' | 'coinm'

/** A figure as printed, in plain decimal notation with its trailing zeros: "-0.50", "67001.2". */
export type Numeral = string

/**
 * One look at the positions table of one tab. It crosses a message port, so it is plain data.
 * A tab sends it when anything but prices has changed, once more when the next reading repeats it
 * (nothing counts before it was seen twice), and at most once a minute otherwise.
 */
export type Observation = {
  /** Milliseconds since the epoch, by the tab's clock. */
  at: number
  /** One content script's life. With `sequence` it orders and deduplicates. */
  tab: string
  sequence: number
  market: Market
  /** From a private window: kept in memory only. */
  private: boolean
  /** Every open position of this market is in `positions`: pane visible, unfiltered, count agrees. */
  complete: boolean
  positions: readonly ObservedPosition[]
}

/** `null`: the page does not show it, or it could not be proved. Never a guess. */
export type ObservedPosition = {
  symbol: string
  side: Side
  marginMode: MarginMode
  /** Base coin (linear) or contracts (inverse). */
  quantity: Numeral
  entryPrice: Numeral
  markPrice: Numeral | null
  /** `'none'`: the page prints "--", the position cannot be liquidated. */
  liquidationPrice: Numeral | 'none' | null
  /** The Margin column as printed. */
  margin: Numeral | null
  /** What the Margin column holds, where the arithmetic could decide it. */
  marginHolds: 'wallet' | 'wallet-and-pnl' | null
  marginAsset: string | null
  leverage: Numeral | null
  unrealizedPnl: Numeral | null
  /** The page's estimate of the next settlement for this position, signed: > 0 is received. */
  estimatedFunding: Numeral | null
  stopLoss: { state: 'present'; price: Numeral | null } | { state: 'absent' } | { state: 'unknown' }
  /** The ticker line of the symbol in view: rate (fraction) and time of the next settlement. */
  funding: { rate: Numeral; nextAt: number } | null
}
