import { onlyDistinct } from '../only'
import { type MarginMode, quoteAssets, type Side, splitPair } from '@/lib/margin'
import type { ContractType } from '../reading'
import { marginModeOf, means, sideOf, wordsIn } from '../words/lexicon'
import { isQuoteAsset } from '../words/money'

/** What a symbol cell, or the head of a card, says. */
export type SymbolInfo = {
  /** "BTCUSDT", "BTCUSD_PERP", "BTCUSDT_260925": one name for one contract. */
  symbol: string
  /** "BTCUSDT", "BTCUSD". */
  pair: string
  contractType: ContractType | null
  leverage: number | null
  side: Side | null
  /** "S" next to SOLUSDT: short, or the coin's initial in place of its picture. */
  initial: Side | null
  marginMode: MarginMode | null
}

const LEVERAGE = /^(?:(\d{1,3})[x×]|[x×](\d{1,3}))$/i

const leverageOf = (word: string): number | null => {
  const match = LEVERAGE.exec(word)
  const value = Number(match?.[1] ?? match?.[2] ?? 0)
  return value > 0 ? value : null
}

/** Letters of any script and digits; upper case where there is one: `龙虾USDT`, `4USDT`. */
const SYMBOL = /^(?=.*\p{L})[\p{Lu}\p{Lo}\p{N}]{2,30}(?:_(?:PERP|\d{4}|\d{6}))?$/u

/** A name that ends in a known quote asset. */
export const isSymbol = (word: string): boolean => SYMBOL.test(word) && splitPair(word) !== null

/** "1225", "261225". */
const isDeliveryDay = (text: string): boolean => {
  const [, month, day] = /^(?:\d{2})?(\d{2})(\d{2})$/.exec(text) ?? []
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
}

/**
 * "BTCUSDTPerp20x" and "BTCUSDT12258x" are three words each: the one for a perpetual contract, or a
 * day, tells where they part. Where the digits can be parted in two ways ("1212125x"), nothing is.
 */
const unglued = (word: string): string[] => {
  const glued = /^(\D*\p{L}+USD[TC]?)(\d{5,9})x$/u.exec(word)
  if (glued !== null) {
    const [, pair = '', digits = ''] = glued
    const ways = [4, 6]
      .map((length) => [digits.slice(0, length), digits.slice(length)] as const)
      .filter(([day, leverage]) => isDeliveryDay(day) && /^[1-9]\d{0,2}$/.test(leverage))
    const [only, ...others] = ways
    return only === undefined || others.length > 0 ? [word] : [pair, only[0], `${only[1]}x`]
  }
  const [, front = '', leverage = ''] = /^(.+?)(\d{1,3}x)$/i.exec(word) ?? []
  for (let at = 2; at < front.length; at += 1) {
    if (!means('perpetual', front.slice(at)) || !isSymbol(front.slice(0, at))) continue
    return [front.slice(0, at), front.slice(at), leverage]
  }
  return [word]
}

const MOST_WORDS_IN_A_TERM = 3

/** "BTC/USDT", "BTC-USDT" */
const PARTED_PAIR = /(?<=[\p{Lu}\p{Lo}\p{N}])[/-](?=[A-Z]{0,2}USD)/u

/** "BTCUSD" is quoted in dollars, in which nothing is paid. */
const isQuote = (text: string): boolean => isQuoteAsset(text) || text === 'USD'

/** "SOL USDT", neither "12.30 USDT" nor "SIZE USDT". */
const SPACED_PAIR =
  /(?<![\p{L}\p{N}.,])(?=\d*\p{L})([\p{Lu}\p{Lo}\p{N}]{2,})\s([A-Z]{0,2}USD[A-Z]?)(?![\p{L}\p{N}])/gu
const joinedPair = (whole: string, base: string, quote: string): string =>
  isQuote(quote) && wordsIn(base).size === 0 ? base + quote : whole

/** A word of the page may hold spaces itself: "Кросс-маржа", "Ký quỹ chéo". The longest known one is taken. */
const termsOf = (text: string): string[] => {
  const words = text
    .replace(PARTED_PAIR, '')
    .replace(SPACED_PAIR, joinedPair)
    .replace(/[()[\]]/g, ' ')
    .split(/[\s/|·]+|,(?!\d)/)
    .filter((word) => word !== '')
  const terms: string[] = []
  for (let at = 0; at < words.length;) {
    let length = Math.min(MOST_WORDS_IN_A_TERM, words.length - at)
    while (length > 1 && wordsIn(words.slice(at, at + length).join(' ')).size === 0) length -= 1
    terms.push(words.slice(at, at + length).join(' '))
    at += length
  }
  return terms.flatMap((term) => (term.includes(' ') ? [term] : unglued(term)))
}

/** What a name that is complete ends in; "U" may as well be the end of "XAU". */
const ENDS_IN_QUOTE = new RegExp(`.(?:${quoteAssets.filter((asset) => asset !== 'U').join('|')})$`)

