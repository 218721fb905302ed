import type { Decimal } from '@/lib/margin'
import type { PositionMode } from './account'
import type { Backing } from './backing'
import { type Band, liquidationBand } from './band'
import { evaluateAdditions } from './evaluate-additions'
import { evaluateNearness, waysOutOf } from './evaluate-nearness'
import { evaluateShare } from './evaluate-share'
import { evaluateStopLoss } from './evaluate-stop-loss'
import type { EpisodeFacts, OpenOrdersFacts, PositionFacts } from '../facts/facts'
import { type Figure, known, knownPositive } from '../facts/figure'
import type { Limits } from '../limits/limits'
import { type Liquidation, liquidationOf } from '../facts/liquidation'
import { type StopAnswer, stopAnswer } from './stop-answer'
import { bySeverity, warn, type Warning } from './warning'

export type PositionQuestion = {
  position: PositionFacts
  episode: EpisodeFacts | null
  limits: Limits
  backing: Backing
  /** Other cross positions of the same contract: in hedge mode, the other leg. */
  legs: readonly PositionFacts[]
  openOrders: OpenOrdersFacts
  positionMode: PositionMode
  previousBand: Band | null
  now: number
}

export type Evaluation = Pick<Liquidation, 'distance' | 'direction' | 'sharedWith'> & {
  band: Band
  /** What a liquidation takes, in `stakeAsset`. */
  atStake: Figure<Decimal>
  stakeAsset: string | null
  /** Margin of the position ÷ capital. */
  capitalShare: Figure<Decimal>
  stop: StopAnswer
  losing: boolean | null
  /** Worst first. */
  warnings: Warning[]
}

const isLosing = ({
  side,
  entryPrice,
  markPrice,
  unrealizedPnl,
}: PositionFacts): boolean | null => {
  const entry = knownPositive(entryPrice)
  const mark = knownPositive(markPrice)
  if (side !== 'unknown' && entry !== null && mark !== null) {
    return side === 'long' ? mark.lt(entry) : mark.gt(entry)
  }
  return known(unrealizedPnl)?.isNeg() ?? null
}

const leverageWarnings = ({ leverage }: PositionFacts, limits: Limits): Warning[] => {
  const value = known(leverage)
  const allowed = limits.maxLeverage
  return value?.gt(allowed)
    ? [warn('caution', { code: 'LEVERAGE_HIGH', leverage: value, allowed })]
    : []
}

const crossWarnings = ({ position, limits, backing }: PositionQuestion): Warning[] => {
  if (position.marginMode !== 'cross') return []
  const { balance, sharedWith, pool } = backing
  const severity = limits.preferIsolated ? 'caution' : 'info'
  return [warn(severity, { code: 'CROSS_MARGIN_SHARED', balance, sharedWith, pool })]
}

const atStakeOf = ({
  position,
  backing: { balance },
}: PositionQuestion): Pick<Evaluation, 'atStake' | 'stakeAsset'> => {
  if (position.marginMode !== 'cross') {
    return { atStake: position.wallet, stakeAsset: position.marginAsset }
  }
  return balance === null
    ? { atStake: { missing: 'unknown' }, stakeAsset: null }
    : { atStake: { value: balance.amount }, stakeAsset: balance.asset }
}

const shareOf = ({ position, backing: { capital } }: PositionQuestion): Figure<Decimal> => {
  const committed = position.marginMode === 'cross' ? position.margin : position.wallet
  if (!('value' in committed)) return committed
  if (!('value' in capital)) return capital
  return capital.value.gt(0)
    ? { value: committed.value.div(capital.value) }
    : { missing: 'unknown' }
}

const withoutSettingAStop = (warning: Warning): Warning => ({
  ...warning,
  waysOut: warning.waysOut.filter((way) => way !== 'set-stop'),
})

/** One position held against the trader's own limits. Pure: time comes in as an argument. */
export const evaluatePosition = (question: PositionQuestion): Evaluation => {
  const { position, episode, limits, backing, previousBand, now } = question
  const liquidation = liquidationOf({ ...question, accountRatio: backing.marginRatio })
  const { distance, direction, sharedWith, crossed } = liquidation
  const band = liquidationBand({
    distance: 'value' in distance ? distance.value : distance.missing === 'none' ? null : undefined,
    crossed: crossed !== null,
    limits,
    previous: previousBand,
  })
  const losing = isLosing(position)
  const stake = atStakeOf(question)
  const capitalShare = shareOf(question)
  const stop = stopAnswer(question)
  const stopWarnings = evaluateStopLoss({ position, stop, direction, episode, limits, now })
  const warnings: Warning[] = [
    ...evaluateNearness({ position, liquidation, band, limits }),
    ...(episode === null
      ? []
      : evaluateAdditions({
          episode,
          limits,
          unrealizedPnl: known(position.unrealizedPnl),
          losing,
          atStake: known(stake.atStake),
          capital: known(backing.capital),
        })),
    ...stopWarnings,
    ...evaluateShare({
      position,
      share: capitalShare,
      capital: backing.capital,
      limits,
      waysOut: waysOutOf(position, liquidation),
    }),
    ...leverageWarnings(position, limits),
    ...crossWarnings(question),
  ]
  // With a stop-loss in place and no warning about it, “set a stop” is no advice; where an open order
  // may be one, it would make a second.
  const stands =
    (stop.state === 'possible' && stop.orders !== null) ||
    (stop.state === 'present' && knownPositive(stop.price) !== null && stopWarnings.length === 0)
  return {
    band,
    distance,
    direction,
    sharedWith,
    ...stake,
    capitalShare,
    stop,
    losing,
    warnings: (stands ? warnings.map(withoutSettingAStop) : warnings).sort(bySeverity),
  }
}
