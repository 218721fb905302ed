import type { Header } from './find-columns'
import { isPutAway, isVisible } from './is-visible'
import { hasLeverage } from './parse-symbol'
import { textTokens } from './text-tokens'

/** Action cells without a header word may be missing from, or added to, a row. */
const TOLERANCE = 3

/** A symbol cell alone has several texts; a row has figures in several of its cells. */
const FIGURES = 2

const hasFigure = (cell: Element): boolean =>
  /\d/.test(cell.textContent) &&
  textTokens(cell).some(({ text }) => /\d/.test(text) && !hasLeverage(text))

const isRow = (element: Element, least: number): boolean => {
  // What costs least is asked first: this is asked of every ancestor of every symbol.
  if (element.children.length < least) return false
  let figures = 0
  for (const cell of element.children) {
    if (figures < FIGURES && hasFigure(cell) && isVisible(cell)) figures += 1
  }
  return figures >= FIGURES && [...element.children].filter(isVisible).length >= least
}

/** Under the header, not beside it: another pane may lie somewhere else with rows of its own. */
const isBelow = (row: Element, header: Element): boolean => {
  const [own, above] = [row.getBoundingClientRect(), header.getBoundingClientRect()]
  if (above.width === 0) return true
  return Math.min(own.right, above.right) - Math.max(own.left, above.left) > above.width / 2
}

const isWithin = (element: Element) => (row: Element) => element.contains(row)

/** The part of the panel that belongs to the header: the lowest ancestor in which a row stands. */
const tableOf = (header: Element, rows: readonly Element[], panel: Element): Element => {
  for (let at = header.parentElement; at !== null && at !== panel; at = at.parentElement) {
    if (rows.some(isWithin(at))) return at
  }
  return panel
}

/**
 * Rows are found from the inside: every leverage token ("20x") climbs to the first ancestor that has
 * about as many cells as the header, and figures in them. No class, no role, no order is relied on.
 */
export const findRows = (panel: Element, header: Header): Element[] => {
  const rows = new Set<Element>()
  const least = Math.max(3, header.cells.length - TOLERANCE)
  for (const { text, element } of textTokens(panel)) {
    if (!hasLeverage(text) || header.element.contains(element)) continue
    for (let at: Element | null = element; at !== null && at !== panel; at = at.parentElement) {
      if (at.contains(header.element)) break
      if (!isRow(at, least)) continue
      if (isVisible(at)) rows.add(at)
      break
    }
  }
  const table = tableOf(header.element, [...rows], panel)
  return [...rows].filter(
    (row) => table.contains(row) && isBelow(row, header.element) && !isPutAway(row, panel),
  )
}
