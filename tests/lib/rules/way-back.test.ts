import { expect, test } from 'vitest'
import { wayBack } from '@/lib/rules/insight'
import { is, missing } from './facts'

const back = (side: 'long' | 'short', entry: number, mark: number) =>
  wayBack({ side, entryPrice: is(entry), markPrice: is(mark) })?.toFixed(6) ?? null

test('a long needs a rise, a short a fall, of the mark', () => {
  // (60,000 − 59,100) ÷ 59,100
  expect(back('long', 60_000, 59_100)).toBe('0.015228')
  // (3,000 − 3,150) ÷ 3,150
  expect(back('short', 3_000, 3_150)).toBe('-0.047619')
})

test('at entry and beyond there is no way back', () => {
  expect(back('long', 60_000, 60_000)).toBeNull()
  expect(back('long', 60_000, 61_000)).toBeNull()
  expect(back('short', 3_000, 2_900)).toBeNull()
})

test('without one of the prices nothing is said', () => {
  const known = { side: 'long', entryPrice: is(60_000), markPrice: is(59_000) } as const
  expect(wayBack({ ...known, entryPrice: missing('unparsed') })).toBeNull()
  expect(wayBack({ ...known, markPrice: missing('column-hidden') })).toBeNull()
  expect(wayBack({ ...known, markPrice: is(0) })).toBeNull()
})
