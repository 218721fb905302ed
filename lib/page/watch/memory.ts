import { type Around, type AroundMemory, emptyAroundMemory } from '../account/read-around'
import type { PositionsTab } from '../locate/tabs'
import type { Located, Place } from '../locate/record'
import type { RowReading, TableReading } from '../solve/rows'
import type { Seen } from './seen'

/** A row with the elements that hold it, and what they said when it was last read. */
export type KnownRow = { located: Located; text: string; reading: RowReading }

/** The table as the last whole reading found it. It stands until something but its figures changes. */
export type KnownTable = {
  place: Place
  tab: PositionsTab | null
  table: Omit<TableReading, 'rows'>
  rows: KnownRow[]
  /** The row that an element of a cell belongs to. */
  rowOf: ReadonlyMap<Element, number>
  isFiltered: boolean
}

export type AroundTable = Around & { readAt: number }

/** What one reading leaves for the next of the same page. */
export type ReaderMemory = {
  known: KnownTable | null
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
  scope: null,
  around: null,
  aroundMemory: emptyAroundMemory(),
  emptyReadings: 0,
  seen: null,
})
