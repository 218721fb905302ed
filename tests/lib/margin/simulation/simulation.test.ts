import { describe, expect, test } from 'vitest'
import { quantile, simulate } from './simulate'
import { realTables, syntheticTables, type Table } from './tables'

/** A short run of `npm run simulate`, which draws 10,000 of each and prints what it finds. */
const POSITIONS = 400

const families: [string, readonly Table[]][] = [['made-up', syntheticTables]]
const real = realTables()
if (real.length > 0) families.push(['real', real])

describe.each(families)('%s brackets', { timeout: 60_000 }, (_, tables) => {
  const run = (ratio: boolean, holds: 'wallet' | 'wallet-and-pnl' = 'wallet', seed = 21) =>
    simulate({ tables, positions: POSITIONS, seed, ticks: 30, ratio, holds, most: 10_000 })

  test('with the ratio column: identified, never wrong, narrow', () => {
    const tally = run(true)
    expect(tally.positions).toBe(POSITIONS)
    expect(tally).toMatchObject({ outside: 0, wrong: 0, contradicted: 0, meaningWrong: 0 })
    expect(tally.identified).toBeGreaterThanOrEqual(0.99 * POSITIONS)
    const { falling, rising } = tally
    expect(Math.min(falling.previews, rising.previews)).toBeGreaterThan(POSITIONS / 4)
    expect([falling.outside, rising.outside]).toEqual([0, 0])
    expect(quantile(falling.widths, 0.5)).toBeLessThanOrEqual(1e-5)
    expect(quantile(falling.widths, 0.95)).toBeLessThanOrEqual(1e-4)
    expect(rising.figureRight).toBeGreaterThanOrEqual(0.95 * rising.previews)
    expect(rising.unmarked).toBe(0)
  })

  test('a Margin column with PnL in it is known as that', () => {
    const tally = run(true, 'wallet-and-pnl')
    expect(tally).toMatchObject({ outside: 0, wrong: 0, meaningWrong: 0 })
    expect(tally.meaningDecided).toBe(POSITIONS)
  })

  test('without the ratio column: wider, never wrong', () => {
    const tally = run(false)
    expect(tally).toMatchObject({ outside: 0, wrong: 0, contradicted: 0, meaningWrong: 0 })
    expect([tally.falling.outside, tally.rising.outside]).toEqual([0, 0])
    const wide = quantile(tally.falling.widths, 0.5)
    expect(wide).toBeGreaterThan(quantile(run(true).falling.widths, 0.5))
  })
})
