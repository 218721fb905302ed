import { describe, expect, test } from 'vitest'
import { barLabels, type LabelledMark } from '@/components/card/bar-labels'

const liquidation: LabelledMark = {
  name: 'liquidation',
  place: 0,
  texts: ['Liquidation 55,250.2', '55,250.2'],
}
const entry: LabelledMark = { name: 'entry', place: 1, texts: ['Entry 60,000.0', 'Entry'] }
const texts = (marks: readonly LabelledMark[], width = 280) =>
  barLabels(marks, width).map(({ text }) => text)

test('apart from each other, each says all it has to say', () => {
  expect(texts([liquidation, entry])).toEqual(['Liquidation 55,250.2', 'Entry 60,000.0'])
})

test('nearer together, the later one says less', () => {
  expect(texts([liquidation, { ...entry, place: 0.55 }])).toEqual(['Liquidation 55,250.2', 'Entry'])
})

test('one over the other: the later one says nothing, and its mark still stands there', () => {
  expect(texts([liquidation, { ...entry, place: 0.1 }])).toEqual(['Liquidation 55,250.2'])
})

describe('a text never leaves the bar', () => {
  test.each([
    [0, 'start'],
    [0.5, 'middle'],
    [1, 'end'],
  ] as const)('at %d it is held by its %s', (place, anchor) => {
    expect(barLabels([{ ...entry, place }], 280)).toEqual([
      { name: 'entry', place, text: 'Entry 60,000.0', anchor },
    ])
  })

  test('a bar too short for it has none', () => {
    expect(texts([{ ...liquidation, texts: ['Liquidation 55,250.2'] }], 60)).toEqual([])
  })
})
