import { Decimal } from '@/lib/margin'
import type { PositionFacts } from '../facts/facts'
import { type Figure, known } from '../facts/figure'
import type { Limits } from '../limits/limits'
import type { Warning, WayOut } from './warning'

type ShareQuestion = {
  position: PositionFacts
  /** Margin of the position ÷ capital. */
  share: Figure<Decimal>
  capital: Figure<Decimal>
  limits: Pick<Limits, 'capitalShareCaution' | 'capitalShareLimit'>
  /** Against a loss. */
  waysOut: readonly WayOut[]
}

type Step = { severity: 'caution' | 'danger'; threshold: Decimal }

/** Which threshold a share is above; `null`: neither. */
export const stepOf = (share: Decimal, limits: ShareQuestion['limits']): Step | null => {
  const limit = new Decimal(limits.capitalShareLimit)
  if (share.gt(limit)) return { severity: 'danger', threshold: limit }
  const caution = new Decimal(limits.capitalShareCaution)
  return share.gt(caution) ? { severity: 'caution', threshold: caution } : null
}

/**
 * How much of the capital one position holds, and how much of it a cross position has lost already. An
 * isolated loss ends at its margin; a cross loss does not: 21.94 of margin and 98.73 of loss next to a
 * balance of 900 are 2.4 % and 11 %.
 */
export const evaluateShare = ({
  position,
  share,
  capital,
  limits,
  waysOut,
}: ShareQuestion): Warning[] => {
  const warnings: Warning[] = []
  const pnl = known(position.unrealizedPnl)
  const whole = known(capital)
  if (position.marginMode === 'cross' && pnl?.isNeg() && whole?.gt(0)) {
    const loss = pnl.neg()
    const lost = loss.div(whole)
    const step = stepOf(lost, limits)
    if (step !== null)
      warnings.push({ code: 'OPEN_LOSS_LARGE', ...step, loss, share: lost, waysOut })
  }
  const held = known(share)
  const step = held === null ? null : stepOf(held, limits)
  if (held !== null && step !== null) {
    warnings.push({
      code: step.severity === 'danger' ? 'CAPITAL_SHARE_OVER_LIMIT' : 'CAPITAL_SHARE_HIGH',
      ...step,
      share: held,
      waysOut: ['reduce'],
    })
  }
  return warnings
}
