import type { Random } from '../random.ts'

/** One leverage tier; `amount` is what makes maintenance margin continuous at its floor. */
export type Tier = { floor: number; rate: number; amount: number; maxLeverage: number }

/** Rates that the exchange uses (808 tables of 2026-07), with the leverage that they allow. */
const ladder = [
  [0.004, 125],
  [0.005, 100],
  [0.0065, 75],
  [0.01, 50],
  [0.015, 40],
  [0.02, 25],
  [0.025, 20],
  [0.05, 10],
  [0.1, 5],
  [0.125, 4],
  [0.25, 2],
  [0.5, 1],
] as const

/** Most tables start with one of these. */
const starts = [0, 1, 2, 3, 3, 4, 4, 5, 6, 7] as const

/** A table of the exchange's shape. `per` is what one unit of notional is worth in dollars. */
export const drawTiers = (random: Random, per: number): Tier[] => {
  const tiers: Tier[] = []
  let floor = 0
  let cap = random.pick([5_000, 10_000, 20_000, 50_000, 300_000]) / per
  for (const [rate, maxLeverage] of ladder.slice(random.pick(starts))) {
    const last = tiers.at(-1)
    const amount = last === undefined ? 0 : last.amount + floor * (rate - last.rate)
    tiers.push({ floor, rate, amount, maxLeverage })
    floor = cap
    cap *= random.pick([2, 2.5, 4, 5, 10])
  }
  return tiers
}

/** Convex and continuous: the tier of the notional is the one that asks for most. */
export const maintenanceOf = (tiers: readonly Tier[], notional: number): number =>
  Math.max(...tiers.map(({ rate, amount }) => notional * rate - amount))

export const maxLeverageAt = (tiers: readonly Tier[], notional: number): number =>
  tiers.findLast(({ floor }) => notional >= floor)?.maxLeverage ?? 1
