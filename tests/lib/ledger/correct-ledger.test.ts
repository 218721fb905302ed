import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import {
  type Correction,
  correctLedger,
  emptyLedger,
  type Episode,
  episodeSchema,
  type Ledger,
} from '@/lib/ledger'
import { declaredAdditions, lastWord, marginAdditions, marginRises } from '@/lib/ledger/additions'
import { openEpisode } from '../journal/episodes.ts'

const KEY = 'BTCUSDT:long:isolated'
const at = 1_800_000_000_000

/** An open episode with one certain addition (event 1) and one that funding explains as well (2). */
const ledger = (): Ledger => {
  const base = openEpisode()
  const rise = (id: number, certain: boolean): Episode['events'][number] => ({
    id,
    at: at + id,
    awaySince: null,
    replaces: [],
    kind: 'margin-added',
    amount: '20.00',
    liquidationBefore: '57000.0',
    liquidationAfter: '56000.0',
    markPrice: '59000.0',
    unrealizedPnl: '-20.00',
    certain,
  })
  const opened = base.events.filter(({ kind }) => kind === 'opened')
  const events = [...opened.map((event) => ({ ...event, id: 0 })), rise(1, true), rise(2, false)]
  return { ...emptyLedger, open: { [KEY]: { ...base, events } } }
}
const episodeOf = (given: Ledger): Episode => {
  const episode = given.open[KEY]
  if (episode === undefined) throw new Error('the episode is gone')
  return episode
}
const said = (...words: Correction[]): Episode => episodeOf(words.reduce(correctLedger, ledger()))
const { id } = episodeOf(ledger())

test('certain rises count, questions wait', () => {
  const episode = said()
  expect(marginAdditions(episode)).toBe(1)
  expect(marginRises(episode).map(({ event, counts, asked }) => [event, counts, asked])).toEqual([
    [1, true, false],
    [2, false, true],
  ])
  expect(lastWord(episode)).toBeNull()
})

describe('the trader’s word', () => {
  test('“this was not a top-up”', () => {
    const episode = said({ episode: id, at, says: 'not-an-addition', event: 1 })
    expect(marginAdditions(episode)).toBe(0)
    expect(marginRises(episode)[0]).toMatchObject({ counts: false, asked: false })
  })

  test('“yes, I added it”, and “no”', () => {
    expect(marginAdditions(said({ episode: id, at, says: 'was-an-addition', event: 2 }))).toBe(2)
    const no = said({ episode: id, at, says: 'not-an-addition', event: 2 })
    expect(marginAdditions(no)).toBe(1)
    expect(marginRises(no)[1]).toMatchObject({ counts: false, asked: false })
  })

  test('“I had added twice before”: the last such word holds', () => {
    const episode = said(
      { episode: id, at, says: 'added-before', additions: 5 },
      { episode: id, at: at + 1, says: 'added-before', additions: 2 },
    )
    expect(declaredAdditions(episode)).toBe(2)
    expect(marginAdditions(episode)).toBe(3)
  })

  test('each is taken back in turn, the last one first', () => {
    let now = correctLedger(ledger(), { episode: id, at, says: 'added-before', additions: 2 })
    now = correctLedger(now, { episode: id, at, says: 'not-an-addition', event: 1 })
    const counts: number[] = []
    for (let turn = 0; turn < 4; turn += 1) {
      const episode = episodeOf(now)
      counts.push(marginAdditions(episode))
      const event = lastWord(episode)
      if (event === null) break
      now = correctLedger(now, { episode: id, at, says: 'take-back', event })
    }
    expect(counts).toEqual([2, 3, 1])
  })

  test('a word that is sent again, to the letter, is one; also after the ledger was stored', () => {
    const word: Correction = { episode: id, at, says: 'not-an-addition', event: 1 }
    const once = correctLedger(ledger(), word)
    const stored: Ledger = {
      ...once,
      open: { [KEY]: v.parse(episodeSchema, JSON.parse(JSON.stringify(episodeOf(once)))) },
    }
    expect(correctLedger(once, word)).toEqual(once)
    expect(correctLedger(stored, word)).toEqual(stored)
    expect(episodeOf(once).events).toHaveLength(4)
    // A moment later, of another event, or another word: it is a new one.
    for (const other of [{ at: at + 1 }, { event: 2 }, { says: 'was-an-addition' as const }])
      expect(episodeOf(correctLedger(once, { ...word, ...other })).events).toHaveLength(5)
  })

  test('nothing that was seen is overwritten', () => {
    const episode = said({ episode: id, at, says: 'not-an-addition', event: 1 })
    expect(episode.events.slice(0, 3)).toEqual(episodeOf(ledger()).events)
  })

  test.each<[string, Correction]>([
    ['another episode', { episode: 'ETH', at, says: 'not-an-addition', event: 1 }],
    ['an event that is not there', { episode: id, at, says: 'was-an-addition', event: 9 }],
    ['an event that is no rise', { episode: id, at, says: 'not-an-addition', event: 0 }],
    ['what was seen, to take it back,', { episode: id, at, says: 'take-back', event: 1 }],
  ])('on %s changes nothing', (_, correction) => {
    expect(correctLedger(ledger(), correction)).toEqual(ledger())
  })
})

describe('a warning that was shown', () => {
  const note = (minutes: number, code = 'LIQUIDATION_NEAR'): Correction => ({
    episode: id,
    at: at + minutes * 60_000,
    says: 'noted',
    code,
    figures: { distance: '0.0190' },
  })
  const codes = (episode: Episode) =>
    episode.events.flatMap((event) => (event.kind === 'noted' ? [event.code] : []))

  test('is written down once, whichever tabs and reloads tell of it', () => {
    expect(codes(said(note(0), note(1), note(9)))).toEqual(['LIQUIDATION_NEAR'])
  })

  test('is another one ten minutes later, or of another kind', () => {
    expect(codes(said(note(0), note(1, 'STOP_LOSS_MISSING'), note(10)))).toEqual([
      'LIQUIDATION_NEAR',
      'STOP_LOSS_MISSING',
      'LIQUIDATION_NEAR',
    ])
  })

  test('two that come up together, in one millisecond, are two', () => {
    const words = [note(0), note(0, 'MARGIN_ADDED_AGAIN'), note(0, 'STILL_LOSING_AFTER_ADDING')]
    expect(codes(said(...words, ...words))).toEqual([
      'LIQUIDATION_NEAR',
      'MARGIN_ADDED_AGAIN',
      'STILL_LOSING_AFTER_ADDING',
    ])
  })

  test('that grows from caution to danger is another one, and is kept with its severity', () => {
    const caution: Correction = { ...note(0), severity: 'caution' } as Correction
    const danger: Correction = { ...note(2), severity: 'danger' } as Correction
    const { events } = said(caution, danger, danger)
    expect(
      events.flatMap((event) => (event.kind === 'noted' ? [[event.code, event.severity]] : [])),
    ).toEqual([
      ['LIQUIDATION_NEAR', 'caution'],
      ['LIQUIDATION_NEAR', 'danger'],
    ])
  })

  test('a position that is warned of for months: notes end, its count goes on', () => {
    const many = Array.from({ length: 600 }, (_, index) => note(index * 11))
    const episode = said(...many, { episode: id, at, says: 'added-before', additions: 2 })
    expect(codes(episode)).toHaveLength(500)
    expect(declaredAdditions(episode)).toBe(2)
    expect(new Set(episode.events.map((event) => event.id)).size).toBe(episode.events.length)
  })

  test('is no word of the trader: there is nothing to take back', () => {
    expect(lastWord(said(note(0)))).toBeNull()
  })
})
