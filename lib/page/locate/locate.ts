import { isPutAway } from '../dom/visible'
import type { Column } from '../words/dictionary'
import { type Anchor, anchorsAt } from './anchors'
import { readCard, readStrangeCard, type StrangeCard } from './cards'
import { commonAncestor, type Header, headerFinder, headerOfStrangers } from './header'
import type { Located, Place } from './record'
import type { Found } from './search'
import { readTable } from './table'

type Table = { header: Header; anchors: readonly Anchor[] }

/** A symbol with nothing under any title beside it, among rows that have something there, is no row. */
const withCells = (records: readonly Located[]): readonly Located[] => {
  const rows = records.filter(({ cells, untitled }) => cells.size + untitled.size > 0)
  return rows.length === 0 ? records : rows
}

const placeOfTable = ({ header, anchors }: Table): Place => ({
  layout: 'table',
  scope: header.scope,
  titles: header.cells.map(({ text, column }) => ({
    text,
    column,
    foundBy: column === null ? null : 'word',
  })),
  records: withCells(readTable(header, anchors)),
})

const placeOfCards = (cards: readonly { card: Element; located: Located }[]): Place | null => {
  const scope = commonAncestor(cards.map(({ card }) => card))
  if (scope === null) return null
  const columns = new Set<Column>(cards.flatMap(({ located }) => [...located.cells.keys()]))
  return {
    layout: 'cards',
    // One card alone is its own scope, and what comes beside it has to be seen.
    scope: cards.length === 1 ? (scope.parentElement ?? scope) : scope,
    titles: [...columns].map((column) => ({ text: '', column, foundBy: 'word' })),
    records: cards.map(({ located }) => located),
  }
}

/** Cards with the same words in the same order; one that differs is none of them. */
const placeOfStrangeCards = (cards: readonly StrangeCard[]): Place | null => {
  const [first] = cards
  const alike = cards.filter(({ labels }) => labels.join('\n') === first?.labels.join('\n'))
  const scope = commonAncestor(alike.map(({ card }) => card))
  if (first === undefined || scope === null) return null
  return {
    layout: 'cards',
    scope: alike.length === 1 ? (scope.parentElement ?? scope) : scope,
    titles: first.labels.map((text) => ({ text, column: null, foundBy: null })),
    records: alike.map(({ located }) => located),
  }
}

/** Rows of one table stand below one line of titles; a symbol outside of it finds the same line higher up. */
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
  const headers = [...tables.keys()]
  return [...tables]
    .filter(([{ scope }]) => !headers.some((o) => o.scope !== scope && scope.contains(o.scope)))
    .map(([header, rows]) => ({ header, anchors: rows }))
}

/** How much of a place the words explain: the one that they explain best is the positions'. */
const known = ({ titles }: Place): number => titles.filter(({ column }) => column !== null).length

/** Panes of other tabs are moved or folded away with all of their rows. */
const inSight = (anchors: readonly Anchor[]): Anchor[] =>
  anchors.filter(({ symbol }) => !isPutAway(symbol))

/**
 * Where the positions stand, whatever the layout is made of: symbols with a leverage, below a line of
 * known titles or with known labels behind them. `null`: there is none. Without a known word a line of
 * unknown ones, for the arithmetic to tell.
 */
export const locate = ({
  leverages,
  titles,
  tabs,
}: Found): { anchors: number; place: Place | null } => {
  const anchors = inSight(anchorsAt(leverages))
  const [first] = anchors
  if (first === undefined) return { anchors: 0, place: null }
  const strip = tabs.map(({ element }) => element)
  const cards = anchors.flatMap((anchor) => readCard(anchor, anchors, strip) ?? [])
  const inCard = (anchor: Anchor) => cards.some(({ card }) => card.contains(anchor.symbol))
  const rest = anchors.filter((anchor) => !inCard(anchor))
  const tables = tablesOf(
    rest,
    headerFinder(
      titles.filter(({ element }) => !isPutAway(element)),
      rest,
    ),
  ).map(placeOfTable)
  const places = [...tables, ...(cards.length === 0 ? [] : [placeOfCards(cards)])].filter(
    (place) => place !== null,
  )
  const [best] = places.sort((a, b) => known(b) - known(a))
  if (best !== undefined) return { anchors: anchors.length, place: best }
  const strangers = headerOfStrangers(first, anchors)
  const strange: Table | null =
    strangers === null
      ? null
      : {
          header: strangers,
          anchors: anchors.filter(({ element }) => strangers.scope.contains(element)),
        }
  return {
    anchors: anchors.length,
    place:
      strange !== null
        ? placeOfTable(strange)
        : placeOfStrangeCards(
            anchors.flatMap((anchor) => readStrangeCard(anchor, anchors, strip) ?? []),
          ),
  }
}
