import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { panelDictionary } from '@/lib/i18n'
import { askLanguage, onMessages, RefusedMessage, sendMessage } from '@/lib/messages'
import { defaultLimits } from '@/lib/rules/limits'
import type { Correction, Observation } from '@/lib/ledger'
import { openEpisode } from './journal/episodes.ts'
import { observation as observed, observedPosition } from './ledger/observed.ts'

const observation: Observation = observed({
  at: 1,
  sequence: 1,
  account: { asset: 'USDT', marginBalance: '1000.0000', availableBalance: null },
  ticker: { symbol: 'BTCUSDT', markPrice: '59000.0' },
  positionMode: 'one-way',
  positions: [
    observedPosition({
      liquidationPrice: 'none',
      quantityRange: { low: '0.0199', high: '0.0201' },
      stopLoss: { state: 'present', price: '58000.0' },
    }),
  ],
})
const position = observation.positions[0]!

const correction: Correction = { episode: 'e1', at: 1, says: 'added-before', additions: 1 }

type Listener = (
  message: unknown,
  sender: { id?: string; url?: string; tab?: { id: number; incognito?: boolean } },
) => unknown

/** What the ledger answers. */
const view = { open: {}, closed: [], notice: null, saved: true, life: 'one' }

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
    badge: (request, asker) => {
      heard.push(asker)
      return finish(request)
    },
    alert: (request) => {
      heard.push(request)
      return Promise.resolve({ sound: true })
    },
    appearance: finish,
    settings: finish,
    language: ({ language }) => Promise.resolve(panelDictionary(language)),
    erase: finish,
    import: finish,
  })
})

const refusal = { rejected: expect.any(String) as string }
const own = { id: fakeBrowser.runtime.id }
const ownPage = { ...own, url: fakeBrowser.runtime.getURL('/journal.html') }

const requests = [
  { type: 'observe', since: null, observations: [observation] },
  { type: 'correct', since: 'one', corrections: [correction, correction] },
  { type: 'ledger' },
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
  { type: 'settings', choice: { limits: defaultLimits, waiting: { waiting: [] } } },
])('our own page is answered: $type $episodes.length', async (request) => {
  expect(await listener(request, ownPage)).toEqual({ done: true })
  expect(heard).toEqual([request])
})

test.each([
  ['our content script', 'https://www.binance.com/en/futures/BTCUSDT'],
  ['a page that is named like ours', 'https://example.org/chrome-extension://test-extension-id/'],
  ['another extension’s page', 'chrome-extension://another-extension/journal.html'],
  ['nobody', undefined],
])('%s cannot erase the journal, nor write into it, nor change a limit', (_, url) => {
  const sender = url === undefined ? own : { ...own, url }
  for (const request of [
    { type: 'erase', episodes: 'everything' },
    { type: 'settings', choice: { limits: defaultLimits } },
    { type: 'import', episodes: [openEpisode()] },
  ]) {
    expect(listener(request, sender)).toBeUndefined()
  }
  expect(heard).toEqual([])
})

test('what our own page may not ask is refused', async () => {
  for (const request of [
    { type: 'erase', episodes: 'all' },
    { type: 'erase' },
    { type: 'settings', choice: { limits: { ...defaultLimits, maxLeverage: 0 } } },
    { type: 'settings', choice: { waiting: { waiting: [{ limit: 'maxLeverage' }] } } },
    { type: 'import', episodes: [{ ...openEpisode(), symbol: '<img onerror>' }] },
    { type: 'import', episodes: Array.from({ length: 101 }, () => openEpisode()) },
  ]) {
    expect(await listener(request, ownPage)).toEqual(refusal)
  }
  expect(heard).toEqual([])
})

const alert = {
  type: 'alert',
  alert: { key: 'k', code: 'STOP_LOSS_MISSING', title: 'a', detail: 'b' },
}

test('a badge is for the tab that tells it', async () => {
  const badge = {
    type: 'badge',
    language: 'en',
    badge: { band: 'danger', tone: 'danger', text: '1.9', symbol: 'BTCUSDT', side: 'long' },
  }
  expect(await listener(badge, { ...own, tab: { id: 5, incognito: true } })).toEqual({ done: true })
  expect(await listener({ type: 'badge', language: 'en', badge: null }, own)).toEqual({
    done: true,
  })
  expect(heard).toEqual([
    { tab: 5, private: true },
    badge,
    { tab: null, private: false },
    { type: 'badge', language: 'en', badge: null },
  ])
})

test('a part of the appearance is changed, and nothing that it has not', async () => {
  const change = { size: 'pill', hideAmounts: true }
  expect(await listener({ type: 'appearance', change }, own)).toEqual({ done: true })
  await listener({ type: 'appearance', change: { ...change, capital: 1 } }, own)
  expect(heard).toEqual([
    { type: 'appearance', change },
    { type: 'appearance', change },
  ])
  expect(await listener({ type: 'appearance', change: { size: 'huge' } }, own)).toEqual(refusal)
})

test('an alert is answered with whether it sounds', async () => {
  expect(await listener(alert, own)).toEqual({ sound: true })
  expect(heard).toEqual([alert])
})

