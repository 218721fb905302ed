import { isBefore } from '../dom/is-before'
import { hasLayout } from '../dom/visible'
import { type Anchor, bareAnchorsIn } from './anchors'
import { isTelling } from './find-header'
import type { Title } from './search'

/** No table of positions is narrower; an animated icon is. */
const LEAST_TABLE_PX = 300

const mayHoldTable = (element: Element): boolean =>
  !hasLayout(element.ownerDocument) || element.getBoundingClientRect().width >= LEAST_TABLE_PX

/** A shadow tree, open or closed: a custom element in which the document has no text. */
const isOpaque = (element: Element): boolean =>
  element.localName.includes('-') && element.textContent.trim() === '' && mayHoldTable(element)

/**
 * The positions of these tabs: those in the nearest element around them that holds any. Where one next to the tabs has an
 * entry price, they are its symbols, with or without a leverage; where one can't be looked into, there are none. Positions
 * further away are those of a copied trader, of a calculator or of another extension.
 */
export const anchorsInPanel = (
  tabs: Element,
  anchors: readonly Anchor[],
  titles: readonly Title[],
): readonly Anchor[] => {
  let mayAllBeBare = anchors.every(({ isBare }) => isBare)
  for (let panel = tabs.parentElement; panel !== null; panel = panel.parentElement) {
    const around = panel
    const inside = anchors.filter(({ symbol }) => around.contains(symbol))
    const own = titles.filter(({ element }) => around.contains(element))
    const columns = new Set(own.map(({ column }) => column))
    // The order form and the account's card have no entry price.
    const prices = own.filter(({ column }) => column === 'entryPrice').length
    const isTable = prices > 0
    const heads = inside.filter(({ isBare }) => !isBare)
    // In a column of its own a leverage is found next to some of the symbols, and there may be another table.
    if (prices > 1 || (heads.length === 0 && (isTable || (mayAllBeBare && isTelling(columns))))) {
      // The contract over the chart stands before them.
      const bare = bareAnchorsIn(around).filter(({ symbol }) => isBefore(tabs, symbol))
      const isInHead = ({ symbol }: Anchor) => heads.some(({ element }) => element.contains(symbol))
      const all = [...heads, ...bare.filter((anchor) => !isInHead(anchor))]
      if (all.length > 0) return all
      mayAllBeBare = false
    }
    if (inside.length > 0) return inside
    if (isTable) break
    if (anchors.length > 0 && [...around.querySelectorAll('*')].some(isOpaque)) break
  }
  return []
}
