import { type Decimal, parseDecimal } from '@/lib/margin'

/**
 * What was typed into a field of ours; `null` if it is no number. A comma may stand for the point.
 * Thousands separators are refused, and "10,000" too: it could be either. `unit` stands behind the field,
 * and may be typed as well: "5 %".
 */
export const typedFigure = (typed: string, unit = ''): Decimal | null => {
  // A Chinese keyboard types full-width digits and signs: "０５".
  const plain = typed.normalize('NFKC').trim().replace(/^\+/, '').replace(/^−/, '-')
  const text = plain.endsWith(unit) ? plain.slice(0, plain.length - unit.length).trim() : plain
  if (/^-?[1-9]\d{0,2},\d{3}$/.test(text)) return null
  return parseDecimal(text.replace(/^([^.,]*),([^.,]*)$/, '$1.$2').replace(/(?<!\d)\./, '0.'))
}
