import { isDollar } from '@/lib/margin'
import { CREDITS } from '@/lib/margin/rows'
import { onlyDistinct } from '../only'
import type { Run } from '../dom/runs'
import type { Located, LocatedTitle, Place } from '../locate/record'
import {
  type AccountReading,
  columnOfField,
  type Market,
  type PositionReading,
  type UnreadRow,
} from '../reading'
import type { NumberStyle } from '../scan/number'
import { symbolIn } from '../scan/symbol'
import type { Column } from '../words/dictionary'
import { means } from '../words/lexicon'
import { guessedColumns } from './guessed-columns'
import { type Hints, positionOf, type Solved, solveRow } from './position'
import { changedRuns, type RowRuns, runsOfRow } from './row-runs'
import type { Scan } from './scan-cell'
import { type RowTexts, scanRow, type ScannedRow } from './scan-row'
import { ROWS_FOR_STYLE, styleOf } from './table-style'

/** What is known of the table, apart from its rows. */
export type TableContext = {
  market: Market
  assetMode: AccountReading['assetMode']
  /** Of the account's balances. */
  asset: string | null
  now: number
}

export type RowReading = PositionReading | UnreadRow

export const isPosition = (reading: RowReading): reading is PositionReading => 'key' in reading

/** A table as it was read: what its titles mean, how it prints figures. */
export type TableReading = {
  titles: readonly LocatedTitle[]
  style: NumberStyle
  /** Short sizes carry a minus. */
  signed: boolean
  /** A title says so: "Margin (BNFCR)". */
  credits: boolean
  /** "Size (USDT)". */
  isValued: boolean
  /** Titles that the arithmetic has named, by their place. */
  named: ReadonlyMap<number, Column>
  rows: readonly ReadRow[]
}

/** A row with the texts from which it was read. */
export type ReadRow = { located: Located; runs: RowRuns; reading: RowReading }

/** The texts of a row under the titles that words or the arithmetic name. */
const underTitles = (
  { symbol, cells, untitled }: RowRuns,
  named: ReadonlyMap<number, Column>,
): RowTexts => {
  const found = [...named].flatMap(([place, column]): [Column, readonly Run[]][] => {
    const runs = untitled.get(place)
    return runs === undefined ? [] : [[column, runs]]
  })
  const others = [...untitled].flatMap(([place, runs]) => (named.has(place) ? [] : [runs]))
  return { symbol, cells: new Map([...found, ...cells]), others }
}

const isNegative = ({ scans: { size } }: ScannedRow): boolean =>
  !('missing' in size) && size.plain.startsWith('-')

const hintsFor = (
  { unsure }: Pick<Located, 'unsure'>,
  signed: boolean,
  { assetMode }: TableContext,
): Hints => ({
  signed,
  marginModes:
    'value' in assetMode && assetMode.value === 'multi' ? ['cross'] : ['isolated', 'cross'],
  unsure,
})

const nameIn = (runs: readonly Run[]): string | null =>
  onlyDistinct(runs.flatMap(({ text }) => symbolIn(text) ?? []))

/** Of these every position has one figure, and no page hides them with the amounts. */
const NEVER_HIDDEN = [
  'entryPrice',
  'breakEvenPrice',
  'markPrice',
  'liquidationPrice',
  'marginRatio',
] as const

/**
 * A row with no figure at all: a skeleton, or another kind of row. Hidden amounts are figures, but not where
 * several prices cannot be read: there two rows lie over each other.
 */
const isEmpty = ({ scans }: ScannedRow): boolean => {
  const lacks = (reason: string) => (scan: Scan) => 'missing' in scan && scan.missing === reason
  const all = Object.values(scans)
  if (all.some((scan) => !('missing' in scan))) return false
  const unparsed = NEVER_HIDDEN.map((name) => scans[name]).filter(lacks('unparsed'))
  return unparsed.length > 1 || !all.some(lacks('hidden'))
}

export type RowOptions = { table: Omit<TableReading, 'rows' | 'titles'>; context: TableContext }

