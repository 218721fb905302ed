import { isDollar } from '@/lib/margin'
import { CREDITS } from '@/lib/margin/rows'
import type { Place } from '../locate/record'
import { columnOfField } from '../reading'
import type { NumberStyle } from '../scan/number'
import type { Column } from '../words/dictionary'
import { means } from '../words/lexicon'
import { guessedColumns } from './guessed-columns'
import { type Solved, solveRow } from './position'
import { hintsFor, readingOf, type TableContext, type TableReading, underTitles } from './read-row'
import { type RowRuns, runsOfRow } from './row-runs'
import { type RowTexts, scanRow, type ScannedRow } from './scan-row'
import { ROWS_FOR_STYLE, styleOf } from './table-style'

const isNegative = ({ scans: { size } }: ScannedRow): boolean =>
  !('missing' in size) && size.plain.startsWith('-')

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
  // Among titles that are known that of the leverage is known as well.
  const isStrange = place.titles.every(({ column }) => column === null)
  const leverages = new Set(
    place.titles.flatMap(({ isLeverage }, at) => (isStrange || isLeverage ? [at] : [])),
  )
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
    const texts = all
      .slice(0, ROWS_FOR_STYLE)
      .map((row) => underTitles(row, { named: columns, leverages }))
    return solve(scan(texts, styleOf(texts, { scan, solve })))
  })
  const texts = all.map((row) => underTitles(row, { named, leverages }))
  const style = styleOf(texts, { scan, solve })
  const scanned = scan(texts, style)
  const signed = scanned.some((row) => row.info.side === null && isNegative(row))
  const table = { style, signed, named, leverages, credits, isValued }
  return {
    ...table,
    titles: place.titles.map((title, at) => {
      const column = named.get(at)
      return column === undefined ? title : { ...title, column, foundBy: 'arithmetic' }
    }),
    rows: rows.map((row) => ({ ...row, reading: readingOf(row, { table, context }) })),
  }
}
