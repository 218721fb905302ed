import { type Episode, openQuestions } from '@/lib/ledger'

/**
 * Is the count of additions the whole truth? Not if the position was open before the first look and
 * its trader has not said what came before, nor while a question about it is open.
 */
export const additionsKnown = (episode: Pick<Episode, 'events'>): boolean => {
  const { events } = episode
  const undone = new Set(events.flatMap((event) => (event.kind === 'undone' ? [event.event] : [])))
  const declared = events.some(({ kind, id }) => kind === 'declared' && !undone.has(id))
  const witnessed = events.some((event) => event.kind === 'opened' && event.witnessed)
  return (witnessed || declared) && openQuestions(episode).length === 0
}
