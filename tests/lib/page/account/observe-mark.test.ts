import { Decimal } from '@/lib/margin'
import { describe, expect, test } from 'vitest'
import { type MarkObservation, markStillSince, observeMark } from '@/lib/page/account/observe-mark'

type Seen = readonly [seconds: number, mark: string | null, last: string | null]

const field = (text: string | null) =>
  text === null
    ? ({ missing: 'column-hidden' } as const)
    : { value: new Decimal(text), decimals: 1, text }

const stillAfter = (seen: readonly Seen[], symbols: readonly string[] = []): number | null => {
  let observed: MarkObservation | null = null
  let now = 0
  seen.forEach(([seconds, mark, last], at) => {
    now = seconds * 1000
    const symbol = symbols[at] ?? 'BTCUSDT'
    observed = observeMark(
      observed,
      { symbol, markPrice: field(mark), lastPrice: field(last) },
      now,
    )
  })
  const since = markStillSince(observed, now)
  return since === null ? null : since / 1000
}

describe('the mark price stands still', () => {
  test.each<[string, readonly Seen[], number | null]>([
    [
      'for a minute, while the last price moves',
      [
        [5, '59000.0', '59000.0'],
        [30, '59000.0', '58000.0'],
        [65, '59000.0', '57300.0'],
      ],
      5,
    ],
    [
      'for less',
      [
        [5, '59000.0', '59000.0'],
        [60, '59000.0', '57300.0'],
      ],
      null,
    ],
    [
      'together with the last price: a calm market',
      [
        [0, '59000.0', '59000.0'],
        [60, '59000.0', '59000.0'],
        [120, '59000.0', '59000.0'],
      ],
      null,
    ],
    [
      'and moves again',
      [
        [0, '59000.0', '59000.0'],
        [60, '59000.0', '57300.0'],
        [61, '57310.0', '57300.0'],
      ],
      null,
    ],
    [
      'no last price in sight',
      [
        [0, '59000.0', null],
        [60, '59000.0', null],
      ],
      null,
    ],
    [
      'no mark price in sight',
      [
        [0, '59000.0', '1.0'],
        [60, null, '2.0'],
      ],
      null,
    ],
    // The tab was frozen: the page has not had the time to draw a new one.
    [
      'over a gap in which nobody looked',
      [
        [0, '59000.0', '59000.0'],
        [600, '59000.0', '57300.0'],
      ],
      null,
    ],
  ])('%s', (_, seen, since) => {
    expect(stillAfter(seen)).toBe(since)
  })

  test('another contract has another mark price, even an equal one', () => {
    const seen: Seen[] = [
      [0, '1.0', '1.0'],
      [40, '1.0', '1.1'],
      [70, '1.0', '1.2'],
    ]
    expect(stillAfter(seen, ['AUSDT', 'BUSDT', 'BUSDT'])).toBeNull()
  })
})
