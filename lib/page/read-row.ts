import { type Contract, Decimal } from '@/lib/margin'
import { decideSide } from './decide-side'
import type { Market, NumberField, UnreadRow } from './page-reading'
import { type ParsedSymbol, parseSymbol } from './parse-symbol'
import type { RawRow } from './raw-row'
import { isWhole, quantityOf, QUOTES, quoteSizeOf } from './quantity-of'
import {
  type CellNumber,
  CONTRACTS,
  isEmptyCell,
  isPairOfStops,
  type Language,
  readNumber,
  readPercent,
  readPnl,
  readPrice,
  readSize,
  readStops,
} from './read-cells'
import { readMargin } from './read-margin'
import { drawnTexts } from './text-tokens'
import type { Column } from './words/dictionary'

export type RowContext = { market: Market; language: Language }

/** One row as printed, its side decided, nothing else believed yet. */
export type RowDraft = {
  parsed: ParsedSymbol
  raw: RawRow
  marginAsset: string | null
  breakEvenPrice: NumberField
  estimatedFunding: NumberField
  /** A minus or a badge says the side: it did not have to be worked out. */
  sideIsPrinted: boolean
  /** The partial orders' column is in sight and holds none. */
  noPartialStops: boolean
}

/** 100 USD a contract for BTCUSD, 10 USD for every other pair (COIN-M contract specifications). */
export const contractOf = (pair: string, market: Market): Contract =>
  market === 'usdm'
    ? { kind: 'linear' }
    : {
        kind: 'inverse',
        contractSize: new Decimal(pair === 'BTCUSD' ? '100' : '10'),
      }

/** COIN-M pairs are counted in USD itself, the others in a coin worth about one. */
const isOfMarket = (pair: string, market: Market): boolean =>
  pair.endsWith('USD') === (market === 'coinm')

/** An amount in the asset of the row: without it, it was cut off or is something else. */
const inAsset = ({ field, unit }: CellNumber, asset: string | null): NumberField =>
  'value' in field && (unit === '' || unit !== asset)
    ? { missing: 'unparsed', text: field.text }
    : field

/** Until 2023 one column held the stops of the position under the word that now heads the partial ones. */
const stopCells = (cells: ReadonlyMap<Column, Element>) => {
  const [whole, partial] = [cells.get('positionStops'), cells.get('partialStops')]
  return whole === undefined && partial !== undefined && isPairOfStops(partial)
    ? { whole: partial, partial: undefined }
    : { whole, partial }
}

/** Every position has one: a dash is a sign without its figure. */
const never = (field: NumberField): NumberField =>
  'missing' in field && field.missing === 'none' ? { ...field, missing: 'unparsed' } : field

/** A position whose margin is used up is none any more. */
const notNegative = (field: NumberField): NumberField =>
  'value' in field && field.value.isNeg() ? { missing: 'unparsed', text: field.text } : field

/** Every position was entered: where a dash stands under the word, it stands over another column. */
const isDash = (field: NumberField): boolean => 'missing' in field && field.missing === 'none'

const swapped = (field: NumberField): NumberField =>
  'value' in field ? { missing: 'contradicted', text: field.text } : field

/** A price with so many digits fewer than its neighbours was cut off while it was written. */
const FEWER_DIGITS = 3

const priceReader = (cells: ReadonlyMap<Column, Element>, language: Language) => {
  const read = (column: Column) => readPrice(cells.get(column), language)
  const digits = (['entryPrice', 'markPrice', 'liquidationPrice'] as const).map((column) => {
    const field = read(column)
    return 'value' in field ? field.decimals : 0
  })
  const usual = Math.max(...digits)
  return (column: Column): NumberField => {
    const field = read(column)
    return 'value' in field && field.decimals <= usual - FEWER_DIGITS
      ? { missing: 'unparsed', text: field.text }
      : field
  }
}

/**
 * Both are amounts of one asset, and print it or do not: one without was cut off, one in another is
 * something else, as is one in the coin that a linear position is counted in.
 */
