import type { Decimal } from '@/lib/margin'
import type { EpisodeFacts, PositionFacts } from '../facts/facts'
import { knownPositive } from '../facts/figure'
import type { Limits } from '../limits/limits'
import { type Direction, lossDirection } from '../facts/liquidation'
import type { StopAnswer } from './stop-answer'
import { warn, type Warning } from './warning'

type StopLossQuestion = {
  position: PositionFacts
  stop: StopAnswer
  /** Which way liquidation is. */
  direction: Direction | null
  episode: EpisodeFacts | null
  limits: Limits
  now: number
}

const withoutStop = (
  stop: Exclude<StopAnswer, { state: 'present' }>,
  { episode, limits, now }: StopLossQuestion,
): Warning[] => {
  if (!limits.requireStopLoss) return []
  switch (stop.state) {
    case 'partial': {
      const { count, price, ordersRead } = stop
      const sure = price !== null
      const partial = { code: 'STOP_LOSS_PARTIAL', count, sure, ordersRead } as const
      return [warn(sure ? 'caution' : 'info', partial)]
    }
    case 'possible':
    case 'unknown': {
      const columns = stop.state === 'possible' ? 'empty' : 'hidden'
      const { orders, ordersRead } = stop
      return [warn('info', { code: 'STOP_LOSS_UNKNOWN', columns, orders, ordersRead })]
    }
    case 'absent': {
      const since = episode?.withoutStopSince ?? null
      if (since === null || now - since < limits.stopLossGrace) return []
      return [warn('caution', { code: 'STOP_LOSS_MISSING', since }, ['set-stop'])]
    }
  }
}

/** Against the liquidation price, where that lies on the losing side too. */
const againstLiquidation = (
  { position, limits }: StopLossQuestion,
  stopPrice: Decimal,
  losesTowards: Direction,
): Warning[] => {
  const liquidationPrice = knownPositive(position.liquidationPrice)
  if (liquidationPrice === null) return []
  // Signed so that, for either side, larger is further into profit.
  const above = (from: Decimal, to: Decimal) =>
    losesTowards === 'down' ? to.minus(from) : from.minus(to)
  const clear = above(liquidationPrice, stopPrice)
  if (clear.lte(0)) {
    const code = 'STOP_LOSS_BEYOND_LIQUIDATION'
    return [warn('danger', { code, stopPrice, liquidationPrice }, ['set-stop'])]
  }
  const entryPrice = knownPositive(position.entryPrice)
  if (entryPrice === null) return []
  const whole = above(liquidationPrice, entryPrice)
  if (whole.lte(0)) return []
  const clearance = clear.div(whole)
  if (clearance.gte(limits.stopLossBuffer)) return []
  const code = 'STOP_LOSS_NEAR_LIQUIDATION'
  return [warn('caution', { code, stopPrice, liquidationPrice, clearance }, ['set-stop'])]
}

/**
 * Is there a stop-loss, and would it act before liquidation does? A stop at or beyond liquidation
 * never triggers; one close to it may be jumped over. Where liquidation lies on the winning side (the
 * hedge leg that the other one outweighs) no stop can be beyond it.
 */
export const evaluateStopLoss = (question: StopLossQuestion): Warning[] => {
  const { position, stop, direction } = question
  if (stop.state !== 'present') return withoutStop(stop, question)
  const stopPrice = knownPositive(stop.price)
  const losesTowards = lossDirection(position.side)
  if (stopPrice === null || losesTowards === null) return []
  const markPrice = knownPositive(position.markPrice)
  const isPassed =
    markPrice !== null &&
    (losesTowards === 'down' ? stopPrice.gte(markPrice) : stopPrice.lte(markPrice))
  if (isPassed) {
    return [warn('caution', { code: 'STOP_LOSS_WRONG_SIDE', stopPrice, markPrice }, ['set-stop'])]
  }
  return direction === losesTowards ? againstLiquidation(question, stopPrice, losesTowards) : []
}
