import { type SplitPair, splitPair } from '@/lib/margin'
import {
  type Column as MarginColumn,
  type ColumnCell,
  type ColumnField,
  columnMeaning,
  type ColumnRow,
  type SizeUnit,
} from '@/lib/margin/rows'
import { columnOfField, type Market } from '../reading'
import { isNumber, type NumberItem } from '../scan/figures'
import type { NumberStyle } from '../scan/number'
import type { Column } from '../words/dictionary'
import type { RowRuns } from './row-runs'
import { contractOf, infoOf } from './scan-row'
import { sizeItems } from './scan-size'

/** A column by its word, or by the place of its title. */
type ColumnPlace = Column | number

const fieldsOf = (column: Column): ColumnField[] =>
  (Object.keys(columnOfField) as ColumnField[]).filter(
    (field) => columnOfField[field] === column || (field === 'roi' && column === 'pnl'),
  )

const PRICES: readonly ColumnField[] = [
  'entryPrice',
  'markPrice',
  'liquidationPrice',
  'breakEvenPrice',
]

/** Prices, margins and ratios carry no sign. */
const SIGNED: ReadonlySet<ColumnField> = new Set(['size', 'unrealizedPnl', 'roi'])

/** What a number can be counted in: numbers of one kind in one cell are not told apart. */
type Kind = 'percentage' | 'coin' | 'dollars' | 'amount' | 'bare'

const kindOf = ({ unit }: NumberItem, { base, quote }: SplitPair): Kind => {
  if (unit === '%') return 'percentage'
  if (unit === '') return 'bare'
  return unit === base ? 'coin' : unit === quote ? 'dollars' : 'amount'
}

/** What a size of this kind is counted in. */
const sizeUnitOf = (kind: Kind, { inverse }: SplitPair): SizeUnit => {
  if (!inverse) return kind === 'coin' ? 'base' : 'quote'
  return kind === 'coin' ? 'coin' : kind === 'dollars' ? 'usd' : 'contracts'
}

type Placed = { place: ColumnPlace; kind: Kind; item: NumberItem }

/** What a unit leaves possible: a size is counted in its coin, margin and PnL in the asset of the pair. */
const fieldsByKind = (
  { kind, item }: Placed,
  { inverse }: SplitPair,
  { prices, hasCoin }: { prices: readonly ColumnField[]; hasCoin: boolean },
): readonly ColumnField[] => {
  switch (kind) {
    case 'percentage':
      return ['marginRatio', 'roi']
    case 'bare':
      // The word for contracts may be one that nobody knows.
      return inverse && item.decimals === 0 ? [...PRICES, 'size'] : PRICES
    case 'coin':
      return inverse ? ['size', 'margin', 'unrealizedPnl'] : ['size']
    case 'dollars':
      if (inverse) return [...prices, 'size']
      // A size that is counted in the coin is counted in nothing else.
      return ['margin', 'unrealizedPnl', ...prices, ...(hasCoin ? [] : (['size'] as const))]
    case 'amount':
      return inverse ? ['size'] : ['margin', 'unrealizedPnl']
  }
}

/** Entry and mark: where this many figures stand without a unit, the prices do. */
const LEAST_PRICES = 2

type Cell = { place: ColumnPlace; numbers: NumberItem[]; isNone: boolean; isAlone: boolean }

const cellsOf = ({ cells, untitled }: RowRuns, base: string, style: NumberStyle): Cell[] =>
  [...cells, ...untitled]
    .filter(([place]) => typeof place === 'number' || fieldsOf(place).length > 0)
    .map(([place, runs]) => {
      const items = sizeItems(runs, base, style)
      const all = items.filter(({ kind }) => kind !== 'word')
      const numbers = all.filter(isNumber)
      // "Add" where another row has the number of its stops is as good as "--"; an empty cell is yet to come.
      const isNone =
        numbers.length === 0 && items.length > 0 && !items.some(({ kind }) => kind === 'hidden')
      return { place, numbers, isNone, isAlone: all.length === 1 }
    })

const asCell = ({ value, decimals, plain }: NumberItem): ColumnCell => {
  const digits = (plain.split('.')[1] ?? '').replace(/0+$/, '').length
  return { value, decimals, tick: 10 ** -digits }
}

