import type { Header } from './find-columns'
import { isVisible } from './is-visible'
import { textTokens } from './text-tokens'
import type { Column } from './words/dictionary'

type Span = { left: number; right: number }

const spanOf = (element: Element): Span => {
  const { left, right } = element.getBoundingClientRect()
  return { left, right }
}

const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left))

const hasText = (element: Element): boolean => textTokens(element).length > 0

const hasLayout = (element: Element): boolean => {
  const { left, right } = spanOf(element)
  return right > left
}

/**
 * Which cell of a row stands under which header cell: by horizontal overlap, since an icon or an
 * action can shift the count; by index only where nothing has a place (no layout) and the counts
 * agree. A cell under two headers, or two under one, belongs to none.
 */
export const pairCells = (header: Header, row: Element): Map<Column, Element> => {
  const cells = [...row.children].filter(isVisible)
  const pairs = new Map<Column, Element>()
  if (!hasLayout(header.element)) {
    if (cells.length !== header.cells.length) return pairs
    header.cells.forEach(({ column }, index) => {
      const cell = cells[index]
      if (column !== null && cell !== undefined) pairs.set(column, cell)
    })
    return pairs
  }

  const taken = new Map<Element, Column | null>()
  for (const { column, element } of header.cells) {
    if (column === null) continue
    const span = spanOf(element)
    const under = cells.filter((cell) => {
      const own = spanOf(cell)
      return overlap(span, own) > Math.min(span.right - span.left, own.right - own.left) / 2
    })
    // A bar of colour in front of a cell is a cell of its own and says nothing.
    const [cell, ...others] = under.length > 1 ? under.filter(hasText) : under
    if (cell === undefined || others.length > 0) continue
    if (taken.has(cell)) {
      const rival = taken.get(cell)
      if (rival) pairs.delete(rival)
      taken.set(cell, null)
      continue
    }
    taken.set(cell, column)
    pairs.set(column, cell)
  }
  return pairs
}
