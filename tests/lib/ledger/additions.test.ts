import { describe, expect, test } from 'vitest'
import type { ObservedPosition } from '@/lib/ledger'
import {
  addedMargin,
  additionsKnown,
  declaredAdditions,
  increasesWhileLosing,
  initialMargin,
  marginRises,
} from '@/lib/ledger/additions'
import { correctLedger } from '@/lib/ledger/correct-ledger'
import { desk, START } from './desk.ts'
import { observedPosition } from './observed.ts'

const long = observedPosition()
const added: ObservedPosition = { ...long, margin: '79.42', liquidationPrice: '56254.3' }
const more: ObservedPosition = { ...long, margin: '109.42', liquidationPrice: '54748.3' }
const bought = { quantity: '0.030', entryPrice: '59833.3', margin: '89.17', liquidationPrice: null }
const figure = (value: { toNumber: () => number } | null) => value?.toNumber() ?? null

describe('the margin before any addition', () => {
  test.each<[string, boolean, ObservedPosition, number | null]>([
    ['is what it had when somebody saw it opened', true, long, 59.42],
    ['is not known where nobody did', false, long, null],
    ['is not known where it was out of sight', true, { ...long, margin: null }, null],
  ])('%s', (_, isWatched, position, expected) => {
    const { look, twice, episode } = desk()
    if (isWatched) look(0, [])
    twice(10, [position])
    twice(20, [added])
    expect(figure(initialMargin(episode()))).toBe(expected)
  })
})

describe('what was added', () => {
  test.each<[string, ObservedPosition[], number | null]>([
    ['is nothing at first', [], 0],
    ['is the sum of all additions', [added, more], 50],
    ['is not known where the amount of one is not', [added, { ...more, margin: null }], null],
  ])('%s', (_, states, expected) => {
    const { twice, episode } = desk()
    twice(0, [long])
    for (const [index, state] of states.entries()) twice(10 + index * 10, [state])
    expect(figure(addedMargin(episode()))).toBe(expected)
  })

  test('comes one by one, with what is asked', () => {
    const { twice, episode } = desk()
    const shown = { ...long, liquidationPrice: null }
    const hour = (Date.UTC(2026, 0, 5, 16) - START) / 1_000
    twice(hour - 300, [shown])
    twice(hour - 200, [{ ...shown, margin: '79.42' }])
    twice(hour - 190, [{ ...shown, margin: null, liquidationPrice: '56254.3' }])
    twice(hour + 5, [{ ...shown, margin: null, liquidationPrice: '56104.3' }])
    const rises = marginRises(episode()).map(({ amount, at, ...rise }) => [
      figure(amount),
      (at - START) / 1_000 - hour,
      rise,
    ])
    expect(rises).toEqual([
      [20, -200, { event: 1, counts: true, asked: false }],
      [null, 5, { event: 2, counts: false, asked: true }],
    ])
  })
})

test.each([
  ['the mark is below the average: once more while losing', '59500.0', 1],
  ['it is above it: while winning', '60100.0', 0],
  ['it is not in sight: nobody knows', null, 0],
])('bought, and %s', (_, markPrice, expected) => {
  const { twice, episode } = desk()
  const shown = { ...long, liquidationPrice: null, markPrice }
  twice(0, [shown])
  twice(10, [{ ...shown, ...bought }])
  expect(increasesWhileLosing(episode())).toBe(expected)
})

describe('how many there were before our first look', () => {
  /** Five seconds after an hour, where a rise may be a settlement: it is asked. */
  const seen = (isWatched: boolean, after: ObservedPosition = long) => {
    const trader = desk()
    const hour = (Date.UTC(2026, 0, 5, 16) - START) / 1_000
    const shown = { liquidationPrice: null, estimatedFunding: '1.00' }
    if (isWatched) trader.look(hour - 30, [])
    trader.twice(hour - 20, [{ ...long, ...shown }])
    trader.twice(hour + 5, [{ ...after, ...shown }])
    return trader
  }

  test.each<[string, boolean, ObservedPosition | undefined, number | null, boolean]>([
    ['is none where somebody saw it opened, and the count is known', true, undefined, 0, true],
    ['… unless something is asked', true, { ...long, margin: '60.62' }, 0, false],
    ['is not known where nobody did', false, undefined, null, false],
  ])('%s', (_, isWatched, after, declared, isKnown) => {
    const episode = seen(isWatched, after).episode()
    expect(declaredAdditions(episode)).toBe(declared)
    expect(additionsKnown(episode)).toBe(isKnown)
  })

  test('is what the trader has said last, until it is taken back', () => {
    const { ledger, episode } = seen(false)
    const { id } = episode()
    const said = [2, 3].reduce(
      (known, additions) =>
        correctLedger(known, { says: 'added-before', episode: id, at: START, additions }),
      ledger(),
    )
    const declaredIn = ({ open }: typeof said) => Object.values(open).map(declaredAdditions)
    expect(declaredIn(said)).toEqual([3])
    const event = Object.values(said.open)[0]?.events.at(-1)?.id ?? -1
    const undone = correctLedger(said, { says: 'take-back', episode: id, at: START, event })
    expect(declaredIn(undone)).toEqual([2])
  })
})
