import { contracts } from '../engine/index.ts'
import type { Language } from '../view.ts'
import { languageOfSegment } from './words/index.ts'

/** Where the page is: language, market and symbol come from the address, as on the real page. */
export type Place = { market: 'usdm' | 'coinm'; symbol: string; language: Language }

/** "/zh-CN/futures/BTCUSDT", "/futures/BTCUSDT", "/en/delivery/BTCUSD_PERP". */
export const placeOf = (pathname: string): Place => {
  const match = /^\/(?:([a-zA-Z-]+)\/)?(futures|delivery)(?:\/([^/?]+))?/.exec(pathname)
  const market = match?.[2] === 'delivery' ? 'coinm' : 'usdm'
  const fallback = market === 'coinm' ? 'BTCUSD_PERP' : 'BTCUSDT'
  const symbol = decodeURIComponent(match?.[3] ?? fallback)
  return {
    market,
    symbol: contracts.has(symbol) ? symbol : fallback,
    language: languageOfSegment(match?.[1] ?? 'en'),
  }
}
