import { Decimal } from '@/lib/margin'
import type { Band } from '../position/band'
import { known } from '../facts/figure'
import { byNearness } from './card-order'
import type { PanelModel } from './panel-model'
import { toneOf } from '../position/tone'

/**
 * What the toolbar's badge has room for: four characters on the position that is nearest to liquidation. `band` is
 * what the figure says, `tone` the colour: the worst of all figures and warnings.
 */
export type Badge = { band: Band; tone: Band; text: string; symbol: string }

const WORST_FIRST: readonly Band[] = ['crossed', 'danger', 'unknown', 'caution', 'calm']

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
export const badgeOf = ({ positions }: Pick<PanelModel, 'positions'>): Badge | null => {
  const [nearest] = positions.toSorted(byNearness)
  if (nearest === undefined) return null
  const { facts, evaluation } = nearest
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
  const tones = new Set(positions.map((position) => toneOf(position.evaluation)))
  const tone = WORST_FIRST.find((each) => tones.has(each)) ?? band
  return { band, tone, text, symbol: facts.symbol }
}