/** One column for each kind of number under each title, as all rows together leave it possible. */
const tableOf = (
  rows: readonly RowRuns[],
  { market, style }: { market: Market; style: NumberStyle },
): { columns: MarginColumn[]; rows: ColumnRow[] } => {
  const found = new Map<string, MarginColumn & { may: Set<ColumnField> }>()
  const asked = rows.flatMap((row) => {
    const info = infoOf(row.symbol, [...row.untitled.values()], market)
    const pair = info === null ? null : splitPair(info.pair)
    return info === null || pair === null
      ? []
      : [{ info, pair, cells: cellsOf(row, pair.base, style) }]
  })
  const table = asked.map(({ info, pair, cells }) => {
    const placed = cells.flatMap(({ place, numbers }) =>
      numbers.map((item): Placed => ({ place, kind: kindOf(item, pair), item })),
    )
    // "-- / 0.0918" and "3" are stops.
    const bare = cells.filter(
      ({ isAlone, numbers: [first] }) => isAlone && first?.unit === '' && first.decimals > 0,
    )
    const known = {
      prices: bare.length >= LEAST_PRICES ? [] : PRICES,
      hasCoin: placed.some(({ kind }) => kind === 'coin'),
    }
    const own = new Map<MarginColumn, ColumnCell>()
    for (const one of placed) {
      const { place, kind, item } = one
      const isTwice = placed.some(
        (other) => other !== one && other.place === place && other.kind === kind,
      )
      const titled = typeof place === 'string' ? fieldsOf(place) : null
      const may = fieldsByKind(one, pair, known).filter(
        (field) =>
          !isTwice &&
          (!item.signed || SIGNED.has(field)) &&
          (titled === null || titled.includes(field)) &&
          (SIGNED.has(field) || item.value > 0 || !PRICES.includes(field)),
      )
      const name = `${String(place)} ${kind}`
      const column = found.get(name) ?? {
        place,
        may: new Set(may),
        sizeUnit: sizeUnitOf(kind, pair),
      }
      found.set(name, column)
      for (const field of column.may) if (!may.includes(field)) column.may.delete(field)
      own.set(column, asCell(item))
    }
    return { info, cells, own }
  })
  const columns = [...found.values()].filter(({ may }) => may.size > 0)
  return {
    columns,
    rows: table.map(({ info, cells, own }): ColumnRow => {
      for (const { place, isNone } of cells) {
        if (isNone) for (const one of columns) if (one.place === place) own.set(one, 'none')
      }
      return {
        contract: contractOf(info.pair, market),
        leverage: info.leverage,
        side: info.side,
        marginModes: info.marginMode === null ? ['isolated', 'cross'] : [info.marginMode],
        cells: own,
      }
    }),
  }
}

/** At most this many rows are asked. */
const MOST_ROWS = 12

/** The titles that no dictionary knows, by the arithmetic of the rows. */
export const arithmeticColumns = (
  rows: readonly RowRuns[],
  context: { market: Market; style: NumberStyle },
): ReadonlyMap<number, Column> => {
  const named = new Map<number, Column>()
  const known = new Set(rows.flatMap(({ cells }) => [...cells.keys()]))
  if (Object.values(columnOfField).every((column) => known.has(column))) return named
  const table = tableOf(rows.slice(0, MOST_ROWS), context)
  const isWanted = (field: ColumnField) => !known.has(columnOfField[field])
  if (!table.columns.some(({ place, may }) => typeof place === 'number' && [...may].some(isWanted)))
    return named
  const meaning = columnMeaning(table.columns, table.rows)
  // A size alone makes no row a position.
  if (known.size === 0 && meaning.size === 1) return named
  const pnl = meaning.get('unrealizedPnl')?.place
  // From a margin that holds the PnL the mark leads to liquidation, as the entry does from one without.
  const mayBeMark = pnl === undefined && !meaning.has('markPrice')
  for (const [field, { place }] of meaning) {
    const isDoubtful = (field === 'entryPrice' && mayBeMark) || (field === 'roi' && place === pnl)
    if (typeof place === 'number' && isWanted(field) && !isDoubtful) {
      named.set(place, columnOfField[field])
    }
  }
  return named
}
