import { isBefore } from '../dom/is-before'
import { isTicked } from '../dom/ticked'
import { allRuns, drawnRuns } from '../dom/runs'
import { isDrawn } from '../dom/visible'
import { commonAncestor } from '../dom/common-ancestor'
import type { Found } from '../locate/search'
import type { PanelTab } from '../locate/tabs'
import { selectors } from '../selectors'
import { isPosition, type ReadRow } from '../solve/read-row'
import { columnOf, means, wordsIn } from '../words/lexicon'

/** A translator may have put a second text behind the label. */
const isLabelled = (box: Element): boolean => {
  const around = box.closest('label') ?? box.parentElement
  return around !== null && allRuns(around).some(({ text }) => means('hideOthers', text))
}

/** "Hide Other Symbols" is ticked: rows of other symbols are not there. */
export const isFiltered = (root: Document): boolean =>
  [...root.querySelectorAll(`${selectors.hideOtherSymbols}, ${selectors.tick}`)].some(
    (box) =>
      isTicked(box) === true &&
      (box.matches(selectors.hideOtherSymbols) || isLabelled(box)) &&
      isDrawn(box),
  )

/** Fewer known words are no line of titles. */
const LEAST_TITLES = 3

/** Where the positions would stand: what holds the tabs and more than the tabs. */
const paneOf = (root: Document, tab: PanelTab | null): Element => {
  const widget = tab?.group.closest(selectors.widget) ?? null
  return widget ?? root.body
}

export type Notice = 'no-position' | 'log-in' | null

/** What a page was searched for, and its tab of the positions. */
export type Searched = { root: Document; found: Found; tab: PanelTab | null }

/** What the page says in place of the rows. The pane may stand in another widget than its tabs. */
export const noticeIn = ({ root, found: { notices }, tab }: Searched): Notice => {
  if (notices.some(({ word }) => word === 'noPosition')) return 'no-position'
  const pane = paneOf(root, tab)
  return notices.some(({ element }) => pane.contains(element)) ? 'log-in' : null
}

/** Between the tabs and all of these rows the page says that there is no position, and no count says otherwise. */
const areBehindNotice = (
  rows: readonly ReadRow[],
  { found: { notices }, tab }: Searched,
): boolean =>
  tab?.declared === null &&
  notices.some(
    ({ element, word }) =>
      word === 'noPosition' &&
      isBefore(tab.group, element) &&
      rows.every(({ located: { symbol } }) => symbol.every((one) => isBefore(element, one))),
  )

/**
 * Closed positions, or somebody else's, below a page that says that there is none; symbols alone that the tab does not
 * count, or in spite of which the page says so anywhere.
 */
export const areOthers = (rows: readonly ReadRow[], searched: Searched): boolean => {
  if (areBehindNotice(rows, searched)) return true
  if (!rows.every(({ located }) => located.isBare)) return false
  const declared = searched.tab?.declared ?? null
  return declared === null
    ? noticeIn(searched) === 'no-position'
    : rows.filter(({ reading }) => isPosition(reading)).length > declared
}

/**
 * Where the rows would stand nothing is printed yet: a skeleton, whatever it is drawn with. That is
 * behind the line of titles; without known titles, anywhere but in the tabs.
 */
export const isBlank = (tab: PanelTab): boolean => {
  const widget = tab.group.closest(selectors.widget)
  if (widget === null) return true
  const runs = drawnRuns(widget).filter(({ element }) => !tab.group.contains(element))
  const titles = runs.filter(({ text }) => columnOf(text) !== null)
  const header = commonAncestor(titles.map(({ element }) => element))
  if (header === null || titles.length < LEAST_TITLES) {
    return !runs.some(({ text }) => wordsIn(text).size === 0)
  }
  return !runs.some(({ element }) => !header.contains(element) && isBefore(header, element))
}
