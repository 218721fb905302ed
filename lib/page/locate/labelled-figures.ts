import { commonAncestor } from './header'
import { withoutInterval } from './word-places'
import { type Box, heightOf, isOnLine, middleY, overlapX, overlapY, union } from '../dom/box'
import type { Word } from '../words/dictionary'
import { fold } from '../words/fold'
import { means } from '../words/lexicon'
import { isUnit, type Placed, placedTexts } from './placed-texts'

/** A figure and what names it: several texts where a translator has put a second one next to the first. */
export type Labelled = {
  figure: Placed
  /** None: nothing names it. */
  labels: readonly string[]
  /** The place of the figure behind its label: 0, and 1 in "57,000 / 62,000". */
  place: number
}

/** How far above its figure a label stands at most, in heights of the figure. */
const ABOVE_HEIGHTS = 3

/** Texts that lie next to each other may touch. */
const OVERLAP_PX = 2

const follows = (one: Placed, other: Placed): boolean =>
  other.first === one.first || (other.first.compareDocumentPosition(one.first) & 4) !== 0

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

/** The room of a text: that of the highest element in which nothing else is written. */
const roomOf = ({ element, box }: Placed): Box | null => {
  if (box === null) return null
  let at = element
  const text = at.textContent
  while (at.parentElement !== null && at.parentElement.textContent === text) at = at.parentElement
  const around = at.getBoundingClientRect()
  return around.width > 0
    ? union(box, { top: box.top, bottom: box.bottom, left: around.left, right: around.right })
    : box
}

/** A text in its place; `room` is as wide as the cell that holds nothing else. */
export type Laid = Placed & { box: Box; room: Box }

/** A figure, or the texts of one label. */
type Block = Laid & { texts: readonly string[] }

/** A translator puts its own text into the element of the first: both are one label. */
const blocksOf = (all: readonly Laid[]): Block[] => {
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
  const others = all.filter((one) => one !== figure && !isUnit(one.text))
  const before = closest(
    figure,
    others.filter(
      (one) => follows(figure, one) && isOnLine(one.box, figure.box) && gap(one) > -OVERLAP_PX,
    ),
    gap,
  )
  // A label of two lines may reach down next to its figure.
  const isOver = (one: Block) =>
    middleY(one.box) < middleY(figure.box) - OVERLAP_PX &&
    rise(one) <= ABOVE_HEIGHTS * height &&
    (!isOnLine(one.box, figure.box) || gap(one) < 0)
  const above = closest(
    figure,
    others.filter((one) => isOver(one) && overlapX(one.room, figure.room) > 0),
    rise,
  )
  return { before, above }
}

/** Of the label before and the label above, the one that shares more of the document with the figure. */
const labelOf = (figure: Block, all: readonly Block[]): Block | null => {
  const { before, above } = neighboursOf(figure, all)
  if (above?.kind !== 'text') return before
  if (before?.kind !== 'text') return above
  const near = depthOfBoth(before.element, figure.element)
  return depthOfBoth(above.element, figure.element) > near ? above : before
}

/** The texts of a label, and those of a second one right behind or below it. */
const textsOf = (label: Block, all: readonly Block[]): string[] => {
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
const isColumn = (title: Block, figure: Block, all: readonly Block[]): boolean =>
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

const inLayout = (all: readonly Block[]): Labelled[] => {
  const found = new Map<Block, Labelled>()
  for (const figure of all) {
    if (figure.kind !== 'figure') continue
    const label = labelOf(figure, all)
    const onLine = label !== null && isOnLine(label.box, figure.box)
    found.set(figure, { figure, labels: [], place: 0 })
    if (label?.kind === 'figure') {
      // "57,000 / 62,000": a second figure of one label.
      const first = onLine ? found.get(label) : undefined
      if (first !== undefined) found.set(figure, { ...first, figure, place: first.place + 1 })
    } else if (label !== null && (onLine || !isColumn(label, figure, all))) {
      found.set(figure, { figure, labels: textsOf(label, all), place: 0 })
    }
  }
  return [...found.values()]
}

/**
 * Without places a label is the text before its figure: the only one in the lowest element around both,
 * or the only one behind the figure before. The last title of a table is no label of its first cell.
 */
const inOrder = (all: readonly Placed[]): Labelled[] => {
  const found: Labelled[] = []
  const labelsOf = (at: number): Pick<Labelled, 'labels' | 'place'> => {
    const [before, figure] = [all[at - 1], all[at]]
    if (before === undefined || figure === undefined) return { labels: [], place: 0 }
    if (before.kind === 'figure') {
      const first = found.at(-1)
      const isSecond = before.element.parentElement === figure.element.parentElement
      return first !== undefined && isSecond
        ? { labels: first.labels, place: first.place + 1 }
        : { labels: [], place: 0 }
    }
    const shared = commonAncestor([before.element, figure.element])
    let from = at - 1
    while (all[from - 1]?.kind === 'text' && shared?.contains(all[from - 1]?.element ?? null)) {
      from -= 1
    }
    const labels = all.slice(from, at)
    const isOne = labels.every(
      ({ element }) => element.contains(before.element) || before.element.contains(element),
    )
    return { labels: isOne ? labels.map(({ text }) => text) : [], place: 0 }
  }
  all.forEach((figure, at) => {
    if (figure.kind === 'figure') found.push({ figure, ...labelsOf(at) })
  })
  return found
}

const isLaid = (one: Placed & { room: Box | null }): one is Laid =>
  one.box !== null && one.room !== null

/** The texts below an element that have a place; none in a parsed document. */
export const laidTexts = (scope: Element): Laid[] =>
  placedTexts(scope)
    .map((one) => ({ ...one, room: roomOf(one) }))
    .filter(isLaid)

/**
 * Every figure below an element with the text that names it: before it on its line, or above it; of both
 * the one that is nearer in the document. So "59.43 USDT" under a "Max" belongs to the label of its own
 * line. A title over a column of figures names none of them.
 */
export const labelledFigures = (scope: Element): Labelled[] => {
  const laid = laidTexts(scope)
  return laid.length > 0 ? inLayout(blocksOf(laid)) : inOrder(placedTexts(scope))
}

export const isNamed = (word: Word, labels: readonly string[]): boolean =>
  labels.some((text) => means(word, withoutInterval(text))) || means(word, fold(labels.join('')))
