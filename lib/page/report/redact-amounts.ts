import { quoteAssets } from '@/lib/margin'

/** One amount as printed: digits, with separators between them. */
const AMOUNT = /\p{N}(?:[\p{N}.,'’\s]*\p{N})?/gu

/** "USD1": assets whose names have digits, apart from an amount and apart from more letters. */
const ASSETS = quoteAssets.filter((asset) => /\d/.test(asset)).join('|')
const ASSET_OR_AMOUNT = new RegExp(
  `(?<asset>(?:${ASSETS})(?![\\p{L}\\p{N}]))|${AMOUNT.source}`,
  'gu',
)

/** Of a dated contract, with a leverage behind it: nothing else looks like that. */
const DAY = '(?:[ _]?\\p{N}{4}(?:\\p{N}{2})?(?=\\s?\\p{N}{1,3}[xX×]))?'

/**
 * "1000PEPEUSDT": the figures of a symbol are its name, and so is the day in "BTCUSDT 1225 20x" or
 * "BTCUSDT122520x". "75USDT" is an amount: a coin has letters before the asset that it is counted in.
 */
const SYMBOL = new RegExp(
  `^(?:10+|1)?\\p{L}{1,20}?(?:(?:${ASSETS})(?!\\p{N})|USDT|USDC|USD)(?!\\p{L})${DAY}`,
  'u',
)

const ADDRESS = /\S+@\S+/g

/** With fewer digits an amount is like thousands of others. */
const TELLING = 3

export const amountsIn = (text: string): string[] =>
  [...text.replace(SYMBOL, '').matchAll(ASSET_OR_AMOUNT)]
    .flatMap(({ 0: amount, groups }) => (groups?.['asset'] === undefined ? [amount] : []))
    .map((amount) => amount.replace(/\P{N}/gu, ''))
    .filter((digits) => digits.length >= TELLING)

type Redaction = {
  /** From 0 to below 1. */
  random: () => number
  /** Every amount of the page: none of them may come out by chance. */
  amounts: ReadonlySet<string>
  /** What was chosen before: what is printed twice is so afterwards, as the price over the chart and in a row. */
  chosen: Map<string, string>
}

const zeroOf = (digit: string): number => (/[０-９]/u.test(digit) ? 0xff10 : 0x30)

/** Another digit at every place; a leading zero stays, and nothing else becomes one. */
const otherDigits = (amount: string, random: () => number): string => {
  let place = 0
  const startsWithZero = /^[0０][.,]/u.test(amount)
  return amount.replace(/\p{N}/gu, (digit) => {
    place += 1
    if (place === 1 && startsWithZero) return digit
    const zero = zeroOf(digit)
    const own = (digit.codePointAt(0) ?? zero) - zero
    const least = place === 1 ? 1 : 0
    const choices = Array.from({ length: 10 - least }, (_, at) => at + least).filter(
      (one) => one !== own,
    )
    const chosen = choices[Math.floor(random() * choices.length)] ?? 1
    return String.fromCodePoint(zero + chosen)
  })
}

const ATTEMPTS = 50

const newDigits = (amount: string, { random, amounts }: Redaction): string => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const found = otherDigits(amount, random)
    if (!amounts.has(found.replace(/\P{N}/gu, ''))) return found
  }
  return amount.replace(/\p{N}/gu, '0')
}

const another = (amount: string, how: Redaction): string => {
  const { chosen } = how
  const before = chosen.get(amount)
  if (before !== undefined) return before
  const found = newDigits(amount, how)
  chosen.set(amount, found)
  return found
}

/** The same words, and for every amount another of the same shape; what was equal stays equal. */
export const redactAmounts = (text: string, how: Redaction): string => {
  const symbol = SYMBOL.exec(text)?.[0] ?? ''
  return (
    symbol +
    text
      .slice(symbol.length)
      .replace(ADDRESS, '…')
      .replace(ASSET_OR_AMOUNT, (found, asset?: string) => asset ?? another(found, how))
  )
}
