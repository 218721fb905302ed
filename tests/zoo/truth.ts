import type { Choices } from './dimensions.ts'

/** What can be read of one position. */
export const positionFields = [
  'leverage',
  'quantity',
  'entryPrice',
  'breakEvenPrice',
  'markPrice',
  'liquidationPrice',
  'marginRatio',
  'margin',
  'unrealizedPnl',
  'roi',
  'estimatedFunding',
  'takeProfit',
  'stopLoss',
] as const
export type PositionField = (typeof positionFields)[number]

export type Printed =
  /** `value` is the printed text as a plain number: percentages as fractions. */
  | { is: 'figure'; value: number; digits: string }
  /** "--": the page says that there is none. */
  | { is: 'none' }
  /** "****" */
  | { is: 'hidden' }

/**
 * How a size was printed: the quantity is the figure itself, or lies where the figure and a price
 * put it.
 */
export type SizeUnit = Choices['unit of size']

/** What a person can read of one position on the page, and what is behind it. */
export type PositionTruth = {
  symbol: string
  pair: string
  /** "260925", of which the page may print less. */
  delivery: string | null
  kind: 'linear' | 'inverse'
  contractSize: number
  /** Units that may be printed behind margin and PnL. */
  asset: string
  side: 'long' | 'short'
  marginMode: 'isolated' | 'cross'
  /** Base coin, or contracts. */
  quantity: number
  sizeUnit: SizeUnit
  /** A stop stands, be it in a column that is hidden. */
  hasStop: boolean
  /** Both columns for stops are in sight: what they do not show is not there. */
  seesAllStops: boolean
  /** Fields that are printed on the page. */
  printed: Partial<Record<PositionField, Printed>>
  /** The size as printed, in its unit and with its sign. */
  size: Printed | null
  /** A badge in known words, or a sign, says the side. */
  saysSide: boolean
  /** A known word says the mode. */
  saysMode: boolean
}

export const accountFields = [
  'marginBalance',
  'maintenanceMargin',
  'marginRatio',
  'availableBalance',
  'assetMode',
] as const
export type AccountField = (typeof accountFields)[number]

export type AccountTruth = Partial<Record<Exclude<AccountField, 'assetMode'>, Printed>> & {
  assetMode?: 'single' | 'multi'
}

export type TickerTruth = Record<'markPrice' | 'lastPrice', Printed>

export type PageTruth = {
  /** Those of which a row is on the page, none where another tab is in front. */
  positions: readonly PositionTruth[]
  /** As many as the exchange knows. */
  open: number
  tabInFront: 'positions' | 'another'
  /** n of "Positions(n)". */
  declared: number | null
  openOrders: number | null
  positionMode: 'one-way' | 'hedge'
  account: AccountTruth
  /** Of the account, wherever it is printed: credits in a row tell it as well. */
  assetMode: 'single' | 'multi'
  ticker: TickerTruth
  /** Column titles are words of a known language. */
  knowsWords: boolean
  /** Fields under titles that are of no language, on a page whose other words are known. */
  unknownTitles: readonly PositionField[]
}
