import { type Around, type AroundMemory, emptyAroundMemory } from '../account/read-around'
import type { KnownTable } from './known-table'
import type { Seen } from './seen'

export type AroundTable = Around & { readAt: number }

/** What one reading leaves for the next of the same page. */
export type ReaderMemory = {
  known: KnownTable | null
  /** The page says that there is no position. */
  isFlat: boolean
  /** What to observe; `null`: nothing was found. */
  scope: Element | null
  /** What stands around the table, and when it was last read. */
  around: AroundTable | null
  aroundMemory: AroundMemory
  /** How many readings in a row found a table with nothing in it. */
  emptyReadings: number
  seen: Seen | null
}

export const emptyMemory = (): ReaderMemory => ({
  known: null,
  isFlat: false,
  scope: null,
  around: null,
  aroundMemory: emptyAroundMemory(),
  emptyReadings: 0,
  seen: null,
})
