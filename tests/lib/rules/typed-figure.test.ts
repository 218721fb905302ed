import { expect, test } from 'vitest'
import { typedFigure } from '@/lib/rules/facts'

test.each([
  ['12', '12'],
  [' 12.5 ', '12.5'],
  ['12,5', '12.5'],
  ['0,125', '0.125'],
  ['1,5', '1.5'],
  ['1234,567', '1234.567'],
  ['+3', '3'],
  ['-3', '-3'],
  ['−3', '-3'],
  ['.5', '0.5'],
  ['-,5', '-0.5'],
  ['０５', '5'],
  ['１２．５', '12.5'],
])('%j is %s', (typed, figure) => {
  expect(typedFigure(typed)?.toFixed()).toBe(figure)
})

test.each([
  '',
  'ten',
  '.',
  '1..5',
  '1e',
  '1e3',
  '5 %',
  '1+2',
  '3−2',
  '1,234.5',
  '1.234,5',
  '1,2,3',
])('%j is no number', (typed) => {
  expect(typedFigure(typed)).toBeNull()
})

test.each(['1,234', '10,000', '-10,000', '999,999', '−1,000'])(
  '%j may be thousands or a fraction, and is refused',
  (typed) => {
    expect(typedFigure(typed)).toBeNull()
  },
)
