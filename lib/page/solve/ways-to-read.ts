import { type Contract, Decimal, type Side, type SplitPair, splitPair } from '@/lib/margin'
import {
  type AssignedField,
  assignFields,
  type Assignment,
  PRICE_DRIFT,
  type RowNumber,
} from '@/lib/margin/rows'
import type { Market } from '../reading'
import type { Run } from '../dom/runs'
import { isNumber, itemsOf } from '../scan/figures'
import { type NumberStyle, printedFigure } from '../scan/number'
import { parseSymbol } from '../scan/symbol'
import type { Column } from '../words/dictionary'
import { contractOf } from './scan-row'

/** The texts of one row under titles of which some are not known. */
export type StrangeRow = {
  symbol: readonly Run[]
  cells: ReadonlyMap<Column, readonly Run[]>
  /** By the place of the title. */
  untitled: ReadonlyMap<number, readonly Run[]>
}

/** A column by its word, or by the place of its title. */
export type ColumnPlace = Column | number

/** One way to read a row: which column holds which figure. */
export type Way = {
  side: Side
  fields: ReadonlyMap<AssignedField, ColumnPlace>
  support: Assignment['support']
  chance: number
  /** The size carries a minus. */
  isShort: boolean
}

export type Ways = {
  exact: readonly Way[]
  near: () => readonly Way[]
  isQuoted: boolean
  /** Columns in which the row prints a number. */
  places: ReadonlySet<ColumnPlace>
}

export const columnOfField: Partial<Record<AssignedField, Column>> = {
  quantity: 'size',
  entryPrice: 'entryPrice',
  breakEvenPrice: 'breakEvenPrice',
  markPrice: 'markPrice',
  liquidationPrice: 'liquidationPrice',
  marginRatio: 'marginRatio',
  margin: 'margin',
  unrealizedPnl: 'pnl',
  roi: 'pnl',
}

const oneDollar: Contract = { kind: 'inverse', contractSize: new Decimal(1) }

type Placed = { place: ColumnPlace; number: RowNumber }

/** More numbers than a row of the table has are another kind of row. */
const MOST_NUMBERS = 14

const fieldsOf = (column: Column): AssignedField[] =>
  column === 'roi'
    ? ['roi']
    : (Object.keys(columnOfField) as AssignedField[]).filter(
        (field) => columnOfField[field] === column,
      )

const PRICES: readonly AssignedField[] = [
  'entryPrice',
  'markPrice',
  'liquidationPrice',
  'breakEvenPrice',
]

/** What a unit leaves possible: a size is counted in its coin, margin and PnL in the asset of the pair. */
const fieldsByUnit = (
  unit: string,
  { base, quote, inverse }: SplitPair,
  prices: readonly AssignedField[],
): AssignedField[] => {
  if (unit === '%') return ['marginRatio', 'roi']
  if (unit === '') return [...PRICES]
  if (inverse) {
    if (unit === base) return ['margin', 'unrealizedPnl']
    return unit === quote ? [...prices, 'quantity'] : ['quantity']
  }
  if (unit === base) return ['quantity']
  return unit === quote
    ? ['quantity', 'margin', 'unrealizedPnl', ...prices]
    : ['margin', 'unrealizedPnl']
}

/** Prices, margins and ratios carry no sign. */
const SIGNED: ReadonlySet<AssignedField> = new Set(['quantity', 'unrealizedPnl', 'roi'])

/** Entry and mark: where this many figures stand without a unit, the prices do. */
const LEAST_PRICES = 2

const numbersOf = (
  { cells, untitled }: StrangeRow,
  { style, pair }: { style: NumberStyle; pair: SplitPair },
): Placed[] => {
  const inCells = [...cells, ...untitled]
    .filter(([place]) => typeof place === 'number' || fieldsOf(place).length > 0)
    .map(([place, runs]) => {
      const all = itemsOf(runs, style).filter(({ kind }) => kind !== 'word')
      return { place, all, items: all.filter(isNumber) }
    })
  // "-- / 0.0918" and "3" are stops.
  const bare = inCells.filter(
    ({ all, items: [first] }) => all.length === 1 && first?.unit === '' && first.decimals > 0,
  )
  const prices = bare.length >= LEAST_PRICES ? [] : PRICES
  // A size that is counted in the coin is counted in nothing else.
  const hasCoin =
    !pair.inverse && inCells.some(({ items }) => items.some(({ unit }) => unit === pair.base))
  const found = inCells.flatMap(({ place, items }) => items.map((item) => ({ place, item })))
  return found.flatMap(({ place, item }): Placed[] => {
    const isPercent = item.unit === '%'
    const isCoinElsewhere = hasCoin && item.unit !== pair.base
    // The word for contracts may be one that nobody knows.
    const isCounted = pair.inverse && item.unit === '' && item.decimals === 0
    const byUnit = [
      ...fieldsByUnit(item.unit, pair, prices),
      ...(isCounted ? (['quantity'] as const) : []),
    ].filter(
      (field) => (field !== 'quantity' || !isCoinElsewhere) && (!item.signed || SIGNED.has(field)),
    )
    const byTitle = typeof place === 'string' ? fieldsOf(place) : null
    const may = new Set(byTitle === null ? byUnit : byUnit.filter((one) => byTitle.includes(one)))
    const unit = isPercent || item.unit === '' ? null : item.unit
    return may.size === 0
      ? []
      : [{ place, number: { ...printedFigure(item), isPercent, unit, may } }]
  })
}

