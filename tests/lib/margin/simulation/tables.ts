import { readFileSync } from 'node:fs'
import { type Bracket, Decimal } from '@/lib/margin'

/** Floor, rate and amount of one bracket, in plain numbers: the simulation's own arithmetic. */
export type Step = { floor: number; cap: number; rate: number; amount: number; leverage: number }
export type Table = readonly Step[]

const fromSteps = (steps: readonly (readonly [number, number, number])[]): Step[] => {
  const table: Step[] = []
  steps.forEach(([floor, rate, leverage], index) => {
    const last = table.at(-1)
    table.push({
      floor,
      cap: steps[index + 1]?.[0] ?? Infinity,
      rate,
      amount: last === undefined ? 0 : last.amount + floor * (rate - last.rate),
      leverage,
    })
  })
  return table
}

/** Made-up tables of the shapes that the exchange uses: always there. */
export const syntheticTables: readonly Table[] = [
  fromSteps([
    [0, 0.004, 125],
    [50_000, 0.005, 100],
    [600_000, 0.01, 50],
    [5_000_000, 0.02, 25],
    [20_000_000, 0.05, 10],
  ]),
  fromSteps([
    [0, 0.01, 50],
    [5_000, 0.015, 40],
    [20_000, 0.02, 25],
    [80_000, 0.05, 10],
    [250_000, 0.1, 5],
    [750_000, 0.125, 4],
  ]),
  fromSteps([
    [0, 0.015, 40],
    [10_000, 0.02, 25],
    [30_000, 0.025, 20],
    [125_000, 0.05, 10],
    [600_000, 0.1, 5],
  ]),
  fromSteps([
    [0, 0.0065, 75],
    [25_000, 0.0075, 60],
    [62_500, 0.01, 50],
    [500_000, 0.02, 25],
  ]),
  fromSteps([
    [0, 0.025, 20],
    [5_000, 0.05, 10],
    [45_000, 0.1, 5],
    [175_000, 0.125, 4],
    [350_000, 0.1667, 3],
    [600_000, 0.25, 2],
  ]),
  fromSteps([
    [0, 0.005, 100],
    [12_000, 0.0065, 75],
    [40_000, 0.01, 50],
    [160_000, 0.015, 40],
    [300_000, 0.02, 25],
  ]),
]

/**
 * Real tables, where a file of them is named by MARGIN_BRAKE_BRACKETS:
 * `{symbol: [[floor, cap, rate, amount, leverage], …]}`. They are not a part of this project.
 */
export const realTables = (): Table[] => {
  const file = process.env['MARGIN_BRAKE_BRACKETS']
  if (file === undefined) return []
  const all = JSON.parse(readFileSync(file, 'utf8')) as Record<
    string,
    [number, number | null, number, number, number][]
  >
  return Object.entries(all)
    .filter(([symbol]) => symbol.endsWith('USDT') || symbol.endsWith('USDC'))
    .map(([, rows]) =>
      rows.map(([floor, cap, rate, amount, leverage]) => ({
        floor,
        cap: cap ?? Infinity,
        rate,
        amount,
        leverage,
      })),
    )
}

export const asBrackets = (table: Table): Bracket[] =>
  table.map(({ floor, cap, rate, amount }) => ({
    notionalFloor: new Decimal(floor),
    notionalCap: new Decimal(cap),
    maintenanceMarginRate: new Decimal(rate),
    maintenanceAmount: new Decimal(amount).toDecimalPlaces(8),
  }))

export const maintenance = (table: Table, notional: number): number =>
  Math.max(...table.map(({ rate, amount }) => notional * rate - amount))

export const bracketOf = (table: Table, notional: number): Step => {
  const step = table.find(({ cap }) => notional <= cap) ?? table.at(-1)
  if (step === undefined) throw new RangeError('empty table')
  return step
}
