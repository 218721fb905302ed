import type { PositionFigures } from '@/lib/margin'
import type { PositionFacts } from './facts'
import { known } from './figure'

/** What arithmetic needs of a position; `null`: something of it is not known. */
export const positionFiguresOf = (position: PositionFacts): PositionFigures | null => {
  const contract = known(position.contract)
  const quantity = known(position.quantity)
  const entryPrice = known(position.entryPrice)
  if (contract === null || !quantity?.gt(0) || !entryPrice?.gt(0)) return null
  return { contract, side: position.side, quantity, entryPrice }
}
