import { isWhole, type PanelModel } from './panel-model'

/** What the page's table has beyond what it shows at the moment. */
export const rowsOutOfSight = ({
  status,
  declared,
  positions,
  unread,
}: Pick<PanelModel, 'status' | 'declared' | 'positions' | 'unread'>) => {
  const inSight = positions.filter(({ sight }) => sight === 'in-sight')
  const count = declared === null ? 0 : Math.max(0, declared - inSight.length - unread.length)
  const isCurrent = inSight.every((model) => model.age === 0 && isWhole(model))
  return {
    /** Open positions whose rows are not in sight on the page. */
    count,
    /** How many of these were never in sight: nothing of them is known. */
    neverSeen: Math.max(0, count - (positions.length - inSight.length)),
    /** Nothing else is wrong: a table that is longer than its window, and no fault. */
    only: status === 'partial' && count > 0 && unread.length === 0 && isCurrent,
  }
}
