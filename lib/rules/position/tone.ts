import type { Band } from './band'
import type { Evaluation } from './evaluate-position'

/** What stands behind a tone: an `Evaluation` fits. */
export type Judged = Pick<Evaluation, 'band' | 'warnings'>

/**
 * What a card, a row and the pill look like: the worst of the distance and of every warning. A position
 * with margin added four times of one that still loses is no calmer for lying 9 % from liquidation, and
 * one without a liquidation price is not calm while it holds 38 % of the capital.
 */
export const toneOf = ({ band, warnings }: Judged): Band => {
  const warns = (severity: 'caution' | 'danger') =>
    warnings.some((each) => each.severity === severity)
  if (band === 'crossed') return 'crossed'
  if (band === 'danger' || warns('danger')) return 'danger'
  if (band === 'unknown') return 'unknown'
  return band === 'caution' || warns('caution') ? 'caution' : 'calm'
}
