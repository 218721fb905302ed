import type { Episode, Ledger } from '@/lib/ledger'
import { type EpisodeSummary, summarize } from '../summary'

/** Open, or closed and on its way to the archive: at no moment is a position in neither. */
export const notArchived = ({
  open,
  unarchived,
}: Pick<Ledger, 'open' | 'unarchived'>): readonly Episode[] => {
  const openIds = new Set(Object.values(open).map(({ id }) => id))
  return [...Object.values(open), ...unarchived.filter(({ id }) => !openIds.has(id))]
}

/**
 * One list of what the ledger holds and what is archived, the latest first. An episode can be in both:
 * what the ledger says is the truth. One that was open when it was exported elsewhere has no known end
 * here.
 */
export const journalIndex = (
  inLedger: readonly Episode[],
  archived: readonly EpisodeSummary[],
): EpisodeSummary[] => {
  const known = new Set(inLedger.map(({ id }) => id))
  const past = archived
    .filter(({ id }) => !known.has(id))
    .map((summary) =>
      summary.outcome === 'open' ? { ...summary, outcome: 'unknown' as const } : summary,
    )
  return [...inLedger.map(summarize), ...past].sort(
    (a, b) => b.openedAt - a.openedAt || (a.id < b.id ? -1 : 1),
  )
}
