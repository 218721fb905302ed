import { type Episode } from '@/lib/ledger'
import { countedAdditions, declaredAdditions } from '@/lib/ledger/additions'

/** The additions that count, each with its 1-based ordinal: those that the trader told of came before them. */
export const numberedAdditions = (episode: Pick<Episode, 'events'>) => {
  const before = declaredAdditions(episode) ?? 0
  return countedAdditions(episode).map(({ id, at }, index) => ({
    id,
    at,
    ordinal: before + index + 1,
  }))
}
