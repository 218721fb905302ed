import { expect, test } from 'vitest'
import type { PositionFacts } from '@/lib/rules/facts'
import { rowEvidenceOf } from '@/lib/rules/facts/row-evidence-of'
import { d, is, longPosition, missing } from './facts'

const printed = (value: number, decimals: number) => ({ value: d(value), decimals })
const row: PositionFacts = {
  ...longPosition,
  quantity: printed(0.02, 3),
  entryPrice: printed(60_000, 1),
  margin: printed(60, 2),
}

test('a row whose quantity and entry have their digits is evidence; what has none is left out', () => {
  expect(rowEvidenceOf(row)).toEqual({
    contract: { kind: 'linear' },
    side: 'long',
    quantity: printed(0.02, 3),
    entryPrice: printed(60_000, 1),
    margin: printed(60, 2),
    liquidationPrice: null,
    markPrice: null,
    marginRatio: null,
  })
})

test.each<[string, Partial<PositionFacts>]>([
  ['a cross position', { marginMode: 'cross' }],
  ['one of unknown mode', { marginMode: 'unknown' }],
  ['an unknown side', { side: 'unknown' }],
  ['a quantity without digits', { quantity: is('0.02') }],
  ['an entry price without digits', { entryPrice: is(60_000) }],
  ['an entry price of zero', { entryPrice: printed(0, 1) }],
  ['no contract', { contract: missing('unknown') }],
])('%s is no evidence', (_, change) => {
  expect(rowEvidenceOf({ ...row, ...change })).toBeNull()
})

test('a mark of zero is no mark', () => {
  expect(rowEvidenceOf({ ...row, markPrice: printed(0, 1) })?.markPrice).toBeNull()
})
