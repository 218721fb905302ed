import { type Decimal, parseDecimal, type PrintedFigure } from '@/lib/margin'

/** The separators of the page's language. */
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

export type ParsedNumber =
  | (PrintedFigure & {
      /** "BTC", "USDT", "Cont", "%", … or '' */
      unit: string
      /** A sign was printed. */
      signed: boolean
    })
  | { missing: 'none' | 'unparsed' }

const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** Nothing to put right, as in nearly every text of the page. */
const PLAIN = /^[!-~]*(?: [!-~]+)*$/

/** One spelling for signs, spaces, digits and brackets; nothing that carries meaning is dropped. */
export const normalise = (text: string): string => (PLAIN.test(text) ? text : respelt(text))

const respelt = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .replace(/[\u2212\u2010-\u2015\ufe63]/gu, '-')
    .trim()

const isPlaceholder = (text: string): boolean => /^-{1,3}$/.test(text)

const escape = (character: string): string => character.replace(/[.']/g, '\\$&')

/** Glued or apart: "USDT", " BTC", " 1000PEPE", "%". Glued it must begin with two letters: not "e5". */
const UNIT = /^(?: ?%| ?\p{L}{2}[\p{L}\p{N}]*| (?=\p{N}*\p{L})[\p{L}\p{N}]+)?$/u

/** Groups of three, or none at all: "1234.5", "1,234.5"; never "1,23.4" or "12,34". */
const numeralOf = ({ thousands, decimal }: NumberStyle): RegExp => {
  // No thousand begins with a zero: "0,020" is a decimal comma.
  const grouped = thousands === '' ? '' : `[1-9]\\d{0,2}(?:${escape(thousands)}\\d{3})+|`
  return new RegExp(`^([+-]?)(${grouped}\\d+)(?:${escape(decimal)}(\\d+))?(?![\\d.,'])`)
}

const numerals = new Map<string, RegExp>()

const numeral = (style: NumberStyle): RegExp => {
  const name = style.thousands + style.decimal
  const known = numerals.get(name) ?? numeralOf(style)
  numerals.set(name, known)
  return known
}

/** A text in brackets is read as its inside. */
const unwrapped = (raw: string): string => normalise(raw).replace(/^\((.*)\)$/, '$1')

const parseInStyle = (text: string, style: NumberStyle): ParsedNumber => {
  const [placeholder = '', ...unitAfter] = text.split(' ')
  if (isPlaceholder(placeholder) && unitAfter.length <= 1) return { missing: 'none' }

  const match = numeral(style).exec(text)
  if (match === null) return { missing: 'unparsed' }
  const [whole, sign = '', digits = '', fraction = ''] = match
  const rest = text.slice(whole.length)
  if (!UNIT.test(rest)) return { missing: 'unparsed' }
  const unit = rest.trim()

  const plain = `${sign === '-' ? '-' : ''}${digits.replaceAll(/\D/g, '')}${fraction && `.${fraction}`}`
  const value: Decimal | null = parseDecimal(plain)
  if (value === null) return { missing: 'unparsed' }
  return unit === '%'
    ? { value: value.div(100), decimals: fraction.length + 2, unit, signed: sign !== '' }
    : { value, decimals: fraction.length, unit, signed: sign !== '' }
}

const isSame = (a: ParsedNumber, b: ParsedNumber): boolean =>
  'missing' in a || 'missing' in b
    ? 'missing' in a && 'missing' in b && a.missing === b.missing
    : a.value.eq(b.value) && a.decimals === b.decimals && a.unit === b.unit

/**
 * Reads one figure with its unit, strictly: the whole text must be `sign digits unit`. Percentages
 * become fractions. In doubt about the style, a text that the styles read differently is refused.
 */
export const parseNumber = (raw: string, styles: readonly NumberStyle[]): ParsedNumber => {
  const known = parsed.get(styles)?.get(raw)
  if (known !== undefined) return known
  const number = parse(raw, styles)
  let texts = parsed.get(styles)
  if (texts === undefined || texts.size >= MOST_KNOWN) {
    texts = new Map<string, ParsedNumber>()
    parsed.set(styles, texts)
  }
  texts.set(raw, number)
  return number
}

/** Of a row that changes, most cells print what they printed before. */
const parsed = new WeakMap<readonly NumberStyle[], Map<string, ParsedNumber>>()
const MOST_KNOWN = 4_000

const parse = (raw: string, styles: readonly NumberStyle[]): ParsedNumber => {
  const text = unwrapped(raw)
  const readings = styles
    .map((style) => parseInStyle(text, style))
    .filter((reading) => !('missing' in reading && reading.missing === 'unparsed'))
  const [first, ...others] = readings
  return first !== undefined && others.every((other) => isSame(first, other))
    ? first
    : { missing: 'unparsed' }
}
