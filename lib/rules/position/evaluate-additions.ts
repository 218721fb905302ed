import { Decimal } from '@/lib/margin'
import type { EpisodeFacts } from '../facts/facts'
import type { Limits } from '../limits/limits'
import { ALL_WAYS_OUT, warn, type Warning } from './warning'

type AdditionsQuestion = {
  episode: EpisodeFacts
  limits: Limits
  /** Unrealised PnL at mark, margin asset; `null` if it is not known. */
  unrealizedPnl: Decimal | null
  /** The mark stands on the losing side of the entry price; `null` if it is not known. */
  losing: boolean | null
  atStake: Decimal | null
  capital: Decimal | null
}

/** Adding margin moves the liquidation price and nothing else: the loss stays. */
export const evaluateAdditions = ({
  episode,
  limits,
  unrealizedPnl,
  losing,
  atStake,
  capital,
}: AdditionsQuestion): Warning[] => {
  const additions = episode.marginAdditions
  const allowed = limits.maxMarginAdditions
  const over = additions > allowed
  const loss = unrealizedPnl?.isNeg() ? unrealizedPnl.neg() : null
  const { pnlAtLastAddition: then } = episode
  const lossThen = then === null ? null : Decimal.max(0, then.neg())
  const warnings: Warning[] = []

  if (over) {
    const figures = { additions, allowed, losing: losing === true, atStake, loss, lossThen }
    const severity = losing === false ? 'caution' : 'danger'
    warnings.push(warn(severity, { code: 'MARGIN_ADDED_AGAIN', ...figures }, ALL_WAYS_OUT))
  } else if (additions > 0) {
    if (additions === allowed) {
      warnings.push(
        warn('caution', { code: 'MARGIN_ALLOWANCE_USED', additions, allowed }, ['set-stop']),
      )
    }
    if (losing === true) {
      const figures = { additions, loss }
      warnings.push(
        warn('caution', { code: 'STILL_LOSING_AFTER_ADDING', ...figures }, ALL_WAYS_OUT),
      )
    }
  }
  if (capital?.gt(0)) {
    const shares = episode.additions.flatMap(({ amount }) => amount?.div(capital) ?? [])
    const largest = shares.reduce<Decimal | null>((a, b) => (a?.gte(b) ? a : b), null)
    const threshold = new Decimal(limits.maxAdditionShare)
    if (largest?.gt(threshold)) {
      warnings.push(warn('caution', { code: 'ADDITION_TOO_LARGE', share: largest, threshold }))
    }
  }
  if (episode.increasesWhileLosing > 0) {
    const times = episode.increasesWhileLosing
    const ways = ['set-stop', 'reduce'] as const
    warnings.push(warn('caution', { code: 'POSITION_INCREASED_WHILE_LOSING', times }, ways))
  }
  return warnings
}
