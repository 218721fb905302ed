import type { Box } from './action-reading'
import { boxOf } from './box-of'
import { findPlace } from './find-place'
import { findOrderForm } from './read-order-form'
import { selectors } from './selectors'

/**
 * Where the order form and the tables of positions and orders stand: what is typed and read there must
 * not lie under a panel. Asks the page for its layout, so not with every tick.
 */
export const partsToKeepClear = (root: Document): Box[] => {
  const form = findOrderForm(root)?.form ?? null
  const place = findPlace(root, null)
  const tables = 'code' in place ? null : place.tab.panel
  return [form, tables].flatMap((part) => {
    if (part === null) return []
    const box = boxOf(part.closest(selectors.widget) ?? part)
    return box.width > 0 && box.height > 0 ? [box] : []
  })
}
