import * as v from 'valibot'
import { type Episode, episodeSchema } from '@/lib/ledger'
import { mergeEpisodes } from '../records/merge-episodes'
import { isMoment } from './moment'
import { parseJson } from './parse-json'

const FORMAT = 'margin-brake-journal'
/** 2: endings have more kinds, and an event may replace another. Files of version 1 are read too. */
const VERSION = 2

/** Pieces of the JSON file: years of episodes are written one by one. */
export const journalFile = {
  head: (exportedAt: number): string =>
    `{"format":"${FORMAT}","version":${String(VERSION)},"exportedAt":${JSON.stringify(new Date(exportedAt).toISOString())},"episodes":[`,
  episode: (episode: unknown, index: number): string =>
    `${index === 0 ? '' : ','}\n${JSON.stringify(episode)}`,
  foot: '\n]}\n',
}

/** A record that does not fit. */
export type DamagedRecord = {
  /** Its place in the file, from 1. */
  place: number
  symbol: string | null
  /** Where in the record: "events.3.amount". */
  path: string
}

export type JournalFileReading =
  /** Not JSON at all, or cut off. */
  | { state: 'not-json' }
  /** JSON, but not a journal of ours. */
  | { state: 'not-a-journal' }
  | { state: 'newer' }
  /** Records that do not fit are left out and named; the others are whole. */
  | { state: 'read'; episodes: Episode[]; damaged: DamagedRecord[] }

const fileSchema = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  episodes: v.array(v.unknown()),
})

/** The path of the first time that is none; `null`: all are. */
const badMoment = (episode: Episode): string | null => {
  const { openedAt, closedAt, seenAt, events, samples } = episode
  const moments: [string, number | null][] = [
    ['openedAt', openedAt],
    ['closedAt', closedAt],
    ['seenAt', seenAt],
    ...events.flatMap(({ at, awaySince }, index): [string, number | null][] => [
      [`events.${String(index)}.at`, at],
      [`events.${String(index)}.awaySince`, awaySince],
    ]),
    ...samples.map(([at], index): [string, number] => [`samples.${String(index)}.0`, at]),
  ]
  return moments.find(([, at]) => at !== null && !isMoment(at))?.[0] ?? null
}

const symbolOf = (record: unknown): string | null => {
  const named = v.safeParse(v.object({ symbol: v.pipe(v.string(), v.maxLength(40)) }), record)
  return named.success ? named.output.symbol : null
}

const readRecord = (record: unknown, place: number): Episode | DamagedRecord => {
  const parsed = v.safeParse(episodeSchema, record)
  const damaged = (path: string): DamagedRecord => ({ place, symbol: symbolOf(record), path })
  if (!parsed.success) return damaged(v.getDotPath(parsed.issues[0]) ?? '')
  const path = badMoment(parsed.output)
  return path === null ? parsed.output : damaged(path)
}

/** Reads a file that this page has written, and trusts nothing in it. */
export const readJournalFile = (text: string): JournalFileReading => {
  const json = parseJson(text)
  if (json === undefined) return { state: 'not-json' }
  const file = v.safeParse(fileSchema, json)
  if (!file.success) return { state: 'not-a-journal' }
  if (file.output.version > VERSION) return { state: 'newer' }
  const episodes = new Map<string, Episode>()
  const damaged: DamagedRecord[] = []
  for (const [index, record] of file.output.episodes.entries()) {
    const read = readRecord(record, index + 1)
    if ('place' in read) {
      damaged.push(read)
      continue
    }
    const known = episodes.get(read.id)
    episodes.set(read.id, known === undefined ? read : mergeEpisodes(known, read))
  }
  return { state: 'read', episodes: [...episodes.values()], damaged }
}
