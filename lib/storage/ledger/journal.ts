import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPObjectStore,
  type IDBPTransaction,
  openDB,
} from 'idb'
import * as v from 'valibot'
import { type EpisodeSummary, episodeSummarySchema, summarize } from '@/lib/journal'
import { joinSamples, mergeEpisodes, parseEpisode } from '@/lib/journal/records'
import type { Episode } from '@/lib/ledger'

type JournalSchema = DBSchema & {
  episodes: { key: string; value: Episode; indexes: { closedAt: number } }
  /** The light index: everything that is shown of all episodes at once. */
  summaries: { key: string; value: EpisodeSummary }
}
type Database = IDBPDatabase<JournalSchema>

/** To be raised when a summary comes to hold something else: all are then made again. */
const VERSION = 3

type Upgrade = IDBPTransaction<JournalSchema, ('episodes' | 'summaries')[], 'versionchange'>

type Reading = IDBPTransaction<JournalSchema, ['episodes']>

const STORES = ['episodes', 'summaries'] as const
type Store = IDBPObjectStore<JournalSchema, typeof STORES, (typeof STORES)[number], 'readwrite'>

const summarizeAll = async (transaction: Upgrade): Promise<void> => {
  const summaries = transaction.objectStore('summaries')
  await summaries.clear()
  let cursor = await transaction.objectStore('episodes').openCursor()
  while (cursor !== null) {
    const episode = parseEpisode(cursor.value)
    if (episode !== null) await summaries.put(summarize(episode))
    cursor = await cursor.continue()
  }
}

const open = (): Promise<Database> =>
  openDB<JournalSchema>('journal', VERSION, {
    upgrade: (database, from, _to, transaction) => {
      if (from < 1) {
        database
          .createObjectStore('episodes', { keyPath: 'id' })
          .createIndex('closedAt', 'closedAt')
      }
      if (from < 2) database.createObjectStore('summaries', { keyPath: 'id' })
      // The upgrade is over when the transaction is; a failure leaves the older version as it was.
      summarizeAll(transaction).catch(() => transaction.abort())
    },
  })

const withDatabase = async <T>(use: (database: Database) => Promise<T>): Promise<T> => {
  const database = await open()
  try {
    return await use(database)
  } finally {
    database.close()
  }
}

/** A day of minutes; a longer chart is drawn from every second of them. */
const MOST_SAMPLES = 1_440

/** A chart comes in pieces. What is stored and damaged costs its own piece and not the new one. */
const joined = (stored: unknown, episode: Episode): Episode => {
  const before = parseEpisode(stored)
  return { ...episode, samples: joinSamples(before?.samples ?? [], episode.samples, MOST_SAMPLES) }
}

/** Writes what `combine` makes of what is stored and what has come, all or nothing. */
const write = (
  episodes: readonly Episode[],
  combine: (stored: unknown, episode: Episode) => Episode,
): Promise<Episode[]> =>
  withDatabase(async (database) => {
    const transaction = database.transaction(STORES, 'readwrite')
    const store = transaction.objectStore('episodes')
    const written: Episode[] = []
    for (const episode of episodes) {
      const combined = combine(await store.get(episode.id), episode)
      await store.put(combined)
      await transaction.objectStore('summaries').put(summarize(combined))
      written.push(combined)
    }
    await transaction.done
    return written
  })

/** The same with episodes and their summaries, all or nothing. */
const inBoth = (act: (store: Store) => Promise<unknown>): Promise<void> =>
  withDatabase(async (database) => {
    const transaction = database.transaction(STORES, 'readwrite')
    await Promise.all(STORES.map((name) => act(transaction.objectStore(name))))
    await transaction.done
  })

/** Records read at once when all are gone through. */
const BATCH = 50

/**
 * Closed episodes, for years: IndexedDB, since `storage.local` ends at 10 MB. Writing one twice is
 * writing it once, so a background that is ended in between loses nothing.
 */
export const journal = {
  put: async (episodes: readonly Episode[]): Promise<void> => {
    await write(episodes, joined)
  },

  /** Takes copies from elsewhere: what is here already is merged and not overwritten. */
  merge: (episodes: readonly Episode[]): Promise<Episode[]> =>
    write(episodes, (stored, episode) => {
      const known = parseEpisode(stored)
      return known === null ? episode : mergeEpisodes(known, episode)
    }),

  /** The light index, and how many records cannot be shown since they are damaged. */
  summaries: (): Promise<{ summaries: EpisodeSummary[]; damaged: number }> =>
    withDatabase(async (database) => {
      const transaction = database.transaction(STORES)
      const [count, records] = await Promise.all([
        transaction.objectStore('episodes').count(),
        transaction.objectStore('summaries').getAll(),
      ])
      const summaries = records.filter((record) => v.is(episodeSummarySchema, record))
      return { summaries, damaged: Math.max(0, count - summaries.length) }
    }),

  episode: (id: string): Promise<Episode | 'damaged' | null> =>
    withDatabase(async (database) => {
      const record: unknown = await database.get('episodes', id)
      return record === undefined ? null : (parseEpisode(record) ?? 'damaged')
    }),

  /** Every record as it is stored, damaged or not, some at a time. */
  each: (visit: (record: unknown) => void): Promise<void> =>
    withDatabase(async (database) => {
      let range: IDBKeyRange | null = null
      for (;;) {
        const { store }: Reading = database.transaction('episodes')
        const [keys, records] = await Promise.all([
          store.getAllKeys(range, BATCH),
          store.getAll(range, BATCH),
        ])
        for (const record of records) visit(record)
        const last = keys.at(-1)
        if (last === undefined) return
        range = IDBKeyRange.lowerBound(last, true)
      }
    }),

  remove: (ids: readonly string[]): Promise<void> =>
    inBoth((store) => Promise.all(ids.map((id) => store.delete(id)))),

  clear: (): Promise<void> => inBoth((store) => store.clear()),
}

export type Journal = typeof journal
