import { type Box, boxOf, middleX, middleY, overlapX, widthOf } from '../dom/box'
import { drawnRuns, type Run } from '../dom/runs'
import { hasLayout } from '../dom/visible'
import type { Column } from '../words/dictionary'
import type { Anchor } from './anchors'
import { commonAncestor, type Header, type HeaderCell } from './header'
import { exclusiveElements, type Group, type Located } from './record'

/** Texts of a row stand at most this far above or below its symbol, whatever its container is. */
const ROW_REACH_PX = 44

/** The largest element around an anchor that holds neither another anchor nor a title. */
const rowElementOf = (
  anchor: Anchor,
  anchors: readonly Anchor[],
  { scope, elements }: Header,
): Element => {
  let row = anchor.element
  for (let at = row.parentElement; at !== null && at !== scope; at = at.parentElement) {
    const inside = at
    const isShared =
      anchors.some((other) => other !== anchor && inside.contains(other.symbol)) ||
      [...elements].some((title) => inside.contains(title))
    if (isShared) break
    row = at
  }
  return row
}

type Band = { anchor: Anchor; element: Element; top: number; bottom: number; middle: number }

/** From halfway to the row above to halfway to the row below. */
const bandsOf = (anchors: readonly Anchor[], header: Header): Band[] => {
  const rows = anchors
    .flatMap((anchor): Band[] => {
      const element = rowElementOf(anchor, anchors, header)
      const own = boxOf(anchor.element)
      const row = boxOf(element) ?? own
      if (own === null || row === null) return []
      const middle = middleY(own)
      const top = Math.max(row.top, middle - ROW_REACH_PX)
      const bottom = Math.min(row.bottom, middle + ROW_REACH_PX)
      return [{ anchor, element, top, bottom, middle }]
    })
    .sort((a, b) => a.middle - b.middle)
  return rows.map((row, at) => {
    const [above, below] = [rows[at - 1], rows[at + 1]]
    const usual = Math.max(row.bottom - row.top, 36) / 2 + 2
    return {
      ...row,
      top:
        above === undefined
          ? Math.min(row.top, row.middle - usual)
          : Math.min(row.top, (above.bottom + row.top) / 2),
      bottom:
        below === undefined
          ? Math.max(row.bottom, row.middle + usual)
          : Math.max(row.bottom, (row.bottom + below.top) / 2),
    }
  })
}

/** A box shares this part of the narrower one with the title that it stands under, and … */
const UNDER = 0.5
/** … at most this part with any other. */
const NOT_UNDER = 0.25

type Placed = { run: Run; box: Box; cell: Box }

/** The widest element around a text that does not reach under two titles. */
const cellBoxOf = (
  { element }: Run,
  scope: Element,
  centres: readonly number[],
  known: Map<Element, Box | null>,
): Box | null => {
  const boxAt = (at: Element): Box | null => {
    const before = known.get(at)
    if (before !== undefined) return before
    const box = boxOf(at)
    known.set(at, box)
    return box
  }
  let cell = boxAt(element)
  for (let at = element.parentElement; at !== null && at !== scope; at = at.parentElement) {
    const box = boxAt(at)
    if (box === null) continue
    const under = centres.filter((x) => x >= box.left && x <= box.right).length
    if (under > 1) break
    cell = box
  }
  return cell
}

const shareOf = (a: Box, b: Box): number =>
  overlapX(a, b) / Math.max(1, Math.min(widthOf(a), widthOf(b)))

/** The title that a cell stands under beyond doubt; `null`: none, or two as well as one. */
const titleOver = (cell: Box, titles: readonly HeaderCell[]): number | null => {
  const shares = titles.map(({ box }, at) => ({ at, share: box === null ? 0 : shareOf(cell, box) }))
  const [best, second] = shares.sort((a, b) => b.share - a.share)
  if (best === undefined || best.share <= UNDER) return null
  return second === undefined || second.share <= NOT_UNDER ? best.at : null
}

/** The nearest title, where no box names one. */
const titleNear = (box: Box, titles: readonly HeaderCell[]): number | null => {
  const away = titles.map(({ box: title }, at) => ({
    at,
    px:
      title === null
        ? Infinity
        : Math.max(0, -overlapX(box, title), 0) + Math.abs(middleX(box) - middleX(title)) / 1000,
  }))
  const [best] = away.sort((a, b) => a.px - b.px)
  return best === undefined || best.px === Infinity ? null : best.at
}