/**
 * What the page prints next to the figures must not speak against an assignment: a size is counted in
 * its coin or in contracts, a PnL in the asset of the pair, and the percentage in one cell with it is
 * its ROI. Prices alone make such an identity by chance.
 */
const isWorded = (
  { fields }: Assignment,
  { numbers, pair, isQuoted }: { numbers: readonly Placed[]; pair: string; isQuoted: boolean },
): boolean => {
  const at = (field: AssignedField) => numbers[fields[field] ?? -1]
  const [size, pnl] = [at('quantity')?.number.unit, at('unrealizedPnl')]
  const asset = pnl?.number.unit
  if (size === undefined || asset === undefined || asset === null) return false
  const percent = numbers.findIndex(({ place, number }) => place === pnl?.place && number.isPercent)
  if (percent !== -1 && fields.roi !== percent) return false
  const split = splitPair(pair, asset)
  if (split?.inverse === true) return size !== asset
  if (size === null) return false
  return isQuoted ? size === split?.quote : size === split?.base
}

/** A column holds one figure; that of the PnL its percentage as well. */
const placesOf = (
  { fields }: Assignment,
  numbers: readonly Placed[],
): ReadonlyMap<AssignedField, ColumnPlace> | null => {
  const found = new Map<AssignedField, ColumnPlace>()
  for (const [field, index] of Object.entries(fields) as [AssignedField, number][]) {
    const place = numbers[index]?.place
    if (place !== undefined) found.set(field, place)
  }
  const shared = [...found].filter(([field]) => field !== 'roi').map(([, place]) => place)
  const roi = found.get('roi')
  const isApart = roi === undefined || roi === found.get('unrealizedPnl') || !shared.includes(roi)
  return isApart && new Set(shared).size === shared.length ? found : null
}

/**
 * Every way to read one row that its identities, its units and the words next to its symbol allow: with the
 * PnL counted at the mark price, and at a price near it.
 */
export const waysToRead = (
  row: StrangeRow,
  { market, style }: { market: Market; style: NumberStyle },
): Ways => {
  const nothing: Ways = { exact: [], near: () => [], isQuoted: false, places: new Set() }
  const info = parseSymbol(
    row.symbol.map(({ text }) => text),
    market === 'coinm',
  )
  const pair = info === null ? null : splitPair(info.pair)
  if (info === null || pair === null) return nothing
  const numbers = numbersOf(row, { style, pair })
  if (numbers.length > MOST_NUMBERS) return nothing
  const sizes = numbers.filter(({ number }) => number.may?.has('quantity'))
  // Prices may carry the same unit: a size in contracts says what it is.
  const isInDollars = sizes.length > 0 && sizes.every(({ number }) => number.unit === pair.quote)
  const isQuoted = !pair.inverse && numbers.every(({ number }) => number.unit !== pair.base)
  const question = {
    isQuoted,
    numbers: numbers.map(({ number }) => number),
    // A size in USD counts contracts of one dollar.
    contract: isInDollars && pair.inverse ? oneDollar : contractOf(info.pair, market),
    leverage: info.leverage === null ? null : new Decimal(info.leverage),
  }
  const waysBy = (drift?: number): Way[] =>
    assignFields(drift === undefined ? question : { ...question, drift }).assignments.flatMap(
      (one): Way[] => {
        const isMeant =
          (info.side === null || info.side === one.side) &&
          isWorded(one, { numbers, pair: info.pair, isQuoted })
        const fields = isMeant ? placesOf(one, numbers) : null
        const isShort = numbers[one.fields.quantity ?? -1]?.number.value.lt(0) === true
        const { side, support, chance } = one
        return fields === null ? [] : [{ side, fields, support, chance, isShort }]
      },
    )
  return {
    exact: waysBy(),
    near: () => waysBy(PRICE_DRIFT),
    isQuoted,
    places: new Set(numbers.map(({ place }) => place)),
  }
}
