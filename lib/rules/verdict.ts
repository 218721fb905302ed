import type { Limits } from './limits'
import type { MarginChange } from './margin-change'

/** By the trader's own limits; none of them says which way the market goes. */
export type Verdict = 'past-additions' | 'past-share' | 'too-large' | 'within' | 'unknown'

/** What is broken is said even where something else is unknown; "within" needs all to be known. */
export const verdict = (change: MarginChange, limits: Limits): Verdict | null => {
  if (change.change?.gt(0) !== true) return null
  const { addition, changeShare } = change
  const share = change.capitalShare.after
  if (addition?.past === true) return 'past-additions'
  if (share?.gt(limits.capitalShareLimit)) return 'past-share'
  if (changeShare?.gt(limits.maxAdditionShare)) return 'too-large'
  return addition === null || share === null || changeShare === null ? 'unknown' : 'within'
}