/** The cells of one row from left to right, each with the texts that one element holds. */
const cellsOf = (row: readonly Placed[]): Placed[][] => {
  const cells: { box: Box; texts: Placed[] }[] = []
  for (const placed of [...row].sort((a, b) => a.cell.left - b.cell.left)) {
    const same = cells.find(({ box }) => shareOf(box, placed.cell) > UNDER)
    if (same === undefined) cells.push({ box: placed.cell, texts: [placed] })
    else same.texts.push(placed)
  }
  return cells.map(({ texts }) => texts)
}

type ByTitle = { at: number; runs: Run[]; isSure: boolean }

/** Boxes decide; where they leave a doubt, the order of cells and titles does, and the doubt is kept. */
const underTitles = (row: readonly Placed[], titles: readonly HeaderCell[]): ByTitle[] => {
  const found = new Map<number, ByTitle>()
  const put = (at: number | null, run: Run, isSure: boolean): void => {
    if (at === null) return
    const known = found.get(at) ?? { at, runs: [], isSure: true }
    known.runs.push(run)
    known.isSure &&= isSure
    found.set(at, known)
  }
  const sure = row.map(({ cell }) => titleOver(cell, titles))
  const cells = sure.every((at) => at !== null) ? [] : cellsOf(row)
  // A wide button may push the titles aside, and not the rows: as many cells, each still touching its own.
  const inOrder =
    cells.length === titles.length &&
    cells.every((texts, at) => {
      const box = titles[at]?.box ?? null
      return box !== null && texts.every(({ cell }) => overlapX(cell, box) > 0)
    })
  row.forEach((placed, index) => {
    const { run, cell } = placed
    const at = sure[index] ?? null
    const place = cells.findIndex((texts) => texts.includes(placed))
    if (inOrder) put(place, run, true)
    else if (at !== null) put(at, run, true)
    else put(cells.length === titles.length ? place : titleNear(cell, titles), run, false)
  })
  return [...found.values()].sort((a, b) => a.at - b.at)
}

/** The children of the first element, from `top` down, that holds as many as the line of titles. */
const childrenLike = (top: Element, count: number): readonly Element[] | null => {
  let at: Element | null = top
  while (at !== null && at.children.length !== count) {
    at = at.children.length === 1 ? at.firstElementChild : null
  }
  return at === null ? null : [...at.children]
}

/**
 * Rows and titles that are built alike, child for child: a wide title may push its neighbours aside, and
 * not the cells below them. Each cell must touch its title all the same.
 */
const byChildren = (
  row: readonly Placed[],
  { titles, titleOf }: { titles: readonly HeaderCell[]; titleOf: readonly (number | null)[] },
  band: Band,
): ByTitle[] | null => {
  const children = childrenLike(band.element, titleOf.length)
  if (children === null) return null
  const found = new Map<number, ByTitle>()
  for (const { run, box } of row) {
    const place = children.findIndex((child) => child.contains(run.element))
    const at = titleOf[place] ?? null
    const title = at === null ? null : (titles[at]?.box ?? null)
    if (at === null || title === null || overlapX(box, title) <= -widthOf(title)) return null
    const known = found.get(at) ?? { at, runs: [], isSure: true }
    known.runs.push(run)
    found.set(at, known)
  }
  return [...found.values()]
}

/** Which title stands in which child of the line of titles; `null`: they are not built so. */
const titlesByChild = ({ cells, elements }: Header): readonly (number | null)[] | null => {
  const line = commonAncestor([...elements])
  if (line === null) return null
  const children = [...line.children]
  const titleOf = children.map((child) => {
    const inside = cells.flatMap(({ runs }, at) =>
      runs.some(({ element }) => child.contains(element)) ? [at] : [],
    )
    return inside.length > 1 ? undefined : (inside[0] ?? null)
  })
  return titleOf.includes(undefined) ? null : titleOf.map((at) => at ?? null)
}

/** In a parsed document a cell is paired with its title by its place, where the counts agree. */
const byIndex = (anchor: Anchor, titles: readonly HeaderCell[], { scope }: Header): ByTitle[] => {
  let row: Element | null = anchor.element
  while (row !== null && row !== scope && row.children.length !== titles.length) {
    row = row.parentElement
  }
  if (row === null || row === scope) return []
  return [...row.children].map((child, at) => ({ at, runs: drawnRuns(child), isSure: true }))
}

/** The cells of one row under their titles. */
type Row = { anchor: Anchor; cells: readonly ByTitle[] }

const isSymbolCell = (
  { at, runs }: ByTitle,
  { column }: HeaderCell | { column: null },
  anchor: Anchor,
) => column === 'symbol' || (at !== -1 && runs.some(({ element }) => element === anchor.symbol))

