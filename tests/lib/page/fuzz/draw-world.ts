import { wordsFor } from '../../../practice-exchange/page/words/index'
import { languages } from '../../../practice-exchange/view'
import type { HEADERS } from '../futures-page'
import type { Random } from './random'

export type Header = (typeof HEADERS)[number]

/** How one page speaks and counts: language, market, position mode, unit of sizes. */
export type World = {
  language: string
  path: string
  titles: Readonly<Record<Header, string>>
  tabs: readonly [string, string, string]
  words: Record<'perp' | 'isolated' | 'cross' | 'long' | 'short' | 'contracts' | 'add', string>
  isHedge: boolean
  isInverse: boolean
  /** `quote`: the size is printed as size × mark. */
  unit: 'own' | 'quote'
  /** The Margin column holds the wallet, or the wallet and the PnL. */
  holdsPnl: boolean
}

const segments: Readonly<Record<string, string>> = { 'zh-TW': 'zh-TC', nonsense: 'qaa' }

export const drawWorld = (random: Random): World => {
  const language = random.chance(0.4) ? 'en' : random.pick(languages)
  const words = wordsFor(language)
  const { columns, tabs } = words
  const isInverse = random.chance(0.15)
  const place = isInverse ? 'delivery/BTCUSD_PERP' : 'futures/BTCUSDT'
  return {
    language,
    path: `/${segments[language] ?? language}/${place}`,
    titles: {
      Symbol: columns.symbol,
      Size: columns.size,
      'Entry Price': columns.entryPrice,
      'Break Even Price': columns.breakEvenPrice,
      'Mark Price': columns.markPrice,
      'Liq.Price': columns.liquidationPrice,
      'Margin Ratio': columns.marginRatio,
      Margin: columns.margin,
      'PNL(ROI %)': columns.pnl,
      'Est. Funding Fee': columns.funding,
      'MKT Close All': columns.close,
      Reverse: columns.reverse,
      'TP/SL for position': columns.positionStops,
      'TP/SL': columns.partialStops,
    },
    tabs: [tabs.positions, tabs.openOrders, tabs.orderHistory],
    words,
    isHedge: random.chance(0.2),
    isInverse,
    unit: !isInverse && random.chance(0.2) ? 'quote' : 'own',
    holdsPnl: random.chance(0.3),
  }
}
