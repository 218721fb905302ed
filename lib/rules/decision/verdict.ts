import { Decimal } from '@/lib/margin'
import type { Limits } from '../limits/limits'
import type { Weighed } from './margin-change'
import { stopAfterRemoval } from './stop-after-removal'

/** By the trader's own limits; none of them says which way the market goes. */
export type Verdict =
  | 'past-additions'
  | 'past-share'
  | 'too-large'
  | 'removal-stop'
  | 'removal-danger'
  | 'removal-caution'
  | 'within'
  | 'removal-within'
  | 'unknown'

/** Margin taken out brings liquidation nearer: to the stop-loss, and to the mark. */
const removalVerdict = (question: Weighed): Verdict => {
  const { change, limits } = question
  const distance = change.after?.distance ?? null
  if (distance?.lt(limits.distanceDanger)) return 'removal-danger'
  const stop = stopAfterRemoval(question)
  if (stop === 'beyond-liquidation' || stop === 'near-liquidation') return 'removal-stop'
  if (distance?.lt(limits.distanceCaution)) return 'removal-caution'
  return distance === null && change.after?.never !== true ? 'unknown' : 'removal-within'
}

/** A broken limit counts even where something else is unknown; "within" needs everything to be known. */
export const verdict = (question: Weighed): Verdict | null => {
  const { change, limits } = question
  if (change.change === null || change.change.isZero()) return null
  if (change.change.isNeg()) return removalVerdict(question)
  const { addition, changeShare } = change
  const share = change.capitalShare.after
  if (addition?.past === true) return 'past-additions'
  if (share?.gt(limits.capitalShareLimit)) return 'past-share'
  if (changeShare?.gt(limits.maxAdditionShare)) return 'too-large'
  return addition === null || share === null ? 'unknown' : 'within'
}

/** The distance that a removal is held against. */
export const removalThreshold = (of: Verdict | null, limits: Limits): Decimal =>
  new Decimal(of === 'removal-danger' ? limits.distanceDanger : limits.distanceCaution)
