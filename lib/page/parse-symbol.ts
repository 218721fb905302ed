import type { Side } from '@/lib/margin'
import type { ContractType } from './page-reading'
import { foldWord, type Vocabulary } from './vocabulary'

export type ParsedSymbol = {
  /** "BTCUSDT", "BTCUSD_PERP", "BTCUSDT_260925": one name for one contract. */
  symbol: string
  /** "BTCUSDT", "BTCUSD". */
  pair: string
  contractType: ContractType | null
  leverage: string | null
  badge: Side | null
}

const LEVERAGE = /^(\d{1,3})x$/i

/** Letters of any script and digits; upper case where there is one (`龙虾USDT`, `1000PEPEUSDT`). */
const SYMBOL = /^(?=.*\p{L})[\p{Lu}\p{Lo}\p{N}]{3,30}$/u
const endsInQuote = (name: string): boolean => /.USD[TC1]?$/.test(name)
const DELIVERY = /^\d{4}(?:\d{2})?$/

/** A text with a leverage in it: "20x", "BTCUSDT Perp 20x", "BTCUSDTPerp20x", "BTCUSDT12258x". */
export const hasLeverage = (text: string): boolean =>
  /(?:^|[^\d.,])\d{1,3}x(?:$|\s)/i.test(text) ||
  text.split(' ').some((word) => ungluedDated(word) !== null)

/** "1225", "261225". */
const isDeliveryDay = (text: string): boolean => {
  const [, month, day] = /^(?:\d{2})?(\d{2})(\d{2})$/.exec(text) ?? []
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
}

/**
 * "BTCUSDT12258x": a pair that ends in its asset, a day, a leverage. Where the digits can be parted
 * in two ways ("1212125x"), nothing is.
 */
const ungluedDated = (word: string): string[] | null => {
  const [, pair = '', digits = ''] = /^(\D*\p{L}+USD[TC]?)(\d{5,9})x$/u.exec(word) ?? []
  const [only, ...others] = [4, 6]
    .map((length) => [digits.slice(0, length), digits.slice(length)] as const)
    .filter(([day, leverage]) => isDeliveryDay(day) && /^[1-9]\d{0,2}$/.test(leverage))
  return only === undefined || others.length > 0 ? null : [pair, only[0], `${only[1]}x`]
}

/**
 * "BTCUSDTPerp20x" is three words: the one for a perpetual contract tells where they part. Without
 * it and without a day of delivery, which digits are the leverage cannot be known.
 */
const unglued = (word: string, { spellings }: Vocabulary): string[] => {
  const dated = ungluedDated(word)
  if (dated !== null) return dated
  const match = /^(.+?)(\d{1,3}x)$/i.exec(word)
  const [front, leverage] = [match?.[1] ?? '', match?.[2] ?? '']
  const folded = foldWord(front)
  const [suffix, ...others] = [...spellings('perpetual')].filter(
    (spelling) => folded.endsWith(spelling) && folded.length > spelling.length,
  )
  return suffix === undefined || others.length > 0 || folded.length !== front.length
    ? [word]
    : [front.slice(0, -suffix.length), front.slice(-suffix.length), leverage]
}

/** Words between spaces; the one for a perpetual contract may hold a space itself. */
const wordsOf = (text: string, vocabulary: Vocabulary): string[] => {
  if (vocabulary.is('perpetual', text)) return [text]
  const words = text.split(/[\s_]+/).filter((word) => word !== '')
  const at = words.findIndex((word, index) =>
    vocabulary.is('perpetual', `${word} ${words[index + 1] ?? ''}`),
  )
  return at === -1 || vocabulary.is('perpetual', words[at] ?? '')
    ? words
    : [...words.slice(0, at), words.slice(at, at + 2).join(' '), ...words.slice(at + 2)]
}

/**
 * Reads the tokens of a symbol cell: "BTCUSDT" "Perp" "20x", in one text or several. More than one
 * word that could be the symbol: `null`.
 */
export const parseSymbol = (
  texts: readonly string[],
  vocabulary: Vocabulary,
): ParsedSymbol | null => {
  const words = texts
    .flatMap((text) => wordsOf(text, vocabulary))
    .flatMap((word) => unglued(word, vocabulary))
  let contractType: ContractType | null = null
  let leverage: string | null = null
  const badges: Side[] = []
  const pairs: string[] = []
  for (const word of words) {
    const side = vocabulary.sideOf(word)
    if (LEVERAGE.test(word)) leverage = word.slice(0, -1)
    else if (vocabulary.is('perpetual', word)) contractType = { kind: 'perpetual' }
    else if (DELIVERY.test(word)) contractType = { kind: 'dated', delivery: word }
    else if (side !== null) badges.push(side)
    else if (SYMBOL.test(word)) pairs.push(word)
  }
  // A word of an unknown script beside the symbol looks like one itself; it ends in no asset.
  const [pair, ...others] = pairs.length > 1 ? pairs.filter(endsInQuote) : pairs
  const [badge = null, ...otherBadges] = badges
  if (pair === undefined || others.length > 0 || otherBadges.length > 0) return null
  return { symbol: contractName(pair, contractType), pair, contractType, leverage, badge }
}

/** COIN-M and dated contracts share the pair's name; the suffix keeps their positions apart. */
const contractName = (pair: string, type: ContractType | null): string => {
  if (type?.kind === 'dated') return `${pair}_${type.delivery}`
  return type?.kind === 'perpetual' && pair.endsWith('USD') ? `${pair}_PERP` : pair
}
