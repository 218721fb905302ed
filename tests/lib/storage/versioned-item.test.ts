import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { watchLedger } from '@/lib/storage'
import { NewerStorage, versionedItem } from '@/lib/storage/versioned-item'

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
/** What was set aside, earliest first. */
const setAside = async (): Promise<unknown[]> =>
  Object.entries(await fakeBrowser.storage.local.get(null))
    .filter(([key]) => /^set-aside:count@\d+$/.test(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, kept]) => (kept as { stored: unknown }).stored)

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
    expect(await setAside()).toEqual([value])
    expect(warn.mock.calls).toEqual([['Margin Brake: stored count was damaged; it was set aside.']])
  })

  test('a value that is written over it: it is set aside all the same', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    await put('rubbish')
    await item.write(5)
    expect(await item.read()).toEqual({ state: 'ok', value: 5 })
    expect(await setAside()).toEqual(['rubbish'])
    expect(warn).toHaveBeenCalledTimes(1)
  })

  test('damaged again and again: each is kept, up to ten, and none is written over', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    for (let time = 1; time <= 12; time += 1) {
      await put(`rubbish ${String(time)}`)
      await item.load()
    }
    const kept = await setAside()
    expect(kept).toEqual(Array.from({ length: 10 }, (_, index) => `rubbish ${String(index + 1)}`))
    expect(warn).toHaveBeenCalledTimes(12)
  })

  test('no room to set it aside: it is read as damaged all the same, and left where it is', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    await put('rubbish')
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'))
    expect(await item.load()).toMatchObject({ state: 'damaged', value: 7 })
    set.mockRestore()
    expect(await stored()).toBe('rubbish')
  })

  test('some parts of a value: they are set aside, and the rest is read and stands', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const parts = versionedItem<number[]>({
      key: 'local:count',
      version: 1,
      fallback: [],
      salvage: (value) =>
        Array.isArray(value)
          ? {
              value: value.filter((part) => typeof part === 'number'),
              damaged: value.filter((part) => typeof part !== 'number'),
            }
          : null,
    })
    await put({ version: 1, value: [1, 'two', 3] })
    expect(await parts.load()).toEqual({ state: 'salvaged', value: [1, 3], damaged: ['two'] })
    expect(await parts.load()).toEqual({ state: 'ok', value: [1, 3] })
    expect(await setAside()).toEqual([['two']])
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
    expect(Object.entries(await fakeBrowser.storage.session.get(null))).toEqual([
      [
        expect.stringMatching(/^set-aside:secret@\d+$/),
        expect.objectContaining({ stored: 'rubbish' }),
      ],
    ])
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

test('a watcher hears of a change, and keeps what it knows when a value cannot be read', async () => {
  const seen: number[] = []
  const stop = item.watch((value) => seen.push(value))
  await item.write(4)
  await put('rubbish')
  // Another profile of this browser was updated first.
  await put({ version: 3, value: { many: 1 } })
  expect(seen).toEqual([4])
  await put({ version: 2, value: 6 })
  await item.remove()
  expect(seen).toEqual([4, 6, 7])
  stop()
  await item.write(5)
  expect(seen).toEqual([4, 6, 7])
})

test.each([
  ['the watcher of a value', () => item.watch(() => undefined)],
  ['the watcher of the ledger', () => watchLedger(() => undefined)],
])('%s ends without a fault where the extension was replaced under its page', (_, watch) => {
  const end = watch()
  vi.spyOn(fakeBrowser.storage.local.onChanged, 'removeListener').mockImplementation(() => {
    throw new Error('Extension context invalidated.')
  })
  expect(end).not.toThrow()
})