/** "0.05" and "91": the last digits of an amount in ETH. */
const isFigure = (texts: readonly { text: string }[]): boolean =>
  /[\d.,]\|\d+$/.test(texts.map(({ text }) => text).join('|'))

/** "BTC" and "USDT" in two elements. */
export const withQuotes = <R extends { text: string }>(runs: readonly R[]): R[] => {
  const joined: R[] = []
  for (const run of runs) {
    const before = joined.at(-1)
    const isSecond =
      isQuote(run.text) &&
      before !== undefined &&
      // "价格" and "USDT", in the order form
      wordsIn(before.text).size === 0 &&
      !ENDS_IN_QUOTE.test(before.text) &&
      // "S" and its translation "U" are a badge.
      before.text.length + run.text.length > 2 &&
      isSymbol(before.text + run.text) &&
      !isFigure(joined.slice(-2))
    if (isSecond) joined[joined.length - 1] = { ...before, text: before.text + run.text }
    else joined.push(run)
  }
  return joined
}

/** "20" and "x" in two elements, or with a space between them. */
const withLeverageJoined = (texts: readonly string[]): string[] => {
  const joined: string[] = []
  for (const text of texts) {
    const before = joined.at(-1) ?? ''
    const isLeverage =
      (/^\d{1,3}$/.test(before) && /^[x×]$/i.test(text)) ||
      (/^[x×]$/i.test(before) && /^\d{1,3}$/.test(text))
    if (isLeverage) joined[joined.length - 1] = before + text
    else joined.push(text)
  }
  return joined
}

/** The leverage that these texts are, and nothing else: "20x", or "20" and "x"; not "Max 20x". */
export const leverageIn = (texts: readonly string[]): number | null => {
  const [only = '', ...others] = withLeverageJoined(texts)
  return others.length === 0 ? leverageOf(only) : null
}

/**
 * Reads "BTCUSDT" "Perp" "20x" "Long" "Isolated" in one text or several, in any order. Words that
 * nobody knows are passed over. `null`: no word could be a symbol, or more than one.
 */
export const parseSymbol = (texts: readonly string[], isInverse: boolean): SymbolInfo | null => {
  // "Max 20x" is what the contract allows.
  const own = texts.filter((text) => !text.startsWith('Max ')).map((text) => ({ text }))
  const whole = withQuotes(own).map(({ text }) => text)
  const terms = withLeverageJoined(whole.flatMap(termsOf))
  const names = terms.filter(
    (term) => isSymbol(term) && leverageOf(term) === null && wordsIn(term).size === 0,
  )
  const name = onlyDistinct(names)
  if (name === null) return null
  const split = splitPair(name)
  if (split === null) return null
  const { pair, suffix } = split
  const rest = terms.filter((term) => term !== name)
  const isPerpetual = suffix === 'PERP' || rest.some((term) => means('perpetual', term))
  const day =
    suffix !== null && suffix !== 'PERP'
      ? suffix
      : onlyDistinct(rest.filter((term) => isDeliveryDay(term)))
  const contractType: ContractType | null =
    day !== null ? { kind: 'dated', delivery: day } : isPerpetual ? { kind: 'perpetual' } : null
  const isInitial = (term: string) => term.length === 1 && pair.startsWith(term)
  const sidesIn = (some: readonly string[]) =>
    onlyDistinct(some.flatMap((term) => sideOf(term) ?? []))
  return {
    symbol: day !== null ? `${pair}_${day}` : isInverse ? `${pair}_PERP` : pair,
    pair,
    contractType,
    leverage: onlyDistinct(rest.flatMap((term) => leverageOf(term) ?? [])),
    side: sidesIn(rest.filter((term) => !isInitial(term))),
    initial: sidesIn(rest.filter(isInitial)),
    marginMode: onlyDistinct(rest.flatMap((term) => marginModeOf(term) ?? [])),
  }
}

/** A leverage in some spelling, with or without other words: "20x", "x20", "Cross 20x", "…Perp20x". */
export const hasLeverage = (text: string): boolean =>
  /(?:^|[^\p{L}\d.,])(?:\d{1,3} ?[x×]|[x×] ?\d{1,3})(?:$|[^\p{L}\d])/iu.test(text) ||
  (/\d[x×]$/i.test(text) && unglued(text).length === 3)

/** The symbol that stands in a text, alone or with other words; `null`: none, or several. */
export const symbolIn = (text: string): string | null =>
  text.length > 80
    ? null
    : onlyDistinct(
        termsOf(text).filter((t) => isSymbol(t) && leverageOf(t) === null && wordsIn(t).size === 0),
      )

/** "Perp", "ETH/USDT Perp". */
export const namesContract = (text: string): boolean =>
  termsOf(text).some((term) => means('perpetual', term))
