import { CREDITS } from '@/lib/margin/rows'
import { onlyDistinct } from '../only'
import type { Run } from '../dom/runs'
import type { Located, LocatedTitle } from '../locate/record'
import type { AccountReading, Market, PositionReading, UnreadRow } from '../reading'
import type { NumberStyle } from '../scan/number'
import { symbolIn } from '../scan/symbol'
import type { Column } from '../words/dictionary'
import { type Hints, positionOf, type Solved, solveRow } from './position'
import { changedRuns, type RowRuns } from './row-runs'
import type { Scan } from './scan-cell'
import { type RowTexts, scanRow, type ScannedRow, sideBySign } from './scan-row'

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
  /** Places of titles that may be that of the leverage. */
  leverages: ReadonlySet<number>
  rows: readonly ReadRow[]
}

/** A row with the texts from which it was read. */
export type ReadRow = { located: Located; runs: RowRuns; reading: RowReading }

/** The texts of a row under the titles that words or the arithmetic name. */
export const underTitles = (
  { symbol, cells, untitled }: RowRuns,
  { named, leverages }: Pick<TableReading, 'named' | 'leverages'>,
): RowTexts => {
  const found = [...named].flatMap(([place, column]): [Column, readonly Run[]][] => {
    const runs = untitled.get(place)
    return runs === undefined ? [] : [[column, runs]]
  })
  const others = [...untitled].flatMap(([place, runs]) => (named.has(place) ? [] : [runs]))
  return {
    symbol,
    cells: new Map([...found, ...cells]),
    others,
    leverages: [...untitled].flatMap(([place, runs]) => (leverages.has(place) ? [runs] : [])),
  }
}

export const hintsFor = (
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

/**
 * A word that the row adds up only without is none of its own: "20x" that does not stand next to the symbol, "Sell"
 * of an order below the row. A PnL without its sign speaks for the other side as well, so a side needs two that do;
 * and the sign of the size stays the row's.
 */
const solveWords = (scanned: ScannedRow, hints: Hints, isBare: boolean): Solved => {
  const { info } = scanned
  const solved = solveRow(scanned, hints)
  const { broken } = solved.solution
  const addsUp = (row: ScannedRow, fewer: number): Solved | null => {
    const without = broken < fewer ? null : solveRow(row, hints)
    return without !== null && without.solution.broken <= broken - fewer ? without : null
  }
  return (
    (isBare ? addsUp({ ...scanned, info: { ...info, leverage: null } }, 1) : null) ??
    (info.side === null ? null : addsUp({ ...scanned, side: sideBySign(scanned.scans.size) }, 2)) ??
    solved
  )
}

/** One row on its own, once the table is known. */
export const readingOf = (
  { located, runs }: Omit<ReadRow, 'reading'>,
  { table, context }: RowOptions,
): RowReading => {
  const texts = underTitles(runs, table)
  const { market, asset } = context
  const credits = table.credits || asset === CREDITS
  const scanned = scanRow(texts, { ...table, market, credits })
  if (scanned === null) return { symbol: nameIn(texts.symbol), reason: 'no-symbol' }
  const hints = hintsFor(located, table.signed, context)
  const solved = solveWords(scanned, hints, located.isBare)
  const { tied, contradicted } = solved.solution
  const { symbol, leverage } = solved.row.info
  // An order, or what was closed, has a symbol as well, and neither a leverage nor figures that add up, under known words
  // or with what only an open position has.
  const columns = new Set([...runs.cells.keys(), ...table.named.values()])
  const isOpen = columns.has('liquidationPrice') || columns.has('marginRatio')
  const addsUp = tied.size > 0 && (table.named.size === 0 || isOpen)
  const isOrder = located.isBare && leverage === null && !addsUp
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
