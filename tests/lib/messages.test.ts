import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { panelDictionary } from '@/lib/i18n'
import { askLanguage, onMessages } from '@/lib/messages'
import type { Correction, Observation } from '@/lib/ledger'
import { openEpisode } from './journal/episodes.ts'

const observation: Observation = {
  at: 1,
  tab: 'one',
  sequence: 1,
  market: 'usdm',
  private: false,
  complete: true,
  positions: [
    {
      symbol: 'BTCUSDT',
      side: 'long',
      marginMode: 'isolated',
      quantity: '0.020',
      contractSize: null,
      entryPrice: '60000.0',
      markPrice: '59000.0',
      liquidationPrice: 'none',
      margin: '60.00',
      marginSlack: null,
      marginAsset: 'USDT',
      leverage: '20',
      unrealizedPnl: '-20.00',
      estimatedFunding: null,
      nextFundingAt: null,
      stopLoss: { state: 'present', price: '58000.0' },
    },
  ],
}
const position = observation.positions[0]!

const correction: Correction = { episode: 'e1', at: 1, says: 'added-before', additions: 1 }

type Listener = (
  message: unknown,
  sender: { id?: string; url?: string; tab?: { id: number } },
) => unknown

/** What the ledger answers. */
const view = { open: {}, closed: [], notice: null }

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
    return Promise.resolve(view)
  }
  const finish = (request: unknown) => {
    heard.push(request)
    return Promise.resolve({ done: true } as const)
  }
  onMessages({
    observe: take,
    correct: take,
    ledger: take,
    badge: (request, tab) => {
      heard.push(tab)
      return finish(request)
    },
    alert: (request) => {
      heard.push(request)
      return Promise.resolve({ sound: true })
    },
    language: ({ language }) => Promise.resolve(panelDictionary(language)),
    erase: finish,
    import: finish,
  })
})

const own = { id: fakeBrowser.runtime.id }
const ownPage = { ...own, url: fakeBrowser.runtime.getURL('/journal.html') }

const requests = [
  { type: 'observe', observation },
  { type: 'correct', private: false, corrections: [correction, correction] },
  { type: 'ledger', private: true },
] as const

test.each(requests)('$type from our own extension is answered', async (request) => {
  expect(await listener(request, own)).toEqual(view)
  expect(heard).toEqual([request])
})

test.each(requests)('$type from a stranger is not answered', (request) => {
  for (const sender of [{}, { id: undefined }, { id: '' }, { id: 'another-extension' }]) {
    expect(listener(request, sender as { id?: string })).toBeUndefined()
  }
  expect(heard).toEqual([])
})

test.each([
  { type: 'erase', episodes: ['BTCUSDT:long:isolated@1'] },
  { type: 'erase', episodes: 'closed' },
  { type: 'erase', episodes: 'everything' },
  { type: 'import', episodes: [openEpisode()] },
])('the journal page is answered: $type $episodes.length', async (request) => {
  expect(await listener(request, ownPage)).toEqual({ done: true })
  expect(heard).toEqual([request])
})

test.each([
  ['our content script', 'https://www.binance.com/en/futures/BTCUSDT'],
  ['a page that is named like ours', 'https://example.org/chrome-extension://test-extension-id/'],
  ['another extension’s page', 'chrome-extension://another-extension/journal.html'],
  ['nobody', undefined],
])('%s cannot erase the journal, nor write into it', (_, url) => {
  const sender = url === undefined ? own : { ...own, url }
  for (const request of [
    { type: 'erase', episodes: 'everything' },
    { type: 'import', episodes: [openEpisode()] },
  ]) {
    expect(listener(request, sender)).toBeUndefined()
  }
  expect(heard).toEqual([])
})

test('what the journal page may not ask is left alone', () => {
  for (const request of [
    { type: 'erase', episodes: 'all' },
    { type: 'erase' },
    { type: 'import', episodes: [{ ...openEpisode(), symbol: '<img onerror>' }] },
    { type: 'import', episodes: Array.from({ length: 101 }, () => openEpisode()) },
  ]) {
    expect(listener(request, ownPage)).toBeUndefined()
  }
  expect(heard).toEqual([])
})

const alert = {
  type: 'alert',
  alert: { key: 'k', code: 'STOP_LOSS_MISSING', severity: 'danger', title: 'a', detail: 'b' },
}

test('a badge is for the tab that tells it', async () => {
  const badge = {
    type: 'badge',
    language: 'en',
    badge: { band: 'danger', text: '1.9', symbol: 'BTCUSDT' },
  }
  expect(await listener(badge, { ...own, tab: { id: 5 } })).toEqual({ done: true })
  expect(await listener({ type: 'badge', language: 'en', badge: null }, own)).toEqual({
    done: true,
  })
  expect(heard).toEqual([5, badge, null, { type: 'badge', language: 'en', badge: null }])
})

test('an alert is answered with whether it sounds', async () => {
  expect(await listener(alert, own)).toEqual({ sound: true })
  expect(heard).toEqual([alert])
})

