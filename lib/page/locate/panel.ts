import type { Anchor } from './anchors'
import type { Title } from './search'

/** No table of positions is narrower; an animated icon is. */
const LEAST_TABLE_PX = 300

/** Without a width nothing says: a parsed document, or an element that is only its contents. */
const mayHoldTable = (element: Element): boolean => {
  const { width } = element.getBoundingClientRect()
  return width === 0 || width >= LEAST_TABLE_PX
}

/** A shadow tree, open or closed: a custom element in which the document has no text. */
const isOpaque = (element: Element): boolean =>
  element.localName.includes('-') && element.textContent.trim() === '' && mayHoldTable(element)

/**
 * The positions of these tabs: those in the nearest element around them that holds any. None where one next to the tabs
 * has an entry price, or can't be looked into, and has no row that we can read: positions further away are those of a
 * copied trader, of a calculator or of another extension.
 */
export const anchorsInPanel = (
  tabs: Element,
  anchors: readonly Anchor[],
  titles: readonly Title[],
): readonly Anchor[] => {
  if (anchors.length === 0) return []
  // The line over the chart, the order form and the account's card have none.
  const entryPrices = titles.filter(({ column }) => column === 'entryPrice')
  for (let panel = tabs.parentElement; panel !== null; panel = panel.parentElement) {
    const around = panel
    const inside = anchors.filter(({ symbol }) => around.contains(symbol))
    if (inside.length > 0) return inside
    if (entryPrices.some(({ element }) => around.contains(element))) break
    if ([...around.querySelectorAll('*')].some(isOpaque)) break
  }
  return []
}
