import { boxOf, middleY } from '../dom/box'
import { isBefore } from '../dom/is-before'
import { isPutAway } from '../dom/visible'
import { type Anchor, anchorsAt, countSymbols, isContract } from './anchors'
import {
  cardIn,
  holdsTitle,
  mayBeCard,
  placeOfCards,
  type Room,
  roomAround,
  sureCards,
} from './cards'
import { headerFinder } from './find-header'
import type { Header } from './header'
import type { Located, Place } from './record'
import type { Found, Title } from './search'
import { type Candidates, candidatesAround } from './panel'
import { headerOfStrangers } from './strange-header'
import { readTable } from './table'
import { titleFinder } from './under-titles'
import { means } from '../words/lexicon'

type Table = { header: Header; anchors: readonly Anchor[] }

/** A symbol with nothing under any title next to it, among rows that have something there, is no row. */
const withCells = (records: readonly Located[]): readonly Located[] => {
  const rows = records.filter(({ cells, untitled }) => cells.size + untitled.size > 0)
  return rows.length === 0 ? records.filter(({ isBare }) => !isBare) : rows
}

const placeOfTable = ({ header, anchors }: Table): Place => ({
  layout: 'table',
  scope: header.scope,
  titles: header.cells.map(({ text, column, runs }) => ({
    text,
    column,
    foundBy: column === null ? null : 'word',
    isLeverage: runs.some((run) => means('leverage', run.text)),
  })),
  records: withCells(readTable(header, anchors)),
})

/** A symbol alone is one of a row if it stands below the titles, and under that of the symbols where it is known. */
const isSymbolOf = (header: Header) => {
  const { cells, texts } = header
  const [title] = cells.flatMap(({ runs }) => runs.flatMap(({ element }) => boxOf(element) ?? []))
  const at = cells.findIndex(({ column }) => column === 'symbol')
  const titleOf = at === -1 ? null : titleFinder(header)
  return ({ symbol }: Anchor): boolean => {
    const row = boxOf(symbol)
    const run = texts.find(({ element }) => element === symbol)
    if (row === null || title === undefined || run === undefined) return true
    if (middleY(row) < middleY(title)) return false
    if (titleOf === null) return true
    const under = titleOf(run)
    return under?.at === at && under.isSure
  }
}

/** Rows of one table stand below one line of titles. */
const tablesOf = (
  anchors: readonly Anchor[],
  headerOf: (anchor: Anchor) => Header | null,
): Table[] => {
  const tables = new Map<Header, Anchor[]>()
  for (const anchor of anchors) {
    const header = headerOf(anchor)
    if (header === null) continue
    tables.set(header, [...(tables.get(header) ?? []), anchor])
  }
  return [...tables].map(([header, rows]) => {
    // Nearly every table has a leverage next to each symbol: no title has to be asked then.
    if (!rows.some(({ isBare }) => isBare)) return { header, anchors: rows }
    const isSymbol = isSymbolOf(header)
    return { header, anchors: rows.filter((row) => !row.isBare || isSymbol(row)) }
  })
}

/** Panes of other tabs are moved or folded away with all of their rows. */
const inSight = (anchors: readonly Anchor[]): Anchor[] =>
  anchors.filter(({ symbol }) => !isPutAway(symbol))

/** How much of a place the words explain: the one that they explain best is the positions'. */
const known = ({ titles }: Place): number => titles.filter(({ column }) => column !== null).length

const figuresIn = ({ records }: Place): number =>
  records.reduce((sum, { cells, untitled }) => sum + cells.size + untitled.size, 0)

/** Without a known line of titles: one of unknown words, or cards with few known labels; what explains more. */
const strangePlace = (
  anchors: readonly Anchor[],
  rooms: readonly Room[],
  tabs: readonly Element[],
): Place | null => {
  const header = headerOfStrangers(anchors, tabs)
  const inside = anchors.filter(({ element }) => header?.scope.contains(element))
  const table = header === null ? null : placeOfTable({ header, anchors: inside })
  const places = [table, placeOfCards(rooms.flatMap(cardIn).filter(mayBeCard))].filter(
    (place) => place !== null,
  )
  const [best] = places.sort((a, b) => figuresIn(b) - figuresIn(a))
  return best ?? null
}

