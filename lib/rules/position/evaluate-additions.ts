import { Decimal } from '@/lib/margin'
import type { EpisodeFacts } from '../facts/facts'
import type { Limits } from '../limits/limits'
import type { Warning } from './warning'

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
    warnings.push({
      code: 'MARGIN_ADDED_AGAIN',
      severity: losing === false ? 'caution' : 'danger',
      additions,
      allowed,
      losing: losing === true,
      atStake,
      loss,
      lossThen,
      waysOut: ['set-stop', 'reduce', 'close'],
    })
  } else if (additions > 0 && additions === allowed) {
    warnings.push({
      code: 'MARGIN_ALLOWANCE_USED',
      severity: 'caution',
      additions,
      allowed,
      waysOut: ['set-stop'],
    })
  }
  if (additions > 0 && losing === true) {
    warnings.push({
      code: 'STILL_LOSING_AFTER_ADDING',
      severity: over ? 'danger' : 'caution',
      additions,
      loss,
      waysOut: ['set-stop', 'reduce', 'close'],
    })
  }
  if (capital?.gt(0)) {
    const shares = episode.additions.flatMap(({ amount }) => amount?.div(capital) ?? [])
    const largest = shares.reduce<Decimal | null>((a, b) => (a?.gte(b) ? a : b), null)
    const threshold = new Decimal(limits.maxAdditionShare)
    if (largest?.gt(threshold)) {
      warnings.push({
        code: 'ADDITION_TOO_LARGE',
        severity: 'caution',
        share: largest,
        threshold,
        waysOut: [],
      })
    }
  }
  if (episode.increasesWhileLosing > 0) {
    warnings.push({
      code: 'POSITION_INCREASED_WHILE_LOSING',
      severity: 'caution',
      times: episode.increasesWhileLosing,
      waysOut: ['set-stop', 'reduce'],
    })
  }
  return warnings
}
