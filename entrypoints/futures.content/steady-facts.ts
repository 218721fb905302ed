import { episodeFacts, type EpisodeFacts } from '@/lib/rules'
import type { LedgerAnswer } from '@/lib/storage'

type Facts = ReadonlyMap<string, EpisodeFacts>

/**
 * Worked out when the ledger changes, not when a price does. What is as it was is the same object, an
 * episode or the whole, so that nothing of it is drawn again.
 */
export const steadyFacts = () => {
  let known = new Map<string, { episode: string; facts: EpisodeFacts }>()
  let all: Facts = new Map()
  return (open: LedgerAnswer['open']): Facts => {
    const before = known
    known = new Map(
      Object.entries(open).map(([key, episode]) => {
        const text = JSON.stringify(episode)
        const entry = before.get(key)
        return [
          key,
          entry?.episode === text ? entry : { episode: text, facts: episodeFacts(episode) },
        ]
      }),
    )
    const stands =
      known.size === before.size && [...known].every(([key, entry]) => before.get(key) === entry)
    if (!stands) all = new Map([...known].map(([key, { facts }]) => [key, facts]))
    return all
  }
}
