import type { RowOfCells } from './assign-columns'
import type { PositionReading } from './page-reading'
import type { RowsReading } from './read-rows'
import type { Column } from './words/dictionary'

/** Whether what the price moves in this row may be read a little later. */
export type MayWait = (position: PositionReading) => boolean

/** So long at most. */
const LONGEST = 2_000
/** Of those that have waited long enough so many are read at once: none of our tasks gets long. */
const MOST = 24

/** What moves with the price alone. */
const moving = new Set<Column | null>(['markPrice', 'pnl', 'marginRatio'])
/** Of a cross position margin and liquidation move with it, too. */
const movingInCross = new Set<Column | null>([...moving, 'margin', 'liquidationPrice'])

/** `words`: its text nodes say something else, and nothing of it was moved, added or hidden. */
export type CellChange = 'words' | 'parts'

type Entry = { cells: Map<Element, CellChange>; since: number }

/**
 * Rows that have changed and are not read yet. Whatever the trader does is read at once; prices of rows
 * that nobody looks at can wait, the longest waiting first.
 */
export type WaitingRows = {
  add: (row: RowOfCells, at: { cell: Element; change: CellChange; now: number }) => void
  /** What is to be read now. */
  due: (question: { reading: RowsReading; mayWait: MayWait; now: number }) => {
    rows: ReadonlySet<RowOfCells>
    cells: readonly (readonly [Element, CellChange])[]
  }
  /** They were read. */
  done: (rows: ReadonlySet<RowOfCells>) => void
  has: (row: RowOfCells) => boolean
  clear: () => void
  isEmpty: () => boolean
}

export const waitingRows = (): WaitingRows => {
  const entries = new Map<RowOfCells, Entry>()

  const isUrgent = (
    row: RowOfCells,
    { cells }: Entry,
    { reading, mayWait }: { reading: RowsReading; mayWait: MayWait },
  ): boolean => {
    const position = reading.positionOf(row)
    if (position === null || !mayWait(position)) return true
    const columns = position.marginMode === 'cross' ? movingInCross : moving
    return ![...cells.keys()].every((cell) => columns.has(reading.columnOf(row, cell)))
  }

  return {
    add: (row, { cell, change, now }) => {
      const entry = entries.get(row) ?? { cells: new Map(), since: now }
      if (entry.cells.get(cell) !== 'parts') entry.cells.set(cell, change)
      entries.set(row, entry)
    },
    due: ({ reading, mayWait, now }) => {
      const rows = new Set<RowOfCells>()
      const cells: [Element, CellChange][] = []
      let patient = 0
      // In the order in which they began to wait.
      for (const [row, entry] of entries) {
        const isDue = Math.abs(now - entry.since) >= LONGEST && patient < MOST
        if (isUrgent(row, entry, { reading, mayWait })) rows.add(row)
        else if (isDue) {
          patient += 1
          rows.add(row)
        } else continue
        cells.push(...entry.cells)
      }
      return { rows, cells }
    },
    done: (rows) => {
      for (const row of rows) entries.delete(row)
    },
    has: (row) => entries.has(row),
    clear: () => {
      entries.clear()
    },
    isEmpty: () => entries.size === 0,
  }
}
