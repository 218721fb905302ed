import type { Decimal } from '@/lib/margin'
import { type BracketEstimate, marginEffect } from '@/lib/margin/preview'
import type { PositionFacts } from '../facts/facts'
import { rowEvidenceOf } from '../facts/row-evidence-of'
import { unlessInvalid } from '../facts/unless-invalid'

/**
 * Distance that one more unit of margin buys at the present mark; `null`: not known, or the figures of the row
 * are none that a position can have.
 */
export const effectOf = (
  position: PositionFacts,
  estimate: BracketEstimate,
  unit: Decimal,
): Decimal | null => {
  const row = rowEvidenceOf(position)
  if (!row?.markPrice || row.liquidationPrice === null) return null
  const { markPrice, liquidationPrice } = row
  const evidence = { ...row, markPrice, liquidationPrice }
  return unlessInvalid(() => marginEffect(evidence, estimate, unit))?.distance ?? null
}
