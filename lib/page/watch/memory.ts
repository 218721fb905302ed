import type { PositionsTab } from '../locate/tabs'
import type { Located, Place } from '../locate/record'
import type { Around, AroundMemory } from '../account/read-around'
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

/** What stands around the table and changes slowly, and what its next reading needs. */
export type Surroundings = Around & { readAt: number; memory: AroundMemory }

/** What one reading leaves for the next of the same page. */
export type ReaderMemory = {
  known: KnownTable | null
  /** What to observe; `null`: nothing was found. */
  scope: Element | null
  surroundings: Surroundings | null
  /** How many readings in a row found a table with nothing in it. */
  emptyReadings: number
  seen: Seen | null
}

export const emptyMemory = (): ReaderMemory => ({
  known: null,
  scope: null,
  surroundings: null,
  emptyReadings: 0,
  seen: null,
})