/** Gives every cell the elements that hold it and nothing else. */
const located = (header: Header, rows: readonly Row[], rest: readonly Run[]): Located[] => {
  const { cells: titles, scope } = header
  const columnAt = (at: number): Column | null => titles[at]?.column ?? null
  const name = (row: number, at: number | 'symbol') => `${String(row)} ${String(at)}`
  const groups = rows.flatMap(({ anchor, cells }, row): Group[] =>
    cells.map((cell) => ({
      name: name(
        row,
        isSymbolCell(cell, titles[cell.at] ?? { column: null }, anchor) ? 'symbol' : cell.at,
      ),
      runs: cell.runs,
    })),
  )
  const elements = exclusiveElements([...groups, { name: 'rest', runs: rest }], scope)
  return rows.map(({ anchor, cells }, row) => {
    const figures = cells.filter(
      (cell) => !isSymbolCell(cell, titles[cell.at] ?? { column: null }, anchor),
    )
    const elementsOf = (at: number) => elements.get(name(row, at)) ?? []
    return {
      symbol: elements.get(name(row, 'symbol')) ?? [anchor.element],
      cells: new Map(
        figures.flatMap(({ at }): [Column, readonly Element[]][] => {
          const column = columnAt(at)
          return column === null ? [] : [[column, elementsOf(at)]]
        }),
      ),
      untitled: new Map(
        figures.flatMap(({ at }): [number, readonly Element[]][] =>
          columnAt(at) === null ? [[at, elementsOf(at)]] : [],
        ),
      ),
      unsure: new Set(figures.flatMap(({ at, isSure }) => (isSure ? [] : (columnAt(at) ?? [])))),
    }
  })
}

const headerRunsOf = ({ cells }: Header): Run[] => cells.flatMap(({ runs }) => [...runs])

const readParsed = (header: Header, anchors: readonly Anchor[]): Located[] => {
  const rows = anchors.map((anchor) => ({
    anchor,
    cells: byIndex(anchor, header.cells, header),
  }))
  return located(header, rows, headerRunsOf(header))
}

/** The row whose element holds a text; else the one in whose band it lies, whatever holds it. */
const bandFinder = (bands: readonly Band[], { scope, elements }: Header) => {
  const byElement = new Map(bands.map((band) => [band.element, band]))
  return (run: Run, box: Box): Band | null => {
    const middle = middleY(box)
    for (let at: Element | null = run.element; at !== null && at !== scope; at = at.parentElement) {
      // Pop-ups and tooltips of a title hang below it in the document, wherever they are drawn.
      if (elements.has(at)) return null
      const own = byElement.get(at)
      if (own === undefined) continue
      const reach = Math.max(ROW_REACH_PX, (own.bottom - own.top) / 2)
      return Math.abs(middle - own.middle) <= reach ? own : null
    }
    const near = bands.filter(({ top, bottom }) => middle > top && middle < bottom)
    const [nearest] = near.sort((a, b) => Math.abs(a.middle - middle) - Math.abs(b.middle - middle))
    return nearest ?? null
  }
}

/** Every row below a line of titles: each text belongs to the title over it and the anchor beside it. */
export const readTable = (header: Header, anchors: readonly Anchor[]): Located[] => {
  const { scope, cells: titles, elements } = header
  if (!hasLayout(scope.ownerDocument)) return readParsed(header, anchors)
  const bands = bandsOf(anchors, header)
  const bandOf = bandFinder(bands, header)
  const centres = titles.flatMap(({ box }) => (box === null ? [] : [middleX(box)]))
  const boxes = new Map<Element, Box | null>()
  const texts = new Map(bands.map((band) => [band, [] as Placed[]]))
  const rest: Run[] = headerRunsOf(header)
  for (const run of drawnRuns(scope)) {
    if (elements.has(run.element)) continue
    const cell = cellBoxOf(run, scope, centres, boxes)
    const box = boxes.get(run.element) ?? null
    const band = box === null ? null : bandOf(run, box)
    if (band === null || box === null || cell === null) rest.push(run)
    else texts.get(band)?.push({ run, box, cell })
  }
  const titleOf = titlesByChild(header)
  const rows = bands.map((band) => {
    const row = texts.get(band) ?? []
    const alike = titleOf === null ? null : byChildren(row, { titles, titleOf }, band)
    return { anchor: band.anchor, cells: alike ?? underTitles(row, titles) }
  })
  return located(header, rows, rest)
}
