export type { Episode as JournalEpisode } from '@/lib/ledger'
export { chartSeries } from './chart-series'
export { endingOf, isEndSeen, type Outcome, outcomes } from './outcome'
export { printed } from './printed'
export {
  type EpisodeSummary,
  episodeSummarySchema,
  filterEpisodes,
  type JournalFilter,
  summarize,
  symbolsIn,
} from './summary'
export { timeline, type TimelineEntry } from './timeline'
export { type Totals, totals } from './totals'
