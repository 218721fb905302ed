import type { NumberField } from './page-reading'
import { englishNumbers, parseNumber } from './parse-number'
import type { Language } from './read-cells'

/**
 * What is typed into a field. A field takes digits and one separator; a lone comma that could part
 * thousands is refused rather than guessed.
 */
export const typedField = (
  input: Element | null,
  { styles }: Pick<Language, 'styles'>,
): NumberField => {
  if (input === null) return { missing: 'column-hidden' }
  const text = (input as HTMLInputElement).value.trim()
  if (text === '') return { missing: 'none', text }
  const plain = parseNumber(text, [englishNumbers])
  const local = parseNumber(text, styles)
  const parsed = /^\d+(?:\.\d*)?$/.test(text)
    ? parseNumber(text.replace(/\.$/, ''), [englishNumbers])
    : local
  const chosen = 'missing' in parsed ? plain : parsed
  if ('missing' in chosen || chosen.unit !== '') return { missing: 'unparsed', text }
  return { value: chosen.value, decimals: chosen.decimals, text }
}
