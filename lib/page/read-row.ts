import { type Contract, Decimal } from '@/lib/margin'
import { decideSide } from './decide-side'
import type { Market, NumberField, UnreadRow } from './page-reading'
import type { NumberStyle } from './parse-number'
import { type ParsedSymbol, parseSymbol } from './parse-symbol'
import type { RawRow } from './prove-row'
import { type CellNumber, readNumber, readPnl, readStops } from './read-cells'
import { readMargin } from './read-margin'
import { textTokens } from './text-tokens'
import type { Column } from './words'

export type RowContext = { market: Market; style: NumberStyle }

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
const contractOf = (symbol: string, market: Market): Contract =>
  market === 'usdm'
    ? { kind: 'linear' }
    : {
        kind: 'inverse',
        contractSize: new Decimal(symbol.startsWith('BTCUSD') ? '100' : '10'),
      }

const CONTRACT_UNITS = new Set(['cont', 'conts', 'contract', 'contracts'])

/**
 * Size in the unit that the arithmetic wants. A size in quote moves with the price it was multiplied
 * by, which is the user's choice and not printed: unknown rather than nearly right.
 */
const quantityOf = (size: CellNumber, { symbol }: ParsedSymbol, market: Market): NumberField => {
  if (!('value' in size.field)) return size.field
  const { value, decimals, text } = size.field
  const unit = size.unit.toLowerCase()
  const wanted =
    market === 'coinm' ? CONTRACT_UNITS.has(unit) : symbol.toLowerCase().startsWith(unit)
  if (unit === '' || !wanted) return { missing: 'unknown', text }
  return value.isZero() ? { missing: 'unparsed', text } : { value: value.abs(), decimals, text }
}

/** The second stop column counts partial orders; anything but a bare "Add" may hold a stop. */
const isEmptyStops = (cell: Element | undefined): boolean =>
  cell !== undefined && textTokens(cell).every(({ text }) => /^(?:Add|--|-)$/i.test(text))

/** Reads the cells of one row and decides long or short. */
export const draftRow = (
  cells: ReadonlyMap<Column, Element>,
  { market, style }: RowContext,
): RowDraft | UnreadRow => {
  const symbolCell = cells.get('symbol')
  const parsed = symbolCell && parseSymbol(textTokens(symbolCell).map(({ text }) => text))
  if (!parsed) return { symbol: null, reason: 'no-symbol' }

  const number = (column: Column): NumberField => readNumber(cells.get(column), style).field
  const size = readNumber(cells.get('size'), style)
  const { margin, marginMode } = readMargin(cells.get('margin'), style)
  const { pnl, roi } = readPnl(cells.get('pnl'), style)
  const row: Omit<RawRow, 'side'> = {
    marginMode,
    contract: contractOf(parsed.symbol, market),
    leverage: parsed.leverage === null ? null : new Decimal(parsed.leverage),
    quantity: quantityOf(size, parsed, market),
    entryPrice: number('entryPrice'),
    markPrice: number('markPrice'),
    liquidationPrice: number('liquidationPrice'),
    marginRatio: number('marginRatio'),
    margin: margin.field,
    unrealizedPnl: pnl.field,
    roi: roi.field,
    ...readStops(cells.get('positionStops'), style),
  }
  const minus = 'value' in size.field && size.field.value.isNeg()
  const side = decideSide({ row, minus, badge: parsed.badge })
  if (side === null) return { symbol: parsed.symbol, reason: 'no-side' }
  return {
    parsed,
    raw: { ...row, side },
    marginAsset: margin.unit || pnl.unit || null,
    breakEvenPrice: number('breakEvenPrice'),
    estimatedFunding: number('funding'),
    noPartialStops: isEmptyStops(cells.get('partialStops')),
  }
}
