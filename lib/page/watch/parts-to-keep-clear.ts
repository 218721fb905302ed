import type { Box } from '../action-reading'
import { findOrderForm } from '../actions/find-order-form'
import { search } from '../locate/search'
import { findPositionsTab } from '../locate/tabs'
import { selectors } from '../selectors'

/**
 * Where the order form and the tables of positions and orders stand: what is typed and read there must
 * not lie under a panel. Walks over the page and asks for its layout, so not with every tick.
 */
export const partsToKeepClear = (root: Document): Box[] => {
  const form = findOrderForm(root)?.form ?? null
  const tab = findPositionsTab(root, search(root.body).tabs)
  const tables = tab === null || tab === 'ambiguous' ? null : tab.group
  return [form, tables].flatMap((part) => {
    const widget = part?.closest(selectors.widget) ?? null
    if (widget === null) return []
    const { left, top, width, height } = widget.getBoundingClientRect()
    return width > 0 && height > 0 ? [{ left, top, width, height }] : []
  })
}
