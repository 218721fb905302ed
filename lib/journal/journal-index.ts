import type { Episode } from '@/lib/ledger'
import { type EpisodeSummary, summarize } from './summary'

/**
 * One list of what is open and what is archived, the latest first. An episode that came back after
 * its close is in both: what is open is the truth. One that was open when it was exported elsewhere
 * has no known end here.
 */
export const journalIndex = (
  open: readonly Episode[],
  archived: readonly EpisodeSummary[],
): EpisodeSummary[] => {
  const openIds = new Set(open.map(({ id }) => id))
  const past = archived
    .filter(({ id }) => !openIds.has(id))
    .map((summary) =>
      summary.outcome === 'open' ? { ...summary, outcome: 'unknown' as const } : summary,
    )
  return [...open.map(summarize), ...past].sort(
    (a, b) => b.openedAt - a.openedAt || (a.id < b.id ? -1 : 1),
  )
}
