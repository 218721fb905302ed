import { csvHead, csvRow, journalFile, parseEpisode } from '@/lib/journal'
import type { Episode } from '@/lib/ledger'
import { journal, ledgerItem } from '@/lib/storage'

export type Exported = { content: Blob; count: number; leftOut: number }

const openEpisodes = async (): Promise<Episode[]> =>
  Object.values((await ledgerItem.read()).value.open)

/** Every record once: what is open, then the archive without what is open again. */
const eachRecord = async (visit: (record: unknown) => void): Promise<void> => {
  const open = await openEpisodes()
  const ids = new Set(open.map(({ id }) => id))
  for (const episode of open) visit(episode)
  await journal.each((record) => {
    if (!ids.has((record as Episode).id)) visit(record)
  })
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
