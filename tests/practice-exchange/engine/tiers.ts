/** One leverage tier: invented for practice, shaped like an exchange's. */
export type Tier = { floor: number; cap: number; rate: number; amount: number; maxLeverage: number }

type Step = readonly [cap: number, rate: number, maxLeverage: number]

/** Fills in floors and maintenance amounts, so that maintenance margin has no jump at a floor. */
const ladder = (steps: readonly Step[]): Tier[] => {
  const tiers: Tier[] = []
  for (const [cap, rate, maxLeverage] of steps) {
    const last = tiers.at(-1)
    const floor = last?.cap ?? 0
    const amount = last === undefined ? 0 : last.amount + floor * (rate - last.rate)
    tiers.push({ floor, cap, rate, amount: Number(amount.toPrecision(12)), maxLeverage })
  }
  return tiers
}

/** By depth of the market: notional in quote (linear) or in coin (inverse, scaled by the caller). */
export const tierTables = {
  deep: ladder([
    [60_000, 0.004, 125],
    [300_000, 0.005, 100],
    [2_500_000, 0.01, 50],
    [12_000_000, 0.02, 25],
    [40_000_000, 0.05, 10],
    [90_000_000, 0.1, 5],
    [180_000_000, 0.125, 4],
    [350_000_000, 0.15, 3],
    [600_000_000, 0.25, 2],
    [Infinity, 0.5, 1],
  ]),
  middle: ladder([
    [10_000, 0.01, 75],
    [50_000, 0.015, 50],
    [200_000, 0.02, 25],
    [800_000, 0.05, 10],
    [1_600_000, 0.1, 5],
    [2_400_000, 0.125, 4],
    [4_800_000, 0.25, 2],
    [Infinity, 0.5, 1],
  ]),
  thin: ladder([
    [5_000, 0.015, 50],
    [10_000, 0.025, 20],
    [60_000, 0.05, 10],
    [150_000, 0.1, 5],
    [250_000, 0.125, 4],
    [500_000, 0.25, 2],
    [Infinity, 0.5, 1],
  ]),
  dated: ladder([
    [50_000, 0.01, 50],
    [400_000, 0.02, 25],
    [2_000_000, 0.05, 10],
    [6_000_000, 0.125, 4],
    [Infinity, 0.25, 2],
  ]),
  coin: ladder([
    [4, 0.004, 125],
    [12, 0.005, 100],
    [30, 0.01, 50],
    [60, 0.025, 20],
    [120, 0.05, 10],
    [250, 0.1, 5],
    [500, 0.125, 4],
    [Infinity, 0.25, 2],
  ]),
  coinThin: ladder([
    [300, 0.01, 50],
    [1_200, 0.025, 20],
    [5_000, 0.05, 10],
    [20_000, 0.1, 5],
    [60_000, 0.125, 4],
    [Infinity, 0.25, 2],
  ]),
} as const

export const tierAt = (tiers: readonly Tier[], notional: number): Tier => {
  const tier = tiers.find(({ cap }) => notional <= cap) ?? tiers.at(-1)
  if (tier === undefined) throw new RangeError('no tiers')
  return tier
}

/** Looked up by the tier of the notional, as the exchange describes it. */
export const maintenance = (tiers: readonly Tier[], notional: number): number => {
  const tier = tierAt(tiers, notional)
  return notional * tier.rate - tier.amount
}
