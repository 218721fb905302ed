import { drawnRuns } from '../dom/runs'
import { isDrawn } from '../dom/visible'
import type { PositionsTab } from '../locate/tabs'
import { selectors } from '../selectors'
import { means, wordsIn } from '../words/lexicon'

const isTicked = (box: Element): boolean =>
  box.getAttribute('aria-checked') === 'true' ||
  [box, ...box.querySelectorAll('input')].some((input) => (input as HTMLInputElement).checked)

const label = (box: Element): string =>
  (box.closest('label') ?? box.parentElement)?.textContent ?? ''

/** "Hide Other Symbols" is ticked: rows of other symbols are not there. */
export const isFiltered = (root: Document): boolean =>
  [...root.querySelectorAll(`${selectors.hideOtherSymbols}, ${selectors.tick}`)].some(
    (box) =>
      isTicked(box) &&
      (box.matches(selectors.hideOtherSymbols) || means('hideOthers', label(box))) &&
      isDrawn(box),
  )

/** Where the positions would stand: what holds the tabs and more than the tabs. */
const paneOf = (root: Document, tab: PositionsTab | null): Element => {
  const widget = tab?.group.closest(selectors.widget) ?? null
  return widget ?? root.body
}

export type Notice = 'no-position' | 'log-in' | null

/** What the page says in place of the rows. */
export const noticeIn = (root: Document, tab: PositionsTab | null): Notice => {
  const words = drawnRuns(paneOf(root, tab)).map(({ text }) => wordsIn(text))
  if (words.some((known) => known.has('noPosition'))) return 'no-position'
  return words.some((known) => known.has('logIn')) ? 'log-in' : null
}

/** Nothing is printed in the pane but its tabs, titles and ticks: it is still being filled. */
export const isBlank = (tab: PositionsTab): boolean => {
  const widget = tab.group.closest(selectors.widget)
  if (widget === null) return true
  return !drawnRuns(widget).some(
    ({ text, element }) => !tab.group.contains(element) && /\d/.test(text),
  )
}
