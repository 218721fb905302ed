import type { PositionsTab } from '../locate/tabs'
import type { Place } from '../locate/record'
import { isPosition, type ReadRow, type TableReading } from '../solve/rows'
import { type Seen, withKnownSide } from './seen'

/** The table as the last whole reading found it. It stands until something but its figures changes. */
export type KnownTable = {
  place: Place
  tab: PositionsTab | null
  /** How the tab looked: it stands outside of what is watched. */
  tabLooks: string | null
  table: Omit<TableReading, 'rows'>
  rows: readonly ReadRow[]
  /** The row that an element of a cell belongs to. */
  rowOf: ReadonlyMap<Element, number>
  isFiltered: boolean
}

export const rowsByElement = (place: Place): ReadonlyMap<Element, number> =>
  new Map(
    place.records.flatMap(({ symbol, cells, untitled }, row) =>
      [symbol, ...cells.values(), ...untitled.values()].flatMap((elements) =>
        elements.map((element): [Element, number] => [element, row]),
      ),
    ),
  )

const rowAround = (node: Node, { rowOf, place }: KnownTable): number | null => {
  let at = node.nodeType === 1 /* element */ ? (node as Element) : node.parentElement
  for (; at !== null && at !== place.scope; at = at.parentElement) {
    const row = rowOf.get(at)
    if (row !== undefined) return row
  }
  return null
}

/** The nodes that the page wrote into since the last reading, each with the row in whose cells it stands. */
export type Changes = Map<Node, number>

/** Adds nodes to the changes of their rows; `false`: one of them stands in none of the known cells. */
export const addChanges = (
  changes: Changes,
  nodes: readonly Node[],
  known: KnownTable,
): boolean => {
  for (const node of nodes) {
    if (changes.has(node)) continue
    const row = rowAround(node, known)
    if (row === null) return false
    changes.set(node, row)
  }
  return true
}

export const withSideOf = (row: ReadRow, seen: Seen | null): ReadRow =>
  isPosition(row.reading) ? { ...row, reading: withKnownSide(row.reading, seen) } : row

/** A row that says what it said keeps its reading, unless that is older than this. */
const FRESH_MS = 2_000

export const fresh = (row: ReadRow, now: number): ReadRow =>
  isPosition(row.reading) && Math.abs(now - row.reading.readAt) >= FRESH_MS
    ? { ...row, reading: { ...row.reading, readAt: now } }
    : row
