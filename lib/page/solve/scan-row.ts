import { onlyDistinct } from '../only'
import {
  Decimal,
  type Contract,
  type MarginMode,
  rangeOf,
  type Side,
  splitPair,
} from '@/lib/margin'
import { CREDITS, type RowFigures, sizeIn, type SizeUnit } from '@/lib/margin/rows'
import type { Market, NumberField } from '../reading'
import { oncePerRuns, type Run } from '../dom/runs'
import { itemsOf, type NumberItem } from '../scan/figures'
import { type NumberStyle, printedFigure } from '../scan/number'
import { leverageIn, parseSymbol, type SymbolInfo } from '../scan/symbol'
import { marginModeOf } from '../words/lexicon'
import type { Column } from '../words/dictionary'
import { stopsOf, partialStopsOf, isPairOfStops, type PartialStops } from './scan-stops'
import { sizeUnitsOf, sizeOf, sizeItems } from './scan-size'
import { type Scan, isPercent, onlyFigure, price, always, roiOf } from './scan-cell'

/** The texts of one position, by column; `null`: whatever else names it (symbol, badge, mode). */
export type RowTexts = {
  symbol: readonly Run[]
  cells: ReadonlyMap<Column, readonly Run[]>
  /** Under titles that nobody knows: a word for the margin mode is one all the same. */
  others: readonly (readonly Run[])[]
  /** Of these what may be the leverage. */
  leverages: readonly (readonly Run[])[]
}

export type FigureName =
  | 'size'
  | 'entryPrice'
  | 'breakEvenPrice'
  | 'markPrice'
  | 'liquidationPrice'
  | 'marginRatio'
  | 'margin'
  | 'unrealizedPnl'
  | 'roi'
  | 'estimatedFunding'
  | 'takeProfit'
  | 'stopLoss'

export type ScannedRow = {
  info: SymbolInfo
  contract: Contract
  marginAsset: string | null
  scans: Record<FigureName, Scan>
  partialStops: PartialStops
  /** What words say, and the sign of the size. */
  side: Side | null
  marginMode: MarginMode | null
  sizeUnits: readonly SizeUnit[]
}

/** Where no unit stands behind them: `credits`: amounts are counted in credits; `isValued`: sizes in money. */
export type RowContext = { market: Market; style: NumberStyle; credits: boolean; isValued: boolean }

/** 100 USD a contract for BTCUSD, 10 USD for every other pair (COIN-M contract specifications). */
export const contractOf = (pair: string, market: Market): Contract =>
  market === 'usdm'
    ? { kind: 'linear' }
    : { kind: 'inverse', contractSize: new Decimal(pair === 'BTCUSD' ? 100 : 10) }

/** "12.30 USDT"; the word of a button behind an amount is no asset. */
const assetOf = (scan: Scan): string =>
  'missing' in scan || !/^[A-Z0-9]+$/.test(scan.unit) ? '' : scan.unit

/** "-0.5" is short; a page that prints "+0.5" prints the sign of all. */
export const sideBySign = (size: Scan): Side | null =>
  'missing' in size || !size.signed ? null : size.plain.startsWith('-') ? 'short' : 'long'

/** "(12.30) USDT" and "-4.81%": both are a loss. A bare "12.30" may be written a moment after its percentage was one. */
const withSignOf = (roi: Scan, pnl: Scan): Scan =>
  'missing' in roi || 'missing' in pnl || pnl.signed || !pnl.text.startsWith('(') || roi.value >= 0
    ? pnl
    : { ...pnl, plain: `-${pnl.plain}`, value: -pnl.value, signed: true }

/** What the texts of a symbol cell say. */
const symbolOf = oncePerRuns((runs, market: Market) =>
  parseSymbol(
    runs.map(({ text }) => text),
    market === 'coinm',
  ),
)

const leverageOf = oncePerRuns<null, number | null>((runs) =>
  leverageIn(runs.map(({ text }) => text)),
)

/** What the symbol cell says, and the leverage, which may stand in a column of its own. */
export const infoOf = (
  symbol: readonly Run[],
  leverages: readonly (readonly Run[])[],
  market: Market,
): SymbolInfo | null => {
  const info = symbolOf(symbol, market)
  if (info?.leverage !== null) return info
  return {
    ...info,
    leverage: onlyDistinct(leverages.flatMap((runs) => leverageOf(runs, null) ?? [])),
  }
}

