import type { Decimal } from '@/lib/margin'
import type { EpisodeFacts, PositionFacts } from './facts'
import { known } from './figure'
import type { Limits } from './limits'
import type { Warning } from './warning'

type StopLossQuestion = {
  position: PositionFacts
  episode: EpisodeFacts | null
  limits: Limits
  now: number
}

/** Signed so that, for either side, larger is further into profit. */
const towardsProfit = (position: PositionFacts, from: Decimal, to: Decimal): Decimal =>
  position.side === 'long' ? to.minus(from) : from.minus(to)

/**
 * Is there a stop-loss, and would it act before liquidation does? A stop at or beyond liquidation
 * never triggers; one close to it may be jumped over.
 */
export const evaluateStopLoss = ({
  position,
  episode,
  limits,
  now,
}: StopLossQuestion): Warning[] => {
  const { stopLoss } = position
  if (stopLoss.state === 'unknown' || stopLoss.state === 'partial') {
    return limits.requireStopLoss
      ? [{ code: 'STOP_LOSS_UNKNOWN', severity: 'info', waysOut: [] }]
      : []
  }
  if (stopLoss.state === 'absent') {
    const since = episode?.withoutStopSince ?? null
    if (!limits.requireStopLoss || since === null || now - since < limits.stopLossGrace) return []
    return [{ code: 'STOP_LOSS_MISSING', severity: 'caution', since, waysOut: ['set-stop'] }]
  }

  const stopPrice = known(stopLoss.price)
  const liquidationPrice = known(position.liquidationPrice)
  if (stopPrice === null || liquidationPrice === null) return []
  const clear = towardsProfit(position, liquidationPrice, stopPrice)
  if (clear.lte(0)) {
    return [
      {
        code: 'STOP_LOSS_BEYOND_LIQUIDATION',
        severity: 'danger',
        stopPrice,
        liquidationPrice,
        waysOut: ['set-stop'],
      },
    ]
  }
  const entryPrice = known(position.entryPrice)
  if (entryPrice === null) return []
  const whole = towardsProfit(position, liquidationPrice, entryPrice)
  if (whole.lte(0)) return []
  const clearance = clear.div(whole)
  if (clearance.gte(limits.stopLossBuffer)) return []
  return [
    {
      code: 'STOP_LOSS_NEAR_LIQUIDATION',
      severity: 'caution',
      stopPrice,
      liquidationPrice,
      clearance,
      waysOut: ['set-stop'],
    },
  ]
}
