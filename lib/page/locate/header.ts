import { only } from '../only'
import {
  type Box,
  boxOf,
  boxOfText,
  heightOf,
  isOnLine,
  middleY,
  overlapX,
  overlapY,
  union,
} from '../dom/box'
import { normalise } from '../dom/normalise'
import { drawnRuns, type Run } from '../dom/runs'
import { hasLayout } from '../dom/visible'
import type { Column } from '../words/dictionary'
import { columnOf } from '../words/lexicon'
import type { Anchor } from './anchors'
import type { Title } from './search'

export type HeaderCell = {
  text: string
  column: Column | null
  runs: readonly Run[]
  /** The largest element around the title that holds neither another one nor a row. */
  holder: Element | null
  /** `null` in a parsed document. */
  box: Box | null
}

export type Header = {
  scope: Element
  cells: readonly HeaderCell[]
  /** Elements whose texts are titles, or belong to one: pop-ups, sort icons. */
  elements: ReadonlySet<Element>
}

/** Titles without which a table shows something else than positions: orders, trades, assets. */
const TELLING: ReadonlySet<Column> = new Set([
  'markPrice',
  'liquidationPrice',
  'breakEvenPrice',
  'marginRatio',
  'funding',
  'positionStops',
])
const LEAST_TITLES = 3
/** Two are enough where they are these. */
const PAIR: readonly Column[] = ['markPrice', 'liquidationPrice']
const LEAST_TELLING = 2
/** The table of another tab can be this many elements around its header, the page's body is no table. */
export const CLIMB = 14

/** The words of one line are titles of positions. */
const isTelling = (columns: ReadonlySet<Column>): boolean => {
  const telling = [...TELLING].filter((column) => columns.has(column)).length
  const pnlOfPosition = columns.has('entryPrice') && columns.has('pnl') && columns.has('margin')
  return columns.size >= LEAST_TITLES
    ? telling > 0 || pnlOfPosition
    : PAIR.every((column) => columns.has(column))
}

/** Titles grouped by the line that they stand on; in a parsed document all are one. */
const linesOf = (titles: readonly Title[], document: Document): Title[][] => {
  if (!hasLayout(document)) return titles.length === 0 ? [] : [[...titles]]
  const lines: { box: Box; titles: Title[] }[] = []
  for (const title of titles) {
    const [place] = placed(title)
    if (place === undefined) continue
    const { box } = place
    const line = lines.find((one) => isOnLine(one.box, box))
    if (line === undefined) lines.push({ box, titles: [title] })
    else line.titles.push(title)
  }
  return lines.map((line) => line.titles)
}

const distinct = (titles: readonly Title[]): Set<Column> =>
  new Set(titles.map(({ column }) => column))

/** The smallest element that holds all of these. */
export const commonAncestor = (elements: readonly Element[]): Element | null => {
  let [at = null] = elements
  while (at !== null && !elements.every((element) => at?.contains(element))) at = at.parentElement
  return at
}

/** A text of the header; `isText`: the box is that of the text, and not of the element around it. */
type Placed = { run: Run; box: Box; isText: boolean }

const placed = (run: Run): Placed[] => {
  const text = boxOfText(run.first, run.last)
  const box = text ?? boxOf(run.element)
  return box === null ? [] : [{ run, box, isText: text !== null }]
}

/** Two texts of one title stand below each other, or side by side without a column's gap between them. */
const GAP_IN_TITLE_PX = 12
/** Elements of neighbouring columns touch; those of one title overlap. */
const OVERLAP_IN_TITLE_PX = 1

const areNear = (a: Placed, b: Placed): boolean =>
  overlapX(a.box, b.box) >= (a.isText && b.isText ? -GAP_IN_TITLE_PX : OVERLAP_IN_TITLE_PX)

/** A title of two words in two texts, its icon, the name of the icon for screen readers. */
const MOST_TEXTS_IN_TITLE = 5

/** From left to right, each is near one before it. */
const isChain = (texts: readonly Placed[]): boolean =>
  texts.every((text, at) => at === 0 || texts.slice(0, at).some((before) => areNear(before, text)))

type Titles = { scope: Element; titles: readonly Element[]; anchors: readonly Box[] }

/** Elements around a title, from it up to the largest that holds no other title. */
const aroundTitle = (runs: readonly Run[], { scope, titles }: Titles): Element[] => {
  const own = new Set(runs.map(({ element }) => element))
  const others = titles.filter((title) => !own.has(title))
  const around: Element[] = []
  const [first] = runs
  for (let at = first?.element ?? null; at !== null && at !== scope; at = at.parentElement) {
    const inside = at
    if (others.some((other) => inside.contains(other))) break
    around.push(at)
  }
  return around
}

/** As wide as the column, where an element is. */
const cellBoxOf = (around: readonly Element[]): Box | null => {
  const [first] = around
  if (first === undefined) return null
  let box = boxOf(first)
  for (const element of around.slice(1)) {
    const wider = element.getBoundingClientRect()
    if (wider.width > 0 && wider.height > 0) box = wider
  }
  return box
}

