import { type AssignedField, assignFields, type Assignment, Decimal } from '@/lib/margin'
import { columnOf, isHeld, numbersOf, type RowOfCells } from './assign-columns'
import type { Market } from './page-reading'
import type { NumberStyle } from './parse-number'
import { hasLeverage, parseSymbol } from './parse-symbol'
import { contractOf } from './read-row'
import { drawnTexts } from './text-tokens'
import type { Vocabulary } from './vocabulary'
import type { Column } from './words/dictionary'

export type TableOfCells = {
  rows: readonly RowOfCells[]
  columns: readonly (Column | null)[]
  market: Market
  vocabulary: Vocabulary
  styles: readonly NumberStyle[]
}

/** Proved by one row at least; refuted where no reading of a row puts the field there. */
export type ToldProof = 'proved' | 'refuted' | 'unproved'

const proofInRow = (row: RowOfCells, place: number, table: TableOfCells): ToldProof => {
  const { columns, market, vocabulary } = table
  const symbolCell = row.find((cell) => cell !== null && drawnTexts(cell).some(hasLeverage))
  const parsed = symbolCell ? parseSymbol(drawnTexts(symbolCell), vocabulary) : null
  const numbers = numbersOf(row, table)
  const own = numbers.filter((number) => number.place === place)
  if (parsed === null || own.length === 0) return 'unproved'
  const { assignments } = assignFields({
    numbers: numbers.map(({ number }) => number),
    contract: contractOf(parsed.pair, market),
    leverage: parsed.leverage === null ? null : new Decimal(parsed.leverage),
  })
  const columnAt = (index: number) => columns[numbers[index]?.place ?? -1] ?? null
  const placed = (assignment: Assignment) =>
    Object.entries(assignment.fields) as [AssignedField, number][]
  // Those that agree with every word of the header, the trader's among them.
  const fitting = assignments.filter((assignment) =>
    placed(assignment).every(([field, index]) => {
      const column = columnOf[field]
      const said = columnAt(index)
      const elsewhere = column !== undefined && said === null && columns.includes(column)
      return !elsewhere && (said === null || column === undefined || said === column)
    }),
  )
  if (fitting.length === 0) return assignments.length === 0 ? 'unproved' : 'refuted'
  const isProved = fitting.some((assignment) =>
    placed(assignment).some(
      ([field, index]) =>
        numbers[index]?.place === place &&
        columnOf[field] === columns[place] &&
        isHeld(field, assignment),
    ),
  )
  return isProved ? 'proved' : 'unproved'
}

/** What the arithmetic of the rows says of the column at one place. */
export const proveTold = (place: number, table: TableOfCells): ToldProof => {
  const proofs = table.rows.map((row) => proofInRow(row, place, table))
  if (proofs.includes('refuted')) return 'refuted'
  return proofs.includes('proved') ? 'proved' : 'unproved'
}
