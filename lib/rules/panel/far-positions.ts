import { isNone, known } from '../facts/figure'
import type { PositionModel } from '../position/position-model'
import { toneOf } from '../position/tone'

/** With the one that is open these are nine: what a window of 800 px has room for over a chart. */
const ROWS = 8

/** No line for less: it would take the place of what it hides. */
const LEAST = 2

/** The line says nothing of it but that it is far: then nothing else may be wrong that hurts. */
const isFar = ({ evaluation, sight }: PositionModel): boolean => {
  const { band, distance } = evaluation
  // If the distance of one is unknown, nothing holds for all of them.
  const hasDistance = 'value' in distance || isNone(distance)
  if (sight === 'out-of-sight') return hasDistance
  return hasDistance && band === 'calm' && toneOf(evaluation) !== 'danger'
}

/**
 * Of many positions, most endangered first, those far from any danger: one line stands for them, at the end of
 * the list. `null`: each has a row. The one that is open has no row.
 */
export const farPositions = (positions: readonly PositionModel[], open: string | null) => {
  const rows = positions.filter(({ facts }) => facts.key !== open)
  const far = rows.slice(ROWS).filter(isFar)
  if (far.length < LEAST) return null
  const [beyond = null] = far
    .flatMap(({ evaluation }) => known(evaluation.distance) ?? [])
    .sort((a, b) => a.cmp(b))
  return {
    keys: new Set(far.map(({ facts }) => facts.key)),
    /** Every one of them is farther than this from liquidation when it was last in sight; `null`: none has a liquidation price. */
    beyond,
  }
}
