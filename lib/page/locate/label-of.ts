import { commonAncestor } from '../dom/common-ancestor'
import { type Box, heightOf, isOnLine, middleY, overlapX, overlapY, union } from '../dom/box'
import { isUnit, type Placed } from './placed-texts'

/** How far above its figure a label stands at most, in heights of the figure. */
const ABOVE_HEIGHTS = 3

/** Texts that lie next to each other may touch. */
const OVERLAP_PX = 2

const depthOf = (element: Element): number => {
  let depth = 0
  for (let at = element.parentElement; at !== null; at = at.parentElement) depth += 1
  return depth
}

/** How deep the lowest element around both lies: the deeper, the more they belong together. */
const depthOfBoth = (a: Element, b: Element): number => {
  const shared = commonAncestor([a, b])
  return shared === null ? -1 : depthOf(shared)
}

/** A text in its place; `room` is as wide as the cell that holds nothing else. */
export type Laid = Placed & { box: Box; room: Box }

/** A figure, or the texts of one label. */
export type Block = Laid & { texts: readonly string[] }

/** A translator puts its own text into the element of the first: both are one label. */
export const blocksOf = (all: readonly Laid[]): Block[] => {
  const blocks: Block[] = []
  for (const one of all) {
    const before = blocks.at(-1)
    const isSecond =
      before?.kind === 'text' &&
      one.kind === 'text' &&
      (before.element.contains(one.element) || one.element.contains(before.element))
    if (!isSecond) blocks.push({ ...one, texts: [one.text] })
    else {
      const texts = [...before.texts, one.text]
      const [box, room] = [union(before.box, one.box), union(before.room, one.room)]
      blocks[blocks.length - 1] = { ...before, texts, box, room }
    }
  }
  return blocks
}

/** Of these the one that shares most of the document with the figure, and of several the nearest. */
const closest = (
  figure: Block,
  candidates: readonly Block[],
  distance: (one: Block) => number,
): Block | null => {
  let best: { one: Block; depth: number } | null = null
  for (const one of candidates) {
    const depth = depthOfBoth(one.element, figure.element)
    const isBetter =
      best === null ||
      depth > best.depth ||
      (depth === best.depth && distance(one) < distance(best.one))
    if (isBetter) best = { one, depth }
  }
  return best?.one ?? null
}

/**
 * What stands before a figure on its line, and what stands over it. Before: in the document. On a page
 * that is read from right to left a Latin label stands to the left of its figure, an Arabic one to the
 * right.
 */
const neighboursOf = (figure: Block, all: readonly Block[]) => {
  const gap = ({ box }: Block) => -overlapX(box, figure.box)
  const rise = ({ box }: Block) => figure.box.top - box.bottom
  const height = heightOf(figure.box)
  // The asset at the head of a row names none of its figures.
  const names = (some: readonly Block[]) => some.filter(({ text }) => !isUnit(text))
  const at = all.indexOf(figure)
  const ahead = names(all.slice(0, at))
  const before = closest(
    figure,
    ahead.filter((one) => isOnLine(one.box, figure.box) && gap(one) > -OVERLAP_PX),
    gap,
  )
  // A label of two lines may reach down next to its figure.
  const isOver = (one: Block) =>
    middleY(one.box) < middleY(figure.box) - OVERLAP_PX &&
    rise(one) <= ABOVE_HEIGHTS * height &&
    (!isOnLine(one.box, figure.box) || gap(one) < 0)
  const above = closest(
    figure,
    [...ahead, ...names(all.slice(at + 1))].filter(
      (one) => isOver(one) && overlapX(one.room, figure.room) > 0,
    ),
    rise,
  )
  return { before, above }
}

/** Of the label before and the label above, the one that shares more of the document with the figure. */
export const labelOf = (figure: Block, all: readonly Block[]): Block | null => {
  const { before, above } = neighboursOf(figure, all)
  if (above?.kind !== 'text') return before
  if (before?.kind !== 'text') return above
  const near = depthOfBoth(before.element, figure.element)
  return depthOfBoth(above.element, figure.element) > near ? above : before
}

/** The texts of a label, and those of a second one right behind or below it. */
export const textsOf = (label: Block, all: readonly Block[]): string[] => {
  const at = all.indexOf(label)
  return [all[at - 1], label, all[at + 1]]
    .filter((one) => one !== undefined && (one === label || isSecond(one, label)))
    .flatMap((one) => one?.texts ?? [])
}

const isSecond = (one: Block, label: Block): boolean => {
  const parent = label.element.parentElement
  if (one.kind === 'figure' || parent === null || parent !== one.element.parentElement) return false
  const near = heightOf(label.box) / 2
  return (
    -overlapX(one.box, label.box) <= near &&
    -overlapY(one.box, label.box) <= near &&
    (isOnLine(one.box, label.box) || overlapX(one.box, label.box) > 0)
  )
}

/** A title over several figures is that of a column, and names none of them. */
export const isColumn = (title: Block, figure: Block, all: readonly Block[]): boolean =>
  all.some((one) => {
    const fall = one.box.top - figure.box.bottom
    if (one.kind !== 'figure' || fall < -2 || fall > ABOVE_HEIGHTS * heightOf(figure.box))
      return false
    // A percentage below an amount is its own.
    if (one.text.endsWith('%') !== figure.text.endsWith('%')) return false
    if (overlapX(one.room, title.room) <= 0) return false
    const label = labelOf(one, all)
    return label === title || label?.kind !== 'text'
  })
