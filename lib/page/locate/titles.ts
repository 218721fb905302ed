import { only } from '../only'
import { type Box, boxOf, boxOfText, isOnLine, middleY, overlapX } from '../dom/box'
import type { Run } from '../dom/runs'
import type { Column } from '../words/dictionary'
import { columnOf, titlesIn } from '../words/lexicon'

export type HeaderCell = {
  text: string
  column: Column | null
  runs: readonly Run[]
  /** The largest element around the title that holds neither another one nor a row. */
  holder: Element | null
  /** `null` in a parsed document. */
  box: Box | null
  /** "Size" over "Margin", "Entry Price / Mark Price": the places of the titles of the lines below, from above. */
  lines?: readonly number[]
}

/** A text of the header; `isText`: the box is that of the text, and not of the element around it. */
export type Placed = { run: Run; box: Box; isText: boolean }

export const placed = (run: Run): Placed[] => {
  const text = boxOfText(run.first, run.last)
  const box = text ?? boxOf(run.element)
  return box === null ? [] : [{ run, box, isText: text !== null }]
}

/** Two texts of one title stand below each other, or side by side without a column's gap between them. */
const GAP_IN_TITLE_PX = 12

/** Elements of neighbouring columns touch; those of one title overlap. */
const OVERLAP_IN_TITLE_PX = 1

export const areNear = (a: Placed, b: Placed): boolean =>
  overlapX(a.box, b.box) >= (a.isText && b.isText ? -GAP_IN_TITLE_PX : OVERLAP_IN_TITLE_PX)

/** A title of two words in two texts, its icon, the name of the icon for screen readers. */
export const MOST_TEXTS_IN_TITLE = 5

/** From left to right, each is near one before it. */
export const isChain = (texts: readonly Placed[]): boolean =>
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

export const placeOfTitle = (
  runs: readonly Run[],
  titles: Titles,
): Pick<HeaderCell, 'holder' | 'box'> => {
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

/** Each title of a cell that names several, one below the other or with a slash between them. */
const titlesOfLines = (runs: readonly Run[]): { text: string; column: Column | null }[] => {
  const lines = runs.flatMap(placed).sort((a, b) => a.box.top - b.box.top)
  const titles = lines.flatMap(({ run, box }, at) => {
    const above = lines[at - 1]
    if (above !== undefined && isOnLine(box, above.box)) return []
    return titlesIn(run.text).map((text) => ({ text, column: columnOf(text) }))
  })
  const known = titles.filter(({ column }) => column !== null)
  return known.length > 1 ? known : titles
}

/** The titles, and behind them those of cells that name several. */
export const withTitlesOfLines = (cells: readonly HeaderCell[]): HeaderCell[] => {
  const all = [...cells]
  cells.forEach((cell, at) => {
    const titles = cell.column === null ? titlesOfLines(cell.runs) : []
    if (titles.length < 2) return
    all[at] = { ...cell, lines: titles.map((_, line) => all.length + line) }
    all.push(...titles.map((title) => ({ ...title, runs: [], holder: null, box: null })))
  })
  return all
}
