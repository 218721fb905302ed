import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { selfCheckDoor } from '@/entrypoints/futures.content/self-check-door'
import { toldColumnsItem } from '@/lib/storage'
import { futuresPage } from '../../lib/page/futures-page'

const told = { language: 'en', header: 'Zvak', column: 'liquidationPrice' } as const

const open = (isPrivate = false) =>
  selfCheckDoor({
    document: futuresPage(),
    version: '1',
    private: isPrivate,
    signal: new AbortController().signal,
  })

beforeEach(() => {
  fakeBrowser.reset()
})

test('what the trader says of a column is kept, and taken back', async () => {
  const first = await open()
  first.door.say(told)
  first.door.say(told)
  expect(first.told()).toEqual([told])
  await vi.waitFor(async () => expect((await toldColumnsItem.read()).value).toEqual([told]))
  const second = await open()
  expect(second.told()).toEqual([told])
  second.door.takeBack(told)
  await vi.waitFor(async () => expect((await toldColumnsItem.read()).value).toEqual([]))
  expect(first.told()).toEqual([])
})

test('in a private window it holds in the tab, and is not kept', async () => {
  const { door, told: said } = await open(true)
  door.say(told)
  expect(said()).toEqual([told])
  await Promise.resolve()
  expect(await fakeBrowser.storage.local.get(null)).toEqual({})
})

test.each([
  'rubbish',
  [{ ...told, column: 'positionStops' }],
  [{ ...told, header: 'x'.repeat(81) }],
  [{ ...told, language: '<img>' }],
  [{ language: 'en' }],
])('stored %j is not believed', async (value) => {
  await fakeBrowser.storage.local.set({ 'told-columns': { version: 1, value } })
  expect(await toldColumnsItem.read()).toMatchObject({ state: 'damaged', value: [] })
})
