import { describe, expect, test } from 'vitest'
import type { PositionFacts } from '@/lib/rules/facts'
import { defaultLimits as limits } from '@/lib/rules/limits'
import { judgeStop, stopForLoss, stopOutcome, stopZone } from '@/lib/rules/planning'
import { generator } from '../margin/simulation/positions'
import { d, is, longPosition, missing } from './facts'

const printed = (value: number, decimals = 1) => ({ value: d(value), decimals })

const long: PositionFacts = {
  ...longPosition,
  entryPrice: printed(60_000),
  markPrice: printed(58_000),
  liquidationPrice: printed(57_300.3),
}
const short: PositionFacts = {
  ...long,
  side: 'short',
  markPrice: printed(61_000),
  liquidationPrice: printed(62_700.7),
}
/** 100 contracts of 100 USD. */
const inverse: PositionFacts = {
  ...long,
  contract: { value: { kind: 'inverse', contractSize: d(100) } },
  marginAsset: 'BTC',
  quantity: is(100),
}

describe('the useful zone: from the mark to where the buffer before liquidation begins', () => {
  test('a long, the edge rounded away from liquidation', () => {
    // 57,300.3 + 10 % of 2,699.7
    expect(stopZone(long, limits)).toEqual({
      state: 'open',
      edge: d('57570.3'),
      elsewhere: false,
      mark: d(58_000),
    })
  })
  test('a short', () => {
    expect(stopZone(short, limits)).toEqual({
      state: 'open',
      edge: d('62430.6'),
      elsewhere: false,
      mark: d(61_000),
    })
  })
  test('the mark inside the buffer: no stop is of use', () => {
    const near = { ...long, markPrice: printed(57_500) }
    expect(stopZone(near, limits)?.state).toBe('crowded')
  })
  test('nothing liquidates: any stop before the mark', () => {
    const never = { ...long, liquidationPrice: missing('none') }
    expect(stopZone(never, limits)).toEqual({
      state: 'open',
      edge: null,
      elsewhere: false,
      mark: d(58_000),
    })
  })
  test('liquidation on the winning side, as of a hedge leg in cross mode: any stop before the mark', () => {
    const elsewhere = (position: PositionFacts, price: number) => ({
      ...position,
      marginMode: 'cross' as const,
      liquidationPrice: printed(price),
    })
    const open = { state: 'open', edge: null, elsewhere: true }
    expect(stopZone(elsewhere(long, 63_000), limits)).toEqual({ ...open, mark: d(58_000) })
    expect(stopZone(elsewhere(short, 55_000), limits)).toEqual({ ...open, mark: d(61_000) })
    expect(judgeStop(elsewhere(long, 63_000), limits, d(50_000))).toBe('useful')
    expect(judgeStop(elsewhere(short, 55_000), limits, d(70_000))).toBe('useful')
    // On the losing side it counts as it does for an isolated one.
    expect(stopZone(elsewhere(long, 57_300.3), limits)).toEqual(stopZone(long, limits))
    expect(stopZone(elsewhere(short, 62_700.7), limits)).toEqual(stopZone(short, limits))
  })
  test('an isolated position beyond its liquidation price has no place for a stop', () => {
    const beyond = { ...long, markPrice: printed(57_000) }
    expect(stopZone(beyond, limits)?.state).toBe('crowded')
    expect(judgeStop(beyond, limits, d(56_000))).toBe('beyond-liquidation')
  })
  test('of a side that nobody can tell', () => {
    const unknown = { ...long, side: 'unknown' } as const
    expect(stopZone(unknown, limits)).toBeNull()
    expect(judgeStop(unknown, limits, d(57_900))).toBe('unknown')
  })
  test.each(['column-hidden', 'contradicted', 'unknown'] as const)('%s: no zone', (reason) => {
    expect(stopZone({ ...long, liquidationPrice: missing(reason) }, limits)).toBeNull()
  })
})

