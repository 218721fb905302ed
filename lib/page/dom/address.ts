import type { Market } from '../reading'

/** "zh-CN" in "/zh-CN/futures/BTCUSDT"; '' where the path names no language. */
const LANGUAGE = /^\/([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\//

/** `/en/futures/BTCUSDT`, `/futures/BTCUSDT`, `/zh-CN/delivery/BTCUSD_PERP`. `null`: another page. */
export const marketOf = (pathname: string): Market | null => {
  const path = pathname.replace(LANGUAGE, '/')
  const name = /^\/(futures|delivery)(?:\/|$)/.exec(path)?.[1]
  return name === undefined ? null : name === 'delivery' ? 'coinm' : 'usdm'
}

/** The contract that the address names; `null`: none, or one that cannot be decoded. */
export const pageSymbol = ({ location }: Document): string | null => {
  const name = /\/(?:futures|delivery)\/([^/?#]+)/.exec(location.pathname)?.[1]
  try {
    return name === undefined ? null : decodeURIComponent(name)
  } catch {
    return null
  }
}

/** What the page says of its own language, most telling first; BCP 47, or what the page takes for it. */
export const pageLanguages = ({ documentElement, location }: Document): string[] =>
  [LANGUAGE.exec(location.pathname)?.[1] ?? '', documentElement.lang].filter((tag) => tag !== '')

/** The browser's translator has put its texts into the page: Chrome's class, and its `<font>`. */
export const isTranslated = ({ documentElement }: Document): boolean =>
  /(?:^|\s)translated-(?:ltr|rtl)(?:\s|$)/.test(documentElement.className)
