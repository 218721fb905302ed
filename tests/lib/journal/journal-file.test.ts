import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { journalFile, readJournalFile } from '@/lib/journal/files'
import { mergeEpisodes } from '@/lib/journal/records'
import type { Episode, LedgerEvent, Sample } from '@/lib/ledger'
import { added, closed, event, history, MINUTE, opened, OPENED } from './episodes.ts'

const write = (episodes: readonly unknown[]): string =>
  journalFile.head(OPENED) + episodes.map(journalFile.episode).join('') + journalFile.foot

const numeral = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.stringMatching(/^\d{0,12}$/))
  .map(([whole, fraction]) => (fraction === '' ? String(whole) : `${String(whole)}.${fraction}`))
const unknownOr = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
const minutes = fc.nat({ max: 1_000_000 })
const stop = fc.oneof(
  fc.record({ state: fc.constant('present' as const), price: unknownOr(numeral) }),
  fc.constantFrom({ state: 'absent' as const }, { state: 'unknown' as const }),
)
const around = fc.record({
  amount: unknownOr(numeral),
  liquidationBefore: fc.oneof(fc.constant('none' as const), unknownOr(numeral)),
  liquidationAfter: fc.oneof(fc.constant('none' as const), unknownOr(numeral)),
  markPrice: unknownOr(numeral),
  unrealizedPnl: unknownOr(numeral),
})
const tell =
  (kind: LedgerEvent['kind']) =>
  ([at, told]: [number, unknown]): LedgerEvent =>
    event(kind, at, told as never)

const anyEvent: fc.Arbitrary<LedgerEvent> = fc.oneof(
  fc
    .tuple(minutes, around)
    .map(([at, told]) => tell('margin-added')([at, { ...told, certain: at % 2 === 0 }])),
  fc.tuple(minutes, around).map(tell('margin-removed')),
  fc.tuple(minutes, fc.record({ amount: numeral })).map(tell('funding')),
  fc.tuple(minutes, fc.record({ quantity: numeral })).map(tell('reduced')),
  fc.tuple(minutes, fc.record({ from: stop, to: stop })).map(tell('stop-changed')),
  fc.tuple(minutes, fc.constant({})).map(tell('resumed')),
  fc
    .tuple(minutes, fc.record({ event: fc.nat({ max: 20 }), isAddition: fc.boolean() }))
    .map(tell('corrected')),
  fc.tuple(minutes, fc.record({ event: fc.nat({ max: 20 }) })).map(tell('undone')),
  fc
    .tuple(
      minutes,
      fc.record({
        code: fc.constantFrom('LIQUIDATION_NEAR', 'MARGIN_ADDED_AGAIN'),
        figures: fc.dictionary(
          // Valibot drops a key of that name; no figure has it.
          fc.stringMatching(/^[a-z]{1,9}$/).filter((name) => name !== 'prototype'),
          fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null)),
        ),
      }),
    )
    .map(tell('noted')),
  fc
    .tuple(minutes, unknownOr(numeral))
    .map(([at, pnl]) => closed(at, pnl, at % 3 === 0 ? 'liquidated' : 'closed')),
)
const anySample: fc.Arbitrary<Sample> = fc.tuple(
  minutes.map((at) => OPENED + at * MINUTE),
  unknownOr(numeral),
  unknownOr(numeral),
  unknownOr(numeral),
  unknownOr(numeral),
)
const anyEpisode: fc.Arbitrary<Episode> = fc
  .record({
    id: fc.string({ unit: 'grapheme', maxLength: 40 }),
    symbol: fc.constantFrom('BTCUSDT', '1000PEPEUSDT', '币安人生USDT', 'BTCUSD_PERP'),
    side: fc.constantFrom('long' as const, 'short' as const),
    marginMode: fc.constantFrom('isolated' as const, 'cross' as const),
    marginAsset: unknownOr(fc.constantFrom('USDT', 'BTC', '=1+1')),
    closedAt: unknownOr(minutes),
    markPrice: unknownOr(numeral),
    samples: fc.array(anySample, { maxLength: 20 }),
    events: fc.array(anyEvent, { maxLength: 20 }),
  })
  .map(({ events, ...change }) => ({ ...history(events), ...change }))

describe('export and import', () => {
  test('whatever was written is read back without loss', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyEpisode, { selector: ({ id }) => id, maxLength: 6 }),
        (episodes) => {
          expect(readJournalFile(write(episodes))).toEqual({ state: 'read', episodes, damaged: [] })
        },
      ),
    )
  })

  test('the same episode twice in a file is one', () => {
    const episode = history([opened(), added(5), closed(30, '-5.00')])
    expect(readJournalFile(write([episode, episode]))).toEqual({
      state: 'read',
      episodes: [episode],
      damaged: [],
    })
  })

  test('an empty journal', () => {
    expect(readJournalFile(write([]))).toEqual({ state: 'read', episodes: [], damaged: [] })
  })
})

