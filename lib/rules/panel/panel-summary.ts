import type { Band } from '../position/band'
import type { PanelModel } from './panel-model'
import { toneOf } from '../position/tone'

/** Of many positions: how many of each kind there are. */
export const panelSummary = ({
  positions,
  unread,
  declared,
}: Pick<PanelModel, 'positions' | 'unread' | 'declared'>) => {
  const judged = positions.filter(({ sight }) => sight === 'in-sight')
  const tones = judged.map(({ evaluation }) => toneOf(evaluation))
  const count = (...wanted: readonly Band[]) => tones.filter((tone) => wanted.includes(tone)).length
  return {
    /** As many as the page counts, where it counts more than were read. */
    open: Math.max(declared ?? 0, positions.length + unread.length),
    danger: count('danger', 'crossed'),
    /** To be watched: also where not even the distance is known. */
    caution: count('caution', 'unknown') + unread.length,
    /** Known to have no stop-loss. */
    withoutStop: positions.filter(({ evaluation }) => evaluation.stop.state === 'absent').length,
  }
}
