/**
 * What linear contracts are quoted, and margined, in. Source: the exchange's leverage tables of
 * 2026-07-02 (USDT, USDC, U, USD1, BTC); BUSD, TUSD, FDUSD, ETH and BNB by older pages of 2022-24.
 */
export const quoteAssets = [
  'USDT',
  'USDC',
  'FDUSD',
  'BUSD',
  'TUSD',
  'USD1',
  'U',
  'BTC',
  'ETH',
  'BNB',
] as const

/** COIN-M contracts are quoted in plain dollars and margined in the coin. */
const INVERSE_QUOTE = 'USD'

/** What stands for dollars in credits mode: multi-assets mode that prints all amounts in it (exchange's FAQ, 2024). */
export const CREDITS = 'BNFCR'

/** One dollar each, near enough for a share of capital. USD: balances in multi-assets mode. */
const dollars: ReadonlySet<string> = new Set([
  'USDT',
  'USDC',
  'FDUSD',
  'BUSD',
  'TUSD',
  'USD1',
  'U',
  'USD',
  CREDITS,
])

export const isDollar = (asset: string): boolean => dollars.has(asset)

/** Amounts of one class can be compared: "USD" for every dollar, else the asset itself. */
export const assetClass = (asset: string): string => (isDollar(asset) ? 'USD' : asset)

/**
 * Coins of COIN-M contracts that end like the front of a stablecoin's name. BNBUSD is BNB in dollars,
 * while BTCBUSD is bitcoin in BUSD. Source: list of COIN-M contracts, 2021-26.
 */
const ENDS_LIKE_A_STABLECOIN: ReadonlySet<string> = new Set([
  'APT',
  'BAT',
  'BNB',
  'DOT',
  'GMT',
  'GRT',
  'VET',
])

export type SplitPair = {
  /** Without what tells contracts of one pair apart: "BTCUSD" of "BTCUSD_PERP". */
  pair: string
  base: string
  quote: string
  /** COIN-M: margin, profit and loss are counted in the base coin. */
  inverse: boolean
  /** What stands behind the underscore: "PERP", "260326", "0326"; `null`: nothing. */
  suffix: string | null
}

const longest = (a: string, b: string): string => (b.length > a.length ? b : a)

const isQuoteAsset = (name: string): boolean => quoteAssets.some((asset) => asset === name)

const quoteOf = (pair: string, suffix: string | null, unit: string | null): string | null => {
  // "BUSD" alone is an asset, and no coin "B" in dollars.
  if (isQuoteAsset(pair)) return null
  const coin = pair.slice(0, -INVERSE_QUOTE.length)
  const isInverse =
    pair.endsWith(INVERSE_QUOTE) &&
    coin !== '' &&
    (unit === coin || suffix === 'PERP' || ENDS_LIKE_A_STABLECOIN.has(coin))
  if (isInverse) return INVERSE_QUOTE
  const possible = [...quoteAssets, INVERSE_QUOTE, ...(unit === null ? [] : [unit])].filter(
    (asset) => asset !== '' && pair.endsWith(asset) && pair.length > asset.length,
  )
  // "BTCFDUSD" ends in USD as well: the longest name is the asset's.
  return possible.length === 0 ? null : possible.reduce(longest)
}

/**
 * "BTCUSDT", "BTCUSD_PERP", "BTCUSDT_260326" in their parts; `null`: what it is quoted in cannot be
 * told, as for "BTCUS". `printedUnit`: the asset that the page prints next to the margin. It proves a
 * quote asset that is not listed here ("BTCEURI" with margin in EURI), and a COIN-M pair.
 */
export const splitPair = (symbol: string, printedUnit: string | null = null): SplitPair | null => {
  const [, pair = '', suffix = null] = /^([^_]+)(?:_(PERP|\d{4}|\d{6}))?$/.exec(symbol) ?? []
  const quote = quoteOf(pair, suffix, printedUnit)
  if (quote === null) return null
  return {
    pair,
    base: pair.slice(0, -quote.length),
    quote,
    inverse: quote === INVERSE_QUOTE,
    suffix,
  }
}

/**
 * Whether two names mean one contract. Pages print the day of delivery with or without the year:
 * "BTCUSDT_0326" is "BTCUSDT_260326". `null`: unknown, as for "btcusdt" and "BTCUSDT".
 */
export const isSameContract = (a: string, b: string): boolean | null => {
  if (a === b) return true
  const [one, other] = [splitPair(a), splitPair(b)]
  if (one === null || other === null) return null
  if (one.pair !== other.pair) return false
  // A COIN-M pair without anything behind it may be any contract of the pair.
  if (one.inverse && (one.suffix === null || other.suffix === null)) return null
  const [left, right] = [one.suffix ?? '', other.suffix ?? '']
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  return short !== '' && long.endsWith(short)
}
