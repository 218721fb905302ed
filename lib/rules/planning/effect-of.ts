import type { Decimal } from '@/lib/margin'
import { type BracketEstimate, InvalidFigure, marginEffect } from '@/lib/margin/preview'
import type { PositionFacts } from '../facts/facts'
import { rowEvidenceOf } from '../facts/row-evidence-of'

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
  try {
    return marginEffect({ ...row, markPrice, liquidationPrice }, estimate, unit).distance
  } catch (error) {
    if (error instanceof InvalidFigure) return null
    throw error
  }
}
