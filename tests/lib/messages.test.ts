import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { onMessages } from '@/lib/messages'
import type { Observation } from '@/lib/ledger'
import { openEpisode } from './journal/episodes.ts'

const observation: Observation = {
  at: 1,
  tab: 'one',
  sequence: 1,
  market: 'usdm',
  private: false,
  complete: true,
  positions: [],
}

type Listener = (message: unknown, sender: { id?: string }) => unknown

let listener: Listener
const heard: unknown[] = []

beforeEach(() => {
  fakeBrowser.reset()
  heard.length = 0
  const { onMessage } = fakeBrowser.runtime
  onMessage.addListener = ((given: Listener) => {
    listener = given
  }) as typeof onMessage.addListener
  const take = (request: unknown) => {
    heard.push(request)
    return Promise.resolve({ open: {}, notice: null })
  }
  const finish = (request: unknown) => {
    heard.push(request)
    return Promise.resolve({ done: true } as const)
  }
  onMessages({ observe: take, correct: take, erase: finish, import: finish })
})

const own = { id: fakeBrowser.runtime.id }

test('an observation of our own extension is answered', async () => {
  expect(await listener({ type: 'observe', observation }, own)).toEqual({ open: {}, notice: null })
  expect(heard).toEqual([{ type: 'observe', observation }])
})

test('a stranger is not answered', () => {
  for (const sender of [{}, { id: 'another-extension' }]) {
    expect(listener({ type: 'observe', observation }, sender)).toBeUndefined()
  }
  expect(heard).toEqual([])
})

test.each([
  { type: 'erase', episodes: ['BTCUSDT:long:isolated@1'] },
  { type: 'erase', episodes: 'closed' },
  { type: 'erase', episodes: 'everything' },
  { type: 'import', episodes: [openEpisode()] },
])('the journal page is answered: $type $episodes.length', async (request) => {
  expect(await listener(request, own)).toEqual({ done: true })
  expect(heard).toEqual([request])
})

test('what the journal page may not ask is left alone', () => {
  for (const request of [
    { type: 'erase', episodes: 'all' },
    { type: 'erase' },
    { type: 'import', episodes: [{ ...openEpisode(), symbol: '<img onerror>' }] },
    { type: 'import', episodes: Array.from({ length: 101 }, () => openEpisode()) },
  ]) {
    expect(listener(request, own)).toBeUndefined()
  }
  expect(heard).toEqual([])
})

test('anything that is no request is left alone, and nothing throws', () => {
  fc.assert(
    fc.property(fc.anything(), (message) => {
      expect(listener(message, own)).toBeUndefined()
    }),
  )
  for (const spoilt of [
    { ...observation, at: Number.NaN },
    { ...observation, sequence: 0 },
    { ...observation, market: 'spot' },
    { ...observation, positions: [{ symbol: '<img onerror>' }] },
  ]) {
    expect(listener({ type: 'observe', observation: spoilt }, own)).toBeUndefined()
  }
  expect(heard).toEqual([])
})
