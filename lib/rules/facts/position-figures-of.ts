import type { PositionFigures } from '@/lib/margin'
import type { PositionFacts } from './facts'
import { known, knownPositive } from './figure'

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
