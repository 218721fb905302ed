import { believeTold } from './believe-told'
import { findPlace, type Place } from './find-place'
import { findRows } from './find-rows'
import { isVisible } from './is-visible'
import type { Market, PageReading, ReadFailure } from './page-reading'
import { pairCells } from './pair-cells'
import { englishNumbers, numberStyles } from './parse-number'
import { readAccount } from './read-account'
import type { Language } from './read-cells'
import { readRows } from './read-rows'
import { emptyMemory, type ReaderMemory, rowsOutOfSight } from './reader-memory'
import { selectors } from './selectors'
import { textTokens } from './text-tokens'
import { type Vocabulary, wordless } from './vocabulary'

/** `/en/futures/BTCUSDT`, `/futures/BTCUSDT`, `/zh-CN/delivery/BTCUSD_PERP`. `null`: another page. */
export const marketOf = (pathname: string): Market | null => {
  const match = /^\/(?:[a-z]{2,3}(?:-[A-Za-z]{2,4})?\/)?(futures|delivery)(?:\/|$)/.exec(pathname)
  return match === null ? null : match[1] === 'delivery' ? 'coinm' : 'usdm'
}

const unreadable = (failure: ReadFailure): PageReading => ({ status: 'unreadable', failure })

const isTicked = (box: Element): boolean =>
  box.getAttribute('aria-checked') === 'true' ||
  [box, ...box.querySelectorAll('input')].some((input) => (input as HTMLInputElement).checked)

const filterIsOn = (panel: Element): boolean =>
  [...panel.querySelectorAll(selectors.hideOtherSymbols)].filter(isVisible).some(isTicked)

/** Without rows to tell it, only a language that leaves no doubt has one style. */
const languageOf = (vocabulary: Vocabulary): Language => ({
  vocabulary,
  styles: vocabulary.printsPoint ? [englishNumbers] : numberStyles,
})

/** Nobody is said to be flat by one look: the words must say so, or the count, twice. */
const EMPTY_READINGS = 2

const readNoRows = (
  root: Document,
  place: Place,
  { market, memory }: { market: Market; memory: ReaderMemory },
): PageReading => {
  const { tab, header, vocabulary } = place
  const account = readAccount(root, languageOf(vocabulary))
  const says = textTokens(tab.panel).some(
    ({ text, element }) => vocabulary.is('noPosition', text) && isVisible(element),
  )
  const filtered = filterIsOn(tab.panel)
  if (says && tab.declared !== 0 && (filtered || tab.declared !== null)) {
    if (!filtered) return unreadable({ code: 'no-rows-read' })
    const outOfSight = rowsOutOfSight(memory, {
      market,
      positions: [],
      lacking: tab.declared ?? 0,
    })
    return {
      status: 'positions',
      market,
      positions: [],
      outOfSight,
      unread: [],
      declared: tab.declared,
      complete: false,
      account,
    }
  }
  memory.emptyReadings += 1
  if (says || (tab.declared === 0 && memory.emptyReadings >= EMPTY_READINGS)) {
    memory.seen = null
    return { status: 'flat', market, account }
  }
  if (tab.declared === 0) return { status: 'loading' }
  if (header === null) return unreadable({ code: 'no-table' })
  return tab.declared === null ? { status: 'loading' } : unreadable({ code: 'no-rows-read' })
}

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
    return root.querySelector(selectors.tab) === null ? { status: 'loading' } : unreadable(place)
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
    complete: unread.length === 0 && !filterIsOn(tab.panel) && tab.declared === positions.length,
    account: readAccount(root, language),
  }
}