/** One row on its own, once the table is known. */
const readingOf = (
  { located, runs }: Omit<ReadRow, 'reading'>,
  { table, context }: RowOptions,
): RowReading => {
  const texts = underTitles(runs, table.named)
  const { market, asset } = context
  const credits = table.credits || asset === CREDITS
  const scanned = scanRow(texts, { ...table, market, credits })
  if (scanned === null) return { symbol: nameIn(texts.symbol), reason: 'no-symbol' }
  const hints = hintsFor(located, table.signed, context)
  const solved = solveRow(scanned, hints)
  const { tied, contradicted } = solved.solution
  const { symbol, leverage } = scanned.info
  // An order has a symbol as well, and neither a leverage nor figures that add up.
  const isOrder = located.isBare && leverage === null && tied.size === 0
  if (isOrder || isEmpty(scanned)) return { symbol, reason: 'no-figures' }
  if (tied.size === 0 && contradicted.size > 0) return { symbol, reason: 'contradicted' }
  return positionOf(solved, hints, context.now)
}

/** The row after the page has written into these nodes of it. */
export const rereadRow = (
  { located, runs: before }: ReadRow,
  written: readonly Node[],
  options: RowOptions,
): ReadRow => {
  const runs = changedRuns(located, before, written)
  return { located, runs, reading: readingOf({ located, runs }, options) }
}

/**
 * A column that some rows can only mean as the margin, and that others contradict, is another one: at 1x
 * the notional is the margin, and at 20x it is not.
 */
const withoutRefuted = (
  guessed: ReadonlyMap<number, Column>,
  solve: (columns: ReadonlyMap<number, Column>) => Solved[],
): ReadonlyMap<number, Column> => {
  if (guessed.size === 0) return guessed
  const figures = solve(guessed).flatMap(({ solution }) => [...solution.contradicted])
  const contradicted = new Set<Column>(figures.map((figure) => columnOfField[figure]))
  return new Map([...guessed].filter(([, column]) => !contradicted.has(column)))
}

/** Only a figure under a title that nobody knows is something for the arithmetic to name. */
const hasUnknownFigure = ({ untitled }: RowRuns): boolean =>
  [...untitled.values()].some((runs) => runs.some(({ text }) => /\p{N}/u.test(text)))

/** It leaves nothing for the arithmetic to name: an index price lies next to the mark price. */
const namesOtherPrice = (title: string): boolean => means('index', title) || means('last', title)

/**
 * Titles, number style and sign are those of the whole table; then every row by itself. `before`: what the arithmetic
 * named these titles a moment ago.
 */
export const readRows = (
  place: Place,
  context: TableContext,
  before: ReadonlyMap<number, Column> = new Map(),
): TableReading => {
  const { market } = context
  const rows = place.records.map((located) => ({ located, runs: runsOfRow(located) }))
  const all = rows.map(({ runs }) => runs)
  const isOtherPrice = place.titles.map(({ text }) => namesOtherPrice(text))
  const strange = all.map(({ untitled, ...row }) => ({
    ...row,
    untitled: new Map([...untitled].filter(([at]) => isOtherPrice[at] !== true)),
  }))
  const guessed = strange.some(hasUnknownFigure)
    ? guessedColumns(strange, { market, before })
    : new Map<number, Column>()
  const credits = place.titles.some(({ text }) => text.includes(CREDITS))
  const isValued = place.titles.some(
    ({ text, column }) => column === 'size' && isDollar(/[([](\w+)[)\]]/.exec(text)?.[1] ?? ''),
  )
  const scan = (some: readonly RowTexts[], style: NumberStyle) =>
    some.flatMap((one) => scanRow(one, { market, style, credits, isValued }) ?? [])
  const plain = { unsure: new Set<Column>() }
  const solve = (some: readonly ScannedRow[]) =>
    some.map((row) => solveRow(row, hintsFor(plain, false, context)))
  const named = withoutRefuted(guessed, (columns) => {
    const texts = all.slice(0, ROWS_FOR_STYLE).map((row) => underTitles(row, columns))
    return solve(scan(texts, styleOf(texts, { scan, solve })))
  })
  const texts = all.map((row) => underTitles(row, named))
  const style = styleOf(texts, { scan, solve })
  const scanned = scan(texts, style)
  const signed = scanned.some((row) => row.info.side === null && isNegative(row))
  const table = { style, signed, named, credits, isValued }
  return {
    ...table,
    titles: place.titles.map((title, at) => {
      const column = named.get(at)
      return column === undefined ? title : { ...title, column, foundBy: 'arithmetic' }
    }),
    rows: rows.map((row) => ({ ...row, reading: readingOf(row, { table, context }) })),
  }
}
