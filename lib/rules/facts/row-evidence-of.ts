import type { RowEvidence } from '@/lib/margin/preview'
import type { PositionFacts } from './facts'
import { positionFiguresOf } from './position-figures-of'
import { printed, printedPrice } from './printed'

/** An isolated row as evidence of its bracket; `null` where a preview would have no ground. */
export const rowEvidenceOf = (position: PositionFacts): RowEvidence | null => {
  const figures = positionFiguresOf(position)
  const quantity = printedPrice(position.quantity)
  const entryPrice = printedPrice(position.entryPrice)
  if (position.marginMode !== 'isolated' || figures === null) return null
  if (quantity === null || entryPrice === null) return null
  return {
    contract: figures.contract,
    side: figures.side,
    quantity,
    entryPrice,
    liquidationPrice: printedPrice(position.liquidationPrice),
    margin: printed(position.margin),
    markPrice: printedPrice(position.markPrice),
    marginRatio: printed(position.marginRatio),
  }
}
