import type { Header } from './find-columns'
import { isVisible } from './is-visible'
import { textTokens } from './text-tokens'

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

const under = (header: Element, cells: readonly Element[]): Element | null => {
  const span = spanOf(header)
  const found = cells.filter((cell) => {
    const own = spanOf(cell)
    return overlap(span, own) > Math.min(span.right - span.left, own.right - own.left) / 2
  })
  // A bar of colour in front of a cell is a cell of its own and says nothing.
  const [cell, ...others] = found.length > 1 ? found.filter(hasText) : found
  return cell !== undefined && others.length === 0 ? cell : null
}

/**
 * Which cell of a row stands under which header cell, in the header's order: by horizontal overlap,
 * since an icon or an action can shift the count; by index only where nothing has a place (no
 * layout) and the counts agree. A cell under two headers, or two under one, belongs to none.
 */
export const pairCells = (header: Header, row: Element): (Element | null)[] => {
  const cells = [...row.children].filter(isVisible)
  if (!hasLayout(header.element)) {
    return header.cells.map((_, index) =>
      cells.length === header.cells.length ? (cells[index] ?? null) : null,
    )
  }
  const pairs = header.cells.map(({ element }) => under(element, cells))
  return pairs.map((cell) =>
    cell !== null && pairs.filter((other) => other === cell).length === 1 ? cell : null,
  )
}
