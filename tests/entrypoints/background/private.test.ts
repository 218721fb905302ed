import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { journal } from '@/lib/storage/ledger'
import { playHistory } from '../../lib/ledger/histories/play-history'
import { mortalBackground } from './mortal-background'

// Not part of the fake browser: no key is pressed here.
fakeBrowser.commands.onCommand.addListener = () => undefined

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a private window’s trading is counted in memory; nothing of it comes to the disk', async () => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  fakeBrowser.reset()
  const { send } = mortalBackground()
  const looks = playHistory(1, 40).desk.taken.map(({ look }) => look.observation)
  for (const look of looks) {
    await send({ type: 'observe', since: null, observations: [look] }, { incognito: true })
  }
  const archived: unknown[] = []
  await journal.each((record) => archived.push(record))
  expect(await fakeBrowser.storage.local.get(null)).toEqual({})
  expect(archived).toEqual([])
  const kept = JSON.stringify(await fakeBrowser.storage.session.get('private-ledger'))
  expect(kept).toContain('"margin-added"')
})
