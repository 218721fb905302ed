import type { PositionFigures } from '@/lib/margin'
import type { RowEvidence } from '@/lib/margin/preview'
import type { PositionFacts } from './facts'
import { known, knownPositive, printed, printedPrice } from './figure'

/** What arithmetic needs of a position; `null`: something of it is not known. */
export const positionFiguresOf = (position: PositionFacts): PositionFigures | null => {
  const contract = known(position.contract)
  const quantity = knownPositive(position.quantity)
  const entryPrice = knownPositive(position.entryPrice)
  const { side } = position
  if (contract === null || quantity === null || entryPrice === null || side === 'unknown')
    return null
  if (contract.kind === 'inverse' && !contract.contractSize.gt(0)) return null
  return { contract, side, quantity, entryPrice }
}

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
