import { findHeader, type Header } from './find-columns'
import { findRows } from './find-rows'
import type { Place } from './find-place'
import { isPutAway, isVisible } from './is-visible'
import { isTabInFront } from './is-tab-in-front'
import { hasLeverage } from './parse-symbol'
import { selectors } from './selectors'
import { textOf, textTokens } from './text-tokens'
import { vocabulariesFor, wordless } from './vocabulary'

/** The bottom panel has this many tabs at least, no other group has. */
const LEAST_TABS = 4
const LEAST_CELLS = 6
/** Buttons over a cell, a bar in front of one: header and row differ by as much. */
const TOLERANCE = 3

const visibleChildren = (element: Element): Element[] => [...element.children].filter(isVisible)

/** Words only, as many as the row below has cells. */
const isHeaderFor = (row: Element, element: Element): boolean => {
  const cells = visibleChildren(element)
  const texts = cells.map(textOf).filter((text) => text !== '')
  return (
    Math.abs(cells.length - visibleChildren(row).length) <= TOLERANCE &&
    texts.length >= LEAST_CELLS &&
    texts.every((text) => !/\d/.test(text))
  )
}

const rowAbove = (token: Element, panel: Element): Element | null => {
  for (let at: Element | null = token; at !== null && at !== panel; at = at.parentElement) {
    if (visibleChildren(at).length >= LEAST_CELLS) return at
  }
  return null
}

const headersFor = (row: Element, panel: Element): Element[] =>
  [...panel.querySelectorAll('*')].filter(
    (element) =>
      element.children.length >= LEAST_CELLS &&
      !element.contains(row) &&
      (element.compareDocumentPosition(row) & 4) /* header before row */ !== 0 &&
      isVisible(element) &&
      !isPutAway(element, panel) &&
      isHeaderFor(row, element),
  )

const headerOf = (panel: Element): Header | null => {
  const token = textTokens(panel).find(
    ({ text, element }) => hasLeverage(text) && isVisible(element),
  )
  const row = token && rowAbove(token.element, panel)
  const [header, ...others] = row ? headersFor(row, panel) : []
  if (header === undefined || others.length > 0) return null
  return {
    element: header,
    cells: visibleChildren(header).map((element) => ({ element, column: null })),
  }
}

/** The first of a long row of tabs, if it is the one in front. */
const firstTabInFront = (panel: Element): Element | null => {
  for (const selector of [selectors.tab, selectors.tabBeforeRoles]) {
    const tabs = [...panel.querySelectorAll(selector)].filter(isVisible)
    const [first] = tabs
    const group = tabs.filter((tab) => tab.parentElement === first?.parentElement)
    if (first === undefined || group.length < LEAST_TABS) continue
    return isTabInFront(first, group) === true ? first : null
  }
  return null
}

/**
 * Where no word of the page is known: a widget with the longest group of tabs, the first of them in
 * front (Positions stands first in every generation), over rows that look like positions. Where the
 * header is understood and the tabs are not, it is another table.
 */
export const findPlaceByShape = (root: Document): Place | null => {
  const places = [...root.querySelectorAll(selectors.widget)].flatMap((panel): Place[] => {
    if (!isVisible(panel)) return []
    const first = firstTabInFront(panel)
    if (first === null) return []
    const isSpoken = vocabulariesFor(root).some((one) => findHeader(panel, one) !== null)
    const header = isSpoken ? null : headerOf(panel)
    if (header === null || findRows(panel, header).length === 0) return []
    const count = /\((\d+)\)\s*$/.exec(textOf(first))?.[1]
    return [
      {
        vocabulary: wordless,
        tab: { panel, selected: true, declared: count === undefined ? null : Number(count) },
        header,
      },
    ]
  })
  const [place, ...others] = places
  return place !== undefined && others.length === 0 ? place : null
}
