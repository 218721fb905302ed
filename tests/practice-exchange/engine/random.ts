/** A small seeded generator (mulberry32): its state is one integer, so it can be saved. */
export type RandomState = { seed: number }

export const random = (state: RandomState): number => {
  state.seed = (state.seed + 0x6d2b79f5) | 0
  let t = Math.imul(state.seed ^ (state.seed >>> 15), 1 | state.seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

export const between = (state: RandomState, low: number, high: number): number =>
  low + (high - low) * random(state)

export const pick = <T>(state: RandomState, items: readonly T[]): T => {
  const item = items[Math.floor(random(state) * items.length)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

/** Standard normal, by Box and Muller. */
export const normal = (state: RandomState): number =>
  Math.sqrt(-2 * Math.log(1 - random(state))) * Math.cos(2 * Math.PI * random(state))
