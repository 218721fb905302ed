import { Decimal, priceAtDistance } from '@/lib/margin'
import { type BracketEstimate, marginForPrice } from '@/lib/margin/preview'
import type { PositionFacts } from '../facts/facts'
import { knownPositive } from '../facts/figure'
import { rowEvidenceOf } from '../facts/row-evidence-of'
import { unlessInvalid } from '../facts/unless-invalid'

/** One rung: what a further move against the position would ask for. */
export type Rung = {
  /** Of the mark, > 0. */
  move: Decimal
  /** Margin to add for liquidation to lie there, the most of what is possible; 0: none is needed. */
  margin: Decimal
  /** What would then stand behind the position. */
  behind: Decimal
}

/** Chosen: a usual day, a bad one, a crash. */
const MOVES = ['0.05', '0.1', '0.15'].map((move) => new Decimal(move))

/**
 * What it takes to survive a further move of 5, 10 and 15 % against an isolated position: for each the
 * margin that moves liquidation to mark · (1 ∓ move), by `marginForPrice`, and the wallet with it. `null`
 * where one of them is not known or no margin leads there: a ladder with a rung missing is none.
 */
export const rescueLadder = (
  position: PositionFacts,
  estimate: BracketEstimate,
): readonly Rung[] | null => {
  const row = rowEvidenceOf(position)
  const mark = knownPositive(position.markPrice)
  const wallet = knownPositive(position.wallet)
  const liquidation = knownPositive(position.liquidationPrice)
  if (row === null || mark === null || wallet === null || liquidation === null) return null
  const rungs = MOVES.map((move): Rung | null => {
    const price = priceAtDistance(row.side, mark, move)
    if (price === null) return null
    const isSafe = row.side === 'long' ? liquidation.lte(price) : liquidation.gte(price)
    if (isSafe) return { move, margin: new Decimal(0), behind: wallet }
    const needed = unlessInvalid(() => marginForPrice(row, estimate, price))?.interval?.high
    return needed === undefined ? null : { move, margin: needed, behind: wallet.plus(needed) }
  })
  return rungs.every((rung) => rung !== null) ? rungs : null
}
