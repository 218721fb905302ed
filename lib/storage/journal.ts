import { type IDBPDatabase, openDB } from 'idb'
import type { Episode } from '@/lib/ledger'

type JournalSchema = {
  episodes: {
    key: string
    value: Episode
    indexes: { closedAt: number }
  }
}

const open = (): Promise<IDBPDatabase<JournalSchema>> =>
  openDB<JournalSchema>('journal', 1, {
    upgrade: (database) => {
      database.createObjectStore('episodes', { keyPath: 'id' }).createIndex('closedAt', 'closedAt')
    },
  })

/** An episode that was resumed and closed again keeps what was drawn before. */
const joined = (before: Episode | undefined, episode: Episode): Episode => {
  if (before === undefined) return episode
  const times = new Set(episode.samples.map(([at]) => at))
  const samples = [...before.samples.filter(([at]) => !times.has(at)), ...episode.samples]
  return { ...episode, samples: samples.sort(([a], [b]) => a - b) }
}

/**
 * Closed episodes, for years: IndexedDB, since `storage.local` ends at 10 MB. Writing one twice is
 * writing it once, so a background that is ended in between loses nothing.
 */
export const journal = {
  put: async (episodes: readonly Episode[]): Promise<void> => {
    const database = await open()
    try {
      const transaction = database.transaction('episodes', 'readwrite')
      for (const episode of episodes) {
        await transaction.store.put(joined(await transaction.store.get(episode.id), episode))
      }
      await transaction.done
    } finally {
      database.close()
    }
  },

  /** Newest first. */
  all: async (): Promise<Episode[]> => {
    const database = await open()
    try {
      return (await database.getAllFromIndex('episodes', 'closedAt')).reverse()
    } finally {
      database.close()
    }
  },

  remove: async (ids: readonly string[]): Promise<void> => {
    const database = await open()
    try {
      const transaction = database.transaction('episodes', 'readwrite')
      for (const id of ids) await transaction.store.delete(id)
      await transaction.done
    } finally {
      database.close()
    }
  },

  clear: async (): Promise<void> => {
    const database = await open()
    try {
      await database.clear('episodes')
    } finally {
      database.close()
    }
  },
}

export type Journal = typeof journal
