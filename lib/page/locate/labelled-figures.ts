import { commonAncestor } from '../dom/common-ancestor'
import { bareLabel } from './word-places'
import { type Box, isOnLine, union } from '../dom/box'
import type { Word } from '../words/dictionary'
import { fold } from '../words/fold'
import { means } from '../words/lexicon'
import { type Placed, placedTexts } from './placed-texts'
import { type Laid, type Block, blocksOf, labelOf, textsOf, isColumn } from './label-of'

/** A figure and what names it: several texts where a translator has put a second one next to the first. */
export type Labelled = {
  figure: Placed
  /** None: nothing names it. */
  labels: readonly string[]
  /** The place of the figure behind its label: 0, and 1 in "57,000 / 62,000". */
  place: number
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
  labels.some((text) => means(word, bareLabel(text))) || means(word, fold(labels.join('')))
