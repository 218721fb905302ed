import { type Episode } from '@/lib/ledger'
import { countedAdditions, declaredAdditions, openQuestions } from '@/lib/ledger/additions'

/**
 * The additions that count, each with its 1-based ordinal: those that the trader told of came before them.
 * `isKnown: false`: there may have been more before it, ahead of our first look or in a question that is open.
 */
export const numberedAdditions = (episode: Pick<Episode, 'events'>) => {
  const before = declaredAdditions(episode)
  const asked = openQuestions(episode)
  return countedAdditions(episode).map(({ id, at }, index) => ({
    id,
    at,
    ordinal: (before ?? 0) + index + 1,
    isKnown: before !== null && asked.every((question) => question.at > at),
  }))
}
