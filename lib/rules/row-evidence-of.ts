import type { RowEvidence } from '@/lib/margin'
import type { PositionFacts } from './facts'
import { known } from './figure'
import { printed } from './printed'

/** An isolated row as evidence of its bracket; `null` where a preview would have no ground. */
export const rowEvidenceOf = (position: PositionFacts): RowEvidence | null => {
  const contract = known(position.contract)
  const quantity = printed(position.quantity)
  const entryPrice = printed(position.entryPrice)
  if (position.marginMode !== 'isolated') return null
  if (contract === null || quantity === null || entryPrice === null) return null
  return {
    contract,
    side: position.side,
    quantity,
    entryPrice,
    liquidationPrice: printed(position.liquidationPrice),
    margin: printed(position.margin),
    markPrice: printed(position.markPrice),
    marginRatio: printed(position.marginRatio),
  }
}
