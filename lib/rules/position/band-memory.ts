import type { Band } from './band'

/** Bands by the position's key, as they were last known. */
export type BandMemory = ReadonlyMap<string, { band: Band; at: number }>

/**
 * So long a band is remembered while nothing is read: longer than a look at another tab of the page, and
 * shorter than a market takes to be another one. Chosen.
 */
const KEEPS_MS = 5 * 60_000

const isKept = ({ at }: { at: number }, now: number): boolean => Math.abs(now - at) <= KEEPS_MS

export const bandBefore = (memory: BandMemory, key: string, now: number): Band | null => {
  const before = memory.get(key)
  return before !== undefined && isKept(before, now) ? before.band : null
}

/**
 * What is known now over what was known before. A tick that cannot be read, or a row out of sight, takes
 * nothing away: 3.1 % after 3 % is still danger, whatever lay between.
 */
export const rememberBands = (
  memory: BandMemory,
  seen: readonly { key: string; band: Band }[],
  now: number,
): BandMemory => {
  const known = seen.filter(({ band }) => band !== 'unknown')
  // Positions of a whole day in one tab would be copied with every tick.
  const kept = [...memory].filter(([, before]) => isKept(before, now))
  return new Map([...kept, ...known.map(({ key, band }) => [key, { band, at: now }] as const)])
}
