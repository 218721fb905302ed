import { describe, expect, test } from 'vitest'
import { Decimal } from '@/lib/margin'
import { identifyBracket, narrowBracket } from '@/lib/margin/preview'
import { liquidationAfter } from '@/lib/rules/planning/liquidation-after'
import { isolatedLiquidation } from '../../practice-exchange/engine/index.ts'
import { generator, logBetween } from '../margin/simulation/positions'
import { drawPositions } from './engine-positions'

const POSITIONS = 2_000

/** What the preview says of an addition, beside what the practice exchange makes of it. */
const tried = () => {
  const random = generator(61)
  return drawPositions(random, POSITIONS).flatMap(({ exchange, position, rows }) => {
    const row = rows.at(-1) ?? rows[0]
    const mark = exchange.figures(position).mark
    const amount = Number((position.wallet * logBetween(random, 0.01, 1)).toFixed(8))
    const truth = isolatedLiquidation(position, position.wallet + amount, mark) ?? null
    const after = liquidationAfter({
      row,
      estimate: rows.slice(1).reduce(narrowBracket, identifyBracket([rows[0]])),
      change: new Decimal(amount),
      pageEstimate: null,
    })
    const falls = (row.side === 'long') === (row.contract.kind === 'linear')
    const tick = 10 ** -(row.liquidationPrice?.decimals ?? 0)
    // How many units of its last digit the printed margin has.
    const { value, decimals } = row.margin ?? { value: new Decimal(0), decimals: 0 }
    const units = value.toNumber() * 10 ** decimals
    return after === null
      ? []
      : [{ after, truth, mark, falls, tick, units, kind: row.contract.kind }]
  })
}

type Case = ReturnType<typeof tried>[number]

describe('the preview against the practice exchange', { timeout: 120_000 }, () => {
  const cases = tried()
  const falling = cases.filter(({ falls }) => falls)
  const rising = cases.filter(({ falls }) => !falls)

  test('every position has an answer, on both sides', () => {
    expect(cases).toHaveLength(POSITIONS)
    expect(Math.min(falling.length, rising.length)).toBeGreaterThan(POSITIONS / 3)
  })

  test("the interval holds the engine's price in every case", () => {
    const outside = cases.filter(({ after: { interval }, truth }) => {
      if (truth === null) return interval.low !== null && interval.high !== null
      const dust = truth * 1e-9
      const low = interval.low?.toNumber() ?? -Infinity
      const high = interval.high?.toNumber() ?? Infinity
      return truth < low - dust || truth > high + dust
    })
    expect(outside).toEqual([])
  })

  /**
   * The print bounds the answer. A price in steps of more than 0.01 % leaves more than that open. A coin
   * margin of "0.0006" may be a tenth more or less: several brackets explain such a row.
   */
  const printsEnough = ({ kind, tick, mark, units }: Case) =>
    kind === 'linear' ? tick <= mark * 1e-4 : units >= 100

  const isNarrow = ({ after: { interval }, mark }: Case) =>
    interval.low === null && interval.high === null
      ? true
      : interval.high?.minus(interval.low ?? 0).lte(mark * 1e-4) === true

  const isRight = ({ after: { price }, truth, mark, tick }: Case) =>
    price === null || truth === null
      ? price === truth
      : Math.abs(price.value.toNumber() - truth) <= tick + 1e-4 * mark

  test.each([
    ['linear', 500],
    ['inverse', 130],
  ] as const)('%s, falling: 0.01 %% of mark or less in 95 %%', (wanted, least) => {
    const fine = falling.filter((each) => each.kind === wanted && printsEnough(each))
    expect(fine.length).toBeGreaterThan(least)
    expect(fine.filter(isNarrow).length).toBeGreaterThanOrEqual(0.95 * fine.length)
  })

  test('linear, rising: the figure is right in 95 %', () => {
    const linear = rising.filter(({ kind }) => kind === 'linear')
    expect(linear.length).toBeGreaterThan(500)
    expect(linear.filter(isRight).length).toBeGreaterThanOrEqual(0.95 * linear.length)
  })

  test('inverse, rising: the figure is right in 95 %', () => {
    const inverse = rising.filter((each) => each.kind === 'inverse' && printsEnough(each))
    expect(inverse.length).toBeGreaterThan(130)
    expect(inverse.filter(isRight).length).toBeGreaterThanOrEqual(0.95 * inverse.length)
  })

  test('where the print tells too little, the figure is withheld rather than wrong', () => {
    const coarse = cases.filter((each) => each.kind === 'inverse' && !printsEnough(each))
    expect(coarse.length).toBeGreaterThan(100)
    const wrong = coarse.filter((each) => each.after.price !== null && !isRight(each))
    expect(wrong.length).toBeLessThanOrEqual(0.05 * coarse.length)
  })

  test('where it rises, what the figure assumes is said', () => {
    expect(rising.filter(({ after }) => after.assumes === 'nothing')).toEqual([])
  })
})
