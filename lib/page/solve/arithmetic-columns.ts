import {
  type AssignedField,
  assignFields,
  type Assignment,
  type Contract,
  Decimal,
  type Identity,
  PRICE_DRIFT,
  type RowNumber,
  type SplitPair,
  splitPair,
} from '@/lib/margin'
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

/** Break-even is told from other prices near entry by its side only: that is no proof. */
const columnOf: Partial<Record<AssignedField, Column>> = {
  quantity: 'size',
  entryPrice: 'entryPrice',
  markPrice: 'markPrice',
  liquidationPrice: 'liquidationPrice',
  marginRatio: 'marginRatio',
  margin: 'margin',
  unrealizedPnl: 'pnl',
  roi: 'pnl',
}

/** Identities of printed digits; the others are ranges that a stranger's price may fall into. */
const TIGHT: ReadonlySet<Identity> = new Set<Identity>(['pnl', 'roi', 'cross-margin'])

const isHeld = (field: AssignedField, { support }: Assignment): boolean => {
  const by = support[field] ?? []
  return (
    by.some((identity) => TIGHT.has(identity)) ||
    (by.includes('liquidation') && by.includes('ratio'))
  )
}

/**
 * PnL = side · quantity · (mark − entry) holds as well with entry, mark and side exchanged, and by chance.
 * So does a margin of quantity · mark ÷ leverage: at 1x an isolated one is quantity · entry.
 */
const isProved = ({ support }: Assignment): boolean => {
  const by = new Set(Object.values(support).flat())
  return by.has('roi') || (by.has('liquidation') && by.has('ratio'))
}

/** What that identity ties. So many of the four named by words, and it tells the others. */
const TIED_BY_PNL: readonly Column[] = ['size', 'entryPrice', 'markPrice', 'pnl']
const LEAST_NAMED = 2

const oneDollar: Contract = { kind: 'inverse', contractSize: new Decimal(1) }

type Placed = { place: Column | number; number: RowNumber }

/** More numbers than a row of the table has are another kind of row. */
const MOST_NUMBERS = 14

const fieldsOf = (column: Column): AssignedField[] =>
  (Object.keys(columnOf) as AssignedField[]).filter((field) => columnOf[field] === column)

const PRICES: readonly AssignedField[] = [
  'entryPrice',
  'markPrice',
  'liquidationPrice',
  'breakEvenPrice',
]

/** What a unit leaves possible: a size is counted in its coin, margin and PnL in the asset of the pair. */
const fieldsByUnit = (unit: string, { base, quote, inverse }: SplitPair): AssignedField[] => {
  if (unit === '%') return ['marginRatio', 'roi']
  if (unit === '') return [...PRICES]
  if (inverse) {
    if (unit === base) return ['margin', 'unrealizedPnl']
    return unit === quote ? [...PRICES, 'quantity'] : ['quantity']
  }
  if (unit === base) return ['quantity']
  return unit === quote
    ? ['quantity', 'margin', 'unrealizedPnl', ...PRICES]
    : ['margin', 'unrealizedPnl']
}

const numbersOf = (
  { cells, untitled }: StrangeRow,
  { style, pair }: { style: NumberStyle; pair: SplitPair },
): Placed[] =>
  [...cells, ...untitled].flatMap(([place, runs]) => {
    const byTitle = typeof place === 'string' ? new Set(fieldsOf(place)) : null
    if (byTitle?.size === 0) return []
    return itemsOf(runs, style)
      .filter(isNumber)
      .map((item): Placed => {
        const isPercent = item.unit === '%'
        const byUnit = fieldsByUnit(item.unit, pair)
        return {
          place,
          number: {
            ...printedFigure(item),
            isPercent,
            unit: isPercent || item.unit === '' ? null : item.unit,
            may: new Set(byTitle === null ? byUnit : byUnit.filter((field) => byTitle.has(field))),
          },
        }
      })
      .filter(({ number }) => number.may?.size !== 0)
  })

