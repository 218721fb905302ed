import { describe, expect, test } from 'vitest'
import { Decimal } from '@/lib/margin'
import { identifyBracket, narrowBracket } from '@/lib/margin/preview'
import type { PositionFacts } from '@/lib/rules/facts'
import { rowEvidenceOf } from '@/lib/rules/facts/row-evidence-of'
import { adverseMove } from '@/lib/rules/insight'
import { effectOf, endOfEffect, marginForWanted, marginSlider, whatIf } from '@/lib/rules/planning'
import { isolatedLiquidation } from '../../practice-exchange/engine/index.ts'
import { generator } from '../margin/simulation/positions'
import { drawPositions } from './engine-positions'
import { backing, d, is, longPosition, missing } from './facts'

const printed = (value: number | string, decimals: number) => ({ value: d(value), decimals })

/** A row of the practice exchange as the panel's facts. */
const factsOf = (row: Parameters<typeof identifyBracket>[0][number]): PositionFacts => ({
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
})

describe('against the practice exchange, 300 positions', { timeout: 60_000 }, () => {
  const random = generator(7)
  const cases = drawPositions(random, 300).map((drawn) => {
    const row = drawn.rows.at(-1) ?? drawn.rows[0]
    const estimate = drawn.rows.slice(1).reduce(narrowBracket, identifyBracket([drawn.rows[0]]))
    return { ...drawn, row, estimate, facts: factsOf(row) }
  })

  test('with the margin for a wanted distance, the engine liquidates there or farther', () => {
    let asked = 0
    for (const { exchange, position, row, estimate, facts } of cases) {
      const mark = row.markPrice?.value
      const before = row.liquidationPrice?.value
      if (mark === undefined || before === undefined) continue
      const wanted = mark.minus(before).abs().div(mark).plus('0.05')
      const needed = marginForWanted(facts, estimate, wanted)
      if (needed === null || needed === 'unreachable' || needed.interval === null) continue
      asked += 1
      const liquidation = (more: Decimal) =>
        isolatedLiquidation(
          position,
          position.wallet + more.toNumber(),
          exchange.figures(position).mark,
        )
      const target =
        row.side === 'long' ? mark.times(d(1).minus(wanted)) : mark.times(wanted.plus(1))
      const most = liquidation(needed.interval.high)
      const least = liquidation(needed.interval.low)
      const dust = target.toNumber() * 1e-9
      if (row.side === 'long') {
        expect(most ?? 0).toBeLessThanOrEqual(target.toNumber() + dust)
        expect(least ?? 0).toBeGreaterThanOrEqual(target.toNumber() - dust)
      } else {
        expect(most ?? Infinity).toBeGreaterThanOrEqual(target.toNumber() - dust)
        expect(least ?? Infinity).toBeLessThanOrEqual(target.toNumber() + dust)
      }
    }
    expect(asked).toBeGreaterThan(200)
  })

  test('a unit of margin moves liquidation away, never nearer', () => {
    for (const { facts, estimate, position } of cases) {
      const effect = effectOf(facts, estimate, new Decimal(position.wallet / 100))
      expect(effect === null || effect.gt(0)).toBe(true)
    }
  })
})

