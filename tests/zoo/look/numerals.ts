import type { Choices } from '../dimensions.ts'

/** A number as the page prints it: "-1234.50", and what that is. */
export type Figure = { digits: string; value: number }

/** Absorbs what a binary fraction lacks of its decimal one: 0.29 × 100 = 28.999999999999996. */
const DUST = 1e-9

/** A figure with so many digits; pages cut off as well as round. Never "-0.00". */
export const figureOf = (
  value: number,
  digits: number,
  { 'last digit': last }: Pick<Choices, 'last digit'>,
): Figure => {
  const scale = 10 ** digits
  const magnitude = Math.abs(value) * scale
  const whole =
    last === 'rounded' ? Math.round(magnitude) : Math.floor(magnitude * (1 + 1e-12) + DUST)
  const text = (whole / scale).toFixed(digits)
  const printed = value < 0 && whole > 0 ? `-${text}` : text
  return { digits: printed, value: Number(printed) }
}

export const exactly = (value: number, digits: number): Figure =>
  figureOf(value, digits, { 'last digit': 'rounded' })

const separators: Record<Choices['number style'], readonly [thousands: string, decimal: string]> = {
  '1,234.5': [',', '.'],
  '1.234,5': ['.', ','],
  '1 234,5': ['\u00a0', ','],
  '1\u202f234,5': ['\u202f', ','],
}

/** "1,234.50" in the style of the page, without its sign. */
export const grouped = (
  { digits }: Pick<Figure, 'digits'>,
  { 'number style': style }: Pick<Choices, 'number style'>,
): string => {
  const [thousands, decimal] = separators[style]
  const [whole = '', fraction] = digits.replace('-', '').split('.')
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, thousands)
  return fraction === undefined ? groups : groups + decimal + fraction
}

/** What stands before the digits. Zero has no sign. */
export const signBefore = (
  { digits, value }: Figure,
  { plus, choices }: { plus: boolean; choices: Pick<Choices, 'minus'> },
): string => {
  if (digits.startsWith('-')) return choices.minus === 'hyphen' ? '-' : '\u2212'
  return plus && value > 0 ? '+' : ''
}
