import { Decimal, type PrintedFigure, type Side } from '@/lib/margin'
import type { RowEvidence } from '@/lib/margin/preview'
import { bracketOf, maintenance, type Table } from './tables'

export { seededRandom as generator } from '../../../seeded-random'

export const logBetween = (random: () => number, low: number, high: number): number =>
  Math.exp(Math.log(low) + random() * (Math.log(high) - Math.log(low)))

export const printed = (value: number, decimals: number): PrintedFigure => ({
  value: new Decimal(value.toFixed(decimals)),
  decimals,
})

export type Drawn = {
  table: Table
  side: Side
  quantity: number
  entry: number
  wallet: number
  leverage: number
  liquidation: number
  priceDecimals: number
}

const LEVERAGES = [1, 2, 3, 5, 10, 15, 20, 25, 50]

/** Liquidation by bisection over price: none of the closed formulas that it is there to check. */
export const searchLiquidation = (
  table: Table,
  { side, quantity, entry }: Pick<Drawn, 'side' | 'quantity' | 'entry'>,
  wallet: number,
): number | null => {
  const sense = side === 'long' ? 1 : -1
  const left = (price: number) =>
    wallet + sense * quantity * (price - entry) - maintenance(table, quantity * price)
  let [good, bad] = side === 'long' ? [entry * 4, entry * 1e-9] : [entry * 1e-9, entry * 1e3]
  if (left(bad) > 0) return null
  for (let step = 0; step < 200; step += 1) {
    const middle = (good + bad) / 2
    if (middle === good || middle === bad) break
    if (left(middle) > 0) good = middle
    else bad = middle
  }
  return (good + bad) / 2
}

/**
 * A position somebody might hold: a coin by chance, a notional between 100 and `most`, leverage that
 * its bracket allows, a wallet of one to three first margins.
 */
export const drawPosition = (
  random: () => number,
  tables: readonly Table[],
  most: number,
): Drawn | null => {
  const table = tables[Math.floor(random() * tables.length)]
  if (table === undefined) return null
  const notional = logBetween(random, 100, most)
  const allowed = LEVERAGES.filter((leverage) => leverage <= bracketOf(table, notional).leverage)
  const leverage = allowed[Math.floor(random() * allowed.length)] ?? 1
  // Prices have five to seven significant digits.
  const tick = logBetween(random, 1e-6, 1e-4)
  const priceDecimals = 1 + Math.floor(random() * 6)
  const entry = 10 ** -priceDecimals / tick
  const lot = 10 ** Math.ceil(Math.log10(notional / entry) - 3)
  const quantity = Math.max(1, Math.round(notional / entry / lot)) * lot
  const side: Side = random() < 0.5 ? 'long' : 'short'
  const position = { side, quantity, entry: Number(entry.toFixed(priceDecimals + 1)) }
  const wallet = ((quantity * entry) / leverage) * (1 + 2 * random())
  const liquidation = searchLiquidation(table, position, wallet)
  if (liquidation === null || liquidation < 10 ** -priceDecimals * 20) return null
  return { table, ...position, wallet, leverage, liquidation, priceDecimals }
}

const decimalsOf = (quantity: number): number => {
  for (let decimals = 0; decimals < 12; decimals += 1) {
    if (Math.abs(quantity - Number(quantity.toFixed(decimals))) < 1e-12 * quantity) return decimals
  }
  return 12
}

/** One row as the page prints it while the mark stands at a price. */
export const printRow = (
  drawn: Drawn,
  mark: number,
  { ratio = true, holds = 'wallet' } = {},
): RowEvidence => {
  const { table, side, quantity, entry, wallet, liquidation, priceDecimals } = drawn
  const pnl = (side === 'long' ? 1 : -1) * quantity * (mark - entry)
  const marginRatio = maintenance(table, quantity * mark) / (wallet + pnl)
  return {
    contract: { kind: 'linear' },
    side,
    quantity: printed(quantity, decimalsOf(quantity)),
    entryPrice: printed(entry, priceDecimals + 1),
    liquidationPrice: printed(liquidation, priceDecimals),
    margin: printed(holds === 'wallet' ? wallet : wallet + pnl, 2),
    markPrice: printed(mark, priceDecimals),
    marginRatio: ratio ? printed(marginRatio, 4) : null,
  }
}

/** A mark somewhere between liquidation and profit, then a random walk. */
export const walkMarks = (random: () => number, drawn: Drawn, ticks: number): number[] => {
  const { entry, liquidation } = drawn
  let mark = Math.max(entry / 3, entry + (liquidation - entry) * (random() * 1.4 - 0.5))
  const marks: number[] = []
  for (let tick = 0; tick < ticks; tick += 1) {
    marks.push(mark)
    const next = mark * (1 + 0.0012 * (random() + random() - 1))
    // Never across liquidation: the position would be gone.
    if ((next - liquidation) * (entry - liquidation) > 0) mark = next
  }
  return marks
}
