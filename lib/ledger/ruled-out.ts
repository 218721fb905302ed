import type { Observation } from './observation'
import { oppositeOf } from './position-key'

/**
 * Keys that cannot be open together with what this look shows, whatever a filter hides: in one-way mode one
 * side of a contract leaves no room for the other.
 */
export const ruledOutBy = ({ positionMode, positions }: Observation): ReadonlySet<string> =>
  new Set(
    positionMode === 'one-way'
      ? positions.flatMap((position) =>
          (['isolated', 'cross'] as const).map((marginMode) =>
            oppositeOf({ ...position, marginMode }),
          ),
        )
      : [],
  )
