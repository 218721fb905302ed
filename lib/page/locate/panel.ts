import type { Column } from '../words/dictionary'
import type { Anchor } from './anchors'
import { TELLING } from './find-header'
import type { Title } from './search'

/** Next to an entry price this many titles that orders, balances and the line over the chart don't have together. */
const LEAST_TELLING = 2

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
    const telling = [...TELLING].filter((column) => columns.has(column)).length
    return columns.has('entryPrice') && telling >= LEAST_TELLING
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