/** A column that stays in a block of its own has title and cells in one element: it reaches down to the rows. */
const reachesRows = (element: Element, anchors: readonly Box[]): boolean => {
  const box = boxOf(element)
  return box !== null && anchors.some((anchor) => box.bottom > middleY(anchor))
}

const placeOfTitle = (runs: readonly Run[], titles: Titles): Pick<HeaderCell, 'holder' | 'box'> => {
  const around = aroundTitle(runs, titles)
  const [first] = around
  const own = first === undefined ? null : boxOf(first)
  if (first === undefined || own === null) return { holder: null, box: null }
  const below = titles.anchors.filter(({ top }) => top >= own.bottom - 2)
  const end = around.findIndex((element) => reachesRows(element, below))
  const holder = end === -1 ? around.at(-1) : around[Math.max(0, end - 1)]
  return { holder: holder ?? null, box: cellBoxOf(around) }
}

/** What the texts of one title or label mean together, or each for itself. */
export const columnOfTexts = (texts: readonly string[]): Column | null => {
  const joined = columnOf(texts.join(' '))
  if (joined !== null) return joined
  const known = new Set(texts.flatMap((text) => columnOf(text) ?? []))
  // "PNL" and "ROI %" as two texts of one title.
  if (known.has('pnl')) known.delete('roi')
  return only(known)
}

const columnOfCell = (runs: readonly Run[]): Column | null =>
  columnOfTexts(runs.map(({ text }) => text))

const holderOfButton = ({ element }: Run): Element | null =>
  element.closest('button, [role="button"]')?.parentElement ?? null

/** "MKT Close All" and "PnL-Based Close All" are two buttons in one header cell (2025). */
const areButtonsOfOneCell = (runs: readonly Run[], run: Run): boolean => {
  const holder = holderOfButton(run)
  return holder !== null && runs.some((other) => holderOfButton(other) === holder)
}

const IS_FIGURE = /^[+-]?[\d.,]+\d(?: |$)/

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
  scope: Element,
  anchors: readonly Anchor[],
): HeaderCell[] => {
  const titles = line.flatMap(placed)
  const texts = drawnRuns(scope)
    .filter(
      ({ text, element }) =>
        !IS_FIGURE.test(text) && !anchors.some((anchor) => anchor.element.contains(element)),
    )
    // The boxes of elements are cheap, those of texts are not.
    .filter(({ element }) => {
      const box = boxOf(element)
      return box !== null && titles.some((title) => overlapY(title.box, box) > 0)
    })
    .flatMap(placed)
    .filter(({ box }) => isAmong(box, titles))
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
      ({ runs, place }) =>
        areButtonsOfOneCell(runs, text.run) ||
        (areNear(place, text) && haveOneElement([...runs, text.run])),
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
  const cells = hasLayout(scope.ownerDocument)
    ? cellsOnLine(line, scope, anchors)
    : cellsByChildren(line)
  const elements = new Set(
    cells.flatMap(({ runs, holder }) => [
      ...runs.map(({ element }) => element),
      ...(holder === null ? [] : [holder]),
    ]),
  )
  return { scope, cells: withoutTwins(cells), elements }
}

/** A line of labels has figures between them, a line of titles has none. */
const areLabels = (line: readonly Title[], scope: Element): boolean => {
  const followed = line.filter(({ last }) => {
    const walker = scope.ownerDocument.createTreeWalker(scope, 4 /* texts */)
    walker.currentNode = last
    let next = walker.nextNode()
    while (next !== null && (next.nodeValue ?? '').trim() === '') next = walker.nextNode()
    return IS_FIGURE.test(normalise(next?.nodeValue ?? ''))
  })
  return followed.length > line.length / 2
}

/** The line of titles that an anchor stands below: the first one met on the way up from it. */
export const headerFinder = (titles: readonly Title[], anchors: readonly Anchor[]) => {
  // Rows of one table ask for the same element.
  const asked = new Map<Element, Header | null>()
  const headerIn = (element: Element): Header | null => {
    const inside = titles.filter((title) => element.contains(title.element))
    if (inside.length < LEAST_TELLING) return null
    const [line] = linesOf(inside, element.ownerDocument)
      .filter((one) => isTelling(distinct(one)) && !areLabels(one, element))
      .sort((a, b) => distinct(b).size - distinct(a).size)
    return line === undefined ? null : headerFrom(element, line, anchors)
  }
  return (anchor: Anchor): Header | null => {
    let at = anchor.element.parentElement
    for (let step = 0; step < CLIMB && at !== null; step += 1, at = at.parentElement) {
      const known = asked.get(at)
      const header = known === undefined ? headerIn(at) : known
      asked.set(at, header)
      if (header !== null) return header
    }
    return null
  }
}
