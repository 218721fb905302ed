import { Decimal } from '@/lib/margin'
import type { Band } from '../position/band'
import type { PositionFacts } from '../facts/facts'
import { known } from '../facts/figure'
import { nearestOf } from './card-order'
import type { PanelModel } from './panel-model'

/**
 * What the toolbar's badge has room for: four characters on the position that is nearest to liquidation. `band` is
 * what the figure says, `tone` the colour: the worst of all figures and warnings.
 */
export type Badge = { band: Band; tone: Band; text: string } & Pick<
  PositionFacts,
  'symbol' | 'side'
>

/** What is not zero is never printed as zero. */
const LEAST = '<0.1'

/** "4.5" or "16": per cent of the mark, rounded towards danger. */
const shortPercent = (distance: Decimal): string => {
  const percent = distance.times(100)
  if (percent.lt('0.1')) return LEAST
  const decimals = percent.lt(10) ? 1 : 0
  return Decimal.min(999, percent).toDecimalPlaces(decimals, Decimal.ROUND_FLOOR).toFixed(decimals)
}

/** `null`: no position is in sight, and there is nothing to say. */
export const badgeOf = (model: Pick<PanelModel, 'positions'>): Badge | null => {
  const found = nearestOf(model)
  if (found === null) return null
  const { tone } = found
  const { facts, evaluation } = found.nearest
  const { band } = evaluation
  const distance = known(evaluation.distance)
  const text =
    band === 'unknown'
      ? '?'
      : band === 'crossed'
        ? '!'
        : distance === null
          ? '–'
          : shortPercent(distance)
  return { band, tone, text, symbol: facts.symbol, side: facts.side }
}
