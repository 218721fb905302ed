import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Episode } from '@/lib/ledger'
import { ledgerItem } from '@/lib/storage'
import { journal, journalKeeper, ledgerWriter } from '@/lib/storage/ledger'
import { added, closed, event, history, openEpisode, opened } from '../journal/episodes.ts'

beforeEach(() => {
  fakeBrowser.reset()
  globalThis.indexedDB = new IDBFactory()
})

const open = openEpisode()
const past = (id: string): Episode => history([opened(), added(5), closed(30, '-5.00')], { id })

const keeperOf = async (closedLately: Episode[]) => {
  await ledgerItem.write({
    open: { 'BTCUSDT:long:isolated': open },
    arriving: {},
    closed: closedLately,
    unarchived: [],
    tabs: {},
    completeAt: { usdm: null, coinm: null },
  })
  await journal.put(closedLately)
  const writer = ledgerWriter({ item: ledgerItem, journal, now: () => Date.now(), life: 'one' })
  return journalKeeper({ writer, journal })
}
const ids = async () => {
  const { value } = await ledgerItem.read()
  const { summaries } = await journal.summaries()
  return {
    open: Object.values(value.open).length,
    closed: value.closed.map(({ id }) => id),
    archived: summaries.map(({ id }) => id),
  }
}

describe('erasing', () => {
  test('one: from the archive and from what the ledger still remembers', async () => {
    const keeper = await keeperOf([past('a'), past('b')])
    await keeper.erase(['a'])
    expect(await ids()).toEqual({ open: 1, closed: ['b'], archived: ['b'] })
  })

  test('all closed ones: what is open stays, with its count', async () => {
    const keeper = await keeperOf([past('a'), past('b')])
    await keeper.erase('closed')
    expect(await ids()).toEqual({ open: 1, closed: [], archived: [] })
  })

  test('everything', async () => {
    const keeper = await keeperOf([past('a')])
    await keeper.erase('everything')
    expect(await ids()).toEqual({ open: 0, closed: [], archived: [] })
  })
})

describe('importing', () => {
  test('a position that is open here is known better here', async () => {
    const keeper = await keeperOf([])
    await keeper.importEpisodes([{ ...open, events: [] }, past('a')])
    expect(await ids()).toEqual({ open: 1, closed: [], archived: ['a'] })
    const { value } = await ledgerItem.read()
    expect(Object.values(value.open)).toEqual([open])
  })

  test('an episode that may come back has the imported words too', async () => {
    const keeper = await keeperOf([past('a')])
    const corrected = event('corrected', 31, { event: 1, isAddition: false })
    await keeper.importEpisodes([
      { ...past('a'), events: [...past('a').events, { ...corrected, id: 3 }] },
    ])
    const { value } = await ledgerItem.read()
    expect(value.closed[0]?.events.at(-1)).toMatchObject({ kind: 'corrected', event: 1 })
  })
})
