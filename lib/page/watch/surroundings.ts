import { emptyAroundMemory, readAround } from '../account/read-around'
import type { Surroundings } from './memory'

/** Account, ticker and orders lie elsewhere on the page, and change slowly or need not be newer. */
const FRESH_MS = 1_000

export const readSurroundings = (
  root: Document,
  now: number,
  before: Surroundings | null,
): Surroundings => {
  const age = before === null ? Infinity : Math.abs(now - before.readAt)
  if (before !== null && age < FRESH_MS) return before
  const memory = before?.memory ?? emptyAroundMemory()
  return { ...readAround(root, now, memory), readAt: now, memory }
}
