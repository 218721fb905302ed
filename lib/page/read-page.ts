import { readAround } from './account/read-around'
import { believeTold } from './believe-told'
import { marketOf } from './dom/address'
import { findPlace } from './find-place'
import { findRows } from './find-rows'
import { isFiltered } from './is-filtered'
import { isTooLarge } from './is-too-large'
import type { PageReading } from './page-reading'
import { pairCells } from './pair-cells'
import { readNoRows } from './read-no-rows'
import { readRows, type Waiting } from './read-rows'
import { emptyMemory, type LocatedTable, type ReaderMemory, rowsOutOfSight } from './reader-memory'
import { selectors } from './selectors'
import { forgetTexts, forgetWords } from './text-tokens'
import { wordless } from './vocabulary'
import type { CellChange, MayWait } from './waiting-rows'

/** No tab of any generation stands yet. */
const isBare = (root: Document): boolean =>
  root.querySelector(`${selectors.tab}, ${selectors.tabBeforeRoles}`) === null

/**
 * Reads the page as it stands. It changes nothing there, and every call finds its way anew; `memory`
 * carries what the arithmetic has decided once and for all about this layout, and the rows that were
 * in sight before.
 */
export const readPage = (
  root: Document,
  now: number,
  memory: ReaderMemory = emptyMemory(),
): PageReading => {
  const market = marketOf(root.location.pathname)
  memory.panel = null
  memory.table = null
  memory.waiting.clear()
  forgetTexts('all')
  if (market === null) return { status: 'loading' }
  if (isTooLarge(root)) return { status: 'unreadable', failure: { code: 'too-large' } }
  const place = findPlace(root, memory.vocabulary)
  if ('code' in place) {
    return isBare(root) ? { status: 'loading' } : { status: 'unreadable', failure: place }
  }
  const { tab, header, vocabulary } = place
  memory.panel = tab.panel
  if (tab.selected === false) return { status: 'hidden' }

  const rows = header === null ? [] : findRows(tab.panel, header)
  if (header === null || rows.length === 0) return readNoRows(root, place, { market, memory, now })
  memory.vocabulary = vocabulary === wordless ? null : vocabulary
  memory.emptyReadings = 0

  const cells = pairCells(header, rows)
  const { told } = memory
  const reading = readRows({
    rows: cells,
    columns: believeTold({ root, header, rows: cells, market, vocabulary, now, told }).columns,
    market,
    vocabulary,
    holds: memory.marginHolds,
    now,
    cache: memory.rows,
  })
  const table: LocatedTable = {
    reading,
    market,
    declared: tab.declared,
    filtered: isFiltered(tab.panel),
    around: readAround(root, now, memory.around),
    aroundAt: now,
    rowOf: new Map(cells.flatMap((row) => row.flatMap((cell) => (cell ? [[cell, row]] : [])))),
  }
  return tableReading(table, memory)
}

const tableReading = (table: LocatedTable, memory: ReaderMemory): PageReading => {
  const { reading, market, declared, filtered, around } = table
  const { positions, unread, holds } = reading
  memory.table = table
  memory.marginHolds = holds
  const inSight = positions.length + unread.length
  return {
    status: 'positions',
    market,
    positions,
    outOfSight: rowsOutOfSight(memory, {
      market,
      positions,
      lacking: Math.max(0, (declared ?? inSight) - inSight),
    }),
    unread,
    declared,
    complete: unread.length === 0 && !filtered && declared === positions.length,
    ...around,
      positionMode: around.formMode,
  }
}

/** What stands around the table lies elsewhere, and is read for what changes slowly. */
const AROUND_MS = 1_000

const cellAround = (node: Node, table: LocatedTable): Element | null => {
  let at = node.nodeType === 1 /* element */ ? (node as Element) : node.parentElement
  while (at !== null && !table.rowOf.has(at)) at = at.parentElement
  return at
}

type ChangedQuestion = { memory: ReaderMemory; changed: Iterable<Node>; mayWait?: MayWait }

/**
 * The page after changes inside of known cells: only their rows are read. `same`: none of them has to be
 * read now. `null`: something else has changed, or a row reads worse than before, and the page has to be
 * read as a whole.
 */
export const readChanged = (
  root: Document,
  now: number,
  { memory, changed, mayWait = () => false }: ChangedQuestion,
): PageReading | 'same' | null => {
  const { table, told, waiting } = memory
  // What was told of a column is held against the whole table, every time.
  if (table === null || told.length > 0) return null
  if (marketOf(root.location.pathname) !== table.market) return null
  for (const node of changed) {
    const cell = cellAround(node, table)
    const row = cell === null ? undefined : table.rowOf.get(cell)
    if (cell === null || row === undefined) return null
    waiting.add(row, { cell, now, change: node.nodeType === 3 /* text */ ? 'words' : 'parts' })
  }
  const { rows, cells } = waiting.due({ reading: table.reading, mayWait, now })
  const isOld = now - table.aroundAt >= AROUND_MS
  if (rows.size === 0 && !isOld) return 'same'
  const changedBy = (how: CellChange) =>
    cells.flatMap(([cell, change]) => (change === how ? [cell] : []))
  forgetTexts(changedBy('parts'))
  forgetWords(changedBy('words'))
  const later: Waiting = { has: (row) => waiting.has(row) && !rows.has(row) }
  const reading = table.reading.again(rows, now, later)
  if (reading === null) return null
  waiting.done(rows)
  return tableReading(
    {
      ...table,
      reading,
      ...(isOld && {
        around: readAround(root, now, memory.around),
        aroundAt: now,
      }),
    },
    memory,
  )
}