describe('what changes and what does not', () => {
  const position: PositionFacts = {
    ...longPosition,
    quantity: printed('0.02', 3),
    entryPrice: printed(60_000, 1),
    markPrice: printed(58_000, 1),
    liquidationPrice: printed('57228.9', 1),
    margin: printed(60, 2),
    wallet: printed(60, 2),
    marginRatio: printed('0.2320', 4),
  }
  const ask = (change: number, of = position, behind = backing) =>
    whatIf({ position: of, backing: behind, estimate: identifyBracket([]), change: d(change) })

  test('at stake and share follow the margin', () => {
    const { atStake, capitalShare } = ask(40)
    expect(atStake).toEqual({ before: d(60), after: d(100) })
    expect(capitalShare).toEqual({ before: d('0.03'), after: d('0.05') })
  })
  test('nothing is known of the bracket: an interval, and no figure', () => {
    const { after } = ask(40)
    expect(after?.price).toBeNull()
    expect(after?.assumes).toBe('unknown')
    expect(after?.interval.high?.lt('57228.9')).toBe(true)
  })
  test('without the digits of the row there is no preview, and the amounts stand', () => {
    const { after, atStake, noShare } = ask(40, { ...position, quantity: is('0.02') })
    expect([after, atStake.after, noShare]).toEqual([null, d(100), null])
    const other = { ...backing, capital: missing('other-asset') }
    expect(ask(40, position, other).noShare).toBe('other-asset')
  })
  test('what one more unit buys: 1 ÷ (0.02 · 0.996) of 58,000', () => {
    const row = rowEvidenceOf(position)
    if (row === null) throw new Error('The row has its digits.')
    expect(effectOf(position, identifyBracket([row]), d(1))?.toFixed(6)).toBe('0.000866')
    expect(
      effectOf({ ...position, markPrice: is(58_000) }, identifyBracket([row]), d(1)),
    ).toBeNull()
    const none = { ...position, liquidationPrice: missing('none') }
    expect(effectOf(none, identifyBracket([row]), d(1))).toBeNull()
  })
  test('the margin for a wanted distance; without the mark it is not known', () => {
    const row = rowEvidenceOf(position)
    if (row === null) throw new Error('The row has its digits.')
    const needed = marginForWanted(position, identifyBracket([row]), d('0.1'))
    // Liquidation at 52,200: (57,228.9 − 52,200) · 0.02 · 0.996
    if (needed === null || needed === 'unreachable') throw new Error('It has an answer.')
    expect(needed.amount?.toFixed(1)).toBe('100.2')
    const unread = { ...position, markPrice: missing('unparsed') }
    expect(marginForWanted(unread, identifyBracket([row]), d('0.1'))).toBeNull()
  })
  test('more is taken out than is there: no answer', () => {
    expect(ask(-60).after).toBeNull()
    expect(ask(-60).atStake.after).toBeNull()
  })
  test('the free balance falls short only where it is known', () => {
    expect(ask(2_000).short).toEqual(d(100))
    expect(ask(100).short).toEqual(d(0))
    expect(ask(2_000, position, { ...backing, available: null }).short).toBeNull()
  })
  test('the share is not known without the capital', () => {
    expect(
      ask(40, position, { ...backing, capital: missing('other-asset') }).capitalShare.after,
    ).toBeNull()
  })
  test('100 % away and more from a long: no amount leads there', () => {
    expect(marginForWanted(position, identifyBracket([]), d(1))).toBe('unreachable')
  })
})

describe('from where on more margin changes nothing', () => {
  const at = (change: Partial<PositionFacts>, stop: number | null = null) =>
    endOfEffect(
      { ...longPosition, markPrice: is(58_000), ...change },
      stop === null ? { state: 'absent' } : { state: 'present', price: is(stop), readAt: null },
    )

  test('a stop between mark and liquidation acts first', () => {
    expect(at({}, 56_000)).toEqual({ by: 'stop', price: d(56_000) })
  })
  test('a stop beyond liquidation does not: paid in full nothing liquidates', () => {
    expect(at({}, 49_000)).toEqual({ by: 'full', amount: d(1_140) })
  })
  test('of a short, between the two is below liquidation', () => {
    const short = { side: 'short', liquidationPrice: is(62_000) } as const
    expect(at(short, 60_000)).toEqual({ by: 'stop', price: d(60_000) })
    expect(at(short, 62_000)).toEqual({ by: 'nowhere' })
    expect(at(short, 57_000)).toEqual({ by: 'nowhere' })
  })
  test('a stop at the mark, or without a liquidation price to come before, ends nothing', () => {
    expect(at({}, 58_000)?.by).toBe('full')
    expect(at({ liquidationPrice: missing('none') }, 56_000)?.by).toBe('full')
    expect(at({ side: 'unknown' }, 56_000)).toBeNull()
  })
  test('a linear short has no such point', () => {
    expect(at({ side: 'short', liquidationPrice: is(62_000) })).toEqual({ by: 'nowhere' })
  })
  test('the wallet is not known: nothing is said', () => {
    expect(at({ wallet: missing('unknown') })).toBeNull()
  })
})

