import type { Side } from '@/lib/margin'
import { proveRow, type RawRow } from './prove-row'

type SideQuestion = {
  row: Omit<RawRow, 'side'>
  /** A minus was printed before the size. */
  minus: boolean
  /** "Long" or "Short" beside the symbol (hedge mode). */
  badge: Side | null
}

/** Where liquidation lies says the side: below a long, above a short. */
const byLiquidation = (
  row: Omit<RawRow, 'side'>,
  from: 'entryPrice' | 'markPrice',
): Side | null => {
  const price = row[from]
  const { liquidationPrice } = row
  if (!('value' in price) || !('value' in liquidationPrice)) return null
  return liquidationPrice.value.lt(price.value) ? 'long' : 'short'
}

const agreed = (witnesses: readonly (Side | null)[]): Side | null => {
  const [first, ...others] = witnesses.filter((witness) => witness !== null)
  return first !== undefined && others.every((witness) => witness === first) ? first : null
}

/**
 * What the arithmetic says: the one side whose identities hold. Where they cannot tell, or neither
 * does, the liquidation price: of an isolated position it lies beyond the entry price whatever the
 * mark does, so it still speaks when the mark is nonsense.
 */
const byArithmetic = (row: Omit<RawRow, 'side'>): Side | null => {
  const long = proveRow({ ...row, side: 'long' }).contradicted
  const short = proveRow({ ...row, side: 'short' }).contradicted
  if (long.size === 0 && short.size > 0) return 'long'
  if (short.size === 0 && long.size > 0) return 'short'
  const beyondEntry = row.marginMode === 'isolated' ? byLiquidation(row, 'entryPrice') : null
  if (long.size === 0) return agreed([beyondEntry, byLiquidation(row, 'markPrice')])
  const side = beyondEntry
  if (side === null) return null
  const refuted = side === 'long' ? long : short
  return refuted.has('liquidationPrice') || refuted.has('entryPrice') ? null : side
}

/**
 * Long or short. A minus or a badge says it. A bare number does not, since some layouts print no
 * sign: then the arithmetic must. Witnesses that disagree: `null`.
 */
export const decideSide = ({ row, minus, badge }: SideQuestion): Side | null => {
  const printed = agreed([minus ? 'short' : null, badge])
  if (minus && badge === 'long') return null
  return printed ?? byArithmetic(row)
}
