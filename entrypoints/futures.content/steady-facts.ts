import { episodeFacts, type EpisodeFacts } from '@/lib/rules'
import type { LedgerAnswer } from '@/lib/storage'

type Open = LedgerAnswer['open']

/**
 * Worked out when the ledger changes, not when a price does; an episode that is as it was is the same
 * object, so that nothing of it is drawn again.
 */
export const steadyFacts = () => {
  let known = new Map<string, { episode: string; facts: EpisodeFacts }>()
  return (open: Open): ReadonlyMap<string, EpisodeFacts> => {
    known = new Map(
      Object.entries(open).map(([key, episode]) => {
        const text = JSON.stringify(episode)
        const before = known.get(key)
        return [
          key,
          before?.episode === text ? before : { episode: text, facts: episodeFacts(episode) },
        ]
      }),
    )
    return new Map([...known].map(([key, { facts }]) => [key, facts]))
  }
}
