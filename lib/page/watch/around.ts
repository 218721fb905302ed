import { readAround } from '../account/read-around'
import type { Market } from '../reading'
import type { AroundTable, ReaderMemory } from './memory'

export type Question = {
  market: Market
  now: number
  memory: ReaderMemory
  /** How old what stands around the table may be, in milliseconds. */
  aroundMs: number
}

/** Account, ticker and orders cost as much as twenty rows: while only prices move they are read at this interval … */
export const AROUND_TICK_MS = 1_000

/** … and at this one where the whole page is read, which may happen several times in one change of it. */
export const AROUND_WHOLE_MS = 250

export const around = (root: Document, { now, memory, aroundMs }: Question): AroundTable => {
  const known = memory.around
  if (known !== null && Math.abs(now - known.readAt) < aroundMs) return known
  const read = { ...readAround(root, now, memory.aroundMemory), readAt: now }
  memory.around = read
  return read
}

/** A change has come to rest: what was read around it before may be half of it. */
export const forgetAround = (memory: ReaderMemory): void => {
  memory.around = null
  memory.aroundMemory.places = null
}
