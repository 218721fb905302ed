import { Decimal } from '@/lib/margin'
import type { Limits } from '../limits/limits'

/** The worst first. `unknown` is a band of its own: without a figure there is no green. */
export const bands = ['crossed', 'danger', 'unknown', 'caution', 'calm'] as const
export type Band = (typeof bands)[number]

/** A band is left only when the distance has grown this much beyond its threshold: no flicker. */
const REARM = new Decimal('1.05')

type BandQuestion = {
  /** Fraction of mark; `null`: cannot be liquidated; `undefined`: not known. */
  distance: Decimal | null | undefined
  /** The mark is beyond the liquidation price, or the account's margin ratio says so. */
  crossed: boolean
  limits: Pick<Limits, 'distanceCaution' | 'distanceDanger'>
  previous: Band | null
}

export const liquidationBand = ({ distance, crossed, limits, previous }: BandQuestion): Band => {
  if (crossed) return 'crossed'
  if (distance === undefined) return 'unknown'
  if (distance === null) return 'calm'

  const held = (threshold: string, bands: readonly (Band | null)[]) =>
    bands.includes(previous) ? REARM.times(threshold) : new Decimal(threshold)
  if (distance.lt(held(limits.distanceDanger, ['danger', 'crossed']))) return 'danger'
  if (distance.lt(held(limits.distanceCaution, ['caution', 'danger', 'crossed']))) return 'caution'
  return 'calm'
}