describe('whether a stop acts', () => {
  test.each([
    [long, 58_000, 'wrong-side'],
    [long, 59_000, 'wrong-side'],
    [long, 57_999.9, 'useful'],
    [long, 57_570.3, 'useful'],
    [long, 57_570.2, 'near-liquidation'],
    [long, 57_300.4, 'near-liquidation'],
    [long, 57_300.3, 'beyond-liquidation'],
    [long, 50_000, 'beyond-liquidation'],
    [short, 61_000, 'wrong-side'],
    [short, 60_000, 'wrong-side'],
    [short, 62_000, 'useful'],
    [short, 62_500, 'near-liquidation'],
    [short, 62_700.7, 'beyond-liquidation'],
  ])('%#: %d', (position, price, verdict) => {
    expect(judgeStop(position, limits, d(price))).toBe(verdict)
  })
  test('liquidation not known: only the wrong side is told', () => {
    const hidden = { ...long, liquidationPrice: missing('column-hidden') }
    expect(judgeStop(hidden, limits, d(59_000))).toBe('wrong-side')
    expect(judgeStop(hidden, limits, d(57_000))).toBe('unknown')
  })
})

describe('what a stop leaves behind', () => {
  const outcome = (price: number, covers = 1, position = long) =>
    stopOutcome({ position, price: d(price), covers: d(covers), capital: is(1_000) })

  test('the whole position: 0.02 × 2,200', () => {
    expect(outcome(57_800)).toEqual({ pnl: d(-44), share: d('0.044'), uncovered: d(0) })
  })
  test('a part of it: the rest stays open', () => {
    expect(outcome(57_800, 0.25)).toEqual({ pnl: d(-11), share: d('0.011'), uncovered: d('0.75') })
  })
  test('a stop in profit is no loss', () => {
    expect(outcome(61_000)?.pnl).toEqual(d(20))
    expect(outcome(61_000)?.share).toBeNull()
  })
  test('no part, or more than all of it: no answer', () => {
    expect(outcome(57_800, 0)).toBeNull()
    expect(outcome(57_800, 1.01)).toBeNull()
  })
  test('an inverse contract: 10,000 USD from 60,000 to 50,000 is 1/30 BTC', () => {
    const loss = outcome(50_000, 1, inverse)?.pnl
    expect(loss?.toFixed(8)).toBe('-0.03333333')
  })
})

describe('the nearest stop for a chosen loss', () => {
  test('44 on 0.02 BTC: 2,200 away', () => {
    expect(stopForLoss({ position: long, loss: d(44), covers: d(1) })).toEqual(d(57_800))
  })
  test('only a part is covered: farther away', () => {
    expect(stopForLoss({ position: long, loss: d(11), covers: d('0.25') })).toEqual(d(57_800))
  })
  test('a long cannot lose more than it is worth: no price', () => {
    expect(stopForLoss({ position: long, loss: d(1_300), covers: d(1) })).toBeNull()
  })
  test('random positions: the loss there is never more than chosen, and a tick further it is', () => {
    const random = generator(17)
    const sides = ['long', 'short'] as const
    for (let count = 0; count < 2_000; count += 1) {
      const kind = random() < 0.5 ? long.contract : inverse.contract
      const entry = d((100 + random() * 1_000).toFixed(2))
      const position: PositionFacts = {
        ...long,
        contract: kind,
        side: sides[Math.floor(random() * 2)] ?? 'long',
        quantity: is((1 + random() * 100).toFixed(3)),
        entryPrice: { value: entry, decimals: 2 },
        markPrice: { value: entry, decimals: 2 },
        liquidationPrice: missing('none'),
      }
      const covers = d((0.1 + random() * 0.9).toFixed(2))
      const loss = d((random() * 10).toFixed(4))
      const stop = stopForLoss({ position, loss, covers })
      if (stop === null) continue
      const at = (price: typeof entry) =>
        stopOutcome({ position, price, covers, capital: missing('unknown') })?.pnl.neg() ?? d(0)
      expect(at(stop).lte(loss.plus('1e-20'))).toBe(true)
      expect(at(stop.plus(position.side === 'long' ? -0.01 : 0.01)).gt(loss)).toBe(true)
    }
  })
})
