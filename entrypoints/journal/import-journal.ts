import type { ImportReport } from '@/components/journal/journal-source'
import { readJournalFile } from '@/lib/journal/files'
import { sendMessage } from '@/lib/messages'

/** Episodes in one message: a message port takes some tens of megabytes. */
const AT_ONCE = 25

export const importJournal = async (
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
