import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Episode } from '@/lib/ledger'
import { journal } from '@/lib/storage/ledger'
import { added, closed, event, history, MINUTE, opened, OPENED } from '../journal/episodes.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const past = (id: string, change: Partial<Episode> = {}): Episode =>
  history([opened(), added(5), closed(30, '-5.00')], { id, ...change })

const stored = async (): Promise<unknown[]> => {
  const records: unknown[] = []
  await journal.each((record) => records.push(record))
  return records
}

describe('the archive of closed episodes', () => {
  test('writing one twice is writing it once', async () => {
    await journal.put([past('a')])
    await journal.put([past('a')])
    expect(await stored()).toEqual([past('a')])
  })

  test('the light index says what the list needs, without the episodes', async () => {
    await journal.put([past('a'), past('b')])
    const { summaries, damaged } = await journal.summaries()
    expect(damaged).toBe(0)
    expect(summaries.map(({ id, additions, outcome }) => [id, additions, outcome])).toEqual([
      ['a', 1, 'loss'],
      ['b', 1, 'loss'],
    ])
  })

  test('more records than are read at once, each of them once', async () => {
    const ids = Array.from({ length: 123 }, (_, index) => `e${String(index).padStart(3, '0')}`)
    await journal.put(ids.map((id) => past(id)))
    expect((await stored()).map((record) => (record as Episode).id)).toEqual(ids)
  })

  test('an episode that was resumed and closed again keeps what was drawn before', async () => {
    const at = (minute: number): Episode['samples'][number] => [
      OPENED + minute * MINUTE,
      '1',
      null,
      null,
      null,
    ]
    await journal.put([past('a', { samples: [at(1), at(2)] })])
    await journal.put([past('a', { samples: [at(2), at(3)] })])
    expect(await journal.episode('a')).toMatchObject({ samples: [at(1), at(2), at(3)] })
  })

  test('what is stored and damaged keeps nothing out', async () => {
    await journal.put([past('a')])
    const database = await openDB('journal')
    await database.put('episodes', { id: 'a', samples: 'none' })
    database.close()
    await journal.put([past('a')])
    expect(await journal.episode('a')).toEqual(past('a'))
  })

  test('one is erased, then all; the index with them', async () => {
    await journal.put([past('a'), past('b'), past('c')])
    await journal.remove(['b'])
    const { summaries } = await journal.summaries()
    expect(summaries.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(await journal.episode('b')).toBeNull()
    await journal.clear()
    expect([await stored(), await journal.summaries()]).toEqual([[], { summaries: [], damaged: 0 }])
  })

  test('what is imported is merged: the trader’s words here are not lost', async () => {
    const corrected = {
      ...past('a'),
      events: [
        ...past('a').events,
        { ...event('corrected', 31, { event: 1, isAddition: false }), id: 3 },
      ],
    }
    await journal.put([corrected])
    await journal.merge([past('a'), past('b')])
    const { summaries } = await journal.summaries()
    expect(summaries.map(({ id, additions }) => [id, additions])).toEqual([
      ['a', 0],
      ['b', 1],
    ])
  })
})

describe('a database of an older or a later version, or damaged', () => {
  const older = async (records: readonly unknown[]) => {
    const database = await openDB('journal', 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('episodes', { keyPath: 'id' }).createIndex('closedAt', 'closedAt')
      },
    })
    for (const record of records) await database.put('episodes', record)
    database.close()
  }

  test('an older one is given its index; what is damaged is counted and kept', async () => {
    await older([past('a'), { id: 'broken' }])
    const { summaries, damaged } = await journal.summaries()
    expect([summaries.map(({ id }) => id), damaged]).toEqual([['a'], 1])
    expect(await journal.episode('broken')).toBe('damaged')
    expect(await stored()).toEqual([past('a'), { id: 'broken' }])
  })

  test('a damaged line of the index is counted, and is no line of the list', async () => {
    await journal.put([past('a'), past('b')])
    const database = await openDB('journal')
    await database.put('summaries', { id: 'a', outcome: 7 })
    database.close()
    const { summaries, damaged } = await journal.summaries()
    expect([summaries.map(({ id }) => id), damaged]).toEqual([['b'], 1])
  })

  test('a whole copy mends a damaged record', async () => {
    await older([{ id: 'a' }])
    await journal.merge([past('a')])
    expect(await journal.episode('a')).toEqual(past('a'))
  })

  test('one of a later Margin Brake is refused and left alone', async () => {
    ;(await openDB('journal', 99)).close()
    await expect(journal.summaries()).rejects.toMatchObject({ name: 'VersionError' })
    await deleteDB('journal')
  })
})
