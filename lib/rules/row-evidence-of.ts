import type { RowEvidence } from '@/lib/margin'
import type { PositionFacts } from './facts'
import { known } from './figure'
import { printed, printedPrice } from './printed'

/** An isolated row as evidence of its bracket; `null` where a preview would have no ground. */
export const rowEvidenceOf = (position: PositionFacts): RowEvidence | null => {
  const contract = known(position.contract)
  const quantity = printedPrice(position.quantity)
  const entryPrice = printedPrice(position.entryPrice)
  const { side } = position
  if (position.marginMode !== 'isolated' || side === 'unknown') return null
  if (contract === null || quantity === null || entryPrice === null) return null
  return {
    contract,
    side,
    quantity,
    entryPrice,
    liquidationPrice: printedPrice(position.liquidationPrice),
    margin: printed(position.margin),
    markPrice: printedPrice(position.markPrice),
    marginRatio: printed(position.marginRatio),
  }
}
