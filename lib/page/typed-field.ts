import type { NumberField } from './page-reading'
import { englishNumbers, parseNumber } from './parse-number'
import type { Language } from './read-cells'

/**
 * What is typed into a field. People type a point where the page prints a comma: what the two would
 * read differently ("1,234") is refused, and so is a sign.
 */
export const typedField = (
  input: Element | null,
  { styles }: Pick<Language, 'styles'>,
): NumberField => {
  if (input === null) return { missing: 'column-hidden' }
  const text = (input as HTMLInputElement).value.trim()
  if (text === '') return { missing: 'none', text }
  const parsed = parseNumber(text.replace(/[.,]$/, ''), [englishNumbers, ...styles])
  if ('missing' in parsed || parsed.unit !== '' || parsed.signed) {
    return { missing: 'unparsed', text }
  }
  return { value: parsed.value, decimals: parsed.decimals, text }
}
