import type { Observation } from './observation'
import { positionKey } from './position-key'

const SIDES = ['long', 'short'] as const
const MODES = ['isolated', 'cross'] as const

/**
 * Keys that cannot be open together with what this look shows, whatever a filter hides: in one-way mode
 * there is one position in a contract, of one side and in one margin mode.
 */
export const ruledOutBy = ({ positionMode, positions }: Observation): ReadonlySet<string> => {
  if (positionMode !== 'one-way') return new Set()
  const shown = new Set<string>(positions.map(positionKey))
  const others = positions.flatMap((position) =>
    SIDES.flatMap((side) =>
      MODES.map((marginMode) => positionKey({ ...position, side, marginMode })),
    ),
  )
  return new Set(others.filter((key) => !shown.has(key)))
}
