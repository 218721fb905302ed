import { type Box, boxOf, middleX } from '../dom/box'
import type { Header } from './header'

/** The children of one element that stand side by side, and the title that stands in each. */
type Line = { children: readonly Element[]; box: Box; titleOf: readonly (number | null)[] }

/** Fewer in a line are as likely the parts of one cell. */
const LEAST_CHILDREN = 3
/** Rows begin, or on a page that is read from right to left end, where their titles do. */
const EDGE_PX = 2

const linesOf = ({ cells }: Header): Line[] => {
  const holders = cells.map(({ holder }) => holder)
  const parents = new Set(holders.flatMap((holder) => holder?.parentElement ?? []))
  return [...parents].flatMap((parent): Line[] => {
    const children = [...parent.children]
    const box = boxOf(parent)
    if (box === null || children.length < LEAST_CHILDREN) return []
    const titleOf = children.map((child) => {
      const at = holders.indexOf(child)
      return at === -1 ? null : at
    })
    return [{ children, box, titleOf }]
  })
}

const places = (children: readonly Element[]): (number | null)[] =>
  children.map((child) => {
    const box = boxOf(child)
    return box === null ? null : middleX(box)
  })

/** Of every two neighbours of the line the same one stands to the left in the row. */
const isInSameOrder = (line: readonly Element[], row: readonly Element[]): boolean => {
  const [above, below] = [places(line), places(row)]
  const order = [...line.keys()]
    .filter((at) => (above[at] ?? null) !== null && (below[at] ?? null) !== null)
    .sort((a, b) => (above[a] ?? 0) - (above[b] ?? 0))
  return order.every((at, index) => {
    const next = order[index + 1]
    return next === undefined || (below[at] ?? 0) < (below[next] ?? 0)
  })
}

/**
 * Rows that are built as the line of titles is, child for child: there a text belongs to the title of
 * the same place, wherever a wide neighbour has pushed it. `null`: its row is not built so.
 */
export const titleByPlace = (header: Header): ((element: Element) => number | null) => {
  const lines = linesOf(header)
  const { scope, elements } = header
  const known = new Map<Element, Line | null>()
  const lineLike = (row: Element): Line | null => {
    const before = known.get(row)
    if (before !== undefined) return before
    const children = [...row.children]
    const candidates = lines.filter((line) => line.children.length === children.length)
    const box = candidates.length === 0 ? null : boxOf(row)
    const isHeader = [...elements].some((title) => row.contains(title))
    const line =
      box === null || isHeader
        ? undefined
        : candidates.find(
            (one) =>
              (Math.abs(one.box.left - box.left) <= EDGE_PX ||
                Math.abs(one.box.right - box.right) <= EDGE_PX) &&
              isInSameOrder(one.children, children),
          )
    known.set(row, line ?? null)
    return line ?? null
  }
  return (element) => {
    let title: number | null = null
    for (let at = element; at !== scope && at.parentElement !== null; at = at.parentElement) {
      const line = lineLike(at.parentElement)
      if (line === null) continue
      title = line.titleOf[[...at.parentElement.children].indexOf(at)] ?? null
    }
    return title
  }
}
