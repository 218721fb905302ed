import { describe, expect, test } from 'vitest'
import type { ObservedPosition } from '@/lib/ledger'
import { desk, START } from './desk.ts'
import { observedPosition } from './observed.ts'

const long = observedPosition()
const SECOND = 1_000
const MINUTE = 60
/** Seconds from the start to 16:00 UTC. */
const four = (Date.UTC(2026, 0, 5, 16) - START) / SECOND
const time = (seconds: number): number => START + seconds * SECOND
const hidden = { margin: null, liquidationPrice: null }

describe('the chart', () => {
  test('has a point a minute while only prices move, and one at once where something happens', () => {
    const { look, twice, episode } = desk()
    twice(0, [long])
    for (const second of [60.3, 60.4, 120.3]) look(second, [long])
    expect(episode().samples.map(([at]) => at)).toEqual([time(0.4), time(60.4)])
    twice(120.35, [{ ...long, margin: '79.42', liquidationPrice: '56254.3' }])
    expect(episode().samples).toHaveLength(3)
  })

  test.each([
    ['a stop', { stopLoss: { state: 'present', price: '58000.0' } }, ['57258.3', '58000.0']],
    ['no liquidation price', { liquidationPrice: 'none' }, [null, null]],
  ] as const)('draws what there is: %s', (_, change, expected) => {
    const { twice, episode } = desk()
    twice(0, [{ ...long, ...change }])
    expect(episode().samples[0]?.slice(1)).toEqual(['59500.0', '60000.0', ...expected])
  })

  test('of a long time has every second point, and the last', () => {
    const { look, twice, episode } = desk()
    twice(0, [long])
    for (let minute = 1; minute < 240; minute += 1) look(minute * MINUTE + 0.4, [long])
    expect(episode().samples).toHaveLength(240)
    look(240 * MINUTE + 0.4, [long])
    const minutes = episode().samples.map(([at]) => (at - time(0.4)) / SECOND / MINUTE)
    expect(minutes).toHaveLength(121)
    expect([...minutes.slice(0, 3), minutes.at(-1)]).toEqual([0, 2, 4, 240])
  })
})

describe('a page counts down to the next settlement', () => {
  const counting = (nextFundingAt: number | null) =>
    observedPosition({ nextFundingAt: nextFundingAt === null ? null : time(nextFundingAt) })
  const due = ({ episode }: ReturnType<typeof desk>) => {
    const { dueAt, nextFundingAt } = episode()
    return [dueAt, nextFundingAt].map((at) => (at === null ? null : (at - START) / SECOND))
  }

  test('in whole seconds, and what is out of sight stands', () => {
    const trader = desk()
    trader.twice(0, [counting(four)])
    trader.look(60, [counting(four + MINUTE)])
    expect(due(trader)).toEqual([null, four + MINUTE])
    trader.look(120, [counting(null)])
    expect(due(trader)).toEqual([null, four + MINUTE])
  })

  test('and starts again: the one before was due then', () => {
    const trader = desk()
    trader.twice(four - 100, [counting(four)])
    trader.look(four + 50, [counting(four + 3_600)])
    expect(due(trader)).toEqual([four, four + 3_600])
  })

  test('and started again while nobody looked: the last full hour was one', () => {
    const trader = desk()
    trader.twice(four - 100, [counting(four)])
    trader.look(four + 3_650, [{ ...counting(four + 7_200), markPrice: '59510.0' }])
    expect(due(trader)).toEqual([four + 3_600, four + 7_200])
  })
})

describe('what an hour is estimated to settle', () => {
  const estimates = (estimatedFunding: string | null, change: Partial<ObservedPosition> = {}) =>
    observedPosition({ estimatedFunding, ...change })
  const bought = {
    quantity: '0.030',
    entryPrice: '59966.7',
    margin: '89.37',
    liquidationPrice: null,
  }

  test.each([
    ['before the hour is of the size bought before it', four - 20, '0.18'],
    ['is not of what was bought after it', four + 20, '0.12'],
  ])('%s', (_, seconds, expected) => {
    const { twice, episode } = desk()
    twice(four - 40, [estimates('0.12', { liquidationPrice: null })])
    twice(seconds, [estimates(seconds < four ? '0.12' : '0.50', bought)])
    expect(episode().settling?.estimate).toBe(expected)
  })

  test('is none where it comes into sight after the hour', () => {
    const { look, twice, episode } = desk()
    twice(four - 60, [estimates(null)])
    look(four + 5, [estimates('0.50')])
    expect(episode().settling?.estimate).toBe(null)
  })
})

test('what is out of sight is known from before: the account, the asset, the kind of contract', () => {
  const { look, twice, episode } = desk()
  const account = { asset: 'USDT', marginBalance: '1000.00', availableBalance: '900.00' }
  twice(0, [long], 'one', { account })
  look(60, [{ ...long, marginAsset: null, contractType: null }])
  expect(episode()).toMatchObject({ account, marginAsset: 'USDT', contractType: 'perpetual' })
  look(120, [long], 'one', { account: { ...account, marginBalance: '990.00' } })
  expect(episode().account?.marginBalance).toBe('990.00')
})

test('each of the two figures of the wallet has been in sight since its own time', () => {
  const { look, twice, episode } = desk()
  twice(0, [long])
  look(60, [{ ...long, margin: null }])
  expect([episode().marginSeenAt, episode().priceSeenAt]).toEqual([time(0.4), time(60)])
  look(120, [{ ...long, liquidationPrice: null }])
  expect([episode().marginSeenAt, episode().priceSeenAt]).toEqual([time(120), time(60)])
  look(180, [{ ...long, ...hidden }])
  expect([episode().walletSeenAt, episode().seenAt]).toEqual([time(120), time(180)])
})

test('there has been no stop since the first look that says so, whatever is out of sight', () => {
  const { look, twice, episode } = desk()
  const stop = (price: string) => ({ ...long, stopLoss: { state: 'present', price } as const })
  twice(0, [stop('58000.0')])
  expect(episode().withoutStopSince).toBe(null)
  twice(60, [long])
  look(120, [{ ...long, stopLoss: { state: 'unknown' } }])
  look(180, [long])
  expect(episode().withoutStopSince).toBe(time(60))
  twice(240, [stop('58000.0')])
  expect(episode().withoutStopSince).toBe(null)
})
