import { Decimal } from '@/lib/margin'
import type { TabCheck } from '@/lib/tab-messages'
import type { SelfCheck } from '@/lib/page'
import { isNone, known } from '@/lib/rules/facts'
import { nearestOf, type PanelModel } from '@/lib/rules/panel'

const nearestIn = (model: PanelModel): TabCheck['nearest'] => {
  const found = nearestOf(model)
  if (found === null) return null
  const { facts, evaluation, episode } = found.nearest
  const distance = known(evaluation.distance)
  return {
    symbol: facts.symbol,
    side: facts.side,
    band: evaluation.band,
    tone: found.tone,
    distance:
      distance === null
        ? { missing: isNone(evaluation.distance) ? 'none' : 'unknown' }
        : { value: distance.toDecimalPlaces(12, Decimal.ROUND_FLOOR).toFixed() },
    additions: facts.marginMode === 'cross' ? null : (episode?.marginAdditions ?? null),
    additionsKnown: episode?.additionsKnown ?? true,
    allowed: model.limits.maxMarginAdditions,
  }
}

/** What the popup shows of a tab: no amount of money, no title. */
export const tabCheckOf = ({ status, rows, columns }: SelfCheck, model: PanelModel): TabCheck => {
  const unread = rows.filter((row) => 'reason' in row).length
  return {
    status,
    rows: rows.length - unread,
    unread,
    columns: columns.map(({ column, foundBy }) => ({ column, foundBy })),
    nearest: nearestIn(model),
  }
}
