import { type Tier, tierTables } from './tiers.ts'

export type ContractSpec = {
  /** "BTCUSDT", "BTCUSD_PERP", "BTCUSDT_261225" */
  symbol: string
  pair: string
  base: string
  quote: string
  /** What margin and PnL are counted in. */
  asset: string
  kind: 'linear' | 'inverse'
  /** USD per contract (inverse), else 1. */
  contractSize: number
  delivery: string | null
  tick: number
  /** Smallest step of the size: base coin, or contracts. */
  lot: number
  tiers: readonly Tier[]
  fundingHours: number
  /** Where the practice price starts. */
  price: number
  /** Of the price, per step of a quarter of a second. */
  volatility: number
}

type Sketch = Pick<ContractSpec, 'symbol' | 'base' | 'quote' | 'tick' | 'lot' | 'price'> &
  Partial<ContractSpec>

const linear = (sketch: Sketch): ContractSpec => ({
  pair: sketch.base + sketch.quote,
  asset: sketch.quote,
  kind: 'linear',
  contractSize: 1,
  delivery: null,
  tiers: tierTables.middle,
  fundingHours: 8,
  volatility: 0.00012,
  ...sketch,
})

const inverse = (sketch: Omit<Sketch, 'quote' | 'lot'> & Partial<ContractSpec>): ContractSpec => ({
  pair: `${sketch.base}USD`,
  quote: 'USD',
  asset: sketch.base,
  kind: 'inverse',
  contractSize: sketch.base === 'BTC' ? 100 : 10,
  delivery: null,
  tiers: tierTables.coinThin,
  fundingHours: 8,
  volatility: 0.00012,
  lot: 1,
  ...sketch,
})

const named: readonly ContractSpec[] = [
  linear({
    symbol: 'BTCUSDT',
    base: 'BTC',
    quote: 'USDT',
    tick: 0.1,
    lot: 0.001,
    price: 60_000,
    tiers: tierTables.deep,
  }),
  linear({
    symbol: 'ETHUSDT',
    base: 'ETH',
    quote: 'USDT',
    tick: 0.01,
    lot: 0.001,
    price: 3_000,
    tiers: tierTables.deep,
  }),
  linear({ symbol: 'BNBUSDT', base: 'BNB', quote: 'USDT', tick: 0.01, lot: 0.01, price: 610 }),
  linear({ symbol: 'SOLUSDT', base: 'SOL', quote: 'USDT', tick: 0.01, lot: 0.01, price: 148 }),
  linear({ symbol: 'XRPUSDT', base: 'XRP', quote: 'USDT', tick: 0.0001, lot: 0.1, price: 0.52 }),
  linear({
    symbol: 'DOGEUSDT',
    base: 'DOGE',
    quote: 'USDT',
    tick: 0.00001,
    lot: 1,
    price: 0.1234,
    fundingHours: 4,
  }),
  linear({
    symbol: '1000PEPEUSDT',
    base: '1000PEPE',
    quote: 'USDT',
    tick: 0.0000001,
    lot: 1,
    price: 0.0112345,
    tiers: tierTables.thin,
    fundingHours: 4,
  }),
  linear({
    symbol: '龙虾USDT',
    base: '龙虾',
    quote: 'USDT',
    tick: 0.00001,
    lot: 1,
    price: 0.03571,
    tiers: tierTables.thin,
    fundingHours: 1,
  }),
  linear({
    symbol: 'BTCUSDC',
    base: 'BTC',
    quote: 'USDC',
    tick: 0.1,
    lot: 0.001,
    price: 60_020,
    tiers: tierTables.deep,
  }),
  linear({
    symbol: 'BTCUSDT_261225',
    pair: 'BTCUSDT',
    base: 'BTC',
    quote: 'USDT',
    tick: 0.1,
    lot: 0.001,
    price: 60_400,
    tiers: tierTables.dated,
    delivery: '1225',
  }),
  inverse({ symbol: 'BTCUSD_PERP', base: 'BTC', tick: 0.1, price: 60_010, tiers: tierTables.coin }),
  inverse({ symbol: 'ETHUSD_PERP', base: 'ETH', tick: 0.01, price: 3_001 }),
  inverse({ symbol: 'BNBUSD_PERP', base: 'BNB', tick: 0.001, price: 610 }),
  inverse({
    symbol: 'BTCUSD_261225',
    base: 'BTC',
    tick: 0.1,
    price: 60_500,
    tiers: tierTables.coin,
    delivery: '1225',
  }),
]

/** As many invented coins as a long list of positions wants: "QAAUSDT", "QABUSDT", … */
const invented = (count: number): ContractSpec[] =>
  Array.from({ length: count }, (_, index) => {
    const letter = (n: number) => String.fromCharCode(65 + (n % 26))
    const base = `Q${letter(Math.floor(index / 26))}${letter(index)}`
    return linear({
      symbol: `${base}USDT`,
      base,
      quote: 'USDT',
      tick: index % 2 === 0 ? 0.001 : 0.0001,
      lot: index % 3 === 0 ? 0.1 : 1,
      price: 1 + ((index * 37) % 90),
      tiers: index % 2 === 0 ? tierTables.middle : tierTables.thin,
    })
  })

export const inventedContracts: readonly ContractSpec[] = invented(200)

const listed = new Map([...named, ...inventedContracts].map((spec) => [spec.symbol, spec]))

export const contracts: ReadonlyMap<string, ContractSpec> = listed

/** Lists one more contract: a worked example brings a contract of its own. */
export const listContract = (spec: ContractSpec): void => {
  listed.set(spec.symbol, spec)
}

export const contractOf = (symbol: string): ContractSpec => {
  const spec = contracts.get(symbol)
  if (spec === undefined) throw new RangeError(`no such contract: ${symbol}`)
  return spec
}

/** Digits behind the point of a step: 0.001 → 3. */
export const digitsOf = (step: number): number => Math.max(0, Math.round(-Math.log10(step)))

/** Nearest multiple of a step, free of binary dust. */
export const toStep = (value: number, step: number): number =>
  Number((Math.round(value / step) * step).toFixed(digitsOf(step)))

export const floorToStep = (value: number, step: number): number =>
  Number((Math.floor(value / step + 1e-9) * step).toFixed(digitsOf(step)))

/** Amounts of dollar assets have two digits, coins four. */
export const amountDigits = (asset: string): number => (/^(?:USD|BUSD)/.test(asset) ? 2 : 4)