describe('the slider', () => {
  test('ends at the free balance and at what the exchange would let go, in round steps', () => {
    // 10x, in profit by 40: balance 200, first margin at mark 124, maintenance 16.
    const position = { ...longPosition, wallet: is(160), markPrice: is(62_000) }
    const slider = marginSlider(position, { ...backing, available: d(240) })
    expect(slider).toEqual({ min: d(-76), max: d(240), step: d(1) })
  })
  test('the steps are 1, 2 or 5 and noughts, about two hundred of them', () => {
    const position = { ...longPosition, wallet: is(160), markPrice: is(62_000) }
    const step = (available: number | null) =>
      marginSlider(position, { ...backing, available: available === null ? null : d(available) })
    // 716 and 396 in two hundred steps; never more than four times the wallet.
    expect(step(5_000)).toEqual({ min: d(-76), max: d(640), step: d(2) })
    expect(step(null)).toEqual({ min: d(-76), max: d(320), step: d(1) })
    expect(step(0)).toEqual(step(null))
    expect(step(24)).toEqual({ min: d(-76), max: d(24), step: d('0.5') })
  })
  test('maintenance stays behind the position', () => {
    // Half of the balance of 200 is maintenance: 160 − 100.
    const position = {
      ...longPosition,
      wallet: is(160),
      markPrice: is(62_000),
      marginRatio: is('0.5'),
    }
    expect(marginSlider(position, { ...backing, available: d(240) })?.min).toEqual(d(-60))
    const unread = { ...position, marginRatio: missing('unparsed') }
    expect(marginSlider(unread, { ...backing, available: d(240) })?.min).toEqual(d(-76))
  })
  test('a wallet that is not known has none', () => {
    expect(marginSlider({ ...longPosition, wallet: missing('unknown') }, backing)).toBeNull()
  })
})

describe('an adverse move', () => {
  const moved = (change: Partial<Parameters<typeof adverseMove>[0]>) =>
    adverseMove({
      position: longPosition,
      legs: [],
      balance: backing.balance,
      move: d('0.05'),
      ...change,
    })
  test('5 % of 60,000 against 0.02 BTC is 60, 3 % of the balance', () => {
    expect(moved({})).toEqual({
      loss: d(60),
      share: d('0.03'),
      liquidates: false,
    })
  })
  test('a short loses upwards', () => {
    const short = { ...longPosition, side: 'short', liquidationPrice: is(62_000) } as const
    expect(moved({ position: short, balance: null })).toEqual({
      loss: d(60),
      share: null,
      liquidates: true,
    })
  })
  test('a long cannot fall by all of it', () => {
    expect(moved({ move: d(1) })).toBeNull()
  })
  test('the other leg of a hedge wins by it: 0.02 long and 0.03 short', () => {
    const short = { ...longPosition, side: 'short', quantity: is('0.03') } as const
    expect(moved({ legs: [short] })).toMatchObject({ loss: d(-30), share: null })
    expect(moved({ position: short, legs: [longPosition] })).toMatchObject({
      loss: d(30),
      share: d('0.015'),
    })
    const unread = { ...short, quantity: missing('unknown') }
    expect(moved({ legs: [unread] })).toBeNull()
  })
  test('a balance in another asset, or a side that is not known: no share, no move', () => {
    expect(moved({ balance: { amount: d(1), asset: 'BTC' } })?.share).toBeNull()
    expect(moved({ position: { ...longPosition, side: 'unknown' } })).toBeNull()
  })
})
