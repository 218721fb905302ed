import type { View } from '../view.ts'

export type NumberView = Pick<View, 'numbers' | 'minus'>

const separators: Record<View['numbers'], { thousands: string; decimal: string }> = {
  point: { thousands: ',', decimal: '.' },
  comma: { thousands: '.', decimal: ',' },
  'nbsp-comma': { thousands: '\u00a0', decimal: ',' },
  'narrow-comma': { thousands: '\u202f', decimal: ',' },
}

/** Digits as the page prints them, in the separators of the view. Never an exponent, never "-0.00". */
export const number = (value: number, digits: number, { numbers, minus }: NumberView): string => {
  const rounded = Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value
  const text = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    // Binary dust must not decide a tie that the decimal figure does not have.
  }).format(Number(rounded.toPrecision(15)))
  const { thousands, decimal } = separators[numbers]
  return text
    .replace(/[.,]/g, (separator) => (separator === ',' ? thousands : decimal))
    .replace('-', minus === 'minus-sign' ? '\u2212' : '-')
}

/** The same with a plus before what is more than nothing. */
export const signedNumber = (value: number, digits: number, view: NumberView): string => {
  const text = number(value, digits, view)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** "(…)", or "（…）" where the page writes full-width brackets. */
export const inBrackets = (text: string, { brackets }: Pick<View, 'brackets'>): string =>
  brackets === 'full-width' ? `（${text}）` : `(${text})`

const escaped = (separator: string): string => (separator === '.' ? '\\.' : separator)

/** What was typed into a field: as the view would print it, or in plain digits. */
export const typedNumber = (typed: string, { numbers }: Pick<View, 'numbers'>): number | null => {
  const { thousands, decimal } = separators[numbers]
  const text = typed.trim()
  const printed = new RegExp(
    `^(?:\\d{1,3}(?:${escaped(thousands)}\\d{3})+|\\d+)(?:${escaped(decimal)}\\d+)?$`,
  ).test(text)
  const plain = printed ? text.replaceAll(thousands, '').replace(decimal, '.') : text
  const value = Number(plain)
  return plain !== '' && Number.isFinite(value) ? value : null
}