test.each([
  [
    'a badge longer than there is room',
    { type: 'badge', language: 'en', badge: { band: 'calm', text: '12345', symbol: 'A' } },
  ],
  ['a badge in no language of ours', { type: 'badge', language: 'xx', badge: null }],
  ['words in no language of ours', { type: 'language', language: '../en' }],
  [
    'a badge of markup',
    { type: 'badge', language: 'en', badge: { band: 'calm', text: '1', symbol: '<b>' } },
  ],
  ['an alert without its code', { ...alert, alert: { ...alert.alert, code: 'nothing' } }],
  [
    'a note of figures within figures',
    {
      type: 'correct',
      private: false,
      corrections: [{ episode: 'e1', at: 1, says: 'noted', code: 'NEAR', figures: { a: {} } }],
    },
  ],
])('%s is left alone', (_, request) => {
  expect(listener(request, own)).toBeUndefined()
  expect(heard).toEqual([])
})

test('what no request has is not passed on', async () => {
  await listener({ type: 'observe', observation: { ...observation, more: 1 }, more: 1 }, own)
  expect(heard).toEqual([requests[0]])
})

describe('anything that is no request is left alone, and nothing throws', () => {
  const isLeftAlone = (message: unknown) => {
    heard.length = 0
    expect(listener(message, own)).toBeUndefined()
    expect(heard).toEqual([])
  }

  test('any value', () => {
    fc.assert(fc.property(fc.anything(), isLeftAlone))
  })

  test('any value under the name of a request', () => {
    const named = fc.record({
      type: fc.constantFrom('observe', 'correct'),
      private: fc.boolean(),
      observation: fc.anything(),
      correction: fc.anything(),
    })
    fc.assert(fc.property(named, isLeftAlone))
  })

  /** None of these is a number, a name or a time by chance. */
  const nonsense = fc.oneof(
    fc.constantFrom(undefined, NaN, Infinity, -1, 0.5, '', ' ', '1,000', '<b>'),
    fc.string({ minLength: 61, maxLength: 80 }),
    fc.dictionary(fc.string(), fc.anything()),
  )

  test.each(Object.keys(observation))('an observation with nonsense for its %s', (name) => {
    fc.assert(
      fc.property(nonsense, (wrong) => {
        isLeftAlone({ type: 'observe', observation: { ...observation, [name]: wrong } })
      }),
    )
  })

  test.each(Object.keys(position).filter((name) => name !== 'marginAsset'))(
    'a position with nonsense for its %s',
    (name) => {
      fc.assert(
        fc.property(nonsense, (wrong) => {
          const positions = [position, { ...position, [name]: wrong }]
          isLeftAlone({ type: 'observe', observation: { ...observation, positions } })
        }),
      )
    },
  )

  test.each([
    ['a symbol that is markup', { symbol: '<img onerror>' }],
    ['an asset longer than any', { marginAsset: 'USDT'.repeat(10) }],
    ['a number that is not text', { quantity: 0.02 }],
    ['an exponent', { entryPrice: '6e4' }],
    ['a hexadecimal price', { markPrice: '0x10' }],
    ['a dash for a margin', { margin: '--' }],
    ['a stop without its price', { stopLoss: { state: 'present' } }],
    ['a third side', { side: 'both' }],
  ])('a position with %s', (_, wrong) => {
    const positions = [{ ...position, ...wrong }]
    isLeftAlone({ type: 'observe', observation: { ...observation, positions } })
  })

  test('more positions than an account can hold', () => {
    const positions = Array.from({ length: 501 }, () => position)
    isLeftAlone({ type: 'observe', observation: { ...observation, positions } })
  })

  test.each([
    ['no episode', { episode: undefined }],
    ['a word that it does not know', { says: 'forget-everything' }],
    ['more additions than anyone makes', { additions: 101 }],
    ['fewer than none', { additions: -1 }],
    ['half an addition', { additions: 0.5 }],
    ['an event that is no number', { says: 'take-back', event: '1' }],
    ['no time', { at: null }],
  ])('a correction with %s', (_, wrong) => {
    isLeftAlone({
      type: 'correct',
      private: false,
      corrections: [correction, { ...correction, ...wrong }],
    })
  })

  test('a correction that does not say for which window', () => {
    isLeftAlone({ type: 'correct', corrections: [correction] })
    isLeftAlone({ type: 'correct', private: false, correction })
    isLeftAlone({
      type: 'correct',
      private: false,
      corrections: Array.from({ length: 101 }, () => correction),
    })
  })
})

describe('the panel’s words', () => {
  const answerWith = (answer: unknown) => {
    fakeBrowser.runtime.sendMessage = () => Promise.resolve(answer)
  }

  test('a tab is given a whole language', async () => {
    const given = await listener({ type: 'language', language: 'ru' }, own)
    expect(given).toEqual(panelDictionary('ru'))
    answerWith(given)
    expect(await askLanguage('ru')).toEqual(given)
  })

  test.each([undefined, null, 'en', [], {}, { name: 'Margin Brake' }])(
    'what is not all of the words is none: %j',
    async (answer) => {
      answerWith(answer)
      expect(await askLanguage('ru')).toBeNull()
    },
  )

  test('one word missing or not a text: none', async () => {
    const { name, ...rest } = panelDictionary('ru')
    for (const answer of [rest, { ...rest, name: 1 }, { ...rest, name: { toString: name } }]) {
      answerWith(answer)
      expect(await askLanguage('ru')).toBeNull()
    }
  })
})
