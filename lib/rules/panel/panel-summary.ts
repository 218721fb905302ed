import type { Band } from '../position/band'
import type { PanelModel } from './panel-model'
import { toneOf } from '../position/tone'

/** Of many positions: how many of each kind there are. */
export type PanelSummary = {
  /** As many as the page counts, where it counts more than were read. */
  open: number
  danger: number
  /** To be watched: also where not even the distance is known. */
  caution: number
  /** Known to have no stop-loss. */
  withoutStop: number
}

export const panelSummary = ({
  positions,
  unread,
  declared,
}: Pick<PanelModel, 'positions' | 'unread' | 'declared'>): PanelSummary => {
  const judged = positions.filter(({ sight }) => sight === 'in-sight')
  const tones = judged.map(({ evaluation }) => toneOf(evaluation))
  const count = (...wanted: readonly Band[]) => tones.filter((tone) => wanted.includes(tone)).length
  return {
    open: Math.max(declared ?? 0, positions.length + unread.length),
    danger: count('danger', 'crossed'),
    caution: count('caution', 'unknown') + unread.length,
    withoutStop: positions.filter(({ evaluation }) => evaluation.stop.state === 'absent').length,
  }
}
