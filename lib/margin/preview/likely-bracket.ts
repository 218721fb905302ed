import type { BracketLine } from '../bracket-line'
import type { Reading } from '../bracket-candidates'
import type { BracketEstimate } from '../identify-bracket'
import type { NumberRange } from '../number-range'
import { type Rarity, firstRates, predecessors } from './bracket-rarity'

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
