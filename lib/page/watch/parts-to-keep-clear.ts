import { isTooLarge } from '../dom/too-large'
import { findOrderForm } from '../actions/find-order-form'
import { search } from '../locate/search'
import { findPositionsTab } from '../locate/tabs'
import { selectors } from '../selectors'

/**
 * The order form and the tables of positions and orders: what is typed and read there must not lie under a panel.
 * Walks over the page, so not with every tick.
 */
export const partsToKeepClear = (root: Document): Element[] => {
  if (isTooLarge(root)) return []
  const form = findOrderForm(root)?.form
  const tab = findPositionsTab(root, search(root.body))
  const tables = tab === null || tab === 'ambiguous' ? null : tab.group
  return [form, tables].flatMap((part) => part?.closest(selectors.widget) ?? [])
}
