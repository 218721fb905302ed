import { readAround } from '../account/read-around'
import type { Market } from '../reading'
import type { AroundTable, ReaderMemory } from './memory'
import { type Pace, restAfter } from './pace'

export type Question = {
  market: Market
  now: number
  memory: ReaderMemory
  /** The whole page is read: something else than a price has changed. */
  isWhole: boolean
}

/**
 * Account, ticker and orders cost as much as twenty rows, nearly all of it the layout. While only prices move they are
 * read each second, and less often on a page with hundreds of rows …
 */
const TICKS: Pace = { share: 0.005, leastMs: 1_000, longestMs: 3_000 }

/** … and this often where the whole page is read, which may happen several times in one change of it. */
const WHOLE_MS = 250

export const around = (root: Document, { now, memory, isWhole }: Question): AroundTable => {
  const known = memory.around
  if (known !== null && Math.abs(now - known.readAt) < (isWhole ? WHOLE_MS : known.restMs)) {
    return known
  }
  const began = performance.now()
  const read = readAround(root, now, memory.aroundMemory)
  const restMs = restAfter(performance.now() - began, TICKS)
  return (memory.around = { ...read, readAt: now, restMs })
}

/** A change has come to rest: what was read around it before may be half of it. */
export const forgetAround = (memory: ReaderMemory): void => {
  memory.around = null
  memory.aroundMemory.places = null
}
