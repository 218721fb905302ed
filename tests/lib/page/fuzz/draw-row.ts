import type { Cells } from '../futures-page'
import type { World } from './draw-world'
import type { Random } from './random'

export const figures = [
  'leverage',
  'quantity',
  'entryPrice',
  'breakEvenPrice',
  'markPrice',
  'liquidationPrice',
  'marginRatio',
  'margin',
  'wallet',
  'unrealizedPnl',
  'roi',
  'estimatedFunding',
] as const
export type Figure = (typeof figures)[number]

/** What is so, as precisely as it is printed; `null`: the page does not print it. */
export type Truth = {
  symbol: string
  side: 'long' | 'short'
  marginMode: 'isolated' | 'cross'
  figures: Record<Figure, number | null>
  stopLoss: number | null
  noPartialStops: boolean
  isInverse: boolean
  contractSize: number
}

export type DrawnRow = { coin: string; truth: Truth; cells: Cells }

const coins = [
  { coin: 'BTC', price: 60_000, priceDigits: 1, step: 3 },
  { coin: 'ETH', price: 2_400, priceDigits: 2, step: 3 },
  { coin: 'SOL', price: 145, priceDigits: 3, step: 0 },
  { coin: 'DOGE', price: 0.1234, priceDigits: 5, step: 0 },
  { coin: '1000PEPE', price: 0.0091, priceDigits: 7, step: 0 },
  { coin: '龙虾', price: 1.2, priceDigits: 4, step: 1 },
] as const

