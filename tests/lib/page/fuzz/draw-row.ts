import type { Cells } from '../futures-page'
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

/** What is so, as precisely as it is printed. */
export type Truth = {
  symbol: string
  side: 'long' | 'short'
  marginMode: 'isolated' | 'cross'
  figures: Record<Figure, number | null>
  stopLoss: number | null
  noPartialStops: boolean
}

export type DrawnRow = { truth: Truth; cells: Cells }

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

/** A position that the exchange could hold, and its row as it prints it. */
export const drawRow = (
  random: Random,
  { taken, holdsPnl }: { taken: ReadonlySet<string>; holdsPnl: boolean },
): DrawnRow => {
  const { coin, price, priceDigits, step } = random.pick(
    coins.filter((one) => !taken.has(`${one.coin}USDT`)),
  )
  const sign = random.pick([1, -1] as const)
  const side = sign === 1 ? 'long' : 'short'
  const marginMode = random.pick(['isolated', 'isolated', 'cross'] as const)
  const leverage = random.pick([2, 3, 5, 10, 20, 50])
  const entry = rounded(price * random.between(0.8, 1.25), priceDigits)
  const quantity = Math.max(10 ** -step, rounded(random.between(20, 30_000) / entry, step))
  // No bracket lets a position open at a margin that does not keep it.
  const rate = random.pick([0.004, 0.005, 0.01, 0.025].filter((one) => one <= 0.5 / leverage))
  const wallet = rounded((quantity * entry * random.between(1, 2.5)) / leverage + 0.02, 2)
  const liquidation = (wallet - sign * quantity * entry) / (quantity * rate - sign * quantity)
  const towards = marginMode === 'isolated' && liquidation > 0 ? liquidation : entry * 0.9
  const room = Math.abs(entry - towards)
  // No price falls below nothing, however much room a low leverage leaves.
  const drawn = entry + sign * room * random.between(-0.8, 1.2)
  const mark = rounded(Math.max(drawn, entry * 0.2), priceDigits)
  const pnl = sign * quantity * (mark - entry)
  const balance = wallet + pnl
  const isolated = marginMode === 'isolated'
  const initial = (quantity * mark) / leverage
  const ratio = isolated ? (quantity * mark * rate) / balance : random.between(0.001, 0.4)
  const liquidationShown = isolated
    ? liquidation > 0
      ? rounded(liquidation, priceDigits)
      : null
    : rounded(mark * (1 - sign * random.between(0.05, 0.5)), priceDigits)
  const margin = rounded(isolated ? (holdsPnl ? balance : wallet) : initial, 2)
  const breakEven = rounded(entry * (1 + sign * 0.0009), priceDigits)
  const funding = rounded(quantity * mark * random.between(-0.0005, 0.0005), 4)
  const stop = random.chance(0.5)
    ? rounded(mark * (1 - sign * random.between(0.005, 0.03)), priceDigits)
    : null
  const noPartialStops = random.chance(0.8)
  const symbol = `${coin}USDT`
  const written = (value: number | null, digits = priceDigits): string =>
    value === null ? '--' : grouped(value, digits)
  return {
    truth: {
      symbol,
      side,
      marginMode,
      stopLoss: stop,
      noPartialStops,
      figures: {
        leverage,
        quantity,
        entryPrice: entry,
        breakEvenPrice: breakEven,
        markPrice: mark,
        liquidationPrice: liquidationShown,
        marginRatio: rounded(ratio, 4),
        margin,
        wallet: isolated ? wallet : null,
        unrealizedPnl: rounded(pnl, 2),
        roi: rounded(pnl / initial, 4),
        estimatedFunding: funding,
      },
    },
    cells: {
      Symbol: `<span>${symbol}</span><span>Perp</span><span>${leverage}x</span>`,
      Size: `${grouped(sign * quantity, step)} ${coin}`,
      'Entry Price': written(entry),
      'Break Even Price': written(breakEven),
      'Mark Price': written(mark),
      'Liq.Price': written(liquidationShown),
      'Margin Ratio': percent(ratio),
      Margin: `<div>${grouped(margin, 2)} USDT</div><div>(${isolated ? 'Isolated' : 'Cross'})</div>`,
      'PNL(ROI %)': `<div>${grouped(pnl, 2)} USDT</div><div>(${percent(pnl / initial)})</div>`,
      'Est. Funding Fee': `${grouped(funding, 4)} USDT`,
      'MKT Close All': '<button>Market</button><button>Limit</button>',
      Reverse: '<button>Reverse</button>',
      'TP/SL for position': `-- / ${written(stop)}`,
      'TP/SL': noPartialStops ? '<a>Add</a>' : '<a>2</a>',
    },
  }
}