test.each([
  [
    'a badge longer than there is room',
    {
      type: 'badge',
      language: 'en',
      badge: { band: 'calm', tone: 'calm', text: '12345', symbol: 'A' },
    },
  ],
  ['a badge in no language of ours', { type: 'badge', language: 'xx', badge: null }],
  ['words in no language of ours', { type: 'language', language: '../en' }],
  [
    'a badge of markup',
    {
      type: 'badge',
      language: 'en',
      badge: { band: 'calm', tone: 'calm', text: '1', symbol: '<b>' },
    },
  ],
  ['an alert without its code', { ...alert, alert: { ...alert.alert, code: 'nothing' } }],
  [
    'a note of figures within figures',
    {
      type: 'correct',
      since: null,
      corrections: [{ episode: 'e1', at: 1, says: 'noted', code: 'NEAR', figures: { a: {} } }],
    },
  ],
])('%s is refused', async (_, request) => {
  expect(await listener(request, own)).toEqual(refusal)
  expect(heard).toEqual([])
})

test('what no request has is not passed on', async () => {
  const observations = [{ ...observation, private: false, more: 1 }]
  await listener({ type: 'observe', since: null, observations, more: 1 }, own)
  expect(heard).toEqual([requests[0]])
})

describe('anything that does not fit is left alone or refused, and nothing throws', () => {
  test('any value: nobody answers', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        expect(listener(message, own)).toBeUndefined()
      }),
    )
    expect(heard).toEqual([])
  })

  const isRefused = async (message: unknown) => {
    heard.length = 0
    expect(await listener(message, own)).toEqual(refusal)
    expect(heard).toEqual([])
  }

  test('any value under the name of a request', async () => {
    const named = fc.record({
      type: fc.constantFrom('observe', 'correct'),
      since: fc.anything(),
      observations: fc.anything().filter((value) => !Array.isArray(value)),
      corrections: fc.anything().filter((value) => !Array.isArray(value)),
    })
    await fc.assert(fc.asyncProperty(named, isRefused))
  })

  test('the sender hears where it does not fit, and that there is no use in trying again', async () => {
    const wrong = { ...position, quantity: 0.02 }
    const request = {
      type: 'observe',
      since: null,
      observations: [{ ...observation, positions: [position, wrong] }],
    } as const
    const answer = await listener(request, own)
    expect(answer).toEqual({ rejected: 'observations.0.positions.1.quantity' })
    fakeBrowser.runtime.sendMessage = () => Promise.resolve(answer)
    await expect(sendMessage(request as never)).rejects.toThrow(RefusedMessage)
  })

  /** None of these is a number, a name or a time by chance. */
  const nonsense = fc.oneof(
    fc.constantFrom(undefined, NaN, Infinity, -1, 0.5, '', ' ', '1,000', '<b>'),
    fc.string({ minLength: 61, maxLength: 80 }),
    fc.dictionary(fc.string(), fc.anything()),
  )

  /** What may be left out may be undefined. */
  const optional = ['browserTab', 'positionMode', 'account', 'ticker']
  const wrongFor = (name: string) =>
    nonsense.filter((v) => v !== undefined || !optional.includes(name))

  test.each(Object.keys(observation))('an observation with nonsense for its %s', async (name) => {
    const observing = (wrong: unknown) => ({
      type: 'observe',
      since: null,
      observations: [{ ...observation, [name]: wrong }],
    })
    const values = name === 'browserTab' ? wrongFor(name).filter((v) => v !== -1) : wrongFor(name)
    await fc.assert(fc.asyncProperty(values, (wrong) => isRefused(observing(wrong))))
  })

  const observePositions = (positions: readonly unknown[]) => ({
    type: 'observe',
    since: null,
    observations: [{ ...observation, positions }],
  })

  test.each(Object.keys(position).filter((name) => name !== 'marginAsset'))(
    'a position with nonsense for its %s',
    async (name) => {
      const isOptional = name === 'quantityRange' || name === 'contractType'
      const values = nonsense.filter((value) => value !== undefined || !isOptional)
      await fc.assert(
        fc.asyncProperty(values, (wrong) =>
          isRefused(observePositions([position, { ...position, [name]: wrong }])),
        ),
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
  ])('a position with %s', async (_, wrong) => {
    await isRefused(observePositions([{ ...position, ...wrong }]))
  })

  test('more positions than an account can hold, and more looks than go together', async () => {
    await isRefused(observePositions(Array.from({ length: 2_001 }, () => position)))
    const observations = Array.from({ length: 21 }, () => observation)
    await isRefused({ type: 'observe', since: null, observations })
  })

  test.each([
    ['no episode', { episode: undefined }],
    ['a word that it does not know', { says: 'forget-everything' }],
    ['more additions than anyone makes', { additions: 101 }],
    ['fewer than none', { additions: -1 }],
    ['half an addition', { additions: 0.5 }],
    ['an event that is no number', { says: 'take-back', event: '1' }],
    ['no time', { at: null }],
  ])('a correction with %s', async (_, wrong) => {
    await isRefused({
      type: 'correct',
      since: null,
      corrections: [correction, { ...correction, ...wrong }],
    })
  })

  test('corrections that are none, or more than go together', async () => {
    await isRefused({ type: 'correct', since: null, correction })
    await isRefused({
      type: 'correct',
      since: null,
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
