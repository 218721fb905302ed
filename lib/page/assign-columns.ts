import {
  type AssignedField,
  assignFields,
  type Assignment,
  Decimal,
  type Identity,
  type RowNumber,
} from '@/lib/margin'
import type { Market } from './page-reading'
import { type NumberStyle, parseNumber } from './parse-number'
import { hasLeverage, parseSymbol } from './parse-symbol'
import { contractOf } from './read-row'
import { drawnTexts } from './text-tokens'
import type { Vocabulary } from './vocabulary'
import type { Column } from './words/dictionary'

/** The cells of a row in the order of the header; `null` where none stands below. */
export type RowOfCells = readonly (Element | null)[]

export type ColumnsQuestion = {
  rows: readonly RowOfCells[]
  /** What the words of the header say. */
  columns: readonly (Column | null)[]
  market: Market
  vocabulary: Vocabulary
  styles: readonly NumberStyle[]
}

/** Break-even is told from other prices near entry by its side only: that is no proof. */
export const columnOf: Partial<Record<AssignedField, Column>> = {
  quantity: 'size',
  entryPrice: 'entryPrice',
  markPrice: 'markPrice',
  liquidationPrice: 'liquidationPrice',
  marginRatio: 'marginRatio',
  margin: 'margin',
  unrealizedPnl: 'pnl',
  roi: 'pnl',
}

const SOUGHT = new Set(Object.values(columnOf))

const DIGITS: readonly Identity[] = ['pnl', 'roi', 'cross-margin']

/**
 * Held by an identity of printed digits, or by the two of isolated margin together: either of those
 * alone is a range that a stranger's price may fall into.
 */
export const isHeld = (field: AssignedField, { support }: Assignment): boolean => {
  const by = support[field] ?? []
  return (
    by.some((identity) => DIGITS.includes(identity)) ||
    (by.includes('liquidation') && by.includes('ratio'))
  )
}

type Placed = { place: number; number: RowNumber }

/** More numbers than a row of the table has are another kind of row. */
const MOST_NUMBERS = 14

export const numbersOf = (row: RowOfCells, { styles }: Pick<ColumnsQuestion, 'styles'>): Placed[] =>
  row.flatMap((cell, place) =>
    cell === null || drawnTexts(cell).some(hasLeverage)
      ? []
      : drawnTexts(cell).flatMap((text): Placed[] => {
          const parsed = parseNumber(text, styles)
          if ('missing' in parsed) return []
          const isPercent = parsed.unit === '%'
          const unit = isPercent || parsed.unit === '' ? null : parsed.unit
          return [{ place, number: { ...parsed, isPercent, unit } }]
        }),
  )

/**
 * What the page prints beside the figures must not speak against an assignment: a size is counted in
 * its coin or in contracts, a PnL in the asset of the pair, and the percentage in one cell with it is
 * its ROI. Prices alone make such an identity by chance.
 */
const isWorded = (
  { fields }: Assignment,
  numbers: readonly Placed[],
  pair: string,
  { market }: ColumnsQuestion,
): boolean => {
  const at = (field: AssignedField) => numbers[fields[field] ?? -1]
  const [size, pnl] = [at('quantity')?.number.unit, at('unrealizedPnl')]
  const asset = pnl?.number.unit
  if (size === undefined || size === null || asset === undefined || asset === null) return false
  const percent = numbers.findIndex(({ place, number }) => place === pnl?.place && number.isPercent)
  if (percent !== -1 && fields.roi !== percent) return false
  return market === 'coinm'
    ? pair.startsWith(asset) && size !== asset
    : pair.startsWith(size) && size !== asset && !pair.startsWith(asset)
}

/** What is certain of one row: which place holds which column. Words that say otherwise: nothing. */
const certainColumns = (row: RowOfCells, question: ColumnsQuestion): Map<number, Column> | null => {
  const symbolCell = row.find((cell) => cell !== null && drawnTexts(cell).some(hasLeverage))
  const parsed = symbolCell ? parseSymbol(drawnTexts(symbolCell), question.vocabulary) : null
  const numbers = numbersOf(row, question)
  if (parsed === null || numbers.length > MOST_NUMBERS) return null
  const { common, side, assignments } = assignFields({
    numbers: numbers.map(({ number }) => number),
    contract: contractOf(parsed.pair, question.market),
    leverage: parsed.leverage === null ? null : new Decimal(parsed.leverage),
  })
  if (side === null || !assignments.every((one) => isWorded(one, numbers, parsed.pair, question)))
    return null
  const certain = new Map<number, Column>()
  for (const [field, index] of Object.entries(common) as [AssignedField, number][]) {
    const place = numbers[index]?.place
    const column = columnOf[field]
    if (place === undefined || column === undefined) continue
    if (!assignments.every((assignment) => isHeld(field, assignment))) continue
    const said = question.columns[place] ?? null
    if (said !== null && said !== column) return null
    if (certain.has(place) && certain.get(place) !== column) return null
    certain.set(place, column)
  }
  return certain
}

/** The symbol is the one column that every row shows by itself. */
const symbolPlace = ({ rows }: ColumnsQuestion): number | null => {
  const places = new Set(
    rows.map((row) => row.findIndex((cell) => cell !== null && drawnTexts(cell).some(hasLeverage))),
  )
  const [only = -1, ...others] = places
  return only === -1 || others.length > 0 ? null : only
}

/**
 * The columns of a table, where the words of its header leave some unknown: a column whose numbers
 * can only be one field, by the arithmetic of the rows and in all of them alike, is that field. A
 * field that the words name already is never looked for elsewhere.
 */
export const assignColumns = (question: ColumnsQuestion): readonly (Column | null)[] => {
  const { columns, rows } = question
  const named = new Set(columns.filter((column) => column !== null))
  const assigned = [...columns]
  if (!named.has('symbol')) {
    const place = symbolPlace(question)
    if (place !== null) assigned[place] ??= 'symbol'
  }
  const lacking = [...SOUGHT].filter((column) => !named.has(column))
  if (lacking.length === 0 || !columns.includes(null)) return assigned

  const found = rows.flatMap((row) => certainColumns(row, question) ?? [])
  for (const column of lacking) {
    const places = new Set(
      found.flatMap((certain) =>
        [...certain].flatMap(([place, one]) => (one === column ? [place] : [])),
      ),
    )
    const [place, ...others] = places
    if (place === undefined || others.length > 0) continue
    const meanings = new Set(found.flatMap((certain) => certain.get(place) ?? []))
    if (meanings.size === 1) assigned[place] ??= column
  }
  return assigned
}
