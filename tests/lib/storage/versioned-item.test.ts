import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { NewerStorage, versionedItem } from '@/lib/storage'

const item = versionedItem<number>({
  key: 'local:count',
  version: 2,
  fallback: 7,
  parse: (value) => (typeof value === 'number' ? value : null),
  migrations: { 1: (value) => Number((value as { count: string }).count) },
})
const stored = async (key = 'count'): Promise<unknown> =>
  (await fakeBrowser.storage.local.get(key))[key]
const put = (value: unknown) => fakeBrowser.storage.local.set({ count: value })

beforeEach(() => {
  fakeBrowser.reset()
})
afterEach(() => {
  vi.restoreAllMocks()
})

test('nothing stored: the fallback', async () => {
  expect(await item.read()).toEqual({ state: 'empty', value: 7 })
})

test('what was written is read, value and version in one key', async () => {
  await item.write(3)
  expect(await item.read()).toEqual({ state: 'ok', value: 3 })
  expect(await stored()).toEqual({ version: 2, value: 3 })
})

test('an older value is migrated', async () => {
  await put({ version: 1, value: { count: '12' } })
  expect(await item.read()).toEqual({ state: 'ok', value: 12 })
})

test('a later version’s value is left alone, and cannot be overwritten', async () => {
  const later = { version: 3, value: { many: 1 } }
  await put(later)
  expect(await item.load()).toEqual({ state: 'newer', value: 7 })
  await expect(item.write(1)).rejects.toThrow(NewerStorage)
  expect(await stored()).toEqual(later)
})

test('overwriting asks the storage before anything else is awaited', async () => {
  const set = vi.spyOn(fakeBrowser.storage.local, 'set')
  const done = item.overwrite(9)
  await Promise.resolve()
  await Promise.resolve()
  expect(set).toHaveBeenCalledWith({ count: { version: 2, value: 9 } })
  await done
  expect(await item.read()).toEqual({ state: 'ok', value: 9 })
})

describe('damaged', () => {
  test.each([
    ['no envelope', 'rubbish'],
    ['a value that does not fit', { version: 2, value: 'many' }],
    ['a version that is no number', { version: '2', value: 3 }],
    ['a version before the first', { version: -Number.MAX_SAFE_INTEGER, value: 3 }],
    ['an old value that its migration does not know', { version: 1, value: null }],
  ])('%s: the fallback, and what was there set aside with one line', async (_, value) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    await put(value)
    expect(await item.read()).toMatchObject({ state: 'damaged', value: 7 })
    expect(await stored()).toEqual(value)
    expect(await item.load()).toMatchObject({ state: 'damaged', value: 7 })
    expect(await item.load()).toEqual({ state: 'empty', value: 7 })
    expect(await stored('set-aside:count')).toMatchObject({ stored: value })
    expect(warn.mock.calls).toEqual([['Margin Brake: stored count was damaged; it was set aside.']])
  })

  test('a value that is written over it: it is set aside all the same', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    await put('rubbish')
    await item.write(5)
    expect(await item.read()).toEqual({ state: 'ok', value: 5 })
    expect(await stored('set-aside:count')).toMatchObject({ stored: 'rubbish' })
    expect(warn).toHaveBeenCalledTimes(1)
  })

  test('what a private window kept in memory is set aside in memory', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    await fakeBrowser.storage.session.set({ secret: 'rubbish' })
    const inMemory = versionedItem<number>({
      key: 'session:secret',
      version: 1,
      fallback: 7,
      parse: () => null,
    })
    expect(await inMemory.load()).toMatchObject({ state: 'damaged', value: 7 })
    expect(await fakeBrowser.storage.local.get(null)).toEqual({})
    expect(await fakeBrowser.storage.session.get(null)).toMatchObject({
      'set-aside:secret': { stored: 'rubbish' },
    })
    expect(warn).toHaveBeenCalledTimes(1)
  })
})

test('whatever is stored, reading it answers and changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.jsonValue(),
        fc.record({ version: fc.oneof(fc.integer(), fc.double()), value: fc.jsonValue() }),
      ),
      async (value) => {
        await put(value)
        const before = await stored()
        expect((await item.read()).value).toEqual(expect.any(Number))
        expect(await stored()).toEqual(before)
      },
    ),
  )
})

test('a watcher is told of a change, and of damage as the fallback', async () => {
  const seen: number[] = []
  const stop = item.watch((value) => seen.push(value))
  await item.write(4)
  await put('rubbish')
  stop()
  await item.write(5)
  expect(seen).toEqual([4, 7])
})
