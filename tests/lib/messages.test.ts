import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { onMessages } from '@/lib/messages'
import type { Observation } from '@/lib/ledger'

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
  onMessages({ observe: take, correct: take })
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