const modesIn = oncePerRuns((runs, style: NumberStyle) =>
  itemsOf(runs, style).flatMap(({ text }) => marginModeOf(text) ?? []),
)

/** Reads the texts of one row in one number style. `null`: no symbol of this market stands there. */
export const scanRow = (
  { symbol, cells, others, leverages }: RowTexts,
  { market, style, credits, isValued }: RowContext,
): ScannedRow | null => {
  const info = infoOf(symbol, leverages, market)
  if (info === null) return null
  const items = new Map([...cells].map(([column, runs]) => [column, itemsOf(runs, style)]))
  // An amount in the coin of a linear contract is its size, under whatever word.
  const coin = market === 'usdm' ? (splitPair(info.pair)?.base ?? '') : null
  const isAmount = (item: NumberItem) => !isPercent(item) && (coin === null || item.unit !== coin)
  const margin = always(onlyFigure(items.get('margin'), isAmount))
  const roi = always(roiOf(items.get('roi'), items.get('pnl')))
  const pnl = withSignOf(roi, always(onlyFigure(items.get('pnl'), isAmount)))
  const printedAsset = assetOf(margin) || assetOf(pnl)
  const split = splitPair(info.pair, printedAsset === '' ? null : printedAsset)
  if (split?.inverse !== (market === 'coinm')) return null
  const { base, quote } = split
  // Without an amount nothing says whether the account is in credits mode.
  const quoted = 'missing' in margin && 'missing' in pnl ? null : quote
  const bareAsset = credits ? CREDITS : quoted
  const sizeRuns = cells.get('size')
  const size = sizeOf(sizeRuns && sizeItems(sizeRuns, base, style), base)
  const partial = items.get('partialStops')
  const whole = items.get('positionStops')
  const isOnePlace = whole === undefined && partial !== undefined && isPairOfStops(partial)
  const [takeProfit, stopLoss] = stopsOf(isOnePlace ? partial : whole)
  const prices = (column: Column) => price(items.get(column), quote)
  const modes = [cells.get('margin') ?? [], ...others].flatMap((runs) => modesIn(runs, style))
  return {
    info,
    contract: contractOf(info.pair, market),
    marginAsset: printedAsset || (market === 'coinm' ? base : bareAsset),
    scans: {
      size,
      entryPrice: always(prices('entryPrice')),
      breakEvenPrice: prices('breakEvenPrice'),
      markPrice: always(prices('markPrice')),
      liquidationPrice: prices('liquidationPrice'),
      marginRatio: onlyFigure(items.get('marginRatio'), isPercent),
      margin:
        'missing' in margin || margin.value >= 0
          ? margin
          : { missing: 'unparsed', text: margin.text },
      unrealizedPnl: pnl,
      roi,
      estimatedFunding: onlyFigure(items.get('funding'), (item) => !isPercent(item)),
      takeProfit,
      stopLoss,
    },
    partialStops: isOnePlace ? null : partialStopsOf(partial),
    side: onlyDistinct([info.side, sideBySign(size)].filter((side) => side !== null)),
    marginMode: onlyDistinct([...modes, ...(info.marginMode === null ? [] : [info.marginMode])]),
    sizeUnits: 'missing' in size ? [] : sizeUnitsOf(size.unit || (isValued ? quote : ''), split),
  }
}

const rangeIn = (scan: Scan) => ('missing' in scan ? null : rangeOf(scan.value, scan.decimals))

/** The figures as intervals, the size counted in `unit`. */
export const figuresOf = (row: ScannedRow, unit: SizeUnit | undefined): RowFigures => {
  const { contract, info, scans, sizeUnits } = row
  const isAssumed = sizeUnits.length > 1
  const { liquidationPrice } = scans
  return {
    contract,
    leverage: info.leverage,
    size:
      'missing' in scans.size || unit === undefined
        ? null
        : { ...sizeIn(unit, scans.size), isAssumed },
    entryPrice: rangeIn(scans.entryPrice),
    markPrice: rangeIn(scans.markPrice),
    liquidationPrice:
      'missing' in liquidationPrice
        ? liquidationPrice.missing === 'none'
          ? 'none'
          : null
        : rangeIn(liquidationPrice),
    marginRatio: rangeIn(scans.marginRatio),
    margin: rangeIn(scans.margin),
    unrealizedPnl: rangeIn(scans.unrealizedPnl),
    roi: rangeIn(scans.roi),
  }
}

export const fieldOf = (scan: Scan): NumberField =>
  'missing' in scan ? scan : { ...printedFigure(scan), text: scan.text }
