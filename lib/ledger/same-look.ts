import { sameMargin } from './figures'
import type { Observation, ObservedPosition } from './observation'
import { positionKey } from './position-key'
import { sameQuantity } from './quantity'

/** Liquidation price and margin of a cross position move with every other position's. */
const samePosition = (a: ObservedPosition, b: ObservedPosition): boolean =>
  positionKey(a) === positionKey(b) &&
  sameQuantity(a, b) &&
  a.entryPrice === b.entryPrice &&
  a.leverage === b.leverage &&
  JSON.stringify(a.stopLoss) === JSON.stringify(b.stopLoss) &&
  (a.marginMode === 'cross' ||
    (a.liquidationPrice === b.liquidationPrice &&
      (a.margin === null) === (b.margin === null) &&
      sameMargin(a, b)))

/** Two looks that differ in nothing but prices: a tab need not send the second one at once. */
export const sameLook = (a: Observation, b: Observation): boolean =>
  a.market === b.market &&
  a.complete === b.complete &&
  a.positions.length === b.positions.length &&
  a.positions.every((position, index) => {
    const other = b.positions[index]
    return other !== undefined && samePosition(position, other)
  })
