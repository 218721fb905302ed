import type { PanelTab } from '../locate/tabs'
import type { Place } from '../locate/record'
import type { PositionReading } from '../reading'
import {
  isPosition,
  type ReadRow,
  rereadRow,
  type RowOptions,
  type TableReading,
} from '../solve/read-row'
import { asKnown, isTurned, type Seen, withKnownSide } from './seen'

/** `told`: another side or mode of the position than `reading` has, and since when. */
type KnownRow = ReadRow & { told?: { position: PositionReading; since: number } }

/** The table as the last whole reading found it. It stands until something but its figures changes. */
export type KnownTable = {
  place: Place
  tab: PanelTab | null
  /** How the tab looked: it stands outside of what is watched. */
  tabLooks: string | null
  table: Omit<TableReading, 'rows'>
  rows: readonly KnownRow[]
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

/** Longer than a page takes to write one row. */
const TURNS_AFTER_MS = 1_000

/**
 * A row that is half written, a new liquidation price before its margin, may tell another mode or side where no word
 * says it. It counts when the row has stood for one reading, or has told the same for a second.
 */
const steady = (before: KnownRow, read: ReadRow, now: number): KnownRow => {
  const [known, position] = [before.reading, read.reading]
  if (!isPosition(known) || !isPosition(position) || !isTurned(known, position)) return read
  const since = before.told?.position.key === position.key ? before.told.since : now
  return Math.abs(now - since) >= TURNS_AFTER_MS
    ? read
    : { ...read, reading: asKnown(known, position), told: { position, since } }
}

/** A row that says what it said keeps its reading, unless that is older than this. */
const FRESH_MS = 2_000

const fresh = (row: ReadRow, now: number): ReadRow =>
  isPosition(row.reading) && Math.abs(now - row.reading.readAt) >= FRESH_MS
    ? { ...row, reading: { ...row.reading, readAt: now } }
    : row

/** A row into which nothing was written. */
const standing = ({ told, ...row }: KnownRow, now: number): KnownRow =>
  told === undefined ? fresh(row, now) : { ...row, reading: told.position }

/** A row after the page has written into these nodes of it, if any. */
export const nextRow = (
  row: KnownRow,
  written: readonly Node[] | undefined,
  { seen, ...options }: RowOptions & { seen: Seen | null },
): KnownRow => {
  const { now } = options.context
  return written === undefined
    ? standing(row, now)
    : steady(row, withSideOf(rereadRow(row, written, options), seen), now)
}
