import { describe, expect, test } from 'vitest'
import { identifyBracket, narrowBracket } from '@/lib/margin/preview'
import type { PositionFacts } from '@/lib/rules/facts'
import {
  closedAtFirst,
  dayRange,
  fundingDrain,
  rescueLadder,
  tickerMemory,
} from '@/lib/rules/insight'
import type { TickerInput } from '@/lib/rules/insight/ticker-memory'
import { isolatedLiquidation } from '../../practice-exchange/engine/index.ts'
import { generator } from '../margin/simulation/positions'
import { drawPositions } from './engine-positions'
import { d, episodeOf, is, longPosition, missing } from './facts'

const NOW = 1_700_000_000_000
const HOUR = 3_600_000

const line: TickerInput = {
  symbol: 'BTCUSDT',
  dayHigh: is(61_500),
  dayLow: is(58_200),
  fundingRate: is('0.0001'),
  nextFundingAt: { value: NOW + 3 * HOUR },
}
const tickerOf = (change: Partial<TickerInput> = {}, at = NOW) =>
  tickerMemory()
    .after({ ...line, ...change }, at)
    .of('BTCUSDT')

describe('the line over the chart', () => {
  test('speaks of one contract at a time, and what others said is kept', () => {
    const memory = tickerMemory()
      .after(line, NOW)
      .after({ ...line, symbol: 'ETHUSDT', dayHigh: is(3_200) }, NOW + 60_000)
    expect(memory.of('BTCUSDT')).toMatchObject({ dayHigh: is(61_500), readAt: NOW })
    expect(memory.of('ETHUSDT')).toMatchObject({ dayHigh: is(3_200), readAt: NOW + 60_000 })
    expect(memory.of('SOLUSDT')).toBeNull()
    expect(memory.after({ ...line, symbol: null }, NOW).of('BTCUSDT')).toMatchObject({
      readAt: NOW,
    })
  })

  test('a countdown of more than four hours is part of eight', () => {
    expect(tickerOf({ nextFundingAt: { value: NOW + 5 * HOUR } })?.fundingInterval).toBe(8 * HOUR)
  })

  test('a shorter one may be part of any interval, until a funding has passed', () => {
    const before = tickerMemory().after(line, NOW)
    expect(before.of('BTCUSDT')?.fundingInterval).toBeNull()
    const passed = before.after(
      { ...line, nextFundingAt: { value: NOW + 7 * HOUR } },
      NOW + 3 * HOUR,
    )
    expect(passed.of('BTCUSDT')?.fundingInterval).toBe(4 * HOUR)
    // Two fundings in between were not seen: no interval of the exchange.
    const gap = before.after(
      { ...line, nextFundingAt: { value: NOW + 20 * HOUR } },
      NOW + 17 * HOUR,
    )
    expect(gap.of('BTCUSDT')?.fundingInterval).toBeNull()
  })
})

describe('the day’s range against the distance', () => {
  const range = (distance: string, change: Partial<TickerInput> = {}, now = NOW) =>
    dayRange({
      ticker: tickerOf(change),
      position: { markPrice: is(60_000) },
      distance: is(distance),
      now,
    })

  test('both are fractions of the mark', () => {
    // (61,500 − 58,200) ÷ 60,000
    expect(range('0.06')).toEqual({ moved: d('0.055'), reachesLiquidation: false, age: 0 })
    expect(range('0.055')?.reachesLiquidation).toBe(true)
    expect(range('0.0217')?.reachesLiquidation).toBe(true)
  })

  test('seen a while ago it has its age, seen a day ago it is none of today’s', () => {
    expect(range('0.06', {}, NOW + 2 * HOUR)?.age).toBe(2 * HOUR)
    expect(range('0.06', {}, NOW + 25 * HOUR)).toBeNull()
  })

  test.each([
    ['no high', { dayHigh: missing('column-hidden') }],
    ['no low', { dayLow: missing('unparsed') }],
    ['a high below the low', { dayHigh: is(50_000) }],
    ['a low of zero', { dayLow: is(0) }],
  ])('%s: nothing is said', (_, change) => {
    expect(range('0.06', change)).toBeNull()
  })

  test('without a distance, or another contract’s chart open, nothing is said', () => {
    const position = { markPrice: is(60_000) }
    expect(
      dayRange({ ticker: tickerOf(), position, distance: missing('none'), now: NOW }),
    ).toBeNull()
    expect(dayRange({ ticker: null, position, distance: is('0.1'), now: NOW })).toBeNull()
  })
})

const cases = drawPositions(generator(11), 120).map((drawn) => {
  const row = drawn.rows.at(-1) ?? drawn.rows[0]
  const estimate = drawn.rows.slice(1).reduce(narrowBracket, identifyBracket([drawn.rows[0]]))
  const facts: PositionFacts = {
    ...longPosition,
    side: row.side,
    contract: { value: row.contract },
    quantity: row.quantity,
    entryPrice: row.entryPrice,
    markPrice: row.markPrice ?? missing('unknown'),
    liquidationPrice: row.liquidationPrice ?? missing('none'),
    margin: row.margin ?? missing('unknown'),
    wallet: row.margin ?? missing('unknown'),
    marginRatio: row.marginRatio ?? missing('unknown'),
  }
  return { ...drawn, row, estimate, facts }
})

