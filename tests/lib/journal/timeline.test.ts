import { describe, expect, test } from 'vitest'
import { chartSeries, filterEpisodes, summarize, timeline } from '@/lib/journal'
import { journalIndex, notArchived } from '@/lib/journal/records'
import { added, closed, event, history, MINUTE, opened, OPENED } from './episodes.ts'

describe('the timeline of an episode', () => {
  const entries = timeline(
    history([
      opened(),
      event('noted', 3, { code: 'LIQUIDATION_NEAR', figures: { distance: '0.0299' } }),
      event('funding', 4, { amount: '-0.12' }),
      added(5),
      added(20, '0.40', false),
      added(30),
      event('corrected', 31, { event: 5, isAddition: false }),
      event('undone', 32, { event: 6 }),
      event('noted', 33, { code: 'MARGIN_ADDED_AGAIN', figures: {} }),
      added(40, '9.00', false),
      event('corrected', 41, { event: 9, isAddition: true }),
      event('noted', 50, { code: 'STOP_LOSS_MISSING', figures: {} }),
    ]),
  )

  test('additions that count are numbered; corrections that were taken back change nothing', () => {
    expect(
      entries.flatMap(({ verdict, addition }) => (verdict === null ? [] : [[verdict, addition]])),
    ).toEqual([
      ['counted', 1],
      ['asked', null],
      ['counted', 2],
      ['counted', 3],
    ])
  })

  test('those that the trader told of come first, as in the panel’s count', () => {
    const told = [opened(0, false), added(5), event('declared', 6, { additions: 2 }), added(20)]
    const numbers = (...more: Parameters<typeof history>[0]) => {
      const episode = history([...told, ...more])
      return [
        timeline(episode).flatMap(({ addition }) => addition ?? []),
        chartSeries(episode).additions.map(({ ordinal }) => ordinal),
      ]
    }
    expect(numbers()).toEqual([
      [3, 4],
      [3, 4],
    ])
    // Undone: as if it had never been said.
    expect(numbers(event('undone', 30, { event: 2 }))).toEqual([
      [1, 2],
      [1, 2],
    ])
  })

  test('a warning knows what was done next; funding is not a deed', () => {
    expect(
      entries.flatMap(({ event: { kind }, next }) => (kind === 'noted' ? [next] : [])),
    ).toEqual([
      { kind: 'margin-added', after: 2 * MINUTE },
      { kind: 'margin-added', after: 7 * MINUTE },
      null,
    ])
  })

  test('what may be funding, and a stop that only went out of sight, are nobody’s deeds', () => {
    const stop = { state: 'present', price: '58000.0' } as const
    const [, noted] = timeline(
      history([
        opened(),
        event('noted', 3, { code: 'STOP_LOSS_NEAR_LIQUIDATION', figures: {} }),
        added(5, '0.40', false),
        event('stop-changed', 6, { from: stop, to: { state: 'unknown' } }),
        event('stop-changed', 7, { from: { state: 'unknown' }, to: stop }),
        event('stop-changed', 9, { from: stop, to: { state: 'absent' } }),
      ]),
    )
    expect(noted?.next).toEqual({ kind: 'stop-changed', after: 6 * MINUTE })
  })

  test('when something was done that nobody saw is not known', () => {
    const [, noted] = timeline(
      history([
        opened(),
        event('noted', 3, { code: 'LIQUIDATION_NEAR', figures: {} }),
        { ...added(500), awaySince: OPENED + 4 * MINUTE },
      ]),
    )
    expect(noted?.next).toBeNull()
  })

  test('a number to which earlier ones may be missing is known to be none', () => {
    const known = (...events: Parameters<typeof history>[0]) =>
      timeline(history(events)).flatMap(({ addition, isNumberKnown }) =>
        addition === null ? [] : [isNumberKnown],
      )
    expect(known(opened(), added(5), added(9, '0.40', false), added(20))).toEqual([true, false])
    expect(known(opened(0, false), added(5))).toEqual([false])
    const told = event('declared', 6, { additions: 2 })
    expect(known(opened(0, false), added(5), told)).toEqual([true])
  })

  test('what a later event stands for is not shown beside it; what never happened, not at all', () => {
    const shown = timeline(
      history([
        opened(),
        added(5),
        { ...added(6, '50.00'), replaces: [1] },
        added(20),
        event('retracted', 21, { replaces: [3] }),
      ]),
    )
    expect(shown.map(({ event: { id, kind } }) => [id, kind])).toEqual([
      [0, 'opened'],
      [2, 'margin-added'],
    ])
  })

  test('what was taken back is marked', () => {
    expect(entries.filter(({ undone }) => undone).map(({ event: { id } }) => id)).toEqual([6])
  })
})

