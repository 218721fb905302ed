import { positionModeOf } from '../account/position-mode'
import { isTranslated, marketOf } from '../dom/address'
import { isTooLarge } from '../dom/too-large'
import { locate } from '../locate/locate'
import { search } from '../locate/search'
import { findPositionsTab, looksOf } from '../locate/tabs'
import type { PageReading, ReadFailure, UnreadRow } from '../reading'
import { isPosition, type RowReading, type TableContext } from '../solve/read-row'
import { type Changes, type KnownTable, nextRow, rowsByElement, withSideOf } from './known-table'
import { isHistory } from './is-history'
import { emptyMemory, type ReaderMemory } from './memory'
import { asLegs, onceEach } from './legs'
import { areOthers, isBlank, isFiltered, noticeIn, type Searched } from './no-rows'
import { outOfSight, seenNow } from './seen'
import { readTitled } from './read-titled'
import { around, AROUND_TICK_MS, AROUND_WHOLE_MS, type Question } from './around'

const nothing = { anchors: 0, place: null }

/** One reading of the tab's count isn't enough to call an account flat. */
const EMPTY_READINGS = 2

/** What was seen before, where nothing of it is in sight. */
const seenBefore = (declared: number | null, { market, memory }: Question) =>
  outOfSight(memory.seen, { market, positions: [], unread: [], declared })

const unreadable = (
  failure: ReadFailure,
  declared: number | null,
  question: Question,
): PageReading => ({
  status: 'unreadable',
  failure,
  outOfSight: seenBefore(declared, question),
})

const flatReading = (root: Document, question: Question): PageReading => {
  const { account, ticker, openOrders, formMode } = around(root, question)
  const { market } = question
  return { status: 'flat', market, positionMode: formMode, openOrders, account, ticker }
}

/** What a page without rows means: flat, filtered, logged out, still loading, or not understood. */
const readNoRows = (searched: Searched, anchors: number, question: Question): PageReading => {
  const { root, tab } = searched
  const { memory } = question
  const declared = tab?.declared ?? null
  if (anchors > 0) return unreadable({ code: 'no-columns' }, declared, question)
  const notice = noticeIn(searched)
  if (tab === null && notice === null) {
    memory.emptyReadings = 0
    return memory.seen === null
      ? { status: 'loading' }
      : unreadable({ code: 'no-positions-tab' }, declared, question)
  }
  if (notice === 'log-in' && (declared ?? 0) === 0) {
    memory.seen = null
    return { status: 'logged-out' }
  }
  const says = notice === 'no-position'
  const filtered = isFiltered(root)
  if (says && declared !== 0 && (filtered || declared !== null)) {
    if (!filtered) return unreadable({ code: 'no-rows-read' }, declared, question)
    return positionsReading(root, { rows: [], tab, isFiltered: true }, question)
  }
  memory.emptyReadings += 1
  if (says || (declared === 0 && memory.emptyReadings >= EMPTY_READINGS)) {
    memory.seen = null
    // Only a count says by itself when a position comes: without one the page is read again.
    memory.isFlat = declared !== null
    return flatReading(root, question)
  }
  return declared === 0 || tab === null || (notice === null && isBlank(tab))
    ? { status: 'loading', outOfSight: seenBefore(declared, question) }
    : unreadable({ code: 'no-rows-read' }, declared, question)
}

const positionsReading = (
  root: Document,
  {
    rows,
    tab,
    isFiltered: filtered,
  }: Pick<KnownTable, 'tab' | 'isFiltered'> & { rows: readonly RowReading[] },
  question: Question,
): PageReading => {
  const { market, memory } = question
  const distinct = asLegs(rows)
  const positions = distinct.filter(isPosition)
  const unread = onceEach(distinct.filter((row): row is UnreadRow => !isPosition(row)))
  const declared = tab?.declared ?? null
  const kept = outOfSight(memory.seen, { market, positions, unread, declared })
  memory.seen = seenNow(market, kept, positions)
  const { account, ticker, openOrders, formMode } = around(root, question)
  return {
    status: 'positions',
    market,
    positions,
    outOfSight: kept,
    unread,
    declared,
    complete: unread.length === 0 && !filtered && declared === positions.length,
    translated: isTranslated(root),
    positionMode: positionModeOf(positions, formMode),
    openOrders,
    account,
    ticker,
  }
}

