export type { Episode as JournalEpisode, LedgerEvent as JournalEvent } from '@/lib/ledger'
export { chartSeries, type ChartSeries } from './chart-series'
export { type CsvColumn, csvColumnNames, csvHead, csvRow } from './csv-columns'
export { filterEpisodes, type JournalFilter, symbolsIn } from './filter-episodes'
export {
  type DamagedRecord,
  journalFile,
  type JournalFileReading,
  readJournalFile,
} from './journal-file'
export { joinSamples, thinSamples, withArchivedChart } from './join-samples'
export { journalIndex } from './journal-index'
export { mergeEpisodes } from './merge-episodes'
export { isMoment } from './moment'
export { type Ending, endingOf, type Outcome, outcomes } from './outcome'
export { parseEpisode } from './parse-episode'
export { printed, printedOrNull } from './printed'
export { type EpisodeSummary, episodeSummarySchema, summarize } from './summary'
export { timeline, type TimelineEntry } from './timeline'
export { type AdditionGroup, type AssetAmount, type Totals, totals } from './totals'