describe('a file that is damaged, or none of ours', () => {
  const whole = write([history([opened()])])

  test('cut off', () => {
    expect(readJournalFile(whole.slice(0, -20))).toEqual({ state: 'not-json' })
  })
  test.each(['', 'id,symbol', '\u0000'])('no JSON: %j', (text) => {
    expect(readJournalFile(text)).toEqual({ state: 'not-json' })
  })
  test.each(['{}', '[]', 'null', '{"format":"other","version":1,"episodes":[]}'])(
    'no journal: %s',
    (text) => {
      expect(readJournalFile(text)).toEqual({ state: 'not-a-journal' })
    },
  )
  test('of a later Margin Brake', () => {
    expect(readJournalFile(whole.replace('"version":2', '"version":3'))).toEqual({
      state: 'newer',
    })
  })

  test('a damaged record is named and left out, the others are read', () => {
    const good = history([opened(), added(5)], { id: 'good' })
    const bad = { ...history([opened(), added(5, '12,5')], { id: 'bad' }), symbol: 'ETHUSDT' }
    expect(readJournalFile(write([good, bad, 7]))).toEqual({
      state: 'read',
      episodes: [good],
      damaged: [
        { place: 2, symbol: 'ETHUSDT', path: 'events.1.amount' },
        { place: 3, symbol: null, path: '' },
      ],
    })
  })

  test('a time that is none is damage', () => {
    const strange = write([history([opened()])]).replace(
      `"openedAt":${String(OPENED)}`,
      '"openedAt":1e300',
    )
    expect(readJournalFile(strange)).toMatchObject({
      episodes: [],
      damaged: [{ place: 1, symbol: 'BTCUSDT', path: 'openedAt' }],
    })
  })
})

describe('two copies of one episode', () => {
  const early = history([opened(), added(5)], { seenAt: OPENED + 6 * MINUTE })
  const late = history([opened(), added(5), added(20), closed(40, '-9.00')], {
    seenAt: OPENED + 40 * MINUTE,
  })
  const said = (base: Episode, ...words: LedgerEvent[]): Episode => ({
    ...base,
    events: [...base.events, ...words].map((each, id) => ({ ...each, id })),
  })

  test('the later one is believed, from whichever side it comes', () => {
    expect(mergeEpisodes(early, late)).toEqual(late)
    expect(mergeEpisodes(late, early)).toEqual(late)
  })

  test('an addition that both have seen stays one, though its number differs', () => {
    const renumbered = {
      ...early,
      events: early.events.map((each) => ({ ...each, id: each.id + 7 })),
    }
    expect(mergeEpisodes(late, renumbered).events).toEqual(late.events)
  })

  test('a note that both hold is one, in whatever order its figures are written', () => {
    const note = (figures: Record<string, string>) =>
      event('noted', 7, { code: 'LIQUIDATION_NEAR', figures })
    const ours = said(late, note({ distance: '0.02', threshold: '0.03' }))
    const theirs = said(early, note({ threshold: '0.03', distance: '0.02' }))
    expect(mergeEpisodes(ours, theirs).events).toEqual(ours.events)
  })

  test('what a trader has said in the earlier copy is kept, and still speaks of the same event', () => {
    const corrected = event('corrected', 7, { event: 1, isAddition: false })
    const { events } = mergeEpisodes(late, said(early, corrected))
    expect(events.map(({ id, kind }) => [id, kind])).toEqual([
      [0, 'opened'],
      [1, 'margin-added'],
      [2, 'corrected'],
      [3, 'margin-added'],
      [4, 'closed'],
    ])
    expect(events[2]).toMatchObject({ event: 1, isAddition: false })
  })

  test('a correction that was taken back stays so', () => {
    const words = [
      event('corrected', 7, { event: 1, isAddition: false }),
      event('undone', 8, { event: 2 }),
    ]
    const { events } = mergeEpisodes(late, said(early, ...words))
    expect(events.slice(2, 4)).toMatchObject([
      { kind: 'corrected', event: 1 },
      { kind: 'undone', event: 2 },
    ])
  })

  test('a word on an event that turned out to be another is dropped', () => {
    const other = history([opened(), added(6), closed(40, '-9.00')], { seenAt: late.seenAt })
    const corrected = event('corrected', 7, { event: 1, isAddition: false })
    expect(mergeEpisodes(other, said(early, corrected)).events).toEqual(other.events)
  })

  test('samples of both are drawn', () => {
    const at = (minute: number): Sample => [OPENED + minute * MINUTE, '1', null, null, null]
    const { samples } = mergeEpisodes(
      { ...late, samples: [at(2), at(3)] },
      { ...early, samples: [at(1), at(2)] },
    )
    expect(samples).toEqual([at(1), at(2), at(3)])
  })

  test('merging twice is merging once', () => {
    fc.assert(
      fc.property(anyEpisode, anyEpisode, (a, b) => {
        const once = mergeEpisodes(a, b)
        expect(mergeEpisodes(once, b)).toEqual(once)
        expect(mergeEpisodes(once, a)).toEqual(once)
      }),
    )
  })
})
