import { describe, expect, test } from 'vitest'
import type { Change } from '@/lib/ledger/change'
import { fundingQuestion } from '@/lib/ledger/funding-question'
import type { Episode } from '@/lib/ledger/ledger'
import type { LedgerEvent } from '@/lib/ledger/events'
import { openQuestions } from '@/lib/ledger/additions'
import { changeOf } from './change-of.ts'
import { desk, START } from './desk.ts'
import { observedPosition } from './observed.ts'

const SECOND = 1_000
const HOUR = 3_600_000
const four = Date.UTC(2026, 0, 5, 16)

type Around = {
  before?: Parameters<typeof changeOf>[0]
  after?: Parameters<typeof changeOf>[1]
  /** Last seen before, and first seen so, in seconds from 16:00. */
  from?: number
  to?: number
  /** The estimate in sight with the change. */
  next?: string | null
  mark?: string | null
  episode?: Partial<Episode>
}

const change = ({ before, after, episode, ...when }: Around = {}): Change => {
  const { from = -30, to = 30, next = null, mark = null } = when
  const found = changeOf({ estimatedFunding: '1.00', ...before }, after ?? {}, {
    lastSeenAt: four + from * SECOND,
    at: four + to * SECOND,
    seen: { markPrice: mark, unrealizedPnl: null, estimatedFunding: next, nextFundingAt: null },
  })
  return { ...found, episode: { ...found.episode, openedAt: four - 9 * HOUR, ...episode } }
}
const asked = (around?: Around) => fundingQuestion(change(around))
const estimates = (around?: Around) => asked(around).estimates.map((one) => one.toNumber())
const otherSizes = (around?: Around) => asked(around).otherSizes.map((one) => one.toNumber())
const settling = (hour: number, estimate: string | null) => ({
  settling: { hour: four / HOUR + hour, estimate },
})

describe('the estimates, while somebody looked', () => {
  test('that of before the hour, and none that came with the change or is of another hour', () => {
    expect(estimates({ next: '3.00' })).toEqual([1])
    expect(estimates({ from: 5, episode: settling(0, '2.00') })).toEqual([2])
    expect(estimates({ episode: settling(-1, '2.00') })).toEqual([1])
  })

  test('two, where the rate changed in the last seconds before it', () => {
    expect(estimates({ from: -4, episode: settling(0, '2.00') })).toEqual([2, 1])
    expect(estimates({ from: -4, episode: settling(0, '1.00') })).toEqual([1])
  })

  test('none, where that of before the hour is not known', () => {
    expect(estimates({ next: '3.00', episode: settling(0, null) })).toEqual([])
    expect(estimates({ before: { estimatedFunding: null }, next: '3.00' })).toEqual([])
    expect(asked({ before: { estimatedFunding: null }, next: '3.00' }).next?.toNumber()).toBe(3)
    expect(asked().next).toBeNull()
  })

  test.each([
    ['seconds before the hour: as of the size before', -10, '0.010', [0.5]],
    ['seconds after it: as of the new size', 10, '0.010', [2]],
    ['right at it', 0, '0.010', [2]],
    ['as long before it as clocks differ', -25, '0.010', [0.5]],
    ['longer before it', -26, '0.010', []],
    ['no change of the size', -10, '0.020', []],
  ])('and that of the other size, where it changed %s', (_, at, quantity, expected) => {
    const { figures } = change().episode
    const recent = { from: 0, at: four + at * SECOND, last: null, events: [] }
    const episode = { recent: { ...recent, before: { ...figures, quantity } } }
    expect(estimates({ episode })).toEqual([1])
    expect(otherSizes({ episode })).toEqual(expected)
    expect(otherSizes({ episode, from: -200 })).toEqual([])
    expect(otherSizes({ episode, before: { estimatedFunding: null } })).toEqual([])
  })
})

test('closed in part after the hour, and as much more as the rest would settle: it is asked', () => {
  const { look, twice, episode } = desk()
  const hour = (four - START) / SECOND
  const shown = (change = {}) => [observedPosition({ estimatedFunding: '0.46', ...change })]
  twice(hour - 80, shown())
  look(hour - 20, shown({ markPrice: '59510.0' }))
  const rest = { quantity: '0.015', margin: '44.57', estimatedFunding: '0.345' }
  twice(hour + 16, shown(rest))
  twice(hour + 28, shown({ ...rest, margin: '44.92', liquidationPrice: '57234.9' }))
  expect(openQuestions(episode())).toMatchObject([{ kind: 'margin-added', amount: '0.35' }])
})

