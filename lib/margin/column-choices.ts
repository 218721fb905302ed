import { meets } from './chances'
import { type Column, type ColumnField, type ColumnRow, isTold } from './column-figures'
import { rangeOf } from './number-range'
import { drifting } from './row-ranges'

/** What a figure may stand in; `null`: in no column. */
export type Choices = (field: ColumnField) => readonly (Column | null)[]

/** At 1x a margin is as large as a size: other rows part them. */
const saySame = (rows: readonly ColumnRow[], one: Column, other: Column): boolean => {
  const both = rows.flatMap(({ leverage, cells }) => {
    const [a, b] = [cells.get(one), cells.get(other)]
    if (a === undefined || b === undefined || a === 'none' || b === 'none') return []
    const [left, right] = [a, b].map(({ value, decimals }) => rangeOf(Math.abs(value), decimals))
    return left === undefined || right === undefined
      ? []
      : [{ leverage, isSame: meets(drifting(left), right) }]
  })
  return both.every(({ isSame }) => isSame) && both.some(({ leverage }) => leverage !== 1)
}

export const isSigned = (rows: readonly ColumnRow[], column: Column): boolean =>
  rows.some(({ cells }) => {
    const cell = cells.get(column)
    return cell !== undefined && cell !== 'none' && cell.value < 0
  })

/**
 * A size at the last price and the notional at the mark are one figure, and the quantity follows from
 * either. Of such the one with a sign is the size, else the first.
 */
const withoutTwins = (rows: readonly ColumnRow[], sizes: readonly Column[]): Column[] =>
  [...sizes]
    .sort((a, b) => Number(isSigned(rows, b)) - Number(isSigned(rows, a)))
    .reduce(
      (kept: Column[], one) =>
        kept.some((other) => other.sizeUnit === one.sizeUnit && saySame(rows, other, one))
          ? kept
          : [...kept, one],
      [],
    )

export const choicesIn = (all: readonly Column[], rows: readonly ColumnRow[]): Choices => {
  const thatMay = (field: ColumnField) => all.filter(({ may }) => may.has(field))
  const sizes = withoutTwins(rows, thatMay('size'))
  return (field) => {
    const possible = field === 'size' ? sizes : thatMay(field)
    const told = possible.filter((column) => isTold(column))
    return told.length > 0 ? told : [null, ...possible]
  }
}