describe('what is drawn', () => {
  const minute = (at: number, mark: string | null, stop: string | null = null) =>
    [OPENED + at * MINUTE, mark, '60000.0', '57276.3', stop] as [
      number,
      string | null,
      string,
      string,
      string | null,
    ]

  test('nothing through a time in which nobody looked', () => {
    const { times, mark } = chartSeries(
      history([opened()], {
        samples: [minute(0, '1'), minute(1, '2'), minute(2, '3'), minute(60, '4')],
      }),
    )
    expect(mark).toEqual([1, 2, 3, null, 4])
    expect(times[3]).toBe(OPENED / 1000 + 31 * 60)
  })

  test('an unknown price is a gap, not a zero', () => {
    const { stop } = chartSeries(
      history([opened()], { samples: [minute(0, '1'), minute(1, '1', '58000.0')] }),
    )
    expect(stop).toEqual([null, 58000])
  })

  test('when margin was added, as far as it counts', () => {
    const { additions } = chartSeries(history([opened(), added(5), added(9, '0.3', false)]))
    expect(additions).toEqual([{ time: OPENED / 1000 + 300, ordinal: 1 }])
  })
})

describe('the index', () => {
  test('an episode that came back is shown as open, not as archived', () => {
    const open = history([opened(), event('resumed', 60, {})])
    const archived = summarize(history([opened(), closed(30, '-5.00')]))
    expect(journalIndex([open], [archived]).map(({ outcome }) => outcome)).toEqual(['open'])
  })

  test('closed and on its way to the archive, it is in the list', () => {
    const ended = history([opened(), closed(30, '-5.00')])
    const other = history([opened()], { id: 'other', symbol: 'ETHUSDT' })
    // A piece of an open position's chart waits for the archive as well.
    const inLedger = notArchived({ open: { ETHUSDT: other }, unarchived: [ended, other] })
    expect(journalIndex(inLedger, []).map(({ id, outcome }) => [id, outcome])).toEqual([
      [ended.id, 'loss'],
      ['other', 'open'],
    ])
  })

  test('open when it was exported elsewhere: its end is not known here', () => {
    const [only] = journalIndex([], [summarize(history([opened()]))])
    expect(only?.outcome).toBe('unknown')
  })

  test('the latest first; filters by symbol and outcome', () => {
    const past = (id: string, symbol: string, openedAt: number, pnl: string) =>
      summarize(history([opened(), closed(30, pnl)], { id, symbol, openedAt }))
    const index = journalIndex(
      [],
      [past('a', 'BTCUSDT', 1, '1'), past('b', 'ETHUSDT', 3, '-1'), past('c', 'BTCUSDT', 2, '-1')],
    )
    const ids = (symbol: string | null, outcome: 'loss' | null) =>
      filterEpisodes(index, { symbol, outcome }).map(({ id }) => id)
    expect(ids(null, null)).toEqual(['b', 'c', 'a'])
    expect(ids('BTCUSDT', null)).toEqual(['c', 'a'])
    expect(ids('BTCUSDT', 'loss')).toEqual(['c'])
  })
})
