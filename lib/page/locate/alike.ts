import { type Box, boxOf, middleX } from '../dom/box'
import type { Header } from './header'

/** The children of one element that stand side by side, and the title that stands in each. */
type Line = {
  length: number
  box: Box
  /** Children that are drawn, from left to right. */
  order: readonly number[]
  titleOf: readonly (number | null)[]
}

/** Fewer in a line are as likely the parts of one cell. */
const LEAST_CHILDREN = 3
/** Rows begin, or on a page that is read from right to left end, where their titles do. */
const EDGE_PX = 2

const places = (children: readonly Element[]): (number | null)[] =>
  children.map((child) => {
    const box = boxOf(child)
    return box === null ? null : middleX(box)
  })

const linesOf = ({ cells }: Header): Line[] => {
  const holders = cells.map(({ holder }) => holder)
  const parents = new Set(holders.flatMap((holder) => holder?.parentElement ?? []))
  return [...parents].flatMap((parent): Line[] => {
    const children = [...parent.children]
    const box = boxOf(parent)
    if (box === null || children.length < LEAST_CHILDREN) return []
    const order = places(children)
      .flatMap((x, at) => (x === null ? [] : [{ x, at }]))
      .sort((a, b) => a.x - b.x)
      .map(({ at }) => at)
    const titleOf = children.map((child) => {
      const at = holders.indexOf(child)
      return at === -1 ? null : at
    })
    return [{ length: children.length, box, order, titleOf }]
  })
}

/**
 * Of every two neighbours of the line the same one stands to the left in the row. Fourteen rows of which a filter shows
 * one aren't the fourteen cells of a row.
 */
const isInSameOrder = ({ order }: Line, row: readonly Element[]): boolean => {
  const below = places(row)
  const drawn = order.flatMap((at) => below[at] ?? [])
  return (
    drawn.length >= LEAST_CHILDREN && drawn.every((x, at) => at === 0 || (drawn[at - 1] ?? 0) < x)
  )
}

const areAligned = (a: Box, b: Box): boolean =>
  Math.abs(a.left - b.left) <= EDGE_PX || Math.abs(a.right - b.right) <= EDGE_PX

/**
 * Rows that are built as the line of titles is, child for child: there a text belongs to the title of
 * the same place, wherever a wide neighbour has pushed it. `null`: its row is not built so.
 */
export const titleByPlace = (header: Header): ((element: Element) => number | null) => {
  const lines = linesOf(header)
  const { scope, elements } = header
  const lineLike = (row: Element): Line | undefined => {
    const candidates = lines.filter(({ length }) => length === row.childElementCount)
    const box = candidates.length === 0 ? null : boxOf(row)
    if (box === null) return undefined
    const children = [...row.children]
    const line = candidates.find((one) => areAligned(one.box, box) && isInSameOrder(one, children))
    const isHeader = line !== undefined && [...elements].some((title) => row.contains(title))
    return isHeader ? undefined : line
  }
  /** The title of each element in a row that is built so, `null` for none; nothing for all others. */
  const known = new Map<Element, number | null | undefined>()
  const titleOf = (element: Element): number | null | undefined => {
    const { parentElement: parent } = element
    if (element === scope || parent === null) return undefined
    if (known.has(element)) return known.get(element)
    const outer = titleOf(parent)
    if (outer !== undefined) {
      known.set(element, outer)
      return outer
    }
    const line = lineLike(parent)
    for (const [at, child] of [...parent.children].entries()) {
      known.set(child, line === undefined ? undefined : (line.titleOf[at] ?? null))
    }
    return known.get(element)
  }
  return (element) => titleOf(element) ?? null
}
