import { type ObservedPosition, positionKey, sameQuantity } from '@/lib/ledger'
import type { Look } from './observation'

const isSame = (a: ObservedPosition, b: ObservedPosition): boolean =>
  sameQuantity(a, b) && a.entryPrice === b.entryPrice

const filledFrom = (position: ObservedPosition, before: ObservedPosition): ObservedPosition => ({
  ...position,
  leverage: position.leverage ?? before.leverage,
  liquidationPrice: position.liquidationPrice ?? before.liquidationPrice,
  ...(position.margin === null && { margin: before.margin, marginSlack: before.marginSlack }),
  stopLoss: position.stopLoss.state === 'unknown' ? before.stopLoss : position.stopLoss,
})

/**
 * A figure that cannot be proved for a moment, because a price stands badly for it, has not changed: to
 * tell whether a look is news, what was last known of a position stands in for it. It is not told.
 */
export const lastKnown = (): ((look: Look) => Look) => {
  let known = new Map<string, ObservedPosition>()
  return (look) => {
    const positions = look.positions.map((position) => {
      const before = known.get(positionKey(position))
      return before !== undefined && isSame(position, before)
        ? filledFrom(position, before)
        : position
    })
    known = new Map(positions.map((position) => [positionKey(position), position]))
    return { ...look, positions }
  }
}
