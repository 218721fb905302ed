import { Decimal } from '@/lib/margin'
import type { Band } from './band'
import type { PositionFacts } from '../facts/facts'
import type { Limits } from '../limits/limits'
import { type Liquidation, lossDirection } from '../facts/liquidation'
import { ALL_WAYS_OUT, warn, type Warning, type WarningDetail, type WayOut } from './warning'

type Question = {
  position: PositionFacts
  liquidation: Liquidation
  band: Band
  limits: Pick<Limits, 'distanceCaution' | 'distanceDanger'>
}

/**
 * To close the leg that the other one outweighs brings liquidation nearer: 0.3 long against 0.1 short,
 * and the short leg is what still holds against a fall.
 */
export const waysOutOf = (
  { side }: PositionFacts,
  { direction }: Liquidation,
): readonly WayOut[] => {
  const losesTowards = lossDirection(side)
  const isOutweighed = losesTowards !== null && direction !== null && direction !== losesTowards
  return isOutweighed ? [] : ALL_WAYS_OUT
}

/** A stop that still fits in between saves little: a smaller position does. */
const stopLast = (ways: readonly WayOut[]): readonly WayOut[] =>
  [...ways].sort((a, b) => Number(a === 'set-stop') - Number(b === 'set-stop'))

/** How near liquidation is, or that it has come. */
export const evaluateNearness = ({ position, liquidation, band, limits }: Question): Warning[] => {
  const { crossed, distance, direction, sharedWith } = liquidation
  if (crossed !== null) {
    const ways = crossed === 'price' ? (['close'] as const) : (['reduce', 'close'] as const)
    return [warn('danger', { code: 'LIQUIDATION_PRICE_CROSSED', by: crossed }, ways)]
  }
  if (!('value' in distance) || (band !== 'danger' && band !== 'caution')) return []
  const waysOut = waysOutOf(position, liquidation)
  const near: WarningDetail = {
    code: 'LIQUIDATION_NEAR',
    distance: distance.value,
    threshold: new Decimal(band === 'danger' ? limits.distanceDanger : limits.distanceCaution),
    direction: sharedWith === null && direction === lossDirection(position.side) ? null : direction,
    shared: sharedWith !== null,
  }
  return [warn(band, near, band === 'danger' ? stopLast(waysOut) : waysOut)]
}
