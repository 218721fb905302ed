import { type Around, type AroundMemory, emptyAroundMemory } from '../account/read-around'
import type { TableReading } from '../solve/read-row'
import type { KnownTable } from './known-table'
import type { Seen } from './seen'

export type AroundTable = Around & { readAt: number }

/** What one reading leaves for the next of the same page. */
export type ReaderMemory = {
  known: KnownTable | null
  /** What the arithmetic named the titles of the table, and when it last did. */
  names: { titles: string; named: TableReading['named']; at: number } | null
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
  names: null,
  isFlat: false,
  scope: null,
  around: null,
  aroundMemory: emptyAroundMemory(),
  emptyReadings: 0,
  seen: null,
})
