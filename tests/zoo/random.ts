import { seededRandom } from '../seeded-random.ts'

export type Random = {
  /** In [0, 1). */
  next: () => number
  between: (low: number, high: number) => number
  /** Whole numbers, both ends included. */
  whole: (low: number, high: number) => number
  /** Between the two, as likely from 10 to 100 as from 100 to 1,000. */
  spread: (low: number, high: number) => number
  pick: <T>(list: readonly T[]) => T
  /** By the weights behind the values. */
  weighted: <T extends string>(weights: Readonly<Record<T, number>>) => T
  chance: (part: number) => boolean
  shuffled: <T>(list: readonly T[]) => T[]
  /**
   * A stream of its own for one thing that is drawn: a dimension that is added later leaves every
   * other draw of the same seed as it was.
   */
  fork: (name: string) => Random
}

/** FNV-1a over the name, started from the seed. */
const hash = (seed: number, name: string): number => {
  let value = (0x811c9dc5 ^ seed) >>> 0
  for (let at = 0; at < name.length; at += 1) {
    value = Math.imul(value ^ name.charCodeAt(at), 0x01000193) >>> 0
  }
  return Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0
}

/** The same seed, the same page, on every machine. */
export const randomFrom = (seed: number): Random => {
  const next = seededRandom(seed)
  const between = (low: number, high: number) => low + next() * (high - low)
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('nothing to pick from')
    return list[whole(0, list.length - 1)] as T
  }
  return {
    next,
    between,
    whole,
    spread: (low, high) => Math.exp(between(Math.log(low), Math.log(high))),
    pick,
    weighted: <T extends string>(weights: Readonly<Record<T, number>>): T => {
      const entries = Object.entries(weights) as [T, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of entries) {
        left -= weight
        if (left < 0) return value
      }
      return pick(entries)[0]
    },
    chance: (part) => next() < part,
    shuffled: (list) => {
      const result = [...list]
      for (let at = result.length - 1; at > 0; at -= 1) {
        const other = whole(0, at)
        ;[result[at], result[other]] = [result[other]!, result[at]!]
      }
      return result
    },
    fork: (name) => randomFrom(hash(seed, name)),
  }
}
