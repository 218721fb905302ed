/**
 * Every maintenance margin rate that the exchange used in its leverage brackets of 808 linear and 10
 * inverse symbols, July 2026. A short ladder: brackets change often, their rates hardly ever.
 */
export const RATE_LADDER: readonly number[] = [
  0.004, 0.005, 0.006, 0.0065, 0.007, 0.0075, 0.01, 0.012, 0.0125, 0.015, 0.02, 0.025, 0.03, 0.0333,
  0.03333, 0.035, 0.04, 0.045, 0.05, 0.08, 0.09, 0.1, 0.125, 0.145, 0.15, 0.165, 0.1667, 0.167,
  0.25, 0.5,
]

/** No rate is lower. */
export const LEAST_RATE = 0.004

/** No rate is higher. */
export const GREATEST_RATE = 0.5

/** From one bracket to the next the rate has never grown by more than this factor. */
export const GREATEST_STEP = 4

/** The rate next below, or zero. */
export const rateBelow = (rate: number): number =>
  RATE_LADDER.findLast((candidate) => candidate < rate * (1 - 1e-9)) ?? 0

export type FloorKind = 'linear' | 'inverse'

/**
 * Where brackets begin: floors are round. Linear: at most two significant digits, or three that are a
 * multiple of 25 (125,000; 62,500). Inverse, counted in coin: at most four. Same tables, July 2026.
 */
const grids: Record<FloorKind, { digits: number; steps: readonly number[] }> = {
  linear: { digits: 2, steps: [10, 25] },
  inverse: { digits: 3, steps: [1] },
}

/** No second bracket begins lower: 5,000 dollars were the least seen, 4 coins. */
export const lowestFloor: Record<FloorKind, number> = { linear: 1_000, inverse: 1 }

/** Leading digits as a whole number, and what they are to be multiplied by. */
const split = (notional: number, digits: number): { mantissa: number; scale: number } => {
  const scale = 10 ** (Math.floor(Math.log10(notional)) - digits)
  return { mantissa: notional / scale, scale }
}

/** Room for binary dust: 62,500 must be found at 62,500. */
const DUST = 1e-9

/** The highest place not above a notional where a bracket might begin; zero below everything. */
export const floorBelow = (kind: FloorKind, notional: number): number => {
  if (!(notional > 0)) return 0
  const { digits, steps } = grids[kind]
  const { mantissa, scale } = split(notional, digits)
  return Math.max(...steps.map((step) => Math.floor((mantissa * (1 + DUST)) / step) * step)) * scale
}

/** The lowest place above a notional where a bracket might begin. */
export const floorAbove = (kind: FloorKind, notional: number): number => {
  const { digits, steps } = grids[kind]
  const { mantissa, scale } = split(notional, digits)
  const next = steps.map((step) => (Math.floor((mantissa * (1 + DUST)) / step) + 1) * step)
  return Math.min(...next) * scale
}

/** Every such place in a range, ascending; `null`: more than are worth listing. */
export const possibleFloors = (
  kind: FloorKind,
  low: number,
  high: number,
  most: number,
): number[] | null => {
  const floors: number[] = []
  if (!(low > 0)) return null
  const start = floorBelow(kind, low)
  for (
    let floor = start >= low * (1 - DUST) ? start : floorAbove(kind, low);
    floor <= high;
    floor = floorAbove(kind, floor)
  ) {
    floors.push(floor)
    if (floors.length > most) return null
  }
  return floors
}
