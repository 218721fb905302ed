import { Decimal, liquidationDistance } from '@/lib/margin'
import { type Band, liquidationBand } from './band'
import { evaluateAdditions } from './evaluate-additions'
import { evaluateStopLoss } from './evaluate-stop-loss'
import type { EpisodeFacts, PositionFacts } from './facts'
import { type Figure, known } from './figure'
import type { Limits } from './limits'
import { bySeverity, type Warning } from './warning'

export type PositionQuestion = {
  position: PositionFacts
  episode: EpisodeFacts | null
  limits: Limits
  /** In the position's margin asset; `null` if it is not known or in another asset. */
  capital: Decimal | null
  /** What stands behind a cross position. */
  balance: Decimal | null
  /** Keys of the other cross positions on the same balance. */
  sharedWith: readonly string[]
  previousBand: Band | null
  now: number
}

export type Evaluation = {
  band: Band
  /** Fraction of mark, negative once crossed. */
  distance: Figure<Decimal>
  /** What a liquidation takes, margin asset. */
  atStake: Figure<Decimal>
  /** Margin of the position ÷ capital. */
  capitalShare: Figure<Decimal>
  losing: boolean | null
  /** Worst first. */
  warnings: Warning[]
}

const distanceOf = ({ side, markPrice, liquidationPrice }: PositionFacts): Figure<Decimal> => {
  if (!('value' in liquidationPrice)) return { missing: liquidationPrice.missing }
  if (!('value' in markPrice)) return { missing: 'unknown' }
  return {
    value: liquidationDistance(side, markPrice.value, liquidationPrice.value),
  }
}

const isLosing = ({
  side,
  entryPrice,
  markPrice,
  unrealizedPnl,
}: PositionFacts): boolean | null => {
  const entry = known(entryPrice)
  const mark = known(markPrice)
  if (entry !== null && mark !== null) return side === 'long' ? mark.lt(entry) : mark.gt(entry)
  return known(unrealizedPnl)?.isNeg() ?? null
}

const nearness = (distance: Figure<Decimal>, band: Band, limits: Limits): Warning[] => {
  if (!('value' in distance)) return []
  const waysOut = ['set-stop', 'reduce', 'close'] as const
  if (band === 'crossed') {
    return [
      {
        code: 'LIQUIDATION_PRICE_CROSSED',
        severity: 'danger',
        distance: distance.value,
        waysOut: ['close'],
      },
    ]
  }
  if (band !== 'danger' && band !== 'caution') return []
  const threshold = new Decimal(band === 'danger' ? limits.distanceDanger : limits.distanceCaution)
  return [
    { code: 'LIQUIDATION_NEAR', severity: band, distance: distance.value, threshold, waysOut },
  ]
}

const shareWarnings = (share: Figure<Decimal>, limits: Limits): Warning[] => {
  const value = known(share)
  if (value === null) return []
  const limit = new Decimal(limits.capitalShareLimit)
  const caution = new Decimal(limits.capitalShareCaution)
  const waysOut = ['reduce'] as const
  if (value.gt(limit)) {
    return [
      {
        code: 'CAPITAL_SHARE_OVER_LIMIT',
        severity: 'danger',
        share: value,
        threshold: limit,
        waysOut,
      },
    ]
  }
  return value.gt(caution)
    ? [
        {
          code: 'CAPITAL_SHARE_HIGH',
          severity: 'caution',
          share: value,
          threshold: caution,
          waysOut,
        },
      ]
    : []
}

const leverageWarnings = ({ leverage }: PositionFacts, limits: Limits): Warning[] => {
  const value = known(leverage)
  return value?.gt(limits.maxLeverage)
    ? [
        {
          code: 'LEVERAGE_HIGH',
          severity: 'caution',
          leverage: value,
          allowed: limits.maxLeverage,
          waysOut: [],
        },
      ]
    : []
}

const withoutSettingAStop = (warning: Warning): Warning => ({
  ...warning,
  waysOut: warning.waysOut.filter((way) => way !== 'set-stop'),
})

/** One position held against the trader's own limits. Pure: time comes in as an argument. */
export const evaluatePosition = (question: PositionQuestion): Evaluation => {
  const { position, episode, limits, capital, balance, sharedWith, previousBand, now } = question
  const cross = position.marginMode === 'cross'
  const distance = distanceOf(position)
  const band = liquidationBand({
    distance: 'value' in distance ? distance.value : distance.missing === 'none' ? null : undefined,
    limits,
    previous: previousBand,
  })
  const losing = isLosing(position)
  const atStake: Figure<Decimal> = cross
    ? balance === null
      ? { missing: 'unknown' }
      : { value: balance }
    : position.wallet
  const committed = cross ? position.margin : position.wallet
  const capitalShare: Figure<Decimal> = !('value' in committed)
    ? committed
    : capital?.gt(0)
      ? { value: committed.value.div(capital) }
      : { missing: 'unknown' }

  const stopWarnings = evaluateStopLoss({ position, episode, limits, now })
  const warnings: Warning[] = [
    ...nearness(distance, band, limits),
    ...(episode === null
      ? []
      : evaluateAdditions({
          episode,
          limits,
          unrealizedPnl: known(position.unrealizedPnl),
          losing,
          atStake: known(atStake),
          capital,
        })),
    ...stopWarnings,
    ...shareWarnings(capitalShare, limits),
    ...leverageWarnings(position, limits),
  ]
  if (cross) {
    warnings.push({
      code: 'CROSS_MARGIN_SHARED',
      severity: limits.preferIsolated ? 'caution' : 'info',
      balance,
      sharedWith,
      waysOut: [],
    })
  }
  // Where a stop-loss stands and nothing is said against it, setting one is no advice.
  const stands =
    position.stopLoss.state === 'present' &&
    known(position.stopLoss.price) !== null &&
    stopWarnings.length === 0
  return {
    band,
    distance,
    atStake,
    capitalShare,
    losing,
    warnings: (stands ? warnings.map(withoutSettingAStop) : warnings).sort(bySeverity),
  }
}
