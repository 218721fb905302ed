import type {
  ImportReport,
  JournalSource,
  LoadedJournal,
} from '@/components/journal/journal-source'
import { reasonOf } from '@/components/own-page/use-attempts'
import { readJournalFile } from '@/lib/journal/files'
import { journalIndex, notArchived, withArchivedChart } from '@/lib/journal/records'
import { emptyLedger, type Ledger } from '@/lib/ledger'
import { sendMessage } from '@/lib/messages'
import { ledgerItem } from '@/lib/storage'
import { journal } from '@/lib/storage/ledger'
import { exportCsv, exportJson } from './export-journal'
import { saveFile } from '@/lib/own-page'

const load = async (): Promise<LoadedJournal> => {
  try {
    const [ledger, { summaries, damaged }] = await Promise.all([
      ledgerItem.read(),
      journal.summaries(),
    ])
    const episodes = journalIndex(notArchived(ledger.value), summaries)
    return { state: 'ready', episodes, damaged }
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'VersionError') return { state: 'newer' }
    return { state: 'unreadable', reason: reasonOf(fault) }
  }
}

/** What the page shows of the ledger, without prices: they move all the time. */
const essence = ({ open, closed, unarchived }: Ledger): string =>
  JSON.stringify([
    [...Object.values(open), ...closed].map(({ id, events }) => [id, events.at(-1)]),
    unarchived.map(({ id }) => id),
  ])

/** Episodes in one message: a message port takes some tens of megabytes. */
const AT_ONCE = 25

const importJournal = async (
  file: File,
  onProgress: (done: number, all: number) => void,
): Promise<ImportReport> => {
  const reading = readJournalFile(await file.text())
  if (reading.state !== 'read') return reading
  const { episodes, damaged } = reading
  for (let from = 0; from < episodes.length; from += AT_ONCE) {
    onProgress(from, episodes.length)
    await sendMessage({ type: 'import', episodes: episodes.slice(from, from + AT_ONCE) })
  }
  return { state: 'imported', count: episodes.length, damaged }
}

/** The real world behind the page: storage to read, the background to write. */
export const journalSource = (): JournalSource => ({
  load,
  episode: async (id) => {
    const { value } = await ledgerItem.read()
    const known = notArchived(value).find((each) => each.id === id)
    if (known === undefined) return journal.episode(id)
    // The older part of its chart is in the archive already.
    const archived = await journal.episode(id).catch(() => null)
    return archived === null || archived === 'damaged' ? known : withArchivedChart(known, archived)
  },
  watch: (onChange) => {
    let last: string | null = null
    return ledgerItem.watch((ledger) => {
      // Gone from storage, and not erased: the background writes it again within a minute.
      if (ledger === emptyLedger) return
      const now = essence(ledger)
      if (now !== last) onChange()
      last = now
    })
  },
  export: async (as) => {
    const now = Date.now()
    const { content, ...report } = await (as === 'csv' ? exportCsv() : exportJson(now))
    saveFile('journal', as, now, content)
    return report
  },
  import: importJournal,
  erase: async (which) => {
    await sendMessage({
      type: 'erase',
      episodes: typeof which === 'string' ? which : [...which],
    })
  },
})
