import type { Decimal } from '@/lib/margin'
import {
  type BracketEstimate,
  InvalidFigure,
  marginEffect,
  type MarginEffect,
} from '@/lib/margin/preview'
import type { PositionFacts } from '../facts/facts'
import { rowEvidenceOf } from '../facts/row-evidence-of'

/**
 * What one more unit of margin does at the present mark; `null`: not known, or the figures of the row are
 * none that a position can have.
 */
export const effectOfMargin = (
  position: PositionFacts,
  estimate: BracketEstimate,
  unit: Decimal,
): MarginEffect | null => {
  const row = rowEvidenceOf(position)
  if (!row?.markPrice || row.liquidationPrice === null) return null
  const { markPrice, liquidationPrice } = row
  try {
    return marginEffect({ ...row, markPrice, liquidationPrice }, estimate, unit)
  } catch (error) {
    if (error instanceof InvalidFigure) return null
    throw error
  }
}
