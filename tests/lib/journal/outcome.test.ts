import { describe, expect, test } from 'vitest'
import { endingOf, isEndSeen, summarize } from '@/lib/journal'
import { added, closed, event, history, MINUTE, opened, OPENED } from './episodes.ts'

const ending = (...given: Parameters<typeof history>) => {
  const { outcome, result } = endingOf(history(...given))
  return { outcome, result: result === null ? null : [result.amount.toFixed(), result.basis] }
}

describe('how an episode ended', () => {
  test.each([
    ['12.34', 'gain'],
    ['-0.01', 'loss'],
    ['0.00', 'even'],
  ])('closed with a last PnL of %s: %s', (pnl, outcome) => {
    expect(ending([opened(), closed(30, pnl)])).toEqual({
      outcome,
      result: [String(Number(pnl)), 'last-pnl'],
    })
  })

  test('still open', () => {
    expect(ending([opened()])).toEqual({ outcome: 'open', result: null })
  })

  test('closed, and the page showed no PnL: unknown, never zero', () => {
    expect(ending([opened(), closed(30, null)])).toEqual({ outcome: 'unknown', result: null })
  })

  test('closed while nobody looked: an old PnL is no result', () => {
    const away = { ...closed(300, '50.00'), awaySince: history([]).openedAt }
    expect(ending([opened(), away])).toEqual({ outcome: 'unknown', result: null })
  })

  test('its end was seen, or it was found to be gone', () => {
    expect(isEndSeen(history([opened(), closed(30, '5.00')]))).toBe(true)
    const away = { ...closed(300, '50.00'), awaySince: OPENED + 2 * MINUTE }
    expect(isEndSeen(history([opened(), away]))).toBe(false)
    const unwatched = { ...closed(30, '5.00'), watched: false } as typeof away
    expect(isEndSeen(history([opened(), unwatched]))).toBe(false)
  })

  test('probably liquidated: no sum of margin is called lost', () => {
    expect(ending([opened(), closed(30, '-57.10', 'liquidated', false)])).toEqual({
      outcome: 'probably-liquidated',
      result: ['-57.1', 'last-pnl'],
    })
  })

  test('closed by a stop near the liquidation price: its own loss', () => {
    expect(ending([opened(), closed(30, '-57.10', 'stopped')])).toEqual({
      outcome: 'loss',
      result: ['-57.1', 'last-pnl'],
    })
  })

  test('an end that did not hold is none: the last one counts', () => {
    const resumed = event('resumed', 20, { replaces: [1] })
    expect(ending([opened(), closed(10, '9.00'), resumed, closed(30, '-5.00')])).toEqual({
      outcome: 'loss',
      result: ['-5', 'last-pnl'],
    })
  })

  test('liquidated, isolated: the wallet is lost, whatever the last PnL was', () => {
    expect(ending([opened(), closed(30, '-57.10', 'liquidated')])).toEqual({
      outcome: 'liquidated',
      result: ['-60', 'margin-lost'],
    })
  })

  test('liquidated, cross: what it cost is not known', () => {
    expect(ending([opened(), closed(30, '-57.10', 'liquidated')], { marginMode: 'cross' })).toEqual(
      { outcome: 'liquidated', result: null },
    )
  })

  test('liquidated, margin never seen: what it cost is not known', () => {
    const { figures } = history([])
    expect(
      ending([opened(), closed(30, '-57.10', 'liquidated')], {
        figures: { ...figures, margin: null },
      }),
    ).toEqual({ outcome: 'liquidated', result: null })
  })

  test('closed in parts: the result is marked as that of the rest', () => {
    const parts = history([
      opened(),
      event('reduced', 5, { quantity: '0.010' }),
      closed(30, '-3.00'),
    ])
    expect(endingOf(parts).result?.inParts).toBe(true)
  })
})

describe('the stop-loss of an episode', () => {
  const { figures } = history([])
  const stop = (state: 'present' | 'absent' | 'unknown') => ({
    figures: {
      ...figures,
      stopLoss: state === 'present' ? { state, price: '58000.0' } : { state },
    },
  })
  test.each([
    ['present', 'set'],
    ['absent', 'never'],
    ['unknown', 'unknown'],
  ] as const)('last %s: %s', (state, expected) => {
    expect(summarize(history([opened(), closed(9, '1.00')], stop(state))).stop).toBe(expected)
  })

  test('set and taken away again is set', () => {
    const changed = event('stop-changed', 4, {
      from: { state: 'present', price: '58000.0' },
      to: { state: 'absent' },
    })
    expect(summarize(history([opened(), changed, closed(9, '1.00')])).stop).toBe('set')
  })
})

describe('is the count of additions the whole truth?', () => {
  const known = (...events: Parameters<typeof history>[0]) =>
    summarize(history([...events, closed(60, '1.00')])).additionsKnown

  test('seen being opened', () => {
    expect(known(opened(), added(5))).toBe(true)
  })
  test('open before the first look', () => {
    expect(known(opened(0, false), added(5))).toBe(false)
  })
  test('open before the first look, and the trader has said what came before', () => {
    expect(known(opened(0, false), event('declared', 1, { additions: 0 }))).toBe(true)
  })
  test('… and has taken it back', () => {
    expect(
      known(
        opened(0, false),
        event('declared', 1, { additions: 2 }),
        event('undone', 2, { event: 1 }),
      ),
    ).toBe(false)
  })
  test('a question is open', () => {
    expect(known(opened(), added(5, '0.30', false))).toBe(false)
  })
  test('the question was answered', () => {
    expect(
      known(
        opened(),
        added(5, '0.30', false),
        event('corrected', 6, { event: 1, isAddition: false }),
      ),
    ).toBe(true)
  })
})
