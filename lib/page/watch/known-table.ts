import type { PositionsTab } from '../locate/tabs'
import type { Place } from '../locate/record'
import { isPosition, type ReadRow, type TableReading } from '../solve/rows'
import { type Seen, withKnownSide } from './seen'

/** The table as the last whole reading found it. It stands until something but its figures changes. */
export type KnownTable = {
  place: Place
  tab: PositionsTab | null
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

/** Whether these nodes stand in cells of known rows. */
export const areInRows = (nodes: readonly Node[], known: KnownTable | null): boolean =>
  known !== null && nodes.every((node) => rowAround(node, known) !== null)

/** Which nodes of which row changed; `null`: one stands in none of the known cells. */
export const changesByRow = (
  changed: Iterable<Node>,
  known: KnownTable,
): ReadonlyMap<number, ReadonlySet<Node>> | null => {
  const changes = new Map<number, Set<Node>>()
  for (const node of changed) {
    const row = rowAround(node, known)
    if (row === null) return null
    const nodes = changes.get(row)
    if (nodes === undefined) changes.set(row, new Set([node]))
    else nodes.add(node)
  }
  return changes
}

export const withSideOf = (row: ReadRow, seen: Seen | null): ReadRow =>
  isPosition(row.reading) ? { ...row, reading: withKnownSide(row.reading, seen) } : row

/** A row that says what it said keeps its reading, unless that is older than this. */
const FRESH_MS = 2_000

export const fresh = (row: ReadRow, now: number): ReadRow =>
  isPosition(row.reading) && Math.abs(now - row.reading.readAt) >= FRESH_MS
    ? { ...row, reading: { ...row.reading, readAt: now } }
    : row
