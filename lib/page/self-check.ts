import { checkColumns, type ColumnsCheck, type FoundBy } from './check-columns'
import { findPlace } from './find-place'
import type {
  AccountReading,
  FieldFailure,
  Market,
  PageReading,
  PositionReading,
} from './page-reading'
import { marketOf } from './dom/address'
import { readPage } from './read-page'
import { emptyMemory } from './reader-memory'
import type { ToldColumn } from './told-column'
import { pageLanguage, wordless } from './vocabulary'
import type { Column } from './words/dictionary'

const rowFields = {
  leverage: 'symbol',
  quantity: 'size',
  entryPrice: 'entryPrice',
  breakEvenPrice: 'breakEvenPrice',
  markPrice: 'markPrice',
  liquidationPrice: 'liquidationPrice',
  marginRatio: 'marginRatio',
  margin: 'margin',
  unrealizedPnl: 'pnl',
  roi: 'pnl',
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

export type SelfCheck = ColumnsCheck & {
  status: PageReading['status']
  failure: string | null
  market: Market | null
  /** What the page says of its language. */
  language: string
  /** Whose words are used; `null`: none are known. */
  words: string | null
  rows: readonly RowCheck[]
  account: readonly FieldCheck<AccountField>[]
}

type Printed = { text: string } | { missing: FieldFailure; text?: string }

const checkOf = <Name>(field: Name, printed: Printed, foundBy: FoundBy): FieldCheck<Name> =>
  'missing' in printed
    ? { field, text: printed.text ?? null, missing: printed.missing }
    : { field, text: printed.text, foundBy }

const checkRow = (position: PositionReading, check: ColumnsCheck): RowCheck => ({
  symbol: position.symbol,
  key: position.key,
  fields: (Object.entries(rowFields) as [RowField, Column][]).map(([field, column]) => {
    const foundBy = check.columns.find((one) => one.column === column)?.foundBy ?? null
    return checkOf(field, position[field], field === 'leverage' ? 'shape' : (foundBy ?? 'word'))
  }),
})

/** Nobody is said to be flat by one look. */
const readTwice = (root: Document, now: number, told: readonly ToldColumn[]): PageReading => {
  const memory = { ...emptyMemory(), told }
  readPage(root, now, memory)
  return readPage(root, now, memory)
}

/** What of the page is understood, by which rule, and why not the rest. Changes nothing. */
export const selfCheck = (
  root: Document,
  { now, told }: { now: number; told: readonly ToldColumn[] },
): SelfCheck => {
  const reading = readTwice(root, now, told)
  const market = marketOf(root.location.pathname)
  const found = market === null ? null : findPlace(root, null)
  const place = found === null || 'code' in found ? null : found
  const language = pageLanguage(root)
  const columns = checkColumns(root, {
    place: reading.status === 'hidden' ? null : place,
    market: market ?? 'usdm',
    now,
    told: told.filter((one) => one.language === language),
  })
  const account =
    reading.status === 'positions' || reading.status === 'flat' ? reading.account : null
  return {
    ...columns,
    status: reading.status,
    failure: reading.status === 'unreadable' ? reading.failure.code : null,
    market,
    language,
    words: place === null || place.vocabulary === wordless ? null : place.vocabulary.language,
    rows:
      reading.status === 'positions'
        ? [
            ...reading.positions.map((position) => checkRow(position, columns)),
            ...reading.unread.map(({ symbol, reason }) => ({ symbol, reason })),
          ]
        : [],
    account:
      account === null ? [] : accountFields.map((field) => checkOf(field, account[field], 'word')),
  }
}
