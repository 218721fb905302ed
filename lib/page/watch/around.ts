import { readAround } from '../account/read-around'
import type { Market } from '../reading'
import { type AroundTable, type ReaderMemory } from './memory'
import { type Pace, restAfter } from './pace'

export type Question = { market: Market; now: number; memory: ReaderMemory; pace: Pace }

/** Account, ticker and orders, found by the layout: while only prices move they are read within this share … */
export const AROUND_TICKS: Pace = { share: 0.001, leastMs: 1_000, longestMs: 10_000 }

/** … and within this one where the whole page is read, which may happen several times in one change of it. */
export const AROUND_WHOLE: Pace = { share: 0.02, leastMs: 250, longestMs: 1_000 }

export const around = (root: Document, { now, memory, pace }: Question): AroundTable => {
  const known = memory.around
  if (known !== null && Math.abs(now - known.readAt) < restAfter(known.cost, pace)) return known
  const began = performance.now()
  const read = readAround(root, now, memory.aroundMemory)
  memory.around = { ...read, readAt: now, cost: performance.now() - began }
  return memory.around
}
