import * as v from 'valibot'
import { type Episode, standingEvents } from '@/lib/ledger'
import { addedMargin, additionsKnown, marginAdditions } from '@/lib/ledger/additions'
import { endingOf, type Outcome, outcomes } from './outcome'

const numeral = v.pipe(v.string(), v.regex(/^-?\d+(?:\.\d+)?$/))

/**
 * What the list, the filters and the totals need of an episode: a light index, so that years of
 * episodes are never loaded at once. Amounts are numerals in the margin asset.
 */
export const episodeSummarySchema = v.object({
  id: v.string(),
  symbol: v.string(),
  side: v.picklist(['long', 'short']),
  marginMode: v.picklist(['isolated', 'cross']),
  marginAsset: v.nullable(v.string()),
  openedAt: v.number(),
  closedAt: v.nullable(v.number()),
  outcome: v.picklist(outcomes),
  result: v.nullable(numeral),
  /** Some of it was closed before: `result` is that of the rest. */
  inParts: v.boolean(),
  additions: v.number(),
  /** `false`: there may have been more than were counted. */
  additionsKnown: v.boolean(),
  /** Of the counted additions; `null`: the amount of one is not known. */
  addedMargin: v.nullable(numeral),
  stop: v.picklist(['set', 'never', 'unknown']),
})
export type EpisodeSummary = v.InferOutput<typeof episodeSummarySchema>

/** Whether a position ever had a stop-loss; `unknown`: the page never showed. */
export const stopUse = ({
  figures,
  events,
  samples,
}: Pick<Episode, 'figures' | 'events' | 'samples'>): EpisodeSummary['stop'] => {
  const states = [
    figures.stopLoss.state,
    ...standingEvents(events).flatMap((event) =>
      event.kind === 'stop-changed' ? [event.from.state, event.to.state] : [],
    ),
  ]
  const drawn = samples.some(([, , , , stop]) => stop !== null)
  if (drawn || states.includes('present')) return 'set'
  return states.includes('absent') ? 'never' : 'unknown'
}

export const summarize = (episode: Episode): EpisodeSummary => {
  const { outcome, result } = endingOf(episode)
  return {
    id: episode.id,
    symbol: episode.symbol,
    side: episode.side,
    marginMode: episode.marginMode,
    marginAsset: episode.marginAsset,
    openedAt: episode.openedAt,
    closedAt: episode.closedAt,
    outcome,
    result: result?.amount.toFixed() ?? null,
    inParts: result?.inParts ?? false,
    additions: marginAdditions(episode),
    additionsKnown: additionsKnown(episode),
    addedMargin: addedMargin(episode)?.toFixed() ?? null,
    stop: stopUse(episode),
  }
}

export type JournalFilter = {
  /** `null`: all. */
  symbol: string | null
  outcome: Outcome | null
}

export const filterEpisodes = (
  episodes: readonly EpisodeSummary[],
  { symbol, outcome }: JournalFilter,
): EpisodeSummary[] =>
  episodes.filter(
    (episode) =>
      (symbol === null || episode.symbol === symbol) &&
      (outcome === null || episode.outcome === outcome),
  )

export const symbolsIn = (episodes: readonly EpisodeSummary[]): string[] =>
  [...new Set(episodes.map(({ symbol }) => symbol))].sort()
