import type { Outcome } from './outcome'
import type { EpisodeSummary } from './summary'

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
