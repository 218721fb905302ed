import { believeTold } from './believe-told'
import { findPlace } from './find-place'
import { findRows } from './find-rows'
import { isFiltered } from './is-filtered'
import type { Market, PageReading } from './page-reading'
import { pairCells } from './pair-cells'
import { readAccount } from './read-account'
import { readNoRows } from './read-no-rows'
import { readRows } from './read-rows'
import { emptyMemory, type ReaderMemory, rowsOutOfSight } from './reader-memory'
import { selectors } from './selectors'
import { wordless } from './vocabulary'

/** `/en/futures/BTCUSDT`, `/futures/BTCUSDT`, `/zh-CN/delivery/BTCUSD_PERP`. `null`: another page. */
export const marketOf = (pathname: string): Market | null => {
  const match = /^\/(?:[a-z]{2,3}(?:-[A-Za-z]{2,4})?\/)?(futures|delivery)(?:\/|$)/.exec(pathname)
  return match === null ? null : match[1] === 'delivery' ? 'coinm' : 'usdm'
}

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
  if (market === null) return { status: 'loading' }
  const place = findPlace(root, memory.vocabulary)
  if ('code' in place) {
    return isBare(root) ? { status: 'loading' } : { status: 'unreadable', failure: place }
  }
  const { tab, header, vocabulary } = place
  memory.panel = tab.panel
  if (tab.selected === false) return { status: 'hidden' }

  const rows = header === null ? [] : findRows(tab.panel, header)
  if (header === null || rows.length === 0) return readNoRows(root, place, { market, memory })
  memory.vocabulary = vocabulary === wordless ? null : vocabulary
  memory.emptyReadings = 0

  const cells = rows.map((row) => pairCells(header, row))
  const { positions, unread, holds, language } = readRows({
    rows: cells,
    columns: believeTold({ root, header, rows: cells, market, vocabulary, now, told: memory.told })
      .columns,
    market,
    vocabulary,
    holds: memory.marginHolds,
    now,
    cache: memory.rows,
  })
  memory.marginHolds = holds
  const inSight = positions.length + unread.length
  return {
    status: 'positions',
    market,
    positions,
    outOfSight: rowsOutOfSight(memory, {
      market,
      positions,
      lacking: Math.max(0, (tab.declared ?? inSight) - inSight),
    }),
    unread,
    declared: tab.declared,
    complete: unread.length === 0 && !isFiltered(tab.panel) && tab.declared === positions.length,
    account: readAccount(root, language),
  }
}
