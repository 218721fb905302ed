import { type Box, boxOf, heightOf, isOnLine, overlapX, overlapY, union } from '../dom/box'
import { drawnRuns, type Run } from '../dom/runs'
import { hasLayout } from '../dom/visible'
import type { Column } from '../words/dictionary'
import type { Anchor } from './anchors'
import { commonAncestor } from '../dom/common-ancestor'
import {
  type HeaderCell,
  type Placed,
  placed,
  areNear,
  MOST_TEXTS_IN_TITLE,
  isChain,
  placeOfTitle,
  columnOfTexts,
  withTitlesOfLines,
} from './titles'

export type Header = {
  scope: Element
  cells: readonly HeaderCell[]
  /** Elements whose texts are titles, or belong to one: pop-ups, sort icons. */
  elements: ReadonlySet<Element>
  /** All that is drawn in the scope; a parsed document is read cell by cell. */
  texts: readonly Run[]
}

const columnOfCell = (runs: readonly Run[]): Column | null =>
  columnOfTexts(runs.map(({ text }) => text))

const IS_FIGURE = /^[+-]?\d[\d.,]*(?: |$)/

/** A title of two lines stands a little higher or lower than its neighbours, and shares this part of the height with them. */
const SHARED_HEIGHT = 0.2

const isAmong = (box: Box, titles: readonly Placed[]): boolean =>
  titles.some((title) => isOnLine(title.box, box)) ||
  titles.every(
    (title) =>
      overlapX(title.box, box) <= 0 &&
      overlapY(title.box, box) > SHARED_HEIGHT * Math.min(heightOf(title.box), heightOf(box)),
  )

/** All texts on the line of the titles, put together to cells from left to right. */
const cellsOnLine = (
  line: readonly Run[],
  { scope, drawn, anchors }: { scope: Element; drawn: readonly Run[]; anchors: readonly Anchor[] },
): HeaderCell[] => {
  const titles = line.flatMap(placed)
  const known = new Set(line.map(({ first }) => first))
  const symbols = anchors.flatMap(({ symbol }) => boxOf(symbol) ?? [])
  const isInRow = ({ box }: Placed) => symbols.some((symbol) => isOnLine(symbol, box))
  const texts = drawn
    .filter(({ text }) => !IS_FIGURE.test(text))
    // The boxes of elements are cheap, those of texts are not.
    .filter(({ element }) => {
      const box = boxOf(element)
      return box !== null && titles.some((title) => overlapY(title.box, box) > 0)
    })
    .filter(({ element }) => !anchors.some((anchor) => anchor.element.contains(element)))
    .flatMap(placed)
    // Titles of four lines may hang down into the first row.
    .filter((text) => isAmong(text.box, titles) && (known.has(text.run.first) || !isInRow(text)))
    .sort((a, b) => a.box.left - b.box.left)
  const groups: { runs: Run[]; place: Placed }[] = []
  /** An element holds these texts of the line, and others only next to them: a title, its icon and what it says. */
  const haveOneElement = (runs: readonly Run[]): boolean => {
    const holder = commonAncestor(runs.map(({ element }) => element))
    const inside = texts.filter(({ run }) => holder?.contains(run.element))
    return inside.length <= MOST_TEXTS_IN_TITLE && isChain(inside)
  }
  for (const text of texts) {
    const same = groups.find(
      ({ runs, place }) => areNear(place, text) && haveOneElement([...runs, text.run]),
    )
    if (same === undefined) groups.push({ runs: [text.run], place: text })
    else {
      same.runs.push(text.run)
      same.place = { ...text, box: union(same.place.box, text.box) }
    }
  }
  const all = groups.flatMap(({ runs }) => runs.map(({ element }) => element))
  const boxes = anchors.flatMap(({ element }) => boxOf(element) ?? [])
  return groups.map(({ runs }) => ({
    text: runs.map(({ text }) => text).join(' '),
    column: columnOfCell(runs),
    runs,
    ...placeOfTitle(runs, { scope, titles: all, anchors: boxes }),
  }))
}

/** In a parsed document the cells are the children of the smallest element around all titles. */
const cellsByChildren = (line: readonly Run[]): HeaderCell[] => {
  const row = commonAncestor(line.map(({ element }) => element))
  return row === null
    ? []
    : [...row.children].map((child) => {
        const runs = drawnRuns(child)
        return {
          text: runs.map(({ text }) => text).join(' '),
          column: columnOfCell(runs),
          runs,
          holder: null,
          box: null,
        }
      })
}

/** The same word twice names neither column. */
const withoutTwins = (cells: readonly HeaderCell[]): HeaderCell[] =>
  cells.map((cell) =>
    cell.column !== null && cells.filter(({ column }) => column === cell.column).length > 1
      ? { ...cell, column: null }
      : cell,
  )

export const headerFrom = (
  scope: Element,
  line: readonly Run[],
  anchors: readonly Anchor[],
): Header => {
  const isLaidOut = hasLayout(scope.ownerDocument)
  const drawn = isLaidOut ? drawnRuns(scope) : []
  const cells = isLaidOut
    ? withTitlesOfLines(cellsOnLine(line, { scope, drawn, anchors }))
    : cellsByChildren(line)
  const elements = new Set(
    cells.flatMap(({ runs, holder }) => [
      ...runs.map(({ element }) => element),
      ...(holder === null ? [] : [holder]),
    ]),
  )
  return { scope, cells: withoutTwins(cells), elements, texts: drawn }
}
