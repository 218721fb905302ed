import { readAround } from './account/read-around'
import type { Header } from './find-columns'
import type { Place } from './find-place'
import { isFiltered } from './is-filtered'
import { isPutAway, isVisible } from './is-visible'
import type { Market, PageReading, ReadFailure } from './page-reading'
import { type ReaderMemory, rowsOutOfSight } from './reader-memory'
import { textTokens } from './text-tokens'

const unreadable = (failure: ReadFailure): PageReading => ({ status: 'unreadable', failure })

/** Nobody is said to be flat by one look: the words must say so, or the count, twice. */
const EMPTY_READINGS = 2

/** Where rows would stand nothing is printed: a skeleton, whatever it is drawn with. */
const isBlankUnder = (header: Header, panel: Element): boolean =>
  !textTokens(panel).some(
    ({ element }) =>
      (header.element.compareDocumentPosition(element) & 4) /* header before it */ !== 0 &&
      !header.element.contains(element) &&
      isVisible(element) &&
      !isPutAway(element, panel),
  )

/** What a table without rows means: flat, filtered, logged out, still loading, or not understood. */
export const readNoRows = (
  root: Document,
  place: Place,
  { market, memory, now }: { market: Market; memory: ReaderMemory; now: number },
): PageReading => {
  const { tab, header, vocabulary } = place
  const around = readAround(root, now, memory.around)
  const isSaid = (word: 'noPosition' | 'logIn') =>
    textTokens(tab.panel).some(
      ({ text, element }) =>
        vocabulary.is(word, text) && isVisible(element) && !isPutAway(element, tab.panel),
    )
  const says = isSaid('noPosition')
  if (!says && header === null && (tab.declared ?? 0) === 0 && isSaid('logIn')) {
    memory.seen = null
    return { status: 'logged-out' }
  }
  const filtered = isFiltered(tab.panel)
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
      ...around,
      positionMode: around.formMode,
    }
  }
  memory.emptyReadings += 1
  if (says || (tab.declared === 0 && memory.emptyReadings >= EMPTY_READINGS)) {
    memory.seen = null
    return {
      status: 'flat',
      market,
      ...around,
      positionMode: around.formMode,
    }
  }
  if (tab.declared === 0) return { status: 'loading' }
  if (header === null) return unreadable({ code: 'no-table' })
  return tab.declared === null || isBlankUnder(header, tab.panel)
    ? { status: 'loading' }
    : unreadable({ code: 'no-rows-read' })
}