describe('the rescue ladder, against the practice exchange', { timeout: 60_000 }, () => {
  test('with the margin of a rung, the engine liquidates there or farther', () => {
    let asked = 0
    for (const { exchange, position, row, estimate, facts } of cases) {
      const rungs = rescueLadder(facts, estimate)
      if (rungs === null) continue
      expect(rungs.map(({ move }) => move.toFixed())).toEqual(['0.05', '0.1', '0.15'])
      for (const { move, margin, behind } of rungs) {
        asked += 1
        const from = 'value' in facts.markPrice ? facts.markPrice.value.toNumber() : NaN
        const price = from * (1 + (row.side === 'long' ? -1 : 1) * move.toNumber())
        const mark = exchange.figures(position).mark
        const at = isolatedLiquidation(position, position.wallet + margin.toNumber(), mark)
        const dust = price * 1e-9
        if (row.side === 'long') expect(at ?? 0).toBeLessThanOrEqual(price + dust)
        else expect(at ?? Infinity).toBeGreaterThanOrEqual(price - dust)
        expect(behind.minus(margin).toFixed()).toBe(
          'value' in facts.wallet ? facts.wallet.value.toFixed() : '',
        )
      }
    }
    expect(asked).toBeGreaterThan(150)
  })

  test('a rung that liquidation lies beyond already asks for nothing', () => {
    const far = cases.find(({ row }) => {
      const [mark, liquidation] = [row.markPrice?.value, row.liquidationPrice?.value]
      return mark && liquidation && mark.minus(liquidation).abs().div(mark).gt('0.3')
    })
    if (far === undefined) throw new Error('no position lies that far')
    expect(rescueLadder(far.facts, far.estimate)?.map(({ margin }) => margin.toFixed())).toEqual([
      '0',
      '0',
      '0',
    ])
  })

  test('a cross position, or one of which a figure is missing, has no ladder', () => {
    const [one] = cases
    if (one === undefined) throw new Error('no position')
    const { facts, estimate } = one
    expect(rescueLadder({ ...facts, marginMode: 'cross' }, estimate)).toBeNull()
    for (const fact of ['markPrice', 'wallet', 'liquidationPrice', 'entryPrice'] as const) {
      expect(rescueLadder({ ...facts, [fact]: missing('unparsed') }, estimate)).toBeNull()
    }
  })
})

describe('funding’s drain', () => {
  const [one] = cases.filter(({ row }) => row.side === 'long' && row.contract.kind === 'linear')
  if (one === undefined) throw new Error('no linear long')
  const { estimate } = one
  const position = { ...one.facts, estimatedFunding: is('-1.5') }
  const ticker = tickerOf({ nextFundingAt: { value: NOW + 5 * HOUR } })
  const drain = (change: Partial<Parameters<typeof fundingDrain>[0]> = {}) =>
    fundingDrain({ position, ticker, estimate, now: NOW, ...change })

  test('the next one, and a day of it: three of eight hours', () => {
    expect(drain()).toMatchObject({ next: d('-1.5'), day: d('-4.5') })
  })

  test('paid, a day of it brings liquidation nearer', () => {
    const before = one.row.liquidationPrice?.value
    const day = drain()?.afterDay?.price?.value
    if (before === undefined || day === undefined) throw new Error('unknown')
    expect(day.gt(before)).toBe(true)
  })

  test('how many there are in a day is not known: only the next one', () => {
    expect(drain({ ticker: tickerOf() })).toMatchObject({
      next: d('-1.5'),
      day: null,
      afterDay: null,
    })
  })

  test.each([
    ['no estimate in the row', { position: one.facts }],
    ['an estimate of zero', { position: { ...one.facts, estimatedFunding: is(0) } }],
    ['no line over the chart', { ticker: null }],
    ['no rate', { ticker: tickerOf({ fundingRate: missing('unparsed') }) }],
    ['no countdown', { ticker: tickerOf({ nextFundingAt: { missing: 'unparsed' } }) }],
    ['a countdown that is over', { now: NOW + 6 * HOUR }],
    ['a cross position', { position: { ...position, marginMode: 'cross' as const } }],
  ])('%s: nothing is said', (_, change) => {
    expect(drain(change)).toBeNull()
  })
})

describe('closing at the first margin addition', () => {
  const losing = { unrealizedPnl: is(-40) }

  test('after a second one: the loss then, and the loss now', () => {
    const episode = episodeOf({ marginAdditions: 2, pnlAtFirstAddition: d(-18) })
    expect(closedAtFirst(episode, losing)).toEqual({ then: d(-18), now: d(-40) })
  })

  test('after one, or where either is not known, nothing is said', () => {
    const once = episodeOf({ marginAdditions: 1, pnlAtFirstAddition: d(-18) })
    expect(closedAtFirst(once, losing)).toBeNull()
    expect(closedAtFirst(episodeOf({ marginAdditions: 2 }), losing)).toBeNull()
    const twice = episodeOf({ marginAdditions: 2, pnlAtFirstAddition: d(-18) })
    expect(closedAtFirst(twice, { unrealizedPnl: missing('unparsed') })).toBeNull()
    expect(closedAtFirst(null, losing)).toBeNull()
    expect(closedAtFirst({ ...twice, additionsKnown: false }, losing)).toBeNull()
  })
})
