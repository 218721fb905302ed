import { findPlaceByShape } from './find-place-by-shape'
import { findHeader, type Header } from './find-columns'
import { findPositionsTabs, type PositionsTab } from './find-positions-tab'
import type { ReadFailure } from './page-reading'
import { vocabulariesFor, type Vocabulary } from './vocabulary'

/** Where the positions stand, and in which language. */
export type Place = { vocabulary: Vocabulary; tab: PositionsTab; header: Header | null }

const placesIn = (root: Document, vocabulary: Vocabulary): Place[] =>
  findPositionsTabs(root, vocabulary).map((tab) => ({
    vocabulary,
    tab,
    header: findHeader(tab.panel, vocabulary),
  }))

/** Groups that stand in one widget and say the same are one group. */
const distinct = (places: readonly Place[]): Place[] =>
  places.filter(
    ({ tab }, index) =>
      places.findIndex(
        (other) =>
          other.tab.panel === tab.panel &&
          other.tab.selected === tab.selected &&
          other.tab.declared === tab.declared,
      ) === index,
  )

/**
 * The one group of tabs with its table, in the first language that makes sense of both; else in the
 * first that knows the tabs; else by shape. Of several groups the one that has a table.
 */
export const findPlace = (root: Document, known: Vocabulary | null): Place | ReadFailure => {
  let tabsOnly: Place[] = []
  const languages = new Set([...(known === null ? [] : [known]), ...vocabulariesFor(root)])
  for (const vocabulary of languages) {
    const places = distinct(placesIn(root, vocabulary))
    const withTable = places.filter(({ header }) => header !== null)
    const [place, ...others] = withTable
    if (place !== undefined && others.length === 0) return place
    if (tabsOnly.length === 0) tabsOnly = places
  }
  const [place, ...others] = tabsOnly
  if (place === undefined) return findPlaceByShape(root) ?? { code: 'no-positions-tab' }
  return others.length === 0 ? place : { code: 'ambiguous-tabs', detail: String(tabsOnly.length) }
}
