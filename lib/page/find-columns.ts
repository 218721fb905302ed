import { isPutAway, isVisible } from './is-visible'
import { textOf, textTokens } from './text-tokens'
import type { Column } from './words/dictionary'
import type { Vocabulary } from './vocabulary'

export type Header = {
  element: Element
  /** The visible cells in document order; `null` where the word is not one of ours. */
  cells: readonly { element: Element; column: Column | null }[]
}

/** With fewer cells recognised, a row of words is not taken for the header. */
const ENOUGH = 3

const visibleChildren = (element: Element): Element[] => [...element.children].filter(isVisible)

/** A word that stands twice names neither of its columns. */
const withoutTwins = (cells: Header['cells']): Header['cells'] =>
  cells.map((cell) =>
    cells.some((other) => other !== cell && other.column === cell.column)
      ? { ...cell, column: null }
      : cell,
  )

const headerAt = (element: Element, vocabulary: Vocabulary): Header | null => {
  const cells = withoutTwins(
    visibleChildren(element).map((cell) => ({
      element: cell,
      column: vocabulary.columnOf(textOf(cell)),
    })),
  )
  return cells.filter(({ column }) => column !== null).length >= ENOUGH ? { element, cells } : null
}

/**
 * The header is the visible row of cells in which several words are columns of the positions table
 * and one of them is the entry or the liquidation price: order panes have Symbol and Size too.
 */
export const findHeader = (panel: Element, vocabulary: Vocabulary): Header | null => {
  const found = new Map<Element, Header>()
  for (const { text, element } of textTokens(panel)) {
    const column = vocabulary.columnOf(text)
    if (column !== 'entryPrice' && column !== 'liquidationPrice') continue
    for (let at = element.parentElement; at !== null && panel.contains(at); at = at.parentElement) {
      const header = headerAt(at, vocabulary)
      if (header === null) continue
      if (isVisible(at) && !isPutAway(at, panel)) found.set(at, header)
      break
    }
  }
  const [only, ...others] = found.values()
  return only !== undefined && others.length === 0 ? only : null
}
