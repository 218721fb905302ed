import { describe, expect, test } from 'vitest'
import { lookSchedule } from '@/entrypoints/futures.content/look-schedule'
import type { Look } from '@/entrypoints/futures.content/observation'
import { observation, observedPosition } from '../../lib/ledger/observed.ts'

type Position = Look['positions'][number]

const position = observedPosition({
  quantity: '0.012',
  markPrice: '59000.0',
  liquidationPrice: '55000.0',
  margin: '72.00',
  leverage: '10',
  unrealizedPnl: '-12.00',
  stopLoss: { state: 'present', price: '57000.0' },
})

const look = (at: number, changed: Partial<Position> = {}): Look => ({
  ...observation({ at, sequence: 1, tab: 'a', positions: [{ ...position, ...changed }] }),
})

/** When looks were told, of five a second over so many seconds. */
const toldOver = (seconds: number, at: (turn: number) => Partial<Position>): number[] => {
  const schedule = lookSchedule()
  const told: number[] = []
  for (let turn = 0; turn < seconds * 5; turn += 1) {
    const now = turn * 200
    if (schedule(look(now, at(turn))).length > 0) told.push(now)
  }
  return told
}

describe('while nothing but prices moves', () => {
  const price = (turn: number) => `${String(59_000 + (turn % 7))}.0`

  test('a look, its two repetitions, and then one a minute', () => {
    expect(toldOver(190, (turn) => ({ markPrice: price(turn) }))).toEqual([
      0, 400, 6_000, 66_000, 126_000, 186_000,
    ])
  })

  test('a figure that a price makes unprovable for a moment is no news', () => {
    const flickering = (turn: number): Partial<Position> => ({
      markPrice: price(turn),
      ...(turn % 3 === 1 && { margin: null }),
      ...(turn % 5 === 2 && { liquidationPrice: null, stopLoss: { state: 'unknown' } }),
    })
    expect(toldOver(100, flickering)).toEqual([0, 400, 6_000, 66_000])
  })
})

test('a margin that is another one when it can be proved again is told at once', () => {
  const schedule = lookSchedule()
  for (const at of [0, 400, 6_000]) schedule(look(at))
  expect(schedule(look(6_200, { margin: null }))).toEqual([])
  expect(schedule(look(6_400, { margin: '82.00' }))).toMatchObject([
    { at: 6_200, positions: [{ margin: null }] },
    { at: 6_400, positions: [{ margin: '82.00' }] },
  ])
})

test('a position is last seen where it ended, however fast the market fell', () => {
  const schedule = lookSchedule()
  schedule(look(0))
  schedule(look(350, { markPrice: '57000.0' }))
  schedule(look(700, { markPrice: '55400.0' }))
  const sent = schedule({ ...look(1_050), positions: [] })
  expect(sent.map(({ at, positions }) => [at, positions[0]?.markPrice])).toEqual([
    [700, '55400.0'],
    [1_050, undefined],
  ])
})

test('what is told is what was read: nothing stands in for what was not', () => {
  const schedule = lookSchedule()
  schedule(look(0))
  expect(schedule(look(70_000, { margin: null }))).toMatchObject([
    { positions: [{ margin: null }] },
  ])
})

test('another size is another position: nothing of the former stands in for it', () => {
  const schedule = lookSchedule()
  schedule(look(0))
  schedule(look(1_000, { quantity: '0.020', margin: null }))
  expect(schedule(look(1_200, { quantity: '0.020', margin: '72.00' }))).toMatchObject([
    { positions: [{ margin: '72.00' }] },
  ])
})
