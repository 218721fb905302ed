import { expect, test } from 'vitest'
import { defaultLimits, limitNames, steppedLimit } from '@/lib/rules/limits'

test.each([
  ['maxMarginAdditions', 1, 'higher', 2],
  ['maxMarginAdditions', 1, 'lower', 0],
  ['maxMarginAdditions', 0, 'lower', null],
  ['maxMarginAdditions', 20, 'higher', null],
  ['capitalShareLimit', '0.1', 'higher', '0.11'],
  ['capitalShareLimit', '0.125', 'lower', '0.115'],
  ['capitalShareLimit', '0.01', 'lower', null],
  ['capitalShareLimit', '1', 'higher', null],
  ['distanceDanger', '0.03', 'lower', '0.025'],
  ['distanceDanger', '0.005', 'lower', null],
] as const)('%s %s, %s: %s', (limit, value, direction, next) => {
  expect(steppedLimit(limit, value, direction)).toBe(next)
})

test('a value that cannot be stepped has no next one', () => {
  expect(steppedLimit('maxMarginAdditions', null, 'higher')).toBeNull()
  expect(steppedLimit('maxMarginAdditions', true, 'higher')).toBeNull()
  expect(steppedLimit('maxMarginAdditions', { amount: '1', asset: 'BTC' }, 'higher')).toBeNull()
})

test('what is no number of this kind has no steps', () => {
  const stepped = limitNames.filter(
    (limit) => steppedLimit(limit, defaultLimits[limit], 'higher') !== null,
  )
  expect(stepped).toEqual(['maxMarginAdditions', 'capitalShareLimit', 'distanceDanger'])
})