const contextOf = (root: Document, question: Question): TableContext => {
  const { assetMode, asset } = around(root, question).account
  return { market: question.market, assetMode, asset, now: question.now }
}

/**
 * Reads the page as it stands, from nothing, and changes nothing there. `memory` carries what the next
 * reading of the same page needs: where the rows are, and the positions that were in sight before.
 */
export const readPage = (
  root: Document,
  now: number,
  memory: ReaderMemory = emptyMemory(),
): PageReading => {
  memory.known = null
  memory.isFlat = false
  memory.scope = null
  const market = marketOf(root.location.pathname)
  if (market === null) return { status: 'loading' }
  const question: Question = { market, now, memory, aroundMs: AROUND_WHOLE_MS }
  if (isTooLarge(root)) {
    return unreadable({ code: 'too-large' }, null, question)
  }
  const found = search(root.body)
  const tab = findPositionsTab(root, found)
  if (tab === 'ambiguous') return unreadable({ code: 'ambiguous-tabs' }, null, question)
  memory.scope = tab?.group ?? null
  if (tab?.selected === false) {
    const { account, openOrders, formMode } = around(root, question)
    const kept = seenBefore(tab.declared, question)
    const positionMode = positionModeOf(kept, formMode)
    return { status: 'hidden', outOfSight: kept, positionMode, openOrders, account }
  }
  // Other people's positions, or a calculator: the tab says that there are none of the trader's.
  const isFlat = tab?.declared === 0
  const { anchors, place } = isFlat ? nothing : locate(found, tab?.group ?? null)
  const searched = { root, found, tab }
  if (place === null) return readNoRows(searched, anchors, question)
  const { rows, ...table } = readTitled(place, contextOf(root, question), memory)
  if (areOthers(rows, searched) || (tab === null && isHistory(place)))
    return readNoRows(searched, 0, question)

  memory.emptyReadings = 0
  memory.scope = place.scope
  const known: KnownTable = {
    place,
    tab,
    tabLooks: tab === null ? null : looksOf(tab),
    table,
    rows: rows.map((row) => withSideOf(row, memory.seen)),
    rowOf: rowsByElement(place),
    isFiltered: isFiltered(root),
  }
  memory.known = known
  return positionsReading(
    root,
    { ...known, rows: known.rows.map(({ reading }) => reading) },
    question,
  )
}

/**
 * The page after changes inside of known cells, or none: only their rows are read. `null`: there is no table, or its
 * columns can only be found in what is written now (amounts that were hidden, under words that nobody knows).
 */
export const readChanged = (
  root: Document,
  now: number,
  { memory, changes }: { memory: ReaderMemory; changes: Changes },
): PageReading | null => {
  const { known } = memory
  const market = marketOf(root.location.pathname)
  if (market === null) return null
  const question: Question = { market, now, memory, aroundMs: AROUND_TICK_MS }
  if (known === null) return memory.isFlat ? flatReading(root, question) : null
  if (known.tab !== null && looksOf(known.tab) !== known.tabLooks) return null
  const { table } = known
  const options = { table, context: contextOf(root, question), seen: memory.seen }
  const byRow = Map.groupBy(changes.keys(), (node) => changes.get(node))
  known.rows = known.rows.map((row, at) => nextRow(row, byRow.get(at), options))
  if (changes.size > 0 && !known.rows.some(({ reading }) => isPosition(reading))) return null
  return positionsReading(
    root,
    { ...known, rows: known.rows.map(({ reading }) => reading) },
    question,
  )
}
