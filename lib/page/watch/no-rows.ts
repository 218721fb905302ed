import { isBefore } from '../dom/is-before'
import { isTicked } from '../dom/ticked'
import { allRuns, drawnRuns } from '../dom/runs'
import { isDrawn } from '../dom/visible'
import { commonAncestor } from '../dom/common-ancestor'
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

/** What the page says in place of the rows. */
export const noticeIn = (root: Document, tab: PanelTab | null): Notice => {
  const words = drawnRuns(paneOf(root, tab)).map(({ text }) => wordsIn(text))
  // The pane may stand in another widget than its tabs.
  const isEmpty =
    words.some((known) => known.has('noPosition')) ||
    drawnRuns(root.body).some(({ text }) => wordsIn(text).has('noPosition'))
  if (isEmpty) return 'no-position'
  return words.some((known) => known.has('logIn')) ? 'log-in' : null
}

/** Symbols alone that the tab does not count, or in spite of which the page says that there is no position. */
export const areOthers = (
  rows: readonly ReadRow[],
  { root, tab }: { root: Document; tab: PanelTab | null },
): boolean => {
  if (!rows.every(({ located }) => located.isBare)) return false
  const declared = tab?.declared ?? null
  return declared === null
    ? noticeIn(root, tab) === 'no-position'
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
