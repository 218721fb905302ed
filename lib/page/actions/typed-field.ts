import type { NumberField } from '../page-reading'
import { englishNumbers, type NumberStyle, numberStyles, scanNumber } from '../scan/number'
import { numberField } from '../scan/number-field'

/** The styles in which every figure of these texts is one: all of them, where "1,234" is the only one. */
export const stylesFor = (texts: readonly string[]): readonly NumberStyle[] => {
  const figures = texts.filter((text) => /\d/.test(text))
  return numberStyles.filter((style) =>
    figures.every((text) => scanNumber(text, style).kind === 'number'),
  )
}

/**
 * What is typed into a field. People type a point where the page prints a comma: what the two would
 * read differently ("1,234") is refused, and so is a sign.
 */
export const typedField = (input: Element, styles: readonly NumberStyle[]): NumberField => {
  const text = (input as HTMLInputElement).value.trim()
  if (text === '') return { missing: 'none', text }
  const readings = [englishNumbers, ...styles].flatMap((style) => {
    const scanned = scanNumber(text.replace(/[.,]$/, ''), style)
    return scanned.kind === 'number' ? [scanned] : []
  })
  const [first, ...others] = readings
  if (first === undefined || first.unit !== '' || first.signed) return { missing: 'unparsed', text }
  const isClear = others.every(({ plain }) => Number(plain) === Number(first.plain))
  return isClear ? numberField(first, text) : { missing: 'unparsed', text }
}
