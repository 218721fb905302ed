import { isVisible } from './is-visible'
import type { Header } from './find-columns'
import { textTokens } from './text-tokens'

export const LEVERAGE = /^(\d{1,3})x$/i

/** Action cells without a header word may be missing from, or added to, a row. */
const TOLERANCE = 3

/** A symbol cell alone has several texts; a row has figures in several of its cells. */
const FIGURES = 2

const hasFigure = (cell: Element): boolean =>
  textTokens(cell).some(({ text }) => /\d/.test(text) && !LEVERAGE.test(text))

const isRow = (element: Element, least: number): boolean => {
  const cells = [...element.children].filter(isVisible)
  return cells.length >= least && cells.filter(hasFigure).length >= FIGURES
}

/**
 * Rows are found from the inside: every leverage token ("20x") climbs to the first ancestor that has
 * about as many cells as the header, and figures in them. No class, no role, no order is relied on.
 */
export const findRows = (panel: Element, header: Header): Element[] => {
  const rows = new Set<Element>()
  const least = Math.max(3, header.cells.length - TOLERANCE)
  for (const { text, element } of textTokens(panel)) {
    if (!LEVERAGE.test(text) || header.element.contains(element)) continue
    for (let at = element.parentElement; at !== null && at !== panel; at = at.parentElement) {
      if (at.contains(header.element)) break
      if (!isRow(at, least)) continue
      if (isVisible(at)) rows.add(at)
      break
    }
  }
  return [...rows]
}
