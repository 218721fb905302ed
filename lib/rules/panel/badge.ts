import { Decimal } from '@/lib/margin'
import type { Band } from '../position/band'
import { known } from '../facts/figure'
import type { PanelModel } from './panel-model'
import { toneOf } from '../position/tone'

/**
 * What the toolbar's badge has room for: four characters on the most endangered position. `band` is what the
 * figure says, `tone` the colour: the worst of the figure and of every warning, as in the pill.
 */
export type Badge = { band: Band; tone: Band; text: string; symbol: string }

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
  const [worst] = positions
  if (worst === undefined) return null
  const { facts, evaluation } = worst
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
  return { band, tone: toneOf(evaluation), text, symbol: facts.symbol }
}
