import { Decimal, type PrintedFigure, quoteAssets } from '@/lib/margin'
import { normalise } from '../dom/normalise'
import { means } from '../words/lexicon'

/** The separators with which a page prints its figures. */
export type NumberStyle = { thousands: ',' | '.' | ' ' | "'" | ''; decimal: '.' | ',' }

export const englishNumbers: NumberStyle = { thousands: ',', decimal: '.' }

/** Every way in which the world's languages print a figure, the commonest first. */
export const numberStyles: readonly NumberStyle[] = [
  englishNumbers,
  { thousands: '.', decimal: ',' },
  { thousands: ' ', decimal: ',' },
  { thousands: ' ', decimal: '.' },
  { thousands: "'", decimal: '.' },
]

export type ScannedNumber = {
  kind: 'number'
  /** Plain decimal notation, with the digits that are printed: "-1234.50". A percentage as printed. */
  plain: string
  /** A percentage as a fraction. */
  value: number
  /** Digits behind the point of `value`; of "2.37%": 4. */
  decimals: number
  /** "BTC", "USDT", "Cont", "%", … or ''. */
  unit: string
  signed: boolean
}

export type Scanned =
  | ScannedNumber
  /** "--": the page says that there is none. */
  | { kind: 'none' }
  /** "****": the page hides it, and the trader asked it to. */
  | { kind: 'hidden' }
  | { kind: 'text' }

/** "--", "-- USDT", "—". A dash with figures behind it is a sign. */
const NONE = /^-{1,3}(?: ?[^\d\s]+)?$/u
const HIDDEN = /^[*•●]{2,}(?: ?[^\d\s]+)?$/u

/** Glued or apart: "USDT", " BTC", " 1000PEPE", "%". Glued it begins with two letters: not "e5". */
const UNIT = /^(?: ?%| ?\p{L}{2}[\p{L}\p{N}.]*| ?[\p{Lo}]| (?=\p{N}*\p{L})[\p{L}\p{N}]+)?$/u

const escape = (character: string): string => character.replace(/[.']/g, '\\$&')

/** Groups of three, or none at all: "1234.5", "1,234.5"; never "1,23.4" or "12,34". */
const grammarOf = ({ thousands, decimal }: NumberStyle): RegExp => {
  // No thousand begins with a zero: "0,020" is a decimal comma.
  const grouped = thousands === '' ? '' : `[1-9]\\d{0,2}(?:${escape(thousands)}\\d{3})+|`
  return new RegExp(`^([+-]? ?)(${grouped}\\d+)(?:${escape(decimal)}(\\d+))?(?![\\d.,'])`)
}

const grammars = new Map(numberStyles.map((style) => [style, grammarOf(style)]))

/** "%", or money and a space: "USD1" is money itself. */
export const UNIT_IN_FRONT = `(?:%|(?:${quoteAssets.join('|')}|USD)(?= ))`
const TURNED = new RegExp(`^([+-]? ?)(${UNIT_IN_FRONT}) ?([+-]?\\d.*)$`)

/** "(12.3%)"; "-%12,3" in Turkish, "USDT 12.3" in some. */
const unwrapped = (text: string): string =>
  text
    .replace(/^[([](.*)[)\]]$/, '$1')
    .trim()
    .replace(TURNED, '$1$3 $2')

const scanInStyle = (text: string, style: NumberStyle): ScannedNumber | null => {
  const match = (grammars.get(style) ?? grammarOf(style)).exec(text)
  if (match === null) return null
  const [whole, sign = '', digits = '', fraction = ''] = match
  const rest = text.slice(whole.length)
  // "12 Hợp đồng": the word for contracts may be two.
  if (!UNIT.test(rest) && !means('contracts', rest)) return null
  const unit = rest.trim()
  const minus = sign.startsWith('-') ? '-' : ''
  const plain = minus + digits.replace(/\D/g, '') + (fraction && `.${fraction}`)
  const shift = unit === '%' ? 2 : 0
  return {
    kind: 'number',
    plain,
    value: Number(plain) / 10 ** shift,
    decimals: fraction.length + shift,
    unit,
    signed: sign !== '',
  }
}

/** The digits before the point of a position's figures are fewer than this; more is no figure. */
const MOST_DIGITS = 25

/** One figure with its unit: the whole text must be `sign digits unit`, in one style. */
export const scanNumber = (raw: string, style: NumberStyle): Scanned => {
  const text = unwrapped(normalise(raw))
  if (NONE.test(text)) return { kind: 'none' }
  if (HIDDEN.test(text)) return { kind: 'hidden' }
  const number = scanInStyle(text, style)
  return number === null || number.plain.length > MOST_DIGITS ? { kind: 'text' } : number
}

/** The exact figure: made only for what is shown or kept. */
export const printedFigure = ({ plain, unit, decimals }: ScannedNumber): PrintedFigure => ({
  value: unit === '%' ? new Decimal(plain).div(100) : new Decimal(plain),
  decimals,
})