const grouped = (value: number, digits: number): string => {
  const [whole = '', fraction] = Math.abs(value).toFixed(digits).split('.')
  const sign = value < 0 ? '-' : ''
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return sign + groups + (fraction === undefined ? '' : `.${fraction}`)
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

const percent = (rate: number): string => `${(rate * 100).toFixed(2)}%`

/** Balance = wallet + PnL, both in the margin asset; inverse: the notional falls as the price rises. */
const arithmeticOf = (isInverse: boolean, contractSize: number) => ({
  notional: (quantity: number, price: number) =>
    isInverse ? (quantity * contractSize) / price : quantity * price,
  gain: (quantity: number, entry: number, price: number) =>
    isInverse ? quantity * contractSize * (1 / entry - 1 / price) : quantity * (price - entry),
  /** Where wallet + PnL = rate · notional; not above zero where it is never so. */
  liquidation: (
    { quantity, entry, sign }: { quantity: number; entry: number; sign: 1 | -1 },
    { wallet, rate }: { wallet: number; rate: number },
  ) => {
    if (!isInverse) return (wallet - sign * quantity * entry) / (quantity * rate - sign * quantity)
    const volume = quantity * contractSize
    return (volume * (1 + sign * rate)) / (volume / entry + sign * wallet)
  },
})

/** A position that the exchange could hold, and its row as it prints it. */
export const drawRow = (
  random: Random,
  { taken, world }: { taken: ReadonlySet<string>; world: World },
): DrawnRow => {
  const { isInverse, words } = world
  const isFree = ({ coin }: { coin: string }) =>
    (isInverse ? /^(?:BTC|ETH|SOL)$/.test(coin) : true) &&
    (['long', 'short'] as const).filter((side) => !taken.has(`${coin}:${side}`)).length >
      (world.isHedge ? 0 : 1)
  const { coin, price, priceDigits, step: coinStep } = random.pick(coins.filter(isFree))
  const drawnSign = random.pick([1, -1] as const)
  const isTaken = taken.has(`${coin}:${drawnSign === 1 ? 'long' : 'short'}`)
  const sign = isTaken ? (drawnSign === 1 ? -1 : 1) : drawnSign
  const side = sign === 1 ? 'long' : 'short'
  const contractSize = coin === 'BTC' ? 100 : 10
  const { notional, gain, liquidation: liquidated } = arithmeticOf(isInverse, contractSize)
  const [step, digits] = isInverse ? [0, 6] : [coinStep, 2]
  const marginMode = random.pick(['isolated', 'isolated', 'cross'] as const)
  const leverage = random.pick([2, 3, 5, 10, 20, 50])
  const entry = rounded(price * random.between(0.8, 1.25), priceDigits)
  const value = random.between(isInverse ? 200 : 20, 30_000)
  const quantity = Math.max(10 ** -step, rounded(value / (isInverse ? contractSize : entry), step))
  // No bracket lets a position open at a margin that does not keep it.
  const rate = random.pick([0.004, 0.005, 0.01, 0.025].filter((one) => one <= 0.5 / leverage))
  const opened = (notional(quantity, entry) * random.between(1, 2.5)) / leverage
  const wallet = rounded(opened + 2 * 10 ** -digits, digits)
  const liquidation = liquidated({ quantity, entry, sign }, { wallet, rate })
  const canBe = liquidation > 0 && Number.isFinite(liquidation)
  const towards = marginMode === 'isolated' && canBe ? liquidation : entry * 0.9
  const room = Math.min(Math.abs(entry - towards), entry)
  // No price falls below nothing, however much room a low leverage leaves.
  const drawn = entry + sign * room * random.between(-0.8, 1.2)
  const mark = rounded(Math.max(drawn, entry * 0.2), priceDigits)
  const pnl = sign * gain(quantity, entry, mark)
  const balance = wallet + pnl
  const isolated = marginMode === 'isolated'
  const initial = notional(quantity, mark) / leverage
  const ratio = isolated ? (notional(quantity, mark) * rate) / balance : random.between(0.001, 0.4)
  const liquidationShown = isolated
    ? canBe
      ? rounded(liquidation, priceDigits)
      : null
    : rounded(mark * (1 - sign * random.between(0.05, 0.5)), priceDigits)
  const margin = rounded(isolated ? (world.holdsPnl ? balance : wallet) : initial, digits)
  const breakEven = rounded(entry * (1 + sign * 0.0009), priceDigits)
  const fundingDigits = isInverse ? 8 : 4
  const funding = rounded(notional(quantity, mark) * random.between(-0.0005, 0.0005), fundingDigits)
  const stop = random.chance(0.5)
    ? rounded(mark * (1 - sign * random.between(0.005, 0.03)), priceDigits)
    : null
  const noPartialStops = random.chance(0.8)
  const pair = isInverse ? `${coin}USD` : `${coin}USDT`
  const asset = isInverse ? coin : 'USDT'
  const inQuote = world.unit === 'quote'
  const written = (value: number | null, digits = priceDigits): string =>
    value === null ? '--' : grouped(value, digits)
  const badge = world.isHedge ? `<span>${sign === 1 ? words.long : words.short}</span>` : ''
  const size = inQuote
    ? `${grouped(sign * quantity * mark, 2)} USDT`
    : `${grouped(sign * quantity, step)} ${isInverse ? words.contracts : coin}`
  return {
    coin,
    truth: {
      // In a language that nobody speaks, the word for a perpetual contract is none.
      symbol: isInverse && world.language !== 'nonsense' ? `${pair}_PERP` : pair,
      side,
      marginMode,
      stopLoss: stop,
      noPartialStops,
      isInverse,
      contractSize,
      figures: {
        leverage,
        quantity: inQuote ? null : quantity,
        entryPrice: entry,
        breakEvenPrice: breakEven,
        markPrice: mark,
        liquidationPrice: liquidationShown,
        marginRatio: rounded(ratio, 4),
        margin,
        wallet: isolated ? wallet : null,
        unrealizedPnl: rounded(pnl, digits),
        roi: rounded(pnl / initial, 4),
        estimatedFunding: funding,
      },
    },
    cells: {
      Symbol: `<span>${pair}</span><span>${words.perp}</span><span>${leverage}x</span>${badge}`,
      Size: size,
      'Entry Price': written(entry),
      'Break Even Price': written(breakEven),
      'Mark Price': written(mark),
      'Liq.Price': written(liquidationShown),
      'Margin Ratio': percent(ratio),
      Margin: `<div>${grouped(margin, digits)} ${asset}</div><div>(${isolated ? words.isolated : words.cross})</div>`,
      'PNL(ROI %)': `<div>${grouped(pnl, digits)} ${asset}</div><div>(${percent(pnl / initial)})</div>`,
      'Est. Funding Fee': `${grouped(funding, fundingDigits)} ${asset}`,
      'MKT Close All': '<button>Market</button><button>Limit</button>',
      Reverse: '<button>Reverse</button>',
      'TP/SL for position': `-- / ${written(stop)}`,
      'TP/SL': noPartialStops ? `<a>${words.add}</a>` : '<a>2</a>',
    },
  }
}
