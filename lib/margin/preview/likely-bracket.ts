import type { BracketLine } from '../bracket-line'
import type { Reading } from '../bracket-candidates'
import type { BracketEstimate } from '../identify-bracket'
import type { NumberRange } from '../number-range'

/**
 * How unusual a thing is, as the negative logarithm of its share in the exchange's leverage brackets
 * of July 2026. Used to choose between brackets that the figures allow, never to exclude one.
 */
type Rarity = number

/** Rates of a first bracket. */
const firstRates: Readonly<Record<string, Rarity>> = {
  0.015: 1.3,
  0.01: 1.6,
  0.025: 1.8,
  0.05: 1.9,
  0.02: 2.3,
  0.005: 3.3,
  0.03: 4,
  0.1: 4,
  0.006: 4.1,
  0.0065: 4.6,
  0.04: 4.9,
  0.004: 5.3,
}

/** From which rate a rate is reached. */
const predecessors: Readonly<Record<string, readonly (readonly [number, Rarity])[]>> = {
  0.005: [[0.004, 5.3]],
  0.006: [[0.005, 5.1]],
  0.0065: [[0.005, 3.8]],
  0.007: [[0.005, 6.7]],
  0.0075: [[0.0065, 6]],
  0.01: [
    [0.0065, 3.5],
    [0.006, 3.8],
    [0.005, 4.5],
    [0.0075, 6],
    [0.007, 6.7],
  ],
  0.012: [[0.01, 5.3]],
  0.0125: [[0.01, 4.7]],
  0.015: [[0.01, 1.6]],
  0.02: [
    [0.015, 1.1],
    [0.01, 3.4],
    [0.0125, 4.7],
    [0.012, 5.3],
  ],
  0.025: [
    [0.02, 0.8],
    [0.015, 1.9],
    [0.01, 4.2],
  ],
  0.03: [[0.025, 6.7]],
  0.0333: [[0.025, 1.8]],
  0.03333: [[0.025, 6]],
  0.05: [
    [0.025, 0.5],
    [0.0333, 1.8],
    [0.03, 3.9],
    [0.02, 4.5],
    [0.04, 4.9],
    [0.03333, 6],
    [0.035, 6.7],
    [0.045, 6.7],
  ],
  0.1: [
    [0.05, 0],
    [0.08, 6.7],
    [0.09, 6.7],
  ],
  0.125: [[0.1, 0]],
  0.15: [[0.125, 4.3]],
  0.165: [[0.125, 6.7]],
  0.1667: [
    [0.125, 0.2],
    [0.145, 6.7],
  ],
  0.25: [
    [0.1667, 0.2],
    [0.125, 2],
    [0.15, 4.3],
    [0.165, 6.7],
    [0.167, 6.7],
  ],
  0.5: [
    [0.25, 0],
    [0.125, 4.4],
  ],
}

/** Leading digits of a floor. */
const floorDigits: readonly (readonly [number, Rarity])[] = [
  [500, 1.3],
  [100, 1.6],
  [250, 1.7],
  [200, 2.6],
  [750, 2.7],
  [125, 3.4],
  [600, 3.7],
  [700, 3.9],
  [625, 4],
  [150, 4.1],
  [800, 4.1],
  [400, 4.1],
  [300, 4.3],
  [450, 4.7],
  [120, 5.1],
  [175, 5.2],
  [160, 5.8],
  [900, 6.6],
  [375, 6.9],
  [350, 7.1],
]
/** Any other round floor. */
const OTHER_FLOOR: Rarity = 9
/** Where nothing of the table is known to explain an amount. */
const UNEXPLAINED: Rarity = 30
/** A bend between liquidation and what else was seen. */
const BEND: Rarity = 6
/** A first rate that was not seen as one. */
const UNCOMMON: Rarity = 9

/** Usual floors in a range, with how unusual they are. */
const floorsIn = ({ low, high }: NumberRange, most: Rarity): (readonly [number, Rarity])[] => {
  const floors: (readonly [number, Rarity])[] = []
  const lowest = Math.max(low, high / 1e4)
  for (let decade = Math.floor(Math.log10(lowest)); high > 0 && 10 ** decade <= high; decade += 1) {
    for (const [digits, rarity] of floorDigits) {
      if (rarity > most) break
      const floor = digits * 10 ** (decade - 2)
      if (floor >= low && floor <= high) floors.push([floor, rarity])
    }
  }
  return floors
}

const asFirst = ({ rate, amount }: BracketLine): Rarity | null =>
  amount.low <= 0 && amount.high >= 0 ? (firstRates[rate] ?? UNCOMMON) : null

/** Floors of which only the commonest are tried, the further down the more so. */
const tried: readonly Rarity[] = [0, 7.2, 3, 2]

/**
 * How unusual the brackets below a line would have to be, at the least: amounts are sums of floors
 * times steps of the rate, and few floors and steps are used. `limit`: what is no better than that
 * is not looked for.
 */
const rarityOf = (line: BracketLine, ceiling: number, limit: Rarity, depth = 1): Rarity => {
  const first = asFirst(line)
  if (first !== null) return first
  const { rate, amount } = line
  let best = Math.min(UNEXPLAINED, limit)
  for (const [below, stepRarity] of predecessors[rate] ?? []) {
    if (stepRarity >= best) continue
    const step = rate - below
    // One floor explains the amount, and the bracket below is the first.
    const alone = { low: amount.low / step, high: Math.min(ceiling, amount.high / step) }
    if (alone.low <= alone.high) {
      const floor = floorsIn(alone, best).reduce((least, [, r]) => Math.min(least, r), OTHER_FLOOR)
      best = Math.min(best, stepRarity + floor + (firstRates[below] ?? UNCOMMON))
    }
    // There are more below.
    const most = tried[depth]
    if (most === undefined) continue
    const reach = { low: 0, high: Math.min(ceiling, amount.low / step) }
    for (const [floor, floorRarity] of floorsIn(reach, Math.min(most, best - stepRarity))) {
      const so = stepRarity + floorRarity
      if (so >= best) continue
      const left = { low: amount.low - floor * step, high: amount.high - floor * step }
      const rest = rarityOf({ rate: below, amount: left }, floor, best - so, depth + 1)
      if (rest < best - so) best = so + rest
    }
  }
  return best
}

export type LikelyBracket = { reading: Reading; line: BracketLine }

/**
 * Of the brackets that the figures allow, the one that the usual shape of brackets makes likeliest;
 * `null` where nothing is known, or what the Margin column holds is not, or where no second point of
 * the curve was seen: the choice would be a guess.
 */
export const likelyBracket = (estimate: BracketEstimate): LikelyBracket | null => {
  const [reading, ...others] = estimate.readings
  const [line, ...more] = reading?.candidates ?? []
  if (reading === undefined || line === undefined || others.length > 0) return null
  if (more.length === 0) return { reading, line }
  if (reading.points.length === 0) return null
  let best: LikelyBracket = { reading, line }
  let least = Infinity
  for (const candidate of reading.candidates) {
    const bend = reading.straight.includes(candidate.rate) ? 0 : BEND
    const limit = least - bend
    const rarity = rarityOf(candidate, reading.liquidation.notional.high, limit)
    if (rarity < limit) [best, least] = [{ reading, line: candidate }, bend + rarity]
  }
  return best
}
