export type Random = {
  /** In [0, 1). */
  next: () => number
  between: (low: number, high: number) => number
  pick: <T>(list: readonly T[]) => T
  chance: (part: number) => boolean
}

/** Mulberry32: the same seed, the same pages. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    pick: (list) => {
      const one = list[Math.floor(next() * list.length)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
    chance: (part) => next() < part,
  }
}
