import { type Contract, Decimal } from '@/lib/margin'
import { decideSide } from './decide-side'
import type { Market, NumberField, UnreadRow } from './page-reading'
import { type ParsedSymbol, parseSymbol } from './parse-symbol'
import type { RawRow } from './prove-row'
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

/** What stands behind the base coin in a linear pair. */
const QUOTES = ['USDT', 'USDC', 'FDUSD', 'BUSD', 'TUSD', 'USD1', 'BTC', 'ETH', 'BNB']

/**
 * Size in the unit that the arithmetic wants. A size in quote moves with the price it was multiplied
 * by, which is the user's choice and not printed: unknown rather than nearly right.
 */
const quantityOf = (size: CellNumber, pair: string, market: Market): NumberField => {
  if (!('value' in size.field)) return size.field
  const { value, decimals, text } = size.field
  const wanted =
    market === 'coinm'
      ? size.unit === CONTRACTS
      : QUOTES.some((quote) => pair === size.unit.toUpperCase() + quote)
  if (!wanted) return { missing: 'unknown', text }
  return value.isZero() ? { missing: 'unparsed', text } : { value: value.abs(), decimals, text }
}

/** Until 2023 one column held the stops of the position under the word that now heads the partial ones. */
const stopCells = (cells: ReadonlyMap<Column, Element>) => {
  const [whole, partial] = [cells.get('positionStops'), cells.get('partialStops')]
  return whole === undefined && partial !== undefined && isPairOfStops(partial)
    ? { whole: partial, partial: undefined }
    : { whole, partial }
}

/** Reads the cells of one row and decides long or short. */
export const draftRow = (
  cells: ReadonlyMap<Column, Element>,
  { market, language }: RowContext,
): RowDraft | UnreadRow => {
  const symbolCell = cells.get('symbol')
  const parsed = symbolCell && parseSymbol(drawnTexts(symbolCell), language.vocabulary)
  if (!parsed) return { symbol: null, reason: 'no-symbol' }
  if (!isOfMarket(parsed.pair, market)) return { symbol: parsed.symbol, reason: 'contradicted' }

  const price = (column: Column): NumberField => readPrice(cells.get(column), language)
  const size = readSize(cells.get('size'), language)
  const { margin, marginMode } = readMargin(cells.get('margin'), language)
  const { pnl, roi } = readPnl(cells.get('pnl'), language)
  const stops = stopCells(cells)
  const row: Omit<RawRow, 'side'> = {
    marginMode,
    contract: contractOf(parsed.pair, market),
    leverage: parsed.leverage === null ? null : new Decimal(parsed.leverage),
    quantity: quantityOf(size, parsed.pair, market),
    entryPrice: price('entryPrice'),
    markPrice: price('markPrice'),
    liquidationPrice: price('liquidationPrice'),
    marginRatio: readPercent(cells.get('marginRatio'), language),
    margin: margin.field,
    unrealizedPnl: pnl.field,
    roi: roi.field,
    ...readStops(stops.whole, language),
  }
  const minus = 'value' in size.field && size.field.value.isNeg()
  const side = decideSide({ row, minus, badge: parsed.badge })
  if (side === null) return { symbol: parsed.symbol, reason: 'no-side' }
  return {
    parsed,
    raw: { ...row, side },
    marginAsset: margin.unit || pnl.unit || null,
    breakEvenPrice: price('breakEvenPrice'),
    estimatedFunding: readNumber(cells.get('funding'), language).field,
    noPartialStops: isEmptyCell(stops.partial, language),
  }
}
