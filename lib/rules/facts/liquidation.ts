import { type Decimal, liquidationDistance } from '@/lib/margin'
import type { PositionFacts } from './facts'
import { type Figure, isNone, known, knownPositive } from './figure'

/** Which way the mark has to move to be liquidated. */
export type Direction = 'up' | 'down'

/** Which way a position loses; `null`: it is not known which side it is. */
export const lossDirection = (side: PositionFacts['side']): Direction | null =>
  side === 'unknown' ? null : side === 'long' ? 'down' : 'up'

export type Liquidation = {
  /** Fraction of mark. Negative only for an isolated position beyond its price. */
  distance: Figure<Decimal>
  /** `null`: not known, or the mark stands on the price. */
  direction: Direction | null
  /** The other leg of the contract, where both are liquidated at one price. */
  sharedWith: string | null
  /**
   * `price`: an isolated position's mark is beyond its liquidation price. `account`: the margin ratio
   * of everything in cross mode has reached 100 %.
   */
  crossed: 'price' | 'account' | null
}

type Question = {
  position: PositionFacts
  /** Other cross positions of the same contract. */
  legs: readonly PositionFacts[]
  /** Of all cross positions on the balance behind this one. */
  accountRatio: Figure<Decimal>
}

/** Hedge legs in cross mode print one liquidation price, on the side of the net position. */
const legWithThisPrice = ({ position, legs }: Question, price: Decimal): string | null => {
  if (position.marginMode !== 'cross') return null
  const leg = legs.find((other) => knownPositive(other.liquidationPrice)?.eq(price))
  return leg?.key ?? null
}

const hasReachedTheRatio = ({ position, accountRatio }: Question): boolean =>
  position.marginMode === 'cross' &&
  // The row of a cross position prints the account's ratio.
  [position.marginRatio, accountRatio].some((ratio) => known(ratio)?.gte(1) === true)

const unknownPositive = (figure: Figure<Decimal>): Figure<never> =>
  'missing' in figure ? figure : { missing: 'contradicted' }

/**
 * How far and which way liquidation is. Isolated positions of a known side lose towards their price, and
 * are beyond it when the mark is. A cross position's price may lie on either side of the mark: there the
 * distance is `|mark − liquidation| ÷ mark`, and only the account's ratio says that it has come to that.
 * Long 0.050 and short 0.150 at a mark of 60,000 with 70,188.4 printed for both: 16.98 % up.
 */
export const liquidationOf = (question: Question): Liquidation => {
  const { position } = question
  const { side, marginMode } = position
  const crossed: Liquidation['crossed'] = hasReachedTheRatio(question) ? 'account' : null
  const nowhere = { direction: null, sharedWith: null, crossed } as const
  const price = knownPositive(position.liquidationPrice)
  if (price === null) return { distance: unknownPositive(position.liquidationPrice), ...nowhere }
  const mark = knownPositive(position.markPrice)
  if (mark === null) {
    // That there is no mark price says nothing about liquidation.
    const why = unknownPositive(position.markPrice)
    return { distance: isNone(why) ? { missing: 'unknown' } : why, ...nowhere }
  }
  if (marginMode === 'isolated' && side !== 'unknown') {
    const distance = liquidationDistance(side, mark, price)
    return {
      distance: { value: distance },
      direction: lossDirection(side),
      sharedWith: null,
      crossed: distance.lte(0) ? 'price' : null,
    }
  }
  return {
    distance: { value: mark.minus(price).abs().div(mark) },
    direction: price.gt(mark) ? 'up' : price.lt(mark) ? 'down' : lossDirection(side),
    sharedWith: legWithThisPrice(question, price),
    crossed,
  }
}
