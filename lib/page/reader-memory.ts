import type { MarginHolds } from './decide-margin'
import type { RowOfCells } from './assign-columns'
import { type Around, type AroundMemory, emptyAroundMemory } from './account/read-around'
import type { Market, PositionReading } from './page-reading'
import type { RowsReading } from './read-rows'
import { type RowCache, rowCache } from './row-cache'
import type { ToldColumn } from './told-column'
import type { Vocabulary } from './vocabulary'
import { type WaitingRows, waitingRows } from './waiting-rows'

export type LocatedTable = {
  reading: RowsReading
  market: Market
  declared: number | null
  filtered: boolean
  around: Around
  aroundAt: number
  /** The row that a cell belongs to. */
  rowOf: ReadonlyMap<Element, RowOfCells>
}

/** What one reading tells the next about the same page. */
export type ReaderMemory = {
  marginHolds: MarginHolds | null
  vocabulary: Vocabulary | null
  /** The widget that the last reading was taken from; `null` where none was found. */
  panel: Element | null
  around: AroundMemory
  rows: RowCache
  waiting: WaitingRows
  /** The table as the last whole reading found it; `null`: there was none. */
  table: LocatedTable | null
  /** How many readings in a row found a table with nothing in it. */
  emptyReadings: number
  /** What the trader says of columns that nobody understands. */
  told: readonly ToldColumn[]
  /** The rows in the order they were last seen, of one market. */
  seen: { market: Market; positions: ReadonlyMap<string, PositionReading> } | null
}

export const emptyMemory = (): ReaderMemory => ({
  marginHolds: null,
  vocabulary: null,
  panel: null,
  around: emptyAroundMemory(),
  rows: rowCache(),
  waiting: waitingRows(),
  table: null,
  emptyReadings: 0,
  told: [],
  seen: null,
})

type Sight = {
  market: Market
  positions: readonly PositionReading[]
  /** How many more the page says are open. */
  lacking: number
}

/**
 * Rows that were read before and are out of sight (scrolled away, filtered), as old as they are.
 * Only as many as the page says are open: of more, nobody knows which one was closed.
 */
export const rowsOutOfSight = (
  memory: ReaderMemory,
  { market, positions, lacking }: Sight,
): readonly PositionReading[] => {
  const known = memory.seen?.market === market ? memory.seen.positions : new Map()
  const inSight = new Set(positions.map(({ key }) => key))
  const before = [...(known as ReadonlyMap<string, PositionReading>).values()].filter(
    ({ key }) => !inSight.has(key),
  )
  const kept = before.length <= lacking ? before : []
  memory.seen = {
    market,
    positions: new Map([...kept, ...positions].map((position) => [position.key, position])),
  }
  return kept
}
