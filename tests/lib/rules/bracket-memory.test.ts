import { expect, test } from 'vitest'
import { identifyBracket, narrowBracket, type RowEvidence } from '@/lib/margin/preview'
import type { PositionFacts } from '@/lib/rules/facts'
import { rowEvidenceOf } from '@/lib/rules/facts/row-evidence-of'
import { bracketMemory } from '@/lib/rules/planning'
import { d, is, longPosition } from './facts'

const printed = (value: number, decimals: number) => ({ value: d(value), decimals })

/** A maintenance rate of 0.5 %: balance 60 · (1 + …) as the page rounds it at each mark. */
const at = (mark: number, ratio: number, change: Partial<PositionFacts> = {}): PositionFacts => ({
  ...longPosition,
  quantity: printed(0.02, 3),
  entryPrice: printed(60_000, 1),
  markPrice: printed(mark, 1),
  liquidationPrice: printed(54_271.4, 1),
  margin: printed(120, 2),
  wallet: printed(120, 2),
  marginRatio: printed(ratio, 4),
  ...change,
})
const rowOf = (position: PositionFacts): RowEvidence => {
  const row = rowEvidenceOf(position)
  if (row === null) throw new Error('The row has its digits.')
  return row
}
const [first, second] = [at(60_000, 0.05), at(57_000, 0.095)]
const { key } = first

test('nothing was seen: nothing is known', () => {
  expect(bracketMemory().of(key)).toEqual(identifyBracket([]))
})

test('every look at a row narrows what is known of its bracket', () => {
  const once = bracketMemory().after([first])
  expect(once.of(key)).toEqual(identifyBracket([rowOf(first)]))
  expect(once.of('another')).toEqual(identifyBracket([]))
  const twice = once.after([second])
  expect(twice.of(key)).toEqual(narrowBracket(identifyBracket([rowOf(first)]), rowOf(second)))
})

test.each<[string, Partial<PositionFacts>]>([
  ['another size', { quantity: printed(0.03, 3) }],
  ['another entry price', { entryPrice: printed(60_100, 1) }],
])('%s is another position: the estimate starts from the beginning', (_, change) => {
  const other = at(57_000, 0.095, change)
  expect(bracketMemory().after([first]).after([other]).of(key)).toEqual(
    identifyBracket([rowOf(other)]),
  )
})

test('a row that is no evidence is forgotten', () => {
  const unread = { ...first, quantity: is('0.02') }
  expect(bracketMemory().after([first]).after([unread]).of(key)).toEqual(identifyBracket([]))
})
