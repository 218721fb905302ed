import type { Decimal } from '@/lib/margin'
import type { EpisodeFacts, PositionFacts } from '../facts/facts'
import { known } from '../facts/figure'

/**
 * After a second margin addition: what closing at the first would have meant, and what it would mean
 * now. `null`: there was no second one, nobody was looking at the first, or the size has changed since,
 * and the two cannot be compared. Unrealised PnL as the page printed it, in the margin asset, without fees.
 */
export const closedAtFirst = (
  episode: Pick<EpisodeFacts, 'marginAdditions' | 'additionsKnown' | 'pnlAtFirstAddition'> | null,
  { unrealizedPnl }: Pick<PositionFacts, 'unrealizedPnl'>,
): { then: Decimal; now: Decimal } | null => {
  const now = known(unrealizedPnl)
  if (episode === null || episode.marginAdditions < 2 || now === null) return null
  // Before our first look there may have been an earlier one.
  if (!episode.additionsKnown) return null
  const then = episode.pnlAtFirstAddition
  return then === null ? null : { then, now }
}
