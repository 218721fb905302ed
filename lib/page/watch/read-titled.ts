import type { Place } from '../locate/record'
import type { TableContext, TableReading } from '../solve/read-row'
import { readRows } from '../solve/rows'
import type { ReaderMemory } from './memory'

/** Twice as long as at most from one reading of the whole page to the next. */
const NAMES_STAND_MS = 60_000

/** The rows, under titles that mean what they meant: those that the arithmetic has named are remembered. */
export const readTitled = (
  place: Place,
  context: TableContext,
  memory: ReaderMemory,
): TableReading => {
  const { names } = memory
  const { now } = context
  const titles = place.titles.map(({ text }) => text).join()
  const stands = names?.titles === titles && now - names.at < NAMES_STAND_MS
  const before: TableReading['named'] = stands ? names.named : new Map()
  const table = readRows(place, context, before)
  if (table.named.size >= before.size) memory.names = { titles, named: table.named, at: now }
  return table
}
