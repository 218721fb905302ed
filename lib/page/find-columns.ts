import { isVisible } from './is-visible'
import { textOf, textTokens } from './text-tokens'
import { type Column, columnOf } from './words'

export type Header = {
  element: Element
  /** The visible cells in document order; `null` where the word is not one of ours. */
  cells: readonly { element: Element; column: Column | null }[]
}

/** With fewer cells recognised, a row of words is not taken for the header. */
const ENOUGH = 3

const visibleChildren = (element: Element): Element[] => [...element.children].filter(isVisible)

const headerAt = (element: Element): Header | null => {
  const cells = visibleChildren(element).map((cell) => ({
    element: cell,
    column: columnOf(textOf(cell)),
  }))
  const columns = cells.flatMap(({ column }) => column ?? [])
  const distinct = new Set(columns).size === columns.length
  return distinct && columns.length >= ENOUGH ? { element, cells } : null
}

/**
 * The header is the visible row of cells in which several words are columns of the positions table
 * and one of them is the entry price: order panes have Symbol and Size too.
 */
export const findHeader = (panel: Element): Header | null => {
  const found = new Map<Element, Header>()
  for (const { text, element } of textTokens(panel)) {
    const column = columnOf(text)
    if (column !== 'entryPrice' && column !== 'liquidationPrice') continue
    for (let at = element.parentElement; at !== null && panel.contains(at); at = at.parentElement) {
      const header = headerAt(at)
      if (header === null) continue
      if (isVisible(at)) found.set(at, header)
      break
    }
  }
  const [only, ...others] = found.values()
  return only !== undefined && others.length === 0 ? only : null
}
