import type { Column } from '../words/dictionary'
import type { Anchor } from './anchors'
import { isTelling } from './find-header'
import type { Title } from './search'

/**
 * The positions of these tabs: those in the nearest element around them that holds any. None where one next to the tabs
 * holds titles of positions and no row that we can read: positions further away are those of a copied trader, of a
 * calculator or of another extension.
 */
export const anchorsInPanel = (
  tabs: Element,
  anchors: readonly Anchor[],
  titles: readonly Title[],
): readonly Anchor[] => {
  const isPane = (element: Element): boolean => {
    const inside = titles.filter((title) => element.contains(title.element))
    const columns = new Set<Column>(inside.map(({ column }) => column))
    // The line over the chart, the order form and the account's card have no entry price.
    return columns.has('entryPrice') && isTelling(columns)
  }
  for (let at = tabs, panel = at.parentElement; panel !== null; panel = at.parentElement) {
    const [around, before] = [panel, at]
    const inside = anchors.filter(({ symbol }) => around.contains(symbol))
    if (inside.length > 0) return inside
    if ([...panel.children].some((child) => child !== before && isPane(child))) return []
    at = panel
  }
  return anchors
}
