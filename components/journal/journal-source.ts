import type { EpisodeSummary, JournalEpisode } from '@/lib/journal'
import type { JournalFileReading } from '@/lib/journal/files'

export type LoadedJournal =
  | { state: 'ready'; episodes: readonly EpisodeSummary[]; damaged: number }
  | { state: 'newer' }
  | { state: 'unreadable'; reason: string }

export type ImportReport =
  | Exclude<JournalFileReading, { state: 'read' }>
  | {
      state: 'imported'
      count: number
      damaged: Extract<JournalFileReading, { state: 'read' }>['damaged']
    }

/** Everything that the journal page asks of the world. What fails rejects. */
export type JournalSource = {
  load: () => Promise<LoadedJournal>
  episode: (id: string) => Promise<JournalEpisode | 'damaged' | null>
  /** Calls when something other than prices has changed; ends with the function that it gives. */
  watch: (onChange: () => void) => () => void
  export: (as: 'csv' | 'json') => Promise<{ count: number; leftOut: number }>
  import: (file: File, onProgress: (done: number, all: number) => void) => Promise<ImportReport>
  erase: (which: readonly string[] | 'closed' | 'everything') => Promise<void>
}
