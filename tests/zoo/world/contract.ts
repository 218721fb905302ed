import type { Random } from '../random.ts'
import { drawTiers, type Tier } from './tiers.ts'

/** What is traded. Prices have `priceDigits` behind the point, sizes `lotDigits`. */
export type Contract = {
  /** As the address names it: "BTCUSDT", "BTCUSD_PERP", "BTCUSDT_260925". */
  symbol: string
  pair: string
  base: string
  quote: string
  /** What margin and PnL are counted in. */
  asset: string
  kind: 'linear' | 'inverse'
  /** USD per contract (inverse), else 1. */
  contractSize: number
  /** "260925"; `null`: perpetual. */
  delivery: string | null
  price: number
  priceDigits: number
  lotDigits: number
  tiers: readonly Tier[]
}

type Sketch = readonly [base: string, price: number, priceDigits: number, lotDigits: number]

/** Coins with the price, tick and lot of their futures in 2026, to the order of magnitude. */
const coins: readonly Sketch[] = [
  ['BTC', 88_900, 1, 3],
  ['ETH', 3_055, 2, 3],
  ['BNB', 663, 2, 2],
  ['SOL', 148, 2, 2],
  ['XRP', 0.52, 4, 1],
  ['DOGE', 0.1071, 5, 0],
  ['ARB', 0.6159, 4, 1],
  ['BICO', 0.1256, 5, 0],
  ['1000SHIB', 0.0124, 6, 0],
  ['1000PEPE', 0.0091123, 7, 0],
  ['1000000MOG', 0.4127, 4, 0],
  ['4', 0.0312, 5, 0],
  ['币安人生', 0.1874, 5, 0],
  ['龙虾', 1.204, 4, 1],
  ['US', 0.0098, 6, 0],
  ['TSLA', 421.3, 2, 2],
  ['XAU', 4_021.5, 2, 3],
  ['AVAX', 31.42, 3, 0],
  ['HYPE', 41.7, 3, 2],
  ['AKE', 0.00213, 7, 0],
]

/** Other quotes than USDT: pairs that are listed, and such as a page may list tomorrow. */
const otherQuotes: readonly (readonly [Sketch, string])[] = [
  [['BTC', 88_904, 1, 3], 'USDC'],
  [['ETH', 3_056, 2, 3], 'USDC'],
  [['DOGE', 0.10712, 5, 0], 'USDC'],
  [['BTC', 88_880, 1, 3], 'USD1'],
  [['SOL', 148.1, 2, 2], 'U'],
  [['ETH', 0.03437, 6, 3], 'BTC'],
]

const coinMargined: readonly Sketch[] = [
  ['BTC', 88_870, 1, 0],
  ['ETH', 3_054, 2, 0],
  ['BNB', 662.4, 3, 0],
  ['SOL', 147.9, 3, 0],
  ['XRP', 0.5198, 4, 0],
  ['LTC', 101.2, 2, 0],
  ['DOGE', 0.107, 6, 0],
]

const deliveries = ['260925', '261225', '270326'] as const

const linear = ([base, price, priceDigits, lotDigits]: Sketch, quote: string) => ({
  symbol: base + quote,
  pair: base + quote,
  base,
  quote,
  asset: quote,
  kind: 'linear' as const,
  contractSize: 1,
  delivery: null,
  price,
  priceDigits,
  lotDigits,
})

const inverse = ([base, price, priceDigits]: Sketch) => ({
  symbol: `${base}USD_PERP`,
  pair: `${base}USD`,
  base,
  quote: 'USD',
  asset: base,
  kind: 'inverse' as const,
  contractSize: base === 'BTC' ? 100 : 10,
  delivery: null,
  price,
  priceDigits,
  lotDigits: 0,
})

type Wish = {
  market: 'usdm' | 'coinm'
  isDated: boolean
  /** What is quoted in BTC does not stand on a balance in dollars. */
  quotes: 'any' | 'dollars'
}

/** "QAAUSDT": as many coins as a long list of positions wants. */
const invented = (random: Random): Sketch => {
  const letter = () => String.fromCharCode(65 + random.whole(0, 25))
  const price = random.spread(0.001, 500)
  const priceDigits = Math.max(1, 4 - Math.floor(Math.log10(price)))
  return [`Q${letter()}${letter()}`, price, Math.min(7, priceDigits), random.pick([0, 0, 1, 2])]
}

export const drawContract = (random: Random, { market, isDated, quotes }: Wish): Contract => {
  const sketch =
    market === 'coinm'
      ? inverse(random.pick(coinMargined))
      : isDated
        ? linear(random.pick(coins.slice(0, 2)), 'USDT')
        : random.chance(0.12)
          ? linear(...random.pick(quotes === 'any' ? otherQuotes : otherQuotes.slice(0, -1)))
          : random.chance(0.15)
            ? linear(invented(random), 'USDT')
            : linear(random.pick(coins), 'USDT')
  const day = isDated ? random.pick(deliveries) : null
  return {
    ...sketch,
    ...(day !== null && { symbol: `${sketch.pair}_${day}`, delivery: day }),
    // Prices of the same coin differ from page to page.
    price: sketch.price * random.between(0.7, 1.4),
    tiers: drawTiers(
      random,
      sketch.kind === 'inverse' ? sketch.price : sketch.quote === 'BTC' ? 88_000 : 1,
    ),
  }
}