/** Tables and cards that known words make of these symbols: the one that they explain best. */
const knownPlace = (
  anchors: readonly Anchor[],
  rooms: readonly Room[],
  titles: readonly Title[],
  isSure: boolean,
): Place | null => {
  const sure = rooms.some((room) => holdsTitle(room, titles)) ? sureCards(rooms) : []
  const inCard = (anchor: Anchor) => sure.some(({ element }) => element.contains(anchor.symbol))
  const rest = anchors.filter((anchor) => !inCard(anchor))
  const tables = tablesOf(rest, headerFinder(titles, rest)).map(placeOfTable)
  const places = [...tables, placeOfCards(sure)]
    .filter((place) => place !== null)
    .filter(({ records }) => records.length > 0)
  const [best, ...others] = places.sort((a, b) => known(b) - known(a))
  // Of several lists of symbols alone nobody knows which is the trader's.
  return best === undefined || (others.length > 0 && !isSure) ? null : best
}

/**
 * Where the positions stand, whatever the layout is made of: symbols with a leverage, below a line of
 * known titles or with known labels behind them. `null`: there is none. Without a known word a line of
 * unknown ones, for the arithmetic to tell. `strip`: the tabs of the positions, orders and histories.
 */
export const locate = (
  { leverages, titles, tabs, outside }: Found,
  strip: Element | null,
): { anchors: number; place: Place | null } => {
  const all = anchorsAt(leverages)
  const titlesInSight = titles.filter(({ element }) => !isPutAway(element))
  const tabElements = tabs.map(({ element }) => element)
  // Titles before the tabs are those of a table above the panel, unless the positions stand there too.
  const isAbove = (element: Element) => strip !== null && isBefore(element, strip)
  const placeOf = (
    { anchors, titles, isSure }: Candidates,
    mayBeStrange: boolean,
  ): Place | null => {
    const isBehind = !anchors.some(({ symbol }) => isAbove(symbol))
    const own = titles.filter(({ element }) => !isBehind || !isAbove(element))
    // A card holds no other symbol, put away or not: an old pane stands next to the rows.
    const symbolsIn = countSymbols([...all, ...anchors])
    const rooms = anchors.map((anchor) =>
      roomAround(anchor, symbolsIn, [...tabElements, ...outside]),
    )
    return (
      knownPlace(anchors, rooms, own, isSure) ??
      (isSure && mayBeStrange ? strangePlace(anchors, rooms, tabElements) : null)
    )
  }
  const find = (
    isMeant: (anchor: Anchor) => boolean,
    mayBeStrange: boolean,
  ): ReturnType<typeof locate> => {
    const drawn = inSight(all).filter(isMeant)
    const asked = { anchors: drawn, titles: titlesInSight, isMeant }
    if (strip === null) {
      // In a language that is known the tabs would be as well: this page is another.
      const anchors = titles.length === 0 ? drawn : drawn.filter(({ isBare }) => !isBare)
      // Without the tabs nobody knows which of several lists is the trader's: the only one of known words, or all.
      const known = placeOf({ ...asked, anchors, isSure: false }, false)
      const place = known ?? placeOf({ ...asked, anchors, isSure: true }, mayBeStrange)
      const isAll = place?.records.length === anchors.length
      return { anchors: anchors.length, place: known !== null || isAll ? place : null }
    }
    for (const candidates of candidatesAround(strip, asked)) {
      const place = placeOf(candidates, mayBeStrange)
      if (place !== null || candidates.isSure) {
        return { anchors: candidates.anchors.length, place }
      }
    }
    return { anchors: 0, place: null }
  }
  const found = find(isContract, true)
  if (found.place !== null || titles.length === 0) return found
  // "BTC/USDT 10x" under titles of positions.
  return { ...found, place: find(() => true, false).place }
}