const withAssetOf = (
  amount: CellNumber,
  { other, pair, market }: { other: CellNumber; pair: string; market: Market },
): NumberField =>
  'value' in amount.field &&
  (('value' in other.field && amount.unit !== other.unit) ||
    (amount.unit === '' && other.unit !== '') ||
    (market === 'usdm'
      ? QUOTES.some((quote) => pair === amount.unit.toUpperCase() + quote)
      : amount.unit === CONTRACTS))
    ? { missing: 'unparsed', text: amount.field.text }
    : amount.field

/** Of a position that can be liquidated only so far away nothing need be said; of a cut-off price much. */
const REACH = 1_000

const withinReach = (price: NumberField, mark: NumberField): NumberField => {
  if (!('value' in price) || !('value' in mark) || mark.value.isZero()) return price
  const times = price.value.div(mark.value)
  return times.lt(1 / REACH) || times.gt(REACH) ? { missing: 'unparsed', text: price.text } : price
}

/** No build prints the PnL without its percentage: one without is another column's amount. */
const besideRoi = (pnl: NumberField, roi: CellNumber): NumberField =>
  'value' in pnl && !('value' in roi.field) ? { missing: 'unparsed', text: pnl.text } : pnl

/** Where the size is no size, its neighbours may have changed places with it. */
const besideSize = (margin: NumberField, { field }: CellNumber): NumberField =>
  'value' in margin && 'missing' in field && field.missing === 'unparsed'
    ? { missing: 'unparsed', text: margin.text }
    : margin

/** Reads the cells of one row and decides long or short. */
export const draftRow = (
  cells: ReadonlyMap<Column, Element>,
  { market, language }: RowContext,
): RowDraft | UnreadRow => {
  const symbolCell = cells.get('symbol')
  const parsed = symbolCell && parseSymbol(drawnTexts(symbolCell), language.vocabulary)
  if (!parsed || !isWhole(parsed.pair)) return { symbol: null, reason: 'no-symbol' }
  if (!isOfMarket(parsed.pair, market)) return { symbol: parsed.symbol, reason: 'contradicted' }

  const price = priceReader(cells, language)
  const size = readSize(cells.get('size'), language)
  const { margin, marginMode } = readMargin(cells.get('margin'), language)
  const { pnl, roi } = readPnl(cells.get('pnl'), language)
  const stops = stopCells(cells)
  const row: Omit<RawRow, 'side'> = {
    marginMode,
    contract: contractOf(parsed.pair, market),
    leverage: parsed.leverage === null ? null : new Decimal(parsed.leverage),
    quoteSize: quoteSizeOf(size, parsed.pair, market),
    quantity: never(quantityOf(size, parsed.pair, market)),
    entryPrice: never(price('entryPrice')),
    markPrice: never(price('markPrice')),
    liquidationPrice: isDash(price('entryPrice'))
      ? swapped(price('liquidationPrice'))
      : withinReach(price('liquidationPrice'), price('markPrice')),
    marginRatio: readPercent(cells.get('marginRatio'), language),
    margin: notNegative(
      never(besideSize(withAssetOf(margin, { other: pnl, pair: parsed.pair, market }), size)),
    ),
    unrealizedPnl: never(
      besideRoi(withAssetOf(pnl, { other: margin, pair: parsed.pair, market }), roi),
    ),
    roi: never(roi.field),
    ...readStops(stops.whole, language),
  }
  const minus = 'value' in size.field && size.field.value.isNeg()
  const marginAsset = margin.unit || pnl.unit || null
  const side = decideSide({
    row,
    minus,
    badge: parsed.badge,
    breakEvenPrice: price('breakEvenPrice'),
  })
  if (side === null) return { symbol: parsed.symbol, reason: 'no-side' }
  return {
    parsed,
    raw: { ...row, side },
    marginAsset,
    breakEvenPrice: price('breakEvenPrice'),
    estimatedFunding: never(inAsset(readNumber(cells.get('funding'), language), marginAsset)),
    sideIsPrinted: minus || parsed.badge !== null,
    noPartialStops: isEmptyCell(stops.partial, language),
  }
}
