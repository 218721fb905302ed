import { describe, expect, test } from 'vitest'
import {
  floorAbove,
  floorBelow,
  LEAST_RATE,
  possibleFloors,
  RATE_LADDER,
  rateBelow,
} from '@/lib/margin/rate-ladder'
import { liquidationPoint, markPoint, walletRange } from '@/lib/margin/row-evidence'
import { d } from './figures'

describe('where brackets may begin', () => {
  test.each([
    ['linear', 62_500, 62_500, 63_000],
    ['linear', 62_499, 62_000, 62_500],
    ['linear', 125_000, 125_000, 130_000],
    ['linear', 7_300_000, 7_300_000, 7_400_000],
    ['inverse', 12.34, 12.34, 12.35],
    ['inverse', 5, 5, 5.005],
  ] as const)('%s, at %d: %d below, %d above', (kind, notional, below, above) => {
    expect(floorBelow(kind, notional)).toBeCloseTo(below, 6)
    // Three digits and a multiple of 25, or two digits; inverse: four digits.
    expect(floorAbove(kind, notional)).toBeGreaterThan(notional)
    expect(floorAbove(kind, notional)).toBeLessThanOrEqual(above + 1e-6)
  })

  test('nothing is below nothing', () => {
    expect(floorBelow('linear', 0)).toBe(0)
    expect(floorBelow('linear', -5)).toBe(0)
  })

  test('every one in a range, both ends included; none where the range has no start', () => {
    expect(possibleFloors('linear', 10_000, 12_500, 50)).toEqual([10_000, 11_000, 12_000, 12_500])
    expect(possibleFloors('linear', 10_001, 10_999, 50)).toEqual([])
    expect(possibleFloors('linear', 0, 10, 50)).toBeNull()
  })

  test('more than are wanted: none of them', () => {
    expect(possibleFloors('linear', 10_000, 90_000, 20)).toBeNull()
  })
})

test('below the least rate there is none', () => {
  expect(rateBelow(LEAST_RATE)).toBe(0)
  expect(rateBelow(0.005)).toBe(0.004)
  expect(Math.min(...RATE_LADDER)).toBe(LEAST_RATE)
})

test('figures that are not in sight make no point', () => {
  const figure = { value: d(1), decimals: 0 }
  const row = {
    contract: { kind: 'linear' as const },
    side: 'long' as const,
    quantity: figure,
    entryPrice: figure,
    liquidationPrice: figure,
    margin: null,
    markPrice: null,
    marginRatio: figure,
  }
  expect(walletRange(row, 'wallet')).toBeNull()
  expect(liquidationPoint(row, 'wallet')).toBeNull()
  expect(markPoint(row, 'wallet')).toBeNull()
})
