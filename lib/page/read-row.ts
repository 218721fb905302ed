import { type Contract, Decimal } from '@/lib/margin'
import type { Field, Market, NumberField, PositionReading, UnreadRow } from './page-reading'
import { decideSide } from './decide-side'
import { type ParsedSymbol, parseSymbol } from './parse-symbol'
import { type NumberStyle } from './parse-number'
import { proveRow, type RawFigure, type RawRow } from './prove-row'
import { type CellNumber, readNumber, readPnl, readStops } from './read-cells'
import { readMargin } from './read-margin'
import { textTokens } from './text-tokens'
import type { Column } from './words'

export type RowContext = { market: Market; style: NumberStyle; now: number }

/** 100 USD a contract for BTCUSD, 10 USD for every other pair (Binance COIN-M contract specifications). */
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

const unless = (field: NumberField, contradicted: boolean): NumberField =>
  contradicted && 'value' in field ? { missing: 'contradicted', text: field.text } : field

/** One row of the table, read and then proved: a figure that the others contradict is not shown. */
export const readRow = (
  cells: ReadonlyMap<Column, Element>,
  { market, style, now }: RowContext,
): PositionReading | UnreadRow => {
  const symbolCell = cells.get('symbol')
  const parsed = symbolCell && parseSymbol(textTokens(symbolCell).map(({ text }) => text))
  if (!parsed) return { symbol: null, reason: 'no-symbol' }

  const size = readNumber(cells.get('size'), style)
  const prices = {
    entryPrice: readNumber(cells.get('entryPrice'), style).field,
    markPrice: readNumber(cells.get('markPrice'), style).field,
    liquidationPrice: readNumber(cells.get('liquidationPrice'), style).field,
  }
  const { margin, marginMode } = readMargin(cells.get('margin'), style)
  const { pnl, roi } = readPnl(cells.get('pnl'), style)
  const stops = readStops(cells.get('positionStops'), style)
  const leverage = parsed.leverage
  const contract: Field<Contract> = {
    value: contractOf(parsed.symbol, market),
    text: parsed.symbol,
  }
  const row = {
    marginMode,
    contract: contract.value,
    leverage: leverage === null ? null : new Decimal(leverage),
    quantity: quantityOf(size, parsed, market),
    ...prices,
    marginRatio: readNumber(cells.get('marginRatio'), style).field,
    margin: margin.field,
    unrealizedPnl: pnl.field,
    roi: roi.field,
    takeProfit: stops.takeProfit,
    stopLoss: stops.stopLoss,
  }
  const minus = 'value' in size.field && size.field.value.isNeg()
  const side = decideSide({ row, minus, badge: parsed.badge })
  if (side === null) return { symbol: parsed.symbol, reason: 'no-side' }
  const raw: RawRow = { ...row, side }
  const proof = proveRow(raw)
  const proved = (figure: RawFigure): NumberField =>
    unless(raw[figure], proof.contradicted.has(figure))
  const stopLoss = proved('stopLoss')
  return {
    key: `${parsed.symbol}:${side}:${marginMode}`,
    symbol: parsed.symbol,
    contractType: parsed.contractType,
    contract,
    side,
    marginMode,
    marginAsset: margin.unit || pnl.unit || null,
    leverage:
      leverage === null
        ? { missing: 'unparsed' }
        : { value: new Decimal(leverage), decimals: 0, text: `${leverage}x` },
    quantity: proved('quantity'),
    entryPrice: proved('entryPrice'),
    breakEvenPrice: readNumber(cells.get('breakEvenPrice'), style).field,
    markPrice: proved('markPrice'),
    liquidationPrice: proved('liquidationPrice'),
    marginRatio: proved('marginRatio'),
    margin: proved('margin'),
    wallet: proof.wallet,
    marginHolds: proof.marginHolds,
    unrealizedPnl: proved('unrealizedPnl'),
    roi: proved('roi'),
    estimatedFunding: readNumber(cells.get('funding'), style).field,
    takeProfit: proved('takeProfit'),
    stopLoss:
      'value' in stopLoss
        ? { state: 'present', price: stopLoss }
        : stopLoss.missing === 'none' && partialStopsEmpty(cells.get('partialStops'))
          ? { state: 'absent' }
          : { state: 'unknown' },
    readAt: now,
  }
}

/** The second stop column counts partial orders; anything but a bare "Add" may hold a stop. */
const partialStopsEmpty = (cell: Element | undefined): boolean =>
  cell !== undefined && textTokens(cell).every(({ text }) => /^(?:Add|--|-)$/i.test(text))