describe('while nobody looked', () => {
  const away = { from: -200, next: '3.00' }

  test('every one around that time is as good as another', () => {
    expect(estimates(away)).toEqual([1, 3])
    expect(estimates({ ...away, episode: settling(0, '2.00') })).toEqual([2, 1, 3])
    expect(estimates({ ...away, next: null, episode: settling(0, null) })).toEqual([1])
  })

  test('but not that of an hour before the wallet was last seen', () => {
    const since = (seconds: number) =>
      estimates({ ...away, from: seconds, to: seconds + 900, episode: settling(0, '2.00') })
    expect(since(25)).toEqual([2, 1, 3])
    expect(since(26)).toEqual([1, 3])
  })

  test('that is longer than two and a half minutes', () => {
    expect(asked({ from: -120, to: 30 }).away).toBe(false)
    expect(asked({ from: -121, to: 30 }).away).toBe(true)
  })
})

describe('when it happened', () => {
  const worked = { marginSlack: '0.80' }
  const seen = { from: 300, to: 301 }
  const opened = four - 9 * HOUR

  test('since the wallet was last seen', () => {
    expect(asked(seen)).toMatchObject({ from: four + 300 * SECOND, to: four + 301 * SECOND })
  })

  test.each([
    ['worked out in both', worked, { margin: '61.01' }, opened],
    ['in the first', worked, { margin: '60.21', marginSlack: null }, opened],
    ['in the second', {}, { margin: '60.21', ...worked }, opened],
    ['moved by twice its trembling', worked, { margin: '62.62' }, null],
    ['printed in both, by its last digit', {}, { margin: '59.43' }, null],
    [
      'and the liquidation price moved',
      worked,
      { margin: '61.01', liquidationPrice: '57000.0' },
      null,
    ],
    ['and the column was hidden', { ...worked, margin: null }, { margin: '61.01' }, null],
    ['and it is hidden now', worked, { margin: null }, null],
  ])('a wallet that is %s: perhaps since the change before', (_, before, after, from) => {
    expect(asked({ ...seen, before, after }).from).toBe(from ?? four + 300 * SECOND)
  })
})

test('what is at stake: at the mark that was seen with it, before it, or at the entry price', () => {
  const worth = (mark: string | null, markPrice: string | null) =>
    asked({ mark, episode: { markPrice } }).notional.toNumber()
  expect(worth('59000.0', '58000.0')).toBe(1_180)
  expect(worth(null, '58000.0')).toBe(1_160)
  expect(worth(null, null)).toBe(1_200)
})

describe('the settlement that is in the ledger already', () => {
  const settledAt = (event: Pick<LedgerEvent, 'at' | 'awaySince'>) => {
    const funding: LedgerEvent = { ...event, kind: 'funding', amount: '0.27', id: 1, replaces: [] }
    return asked({ episode: { events: [funding] } }).settledAt
  }
  const found = four - 18 * SECOND

  test('at the time at which somebody saw it', () => {
    expect(settledAt({ at: found, awaySince: null })).toBe(found)
  })

  test('found after an absence it was there before, by whatever clock: it is none of the hour that comes', () => {
    expect(settledAt({ at: found, awaySince: four - HOUR })).toBe(found - 50 * SECOND)
    expect(settledAt({ at: found, awaySince: found - SECOND })).toBe(found - SECOND)
  })
})

test.each([
  ['the last full hour may have been one, where the countdown started again unseen', -3_630, 1],
  ['that hour was none, where it started again before', -120, 0],
])('%s', (_, seconds, questions) => {
  const { look, twice, episode } = desk()
  const hour = (four - START) / SECOND
  const shown = (from: number, change = {}) => [
    observedPosition({ estimatedFunding: '1.00', nextFundingAt: four + from * HOUR, ...change }),
  ]
  twice(hour - 3_700, shown(-1))
  twice(hour + seconds, shown(seconds < -HOUR / SECOND ? -1 : 1, { markPrice: '59510.0' }))
  look(hour - 2, shown(1, { markPrice: '59520.0' }))
  twice(hour + 30, shown(1, { margin: '60.52', liquidationPrice: '57203.0' }))
  expect(openQuestions(episode())).toHaveLength(questions)
})

