import { describe, expect, test } from 'vitest'
import {
  ANY,
  around,
  centered,
  difference,
  intersection,
  isAbove,
  isBelow,
  overlaps,
  type Range,
  symmetric,
} from '@/lib/ledger/range'
import { Decimal } from '@/lib/margin'

const range = (low: number, high: number): Range => ({
  low: new Decimal(low),
  high: new Decimal(high),
})
const ends = (of: Range | null) => of && [of.low.toNumber(), of.high.toNumber()]

test('around a value, and around nothing', () => {
  expect(ends(around(new Decimal(5), new Decimal(2)))).toEqual([3, 7])
  expect(ends(symmetric(new Decimal(2)))).toEqual([-2, 2])
})

describe('two ranges', () => {
  test.each<[string, Range, Range, number[] | null]>([
    ['share a part', range(0, 5), range(3, 9), [3, 5]],
    ['one in the other', range(0, 9), range(3, 5), [3, 5]],
    ['meet in one figure', range(0, 3), range(3, 9), [3, 3]],
    ['have nothing in common', range(0, 2), range(3, 9), null],
    ['one is open', ANY, range(3, 9), [3, 9]],
    ['both are, to different sides', range(-Infinity, 4), range(2, Infinity), [2, 4]],
  ])('%s', (_, a, b, shared) => {
    expect(ends(intersection(a, b))).toEqual(shared)
    expect(ends(intersection(b, a))).toEqual(shared)
    expect(overlaps(a, b)).toBe(shared !== null)
  })

  test('their difference, whatever the two are', () => {
    expect(ends(difference(range(10, 12), range(1, 4)))).toEqual([6, 11])
    expect(ends(difference(range(10, Infinity), range(1, 4)))).toEqual([6, Infinity])
    expect(ends(difference(range(10, 12), range(-Infinity, 4)))).toEqual([6, Infinity])
  })
})

test('above and below a bound, or nothing: all of it is', () => {
  expect([range(1, 2), range(0, 2), range(-1, 2)].map((one) => isAbove(one))).toEqual([
    true,
    false,
    false,
  ])
  expect([range(-2, -1), range(-2, 0), ANY].map((one) => isBelow(one))).toEqual([
    true,
    false,
    false,
  ])
  expect([3, 2].map((bound) => isAbove(range(3, 5), new Decimal(bound)))).toEqual([false, true])
  expect([5, 6].map((bound) => isBelow(range(3, 5), new Decimal(bound)))).toEqual([false, true])
})

test('its middle, and how far it goes', () => {
  const { middle, slack } = centered(range(90, 110))
  expect([middle.toNumber(), slack.toNumber()]).toEqual([100, 10])
})
