import { type Decimal, parseDecimal } from '@/lib/margin'

/**
 * What was typed into a field of ours; `null` if it is no number. A comma may stand for the point.
 * Thousands separators are refused, and "10,000" too: it could be either.
 */
export const typedFigure = (typed: string): Decimal | null => {
  // A Chinese keyboard types full-width digits and signs: "０５".
  const text = typed.normalize('NFKC').trim().replace(/^\+/, '').replace(/^−/, '-')
  if (/^-?[1-9]\d{0,2},\d{3}$/.test(text)) return null
  return parseDecimal(text.replace(/^([^.,]*),([^.,]*)$/, '$1.$2').replace(/(?<!\d)\./, '0.'))
}
