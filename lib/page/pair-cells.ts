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

type Placed = { element: Element; span: Span }

const placed = (element: Element): Placed => ({ element, span: spanOf(element) })

const under = (span: Span, cells: readonly Placed[]): Element | null => {
  const found = cells
    .filter(
      ({ span: own }) =>
        overlap(span, own) > Math.min(span.right - span.left, own.right - own.left) / 2,
    )
    .map(({ element }) => element)
  // A bar of colour in front of a cell is a cell of its own and says nothing.
  const [cell, ...others] = found.length > 1 ? found.filter(hasText) : found
  return cell !== undefined && others.length === 0 ? cell : null
}

const byIndex = ({ cells: headers }: Header, cells: readonly Element[]): (Element | null)[] =>
  headers.map((_, index) => (cells.length === headers.length ? (cells[index] ?? null) : null))

const byPlace = (headers: readonly Span[], cells: readonly Placed[]): (Element | null)[] => {
  const pairs = headers.map((span) => under(span, cells))
  return pairs.map((cell) =>
    cell !== null && pairs.filter((other) => other === cell).length === 1 ? cell : null,
  )
}

/**
 * Which cell of each row stands under which header cell, in the header's order: by horizontal
 * overlap, since an icon or an action can shift the count; by index only where nothing has a place (no
 * layout) and the counts agree. A cell under two headers, or two under one, belongs to none.
 */
export const pairCells = (header: Header, rows: readonly Element[]): (Element | null)[][] => {
  const { left, right } = spanOf(header.element)
  const headers = header.cells.map(({ element }) => spanOf(element))
  return rows.map((row) => {
    const cells = [...row.children].filter(isVisible)
    return right > left ? byPlace(headers, cells.map(placed)) : byIndex(header, cells)
  })
}
