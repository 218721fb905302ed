import { expect, test } from 'vitest'
import { distanceScale } from '@/components/card/distance-scale'
import { type EpisodeFacts, lossDirection, type PositionFacts } from '@/lib/rules/facts'
import { defaultLimits } from '@/lib/rules/limits'
import { d, episodeOf, is, longPosition, missing } from '../../lib/rules/facts'

const scaleOf = (change: Partial<PositionFacts>, episode: EpisodeFacts | null = null) => {
  const facts = { ...longPosition, ...change }
  return distanceScale({
    facts,
    direction: lossDirection(facts.side),
    stop: facts.stopLoss.state === 'present' ? facts.stopLoss.price : missing('unknown'),
    episode,
    limits: { ...defaultLimits, distanceDanger: '0.2', distanceCaution: '0.5' },
  })
}

const long = {
  liquidationPrice: is(80),
  markPrice: is(120),
  entryPrice: is(180),
  stopLoss: { state: 'present', price: is(100) },
} as const

test('long: to scale, liquidation at the left; danger ends where the distance is the limit', () => {
  // Distance 20 % of mark: mark 100, since (100 − 80) ÷ 100; 50 %: mark 160.
  expect(scaleOf(long)).toEqual({
    marks: { liquidation: 0, stop: 0.2, mark: 0.4, entry: 1 },
    ghosts: [],
    zones: { danger: [0, 0.2], caution: [0.2, 0.8] },
  })
})

test('short: liquidation at the right, the zones grow to the left of it', () => {
  // (120 − 100) ÷ 100 = 20 %; (120 − 80) ÷ 80 = 50 %.
  expect(
    scaleOf({
      side: 'short',
      liquidationPrice: is(120),
      markPrice: is(90),
      entryPrice: is(70),
      stopLoss: { state: 'present', price: is(110) },
    }),
  ).toEqual({
    marks: { liquidation: 1, stop: 0.8, mark: 0.4, entry: 0 },
    ghosts: [],
    zones: { danger: [0.6, 1], caution: [0.2, 0.6] },
  })
})

test('the healthy leg of a hedge: liquidation above a long, and the zones below it', () => {
  const scale = distanceScale({
    facts: {
      liquidationPrice: is(120),
      markPrice: is(90),
      entryPrice: is(70),
    },
    direction: 'up',
    stop: is(80),
    episode: null,
    limits: { ...defaultLimits, distanceDanger: '0.2', distanceCaution: '0.5' },
  })
  expect(scale).toEqual({
    marks: { liquidation: 1, stop: 0.2, mark: 0.4, entry: 0 },
    ghosts: [],
    zones: { danger: [0.6, 1], caution: [0.2, 0.6] },
  })
})

test('a mark of zero has no place', () => {
  expect(scaleOf({ ...long, markPrice: is(0) })).toBeNull()
})

test('an earlier liquidation price widens the line, so that it stays in the picture', () => {
  const scale = scaleOf(
    { ...long, entryPrice: is(140) },
    episodeOf({ earlierLiquidationPrices: [d(180), d(100)] }),
  )
  expect(scale?.ghosts.map(({ place }) => place)).toEqual([1, 0.2])
  expect(scale?.marks).toEqual({ liquidation: 0, stop: 0.2, mark: 0.4, entry: 0.6 })
})

test('a zone ends with the line', () => {
  const scale = scaleOf({ ...long, entryPrice: is(120), markPrice: is(90) })
  expect(scale?.zones).toEqual({ danger: [0, 0.5], caution: [0.5, 1] })
})

test('crossed: the mark stands on the far side of liquidation', () => {
  expect(scaleOf({ ...long, markPrice: is(70), entryPrice: is(170) })?.marks).toMatchObject({
    mark: 0,
    liquidation: 0.1,
  })
})

test('no picture of what is not known, no place for a stop or entry that is not', () => {
  expect(scaleOf({ ...long, liquidationPrice: missing('unparsed') })).toBeNull()
  expect(scaleOf({ ...long, liquidationPrice: missing('none') })).toBeNull()
  expect(scaleOf({ ...long, markPrice: missing('contradicted') })).toBeNull()
  const scale = scaleOf({
    ...long,
    entryPrice: missing('unknown'),
    stopLoss: { state: 'unknown' },
  })
  expect(scale?.marks).toEqual({ liquidation: 0, mark: 1 })
})

test('everything at one price has no scale', () => {
  expect(
    scaleOf({
      liquidationPrice: is(5),
      markPrice: is(5),
      entryPrice: is(5),
      stopLoss: { state: 'absent' },
    }),
  ).toBeNull()
})