/**
 * What the page prints beside the figures must not speak against an assignment: a size is counted in
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
  if (size === undefined || size === null || asset === undefined || asset === null) return false
  const percent = numbers.findIndex(({ place, number }) => place === pnl?.place && number.isPercent)
  if (percent !== -1 && fields.roi !== percent) return false
  const split = splitPair(pair, asset)
  if (split?.inverse === true) return size !== asset
  return isQuoted ? size === split?.quote : size === split?.base
}

/** What is certain of one row: which title stands over which figure. */
const certainIn = (
  row: StrangeRow,
  { market, style }: { market: Market; style: NumberStyle },
): ReadonlyMap<number, Column> => {
  const nothing = new Map<number, Column>()
  const info = parseSymbol(
    row.symbol.map(({ text }) => text),
    market === 'coinm',
  )
  const pair = info === null ? null : splitPair(info.pair)
  if (info === null || pair === null) return nothing
  const numbers = numbersOf(row, { style, pair })
  if (numbers.length > MOST_NUMBERS) return nothing
  const isInDollars = numbers.some(
    ({ number }) => number.unit === pair.quote && number.may?.has('quantity'),
  )
  const isQuoted = !pair.inverse && numbers.every(({ number }) => number.unit !== pair.base)
  const question = {
    isQuoted,
    numbers: numbers.map(({ number }) => number),
    // A size in USD counts contracts of one dollar.
    contract: isInDollars && pair.inverse ? oneDollar : contractOf(info.pair, market),
    leverage: info.leverage === null ? null : new Decimal(info.leverage),
  }
  // By the mark price first; by one near it, where that says nothing.
  const exact = assignFields(question)
  const { common, side, assignments } =
    exact.assignments.length > 0 ? exact : assignFields({ ...question, drift: PRICE_DRIFT })
  if (
    side === null ||
    !assignments.every((one) => isWorded(one, { numbers, pair: info.pair, isQuoted }))
  ) {
    return nothing
  }
  const isNamed = TIED_BY_PNL.filter((column) => row.cells.has(column)).length >= LEAST_NAMED
  if (!isNamed && !assignments.every(isProved)) return nothing
  const certain = new Map<number, Column>()
  for (const [field, index] of Object.entries(common) as [AssignedField, number][]) {
    const place = numbers[index]?.place
    const column = columnOf[field]
    if (place === undefined || column === undefined) continue
    if (!assignments.every((assignment) => isHeld(field, assignment))) continue
    // A word that says otherwise: this row tells nothing.
    if (typeof place === 'string') {
      if (place !== column) return nothing
    } else if ((certain.get(place) ?? column) !== column) return nothing
    else certain.set(place, column)
  }
  return certain
}

/** Every row says the same; so many are asked. */
const MOST_ROWS = 4

/**
 * The titles that no dictionary knows, by the arithmetic of the rows: a column whose numbers can only be
 * one field, in all rows that tell, is that field. What words name already is never sought elsewhere.
 */
export const arithmeticColumns = (
  rows: readonly StrangeRow[],
  context: { market: Market; style: NumberStyle },
): ReadonlyMap<number, Column> => {
  const named = new Set(rows.flatMap(({ cells }) => [...cells.keys()]))
  if ([...Object.values(columnOf)].every((column) => named.has(column))) return new Map()
  const found = rows.slice(0, MOST_ROWS).map((row) => certainIn(row, context))
  const columns = new Map<number, Column>()
  for (const column of new Set(Object.values(columnOf))) {
    if (named.has(column)) continue
    const places = new Set(
      found.flatMap((certain) =>
        [...certain].flatMap(([place, one]) => (one === column ? [place] : [])),
      ),
    )
    const [place, ...others] = places
    if (place === undefined || others.length > 0) continue
    const meanings = new Set(found.flatMap((certain) => certain.get(place) ?? []))
    if (meanings.size === 1) columns.set(place, column)
  }
  return columns
}
