import { csvHead, csvRow, journalFile } from '@/lib/journal/files'
import { notArchived, parseEpisode, withArchivedChart } from '@/lib/journal/records'
import type { Episode } from '@/lib/ledger'
import { ledgerItem } from '@/lib/storage'
import { journal } from '@/lib/storage/ledger'

export type Exported = { content: Blob; count: number; leftOut: number }

/** Every record once: the archive, with what the ledger knows better in its place. */
const eachRecord = async (visit: (record: unknown) => void): Promise<void> => {
  const { value } = await ledgerItem.read()
  const inLedger = new Map(notArchived(value).map((episode) => [episode.id, episode]))
  await journal.each((record) => {
    const known = inLedger.get((record as Episode).id)
    if (known === undefined) {
      visit(record)
      return
    }
    const archived = parseEpisode(record)
    inLedger.set(known.id, archived === null ? known : withArchivedChart(known, archived))
  })
  for (const episode of inLedger.values()) visit(episode)
}

export const exportJson = async (now: number): Promise<Exported> => {
  const pieces = [journalFile.head(now)]
  await eachRecord((record) => pieces.push(journalFile.episode(record, pieces.length - 1)))
  const count = pieces.length - 1
  pieces.push(journalFile.foot)
  return { content: new Blob(pieces, { type: 'application/json' }), count, leftOut: 0 }
}

export const exportCsv = async (): Promise<Exported> => {
  const pieces = [csvHead()]
  let leftOut = 0
  await eachRecord((record) => {
    const episode = parseEpisode(record)
    if (episode === null) leftOut += 1
    else pieces.push(csvRow(episode))
  })
  return {
    content: new Blob(pieces, { type: 'text/csv;charset=utf-8' }),
    count: pieces.length - 1,
    leftOut,
  }
}
