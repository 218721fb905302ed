import { normalise } from '../dom/normalise'
import { drawnRuns } from '../dom/runs'
import type { Located } from '../locate/record'
import type { KnownTable } from '../watch/known-table'
import type { Column } from '../words/dictionary'

/** What a text looks like, without its figures: "#,###.## USDT". */
export const shapeOf = (text: string): string => normalise(text).replace(/\p{N}/gu, '#')

/** One row: what stands in its cells, by their columns and by the places of titles that nobody knows. */
export type RowPlaces = {
  symbol: string
  cells: Readonly<Partial<Record<Column, string>>>
  untitled: Readonly<Record<string, string>>
}

/**
 * Which text stands where, by words and places alone: the same for a page whose amounts are others. What arithmetic
 * adds to it is not in here.
 */
export type Places = {
  layout: 'table' | 'cards'
  titles: readonly { text: string; column: Column | null }[]
  rows: readonly RowPlaces[]
}

const shapesIn = (elements: readonly Element[]): string =>
  elements
    .flatMap(drawnRuns)
    .map(({ text }) => shapeOf(text))
    .join(' ')

const rowPlaces = ({ symbol, cells, untitled }: Located): RowPlaces => ({
  symbol: shapesIn(symbol),
  cells: Object.fromEntries([...cells].map(([column, found]) => [column, shapesIn(found)])),
  untitled: Object.fromEntries([...untitled].map(([place, found]) => [place, shapesIn(found)])),
})

export const readPlaces = ({ place }: KnownTable): Places => ({
  layout: place.layout,
  titles: place.titles.map(({ text, column }) => ({ text: shapeOf(text), column })),
  rows: place.records.map(rowPlaces),
})
