import { marketOf, pageLanguages } from '../dom/address'
import type { LocatedTitle } from '../locate/record'
import {
  type AccountReading,
  columnOfFigure,
  type FieldFailure,
  type Market,
  type PageReading,
  type PositionReading,
} from '../reading'
import { emptyMemory } from '../watch/memory'
import { readPage } from '../watch/read-page'
import { type Column, columns } from '../words/dictionary'
import { languagesOf } from '../words/lexicon'
import { type Places, readPlaces } from './read-places'

export type FoundBy =
  /** A word of some language. */
  | 'word'
  /** The figures of the rows can mean nothing else. */
  | 'arithmetic'
  /** What the cells look like. */
  | 'shape'

const rowFields = {
  leverage: 'symbol',
  quantity: 'size',
  ...columnOfFigure,
  estimatedFunding: 'funding',
  takeProfit: 'positionStops',
} as const satisfies Partial<Record<keyof PositionReading, Column>>

const accountFields = [
  'marginBalance',
  'maintenanceMargin',
  'marginRatio',
  'availableBalance',
  'assetMode',
] as const satisfies readonly (keyof AccountReading)[]

export type RowField = keyof typeof rowFields
export type AccountField = (typeof accountFields)[number]

/** Found by a rule, or why not; `text` as the page prints it, `null` where it prints nothing. */
export type FieldCheck<Name> = { field: Name; text: string | null } & (
  { foundBy: FoundBy } | { missing: FieldFailure }
)

export type RowCheck =
  | { symbol: string; key: string; fields: readonly FieldCheck<RowField>[] }
  | { symbol: string | null; reason: string }

export type ColumnCheck = {
  column: Column
  /** `null`: not found. */
  foundBy: FoundBy | null
  /** As printed. */
  header: string | null
}

export type SelfCheck = {
  status: PageReading['status']
  failure: string | null
  market: Market | null
  /** What the page says of its language. */
  language: string
  /** The languages whose words were met in the titles; `null`: none are known. */
  words: string | null
  layout: 'table' | 'cards' | null
  /** `null`: no row was found, or they are put away. */
  places: Places | null
  columns: readonly ColumnCheck[]
  /** Titles that are not understood, as printed. */
  unnamed: readonly string[]
  rows: readonly RowCheck[]
  account: readonly FieldCheck<AccountField>[]
}

type Printed = { text: string } | { missing: FieldFailure; text?: string }

const checkOf = <Name>(field: Name, printed: Printed, foundBy: FoundBy): FieldCheck<Name> =>
  'missing' in printed
    ? { field, text: printed.text ?? null, missing: printed.missing }
    : { field, text: printed.text, foundBy }

const checkRow = (position: PositionReading, found: readonly ColumnCheck[]): RowCheck => ({
  symbol: position.symbol,
  key: position.key,
  fields: (Object.entries(rowFields) as [RowField, Column][]).map(([field, column]) => {
    const foundBy = found.find((one) => one.column === column)?.foundBy ?? null
    return checkOf(field, position[field], field === 'leverage' ? 'shape' : (foundBy ?? 'word'))
  }),
})

const checkColumn = (column: Column, titles: readonly LocatedTitle[]): ColumnCheck => {
  const { foundBy, text } = titles.find((one) => one.column === column) ?? {
    foundBy: null,
    text: '',
  }
  return { column, foundBy, header: text === '' ? null : text }
}

/** The languages that most titles are words of; a word of several says little. */
const languageOf = (titles: readonly LocatedTitle[]): string | null => {
  const counts = new Map<string, number>()
  for (const { text, column } of titles) {
    if (column === null) continue
    for (const language of languagesOf(text)) {
      counts.set(language, (counts.get(language) ?? 0) + 1)
    }
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0] ?? null
}

/** What of the page is understood, by which rule, and why not the rest. Changes nothing. */
export const selfCheck = (root: Document, { now }: { now: number }): SelfCheck => {
  const memory = emptyMemory()
  // One reading isn't enough to call an account flat.
  readPage(root, now, memory)
  const reading = readPage(root, now, memory)
  const { known } = memory
  const titles = known?.table.titles ?? []
  const found = columns.map((column) => checkColumn(column, titles))
  const account =
    reading.status === 'positions' || reading.status === 'flat' ? reading.account : null
  return {
    status: reading.status,
    failure: reading.status === 'unreadable' ? reading.failure.code : null,
    market: marketOf(root.location.pathname),
    language: pageLanguages(root)[0] ?? '',
    words: languageOf(titles),
    layout: known?.place.layout ?? null,
    places: known === null ? null : readPlaces(known),
    columns: found,
    unnamed: titles.flatMap(({ text, column }) => (column === null && text !== '' ? [text] : [])),
    rows:
      reading.status === 'positions'
        ? [
            ...reading.positions.map((position) => checkRow(position, found)),
            ...reading.unread.map(({ symbol, reason }) => ({ symbol, reason })),
          ]
        : [],
    account:
      account === null ? [] : accountFields.map((field) => checkOf(field, account[field], 'word')),
  }
}
