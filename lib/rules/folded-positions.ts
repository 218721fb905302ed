import type { PanelSize } from './appearance'
import type { PositionModel } from './position-model'

/** So many are all shown in full. */
const FEW = 6
/** Of more, these many at least. */
const WORST = 3

/** Keys of the positions that get one line: of many, those that are in no danger. */
export const foldedPositions = (
  positions: readonly PositionModel[],
  size: PanelSize,
): ReadonlySet<string> => {
  if (size === 'detailed' || positions.length <= FEW) return new Set()
  const folded = positions.filter(
    ({ evaluation: { band } }, index) => index >= WORST && band !== 'crossed' && band !== 'danger',
  )
  return new Set(folded.map(({ facts }) => facts.key))
}
