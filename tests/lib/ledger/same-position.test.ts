import { describe, expect, test } from 'vitest'
import type { ObservedPosition } from '@/lib/ledger'
import type { Figures } from '@/lib/ledger/ledger'
import { AT, changeOf, told } from './change-of.ts'
import { isSamePosition } from '@/lib/ledger/same-position'

const HOUR = 3_600_000
const hidden = { margin: null, liquidationPrice: null }
type Around = NonNullable<Parameters<typeof changeOf>[2]>
const seen = (markPrice: string | null) => ({
  seen: { markPrice, unrealizedPnl: null, estimatedFunding: null, nextFundingAt: null },
})

/** What was added is gone to the last bit: 60 is what opening it takes, and 3 what that leaves open. */
describe('it was out of sight, and is back as large', () => {
  test.each<[string, Partial<ObservedPosition>, Partial<Figures>, boolean]>([
    ['with what had been added', { margin: '79.42' }, { margin: '79.42' }, true],
    ['without it: entered again', { margin: '79.42' }, { margin: '59.42' }, false],
    ['with a little more than an opening takes', { margin: '79.42' }, { margin: '63.00' }, false],
    ['with more than that', { margin: '79.42' }, { margin: '63.01' }, true],
    ['what had been added was hardly anything', { margin: '69.60' }, { margin: '59.42' }, true],
    ['… or just enough to tell', { margin: '69.61' }, { margin: '59.42' }, false],
    ['its margin was out of sight before', { margin: null }, { margin: '59.42' }, true],
    ['its margin is out of sight', { margin: '79.42' }, { margin: null }, true],
    ['its leverage is', { margin: '79.42', leverage: null }, { margin: '59.42' }, true],
    ['on cross margin', { margin: '79.42', marginMode: 'cross' }, { margin: '59.42' }, true],
  ])('%s', (_, before, after, expected) => {
    expect(isSamePosition(changeOf(before, after, { vanished: true }))).toBe(expected)
  })

  test('in another size: another one', () => {
    const change = { quantity: '0.010' }
    expect(isSamePosition(changeOf(hidden, change))).toBe(true)
    expect(isSamePosition(changeOf(hidden, change, { vanished: true }))).toBe(false)
  })
})

describe('it is larger, with no more in it than an opening takes', () => {
  const after = { quantity: '0.030', entryPrice: '59966.7', margin: '89.95' }
  test.each([
    ['and nobody looked: entered again', { away: true }, false],
    ['and somebody did: bought and taken out', {}, true],
  ])('%s', (_, around, expected) => {
    const change = changeOf({ margin: '79.42' }, after, { ...around, lastSeenAt: AT - HOUR / 2 })
    expect(isSamePosition(change)).toBe(expected)
  })
})

test.each([
  ['of an isolated position fell: the exchange refuses that', {}, '10', false],
  ['of an isolated position rose', {}, '25', true],
  ['of a cross position fell', { marginMode: 'cross' }, '10', true],
  ['came into sight', { leverage: null }, '10', true],
] as const)('the leverage %s', (_, before, leverage, expected) => {
  expect(isSamePosition(changeOf(before, { leverage }))).toBe(expected)
})

describe('what was bought makes of the one average price the other', () => {
  // 0.010 at a price, with 0.020 at 60,000. The mark was 59,500; two percent of it are 1,190.
  const isBought = (
    entryPrice: string,
    around: Around = {},
    before: Partial<ObservedPosition> = {},
  ) => isSamePosition(changeOf({ ...hidden, ...before }, { quantity: '0.030', entryPrice }, around))

  test.each<[string, string, Around, boolean]>([
    ['60,690: as far above the mark as may be', '60230.0', {}, true],
    ['60,693: further', '60231.0', {}, false],
    ['58,310: as far below it', '59436.7', {}, true],
    ['58,300: further', '59433.3', {}, false],
    ['62,220, at a mark that has risen to 61,000', '60740.0', seen('61000.0'), true],
    ['57,600, at one that has fallen to 58,790', '59200.0', seen('58790.0'), true],
    ['72,000, within four hours', '64000.0', { away: true, lastSeenAt: AT - 4 * HOUR }, true],
    ['72,000, within an hour', '64000.0', { away: true, lastSeenAt: AT - HOUR }, false],
    ['72,000, while somebody looked', '64000.0', { lastSeenAt: AT - 4 * HOUR }, false],
  ])('at %s', (_, entryPrice, around, expected) => {
    expect(isBought(entryPrice, around)).toBe(expected)
  })

  test('at any price, where no mark is in sight; but at one', () => {
    expect(isBought('80000.0', {}, { markPrice: null })).toBe(true)
    expect(isBought('40000.0', {}, { markPrice: null })).toBe(false)
    expect(isBought('30000.0', {}, { markPrice: null })).toBe(false)
  })

  test('of inverse contracts the average is another one', () => {
    const after = { quantity: '200', entryPrice: '59145.5' }
    const before = { ...hidden, quantity: '100' }
    expect(isSamePosition(changeOf({ ...before, contractSize: '100' }, after))).toBe(true)
    expect(isSamePosition(changeOf(before, after))).toBe(false)
  })

  test('to the digits of the coarser one', () => {
    const before = { ...hidden, entryPrice: '60000' }
    expect(isBought('60230.3', {}, before)).toBe(true)
    expect(isBought('60232.0', {}, before)).toBe(false)
  })
})

test('what is sold leaves the average alone', () => {
  expect(told(hidden, { quantity: '0.010' })).toEqual([['reduced', '0.01']])
  expect(told(hidden, { quantity: '0.010', entryPrice: '60000.1' }, { settled: true })).toBe(
    'replaced',
  )
})
