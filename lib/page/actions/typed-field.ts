import type { Decimal } from '@/lib/margin'
import type { NumberField } from '../reading'
import { englishNumbers, type NumberStyle, numberStyles, scanNumber } from '../scan/number'
import { numberField } from '../scan/number-field'

/** The styles in which every figure of these texts is one; all of them, where nothing tells. */
export const stylesFor = (texts: readonly string[]): readonly NumberStyle[] => {
  const figures = texts.filter((text) => /\d/.test(text))
  const fitting = numberStyles.filter((style) =>
    figures.every((text) => scanNumber(text, style).kind === 'number'),
  )
  return fitting.length > 0 ? fitting : numberStyles
}

/** A price is within this factor of the market's; a thousand times away it is read the wrong way. */
const NEAR = 10

const isNear = (value: number, price: Decimal): boolean =>
  price.lt(value * NEAR) && price.gt(value / NEAR)

/**
 * What is typed into a field. People type a point where the page prints a comma: what the two would
 * read differently ("1,234") is refused, and so is a sign. Of a
 * price the market says which is meant: `near` is asked only then.
 */
export const typedField = (
  input: Element,
  styles: readonly NumberStyle[],
  near: () => Decimal | null = () => null,
): NumberField => {
  const text = (input as HTMLInputElement).value.trim()
  if (text === '') return { missing: 'none', text }
  const readings = [englishNumbers, ...styles].flatMap((style) => {
    const scanned = scanNumber(text.replace(/[.,]$/, ''), style)
    return scanned.kind === 'number' ? [scanned] : []
  })
  const [first, ...others] = readings
  if (first?.unit !== '' || first.signed) return { missing: 'unparsed', text }
  const isClear = others.every(({ value }) => value === first.value)
  if (isClear) return numberField(first, text)
  const price = near()
  if (price === null) return { missing: 'unparsed', text }
  const [meant, ...more] = readings.filter(({ value }) => isNear(value, price))
  if (meant === undefined) return { missing: 'unparsed', text }
  const isOne = more.every(({ value }) => value === meant.value)
  return isOne ? numberField(meant, text) : { missing: 'unparsed', text }
}