test.each([
  ['that wakes as it was is none of this one', '59500.0', false],
  ['that moves is one of this one', '59510.0', true],
])('after an hour in which nobody looked, the estimate of a page %s', (_, markPrice, certain) => {
  const { look, twice, episode } = desk()
  const hour = (four - START) / SECOND
  const wallet = { margin: '59.72', liquidationPrice: '57243.3', estimatedFunding: '0.20' }
  twice(hour - 3_630, [observedPosition({ estimatedFunding: '-0.01' })])
  look(hour - 8, [observedPosition({ estimatedFunding: '-0.01', markPrice })])
  twice(hour + 20, [observedPosition(wallet)])
  expect(episode().events.at(-1)).toMatchObject({ kind: 'margin-added', certain })
})

test.each([
  [
    'as it was when it fell asleep, has seen nothing since: that is the settlement of then',
    '59500.0',
    'funding',
  ],
  ['with other prices, shows what is so now: that is margin', '59510.0', 'margin-added'],
])('a page that a machine shows as it wakes, %s', (_, markPrice, kind) => {
  const { look, twice, episode } = desk()
  const hour = (four - START) / SECOND
  const shown = (due: number, change = {}) => [
    observedPosition({ estimatedFunding: '0.30', nextFundingAt: four + due * HOUR, ...change }),
  ]
  twice(hour - 30, shown(0))
  // The settlement of four o'clock has not reached the page yet, and an hour passes.
  look(hour + 1, shown(4))
  for (const second of [12, 18]) look(hour + 3_600 + second, shown(4, { markPrice }))
  twice(hour + 3_646, shown(4, { margin: '59.72', liquidationPrice: '57243.3' }))
  expect(episode().events.at(-1)?.kind).toBe(kind)
})

test.each([
  ['by hours: there may have been a settlement', 20_000, 'funding'],
  ['by seconds, far from an hour: there was none', 12, 'margin-added'],
])('the clock was set back, and the wallet differs, %s', (_, seconds, kind) => {
  const { twice, episode } = desk()
  const priced = { margin: null, liquidationPrice: '57253.3' }
  twice(seconds, [observedPosition({ margin: null })])
  twice(0, [observedPosition(priced)])
  expect(episode().events.at(-1)?.kind).toBe(kind)
})

test.each([
  ['below the last digit is lost in it', '0.004', null, '100'],
  ['of a digit may be in the amount', '0.02', null, null],
  [
    'within the trembling of a wallet that is worked out may be in it as well',
    '0.30',
    '0.50',
    null,
  ],
])(
  'margin is added at the hour, and a settlement %s',
  (_, estimatedFunding, marginSlack, amount) => {
    const { twice, episode } = desk()
    const hour = (four - START) / SECOND
    const shown = { marginSlack, estimatedFunding, liquidationPrice: null }
    twice(hour - 30, [observedPosition(shown)])
    twice(hour + 5, [observedPosition({ ...shown, margin: '159.42' })])
    expect(episode().events.at(-1)).toMatchObject({ kind: 'margin-added', amount, certain: true })
  },
)

test('margin is added just after a purchase at the hour: what was settled may be of the new size, and in the amount', () => {
  const { look, twice, episode } = desk()
  const hour = (four - START) / SECOND
  const shown = { liquidationPrice: null, markPrice: '60000.0' }
  twice(hour - 60, [observedPosition({ ...shown, estimatedFunding: '-0.004' })])
  look(hour + 4, [observedPosition({ ...shown, estimatedFunding: '-0.004' })])
  const bought = { ...shown, quantity: '0.660', margin: '1960.86', estimatedFunding: '-0.132' }
  twice(hour + 5, [observedPosition(bought)])
  twice(hour + 32, [observedPosition({ ...bought, margin: '1964.73', estimatedFunding: '0.500' })])
  expect(episode().events.at(-1)).toMatchObject({ kind: 'margin-added', amount: null })
})
