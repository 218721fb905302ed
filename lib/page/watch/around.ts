import { readAround } from '../account/read-around'
import type { Market } from '../reading'
import { type AroundTable, type ReaderMemory } from './memory'

export type Question = {
  market: Market
  now: number
  memory: ReaderMemory
  /** How old what stands around the table may be, in milliseconds. */
  aroundMs: number
}

/**
 * Account, ticker and orders cost as much as twenty rows: while only prices move they are read at this interval, a little
 * less than the second after which the watcher reads once more …
 */
export const AROUND_TICK_MS = 900

/** … and at this one where the trader has done something, or the page is read whole, several times in one change of it. */
export const AROUND_DEED_MS = 250

export const around = (root: Document, { now, memory, aroundMs }: Question): AroundTable => {
  const known = memory.around
  if (known !== null && Math.abs(now - known.readAt) < aroundMs) return known
  const read = { ...readAround(root, now, memory.aroundMemory), readAt: now }
  memory.around = read
  return read
}
