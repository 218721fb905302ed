import { onlyDistinct } from '../only'
import {
  Decimal,
  type Contract,
  type MarginMode,
  rangeOf,
  type Side,
  splitPair,
} from '@/lib/margin'
import type { RowFigures, SizeUnit } from '@/lib/margin/rows'
import type { FieldFailure, Market, NumberField } from '../reading'
import { oncePerRuns, type Run } from '../dom/runs'
import { isNumber, type Item, itemsOf, type NumberItem } from '../scan/figures'
import { type NumberStyle, printedFigure } from '../scan/number'
import { parseSymbol, type SymbolInfo } from '../scan/symbol'
import { marginModeOf, means } from '../words/lexicon'
import type { Column } from '../words/dictionary'

/** The texts of one position, by column; `null`: whatever else names it (symbol, badge, mode). */
export type RowTexts = {
  symbol: readonly Run[]
  cells: ReadonlyMap<Column, readonly Run[]>
  /** Under titles that nobody knows: a word for the margin mode is one all the same. */
  others: readonly (readonly Run[])[]
}

/** One figure of a row before anything is believed: a number, or why there is none. */
export type Scan = NumberItem | { missing: FieldFailure; text: string }

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
  /** `null`: the column of partial stops is not in sight, or its cell says nothing that is known. */
  partialStops: { count: number | null } | 'empty' | null
  /** What words say, and the sign of the size. */
  side: Side | null
  marginMode: MarginMode | null
  sizeUnits: readonly SizeUnit[]
}

export type RowContext = { market: Market; style: NumberStyle }

/** 100 USD a contract for BTCUSD, 10 USD for every other pair (COIN-M contract specifications). */
export const contractOf = (pair: string, market: Market): Contract =>
  market === 'usdm'
    ? { kind: 'linear' }
    : { kind: 'inverse', contractSize: new Decimal(pair === 'BTCUSD' ? 100 : 10) }

const hiddenColumn: Scan = { missing: 'column-hidden', text: '' }

const textOf = (items: readonly Item[]): string => items.map(({ text }) => text).join(' ')

const isPercent = ({ unit }: NumberItem): boolean => unit === '%'

/** The one figure of a cell that may be meant; several make it unreadable, none says why. */
const only = (items: readonly Item[] | undefined, fits: (item: NumberItem) => boolean): Scan => {
  if (items === undefined) return hiddenColumn
  const [figure, ...others] = items.filter(isNumber).filter(fits)
  // A part of a figure, "12.", means that the one next to it is a part as well.
  if (items.some((item) => item.kind === 'word' && /^[+-]?\d[\d.,' ]*$/.test(item.text))) {
    return { missing: 'unparsed', text: textOf(items) }
  }
  if (figure !== undefined) {
    const isAlone = others.every((other) => other.plain === figure.plain)
    return isAlone ? figure : { missing: 'unparsed', text: textOf(items) }
  }
  const kinds = new Set(items.map(({ kind }) => kind))
  const missing = kinds.has('hidden') ? 'hidden' : kinds.has('none') ? 'none' : 'unparsed'
  return { missing, text: textOf(items) }
}

/**
 * A price of nothing, or less than nothing, is none: "0.0000" while the page starts. One with a sign is
 * an amount of another column: "+18.79 USDT".
 */
const price = (items: readonly Item[] | undefined, asset: string): Scan => {
  const scan = only(
    items,
    ({ unit, text }) => (unit === '' || unit === asset) && !/^[+-]/.test(text),
  )
  return 'missing' in scan || scan.value > 0 ? scan : { missing: 'unparsed', text: scan.text }
}

/** What every position has: where a dash stands for it, the figure has not come yet. */
const always = (scan: Scan): Scan =>
  'missing' in scan && scan.missing === 'none' ? { ...scan, missing: 'unparsed' } : scan

const asPercent = (item: NumberItem): NumberItem => ({
  ...item,
  unit: '%',
  value: item.value / 100,
  decimals: item.decimals + 2,
})

const roiOf = (own: readonly Item[] | undefined, pnl: readonly Item[] | undefined): Scan => {
  const inPnl = pnl?.some((item) => isNumber(item) && isPercent(item))
  if (inPnl || own === undefined) return only(pnl, isPercent)
  const scan = only(own, () => true)
  // A column of its own, under "ROI %", may leave the sign out.
  return 'missing' in scan || isPercent(scan) ? scan : asPercent(scan)
}

/** What stands on either side of the slash. */
const halvesOf = (items: readonly Item[]): Item[] => items.filter((item) => item.kind !== 'word')

/** Take-profit and stop-loss of the whole position: "77,000.00 / 73,000.00", "-- / --", "Add". */
const stopsOf = (items: readonly Item[] | undefined): [Scan, Scan] => {
  if (items === undefined) return [hiddenColumn, hiddenColumn]
  const text = textOf(items)
  const halves = halvesOf(items)
  const half = (item: Item | undefined): Scan =>
    item === undefined || item.kind === 'word' || item.kind === 'hidden'
      ? { missing: item?.kind === 'hidden' ? 'hidden' : 'unparsed', text }
      : !isNumber(item)
        ? { missing: 'none', text }
        : item.value > 0 && !isPercent(item)
          ? item
          : { missing: 'unparsed', text }
  // "3 Add 564.84 USDT -- / 3,533.18": figures of other columns stand here too.
  const isMixed = items.some((item) => item.kind === 'word' && /\d/.test(item.text))
  if (halves.length === 2 && !isMixed) return [half(halves[0]), half(halves[1])]
  const isEmpty = halves.length === 0 && items.length > 0 && items.every(saysAdd)
  const missing: Scan = { missing: isEmpty ? 'none' : 'unparsed', text }
  return [missing, missing]
}

/** The link that adds a stop where there is none. */
const saysAdd = ({ text }: Item): boolean => means('add', text)

const partialStopsOf = (items: readonly Item[] | undefined): ScannedRow['partialStops'] => {
  if (items === undefined) return null
  const [count] = items.filter(isNumber)
  if (count !== undefined) {
    return Number.isInteger(count.value) && count.unit === '' && count.value > 0
      ? { count: count.value }
      : null
  }
  return items.length > 0 && items.every((item) => item.kind === 'none' || saysAdd(item))
    ? 'empty'
    : null
}

/** Until 2023, and on cards, one place holds the stops of the position under the partial ones' word. */
const isPairOfStops = (items: readonly Item[]): boolean => {
  const halves = halvesOf(items)
  const prices = halves.filter(isNumber)
  return (
    halves.length === 2 &&
    halves.every((half) => half.kind === 'none' || half.kind === 'hidden' || isNumber(half)) &&
    prices.every(({ signed, unit }) => !signed && unit !== '%' && unit === prices[0]?.unit)
  )
}

/** What a size may be counted in, the likeliest first; a unit that is known leaves one. */
const sizeUnitsOf = (
  unit: string,
  { base, quote, inverse }: { base: string; quote: string; inverse: boolean },
): readonly SizeUnit[] => {
  if (inverse) {
    if (unit === 'USD') return ['usd']
    if (unit === base) return ['coin']
    return unit === '' ? ['contracts', 'coin', 'usd'] : ['contracts']
  }
  if (unit === base) return ['base']
  if (unit === quote || unit === 'BNFCR') return ['quote']
  return unit === '' ? ['base', 'quote'] : []
}

/** Of a size in two lines, the one that is counted rather than valued. */
const sizeOf = (items: readonly Item[] | undefined, base: string): Scan => {
  const numbers = (items ?? []).filter(isNumber).filter((item) => !isPercent(item))
  const counted = numbers.filter(({ unit }) => unit === base || means('contracts', unit))
  const isValued = numbers.every(({ unit }) => unit !== '')
  if (isValued && numbers.length > 1 && counted.length === 1 && counted[0] !== undefined) {
    return counted[0]
  }
  const scan = always(only(items, (item) => !isPercent(item)))
  return 'missing' in scan || scan.value !== 0 ? scan : { missing: 'unparsed', text: scan.text }
}

/** "8,097,164 4", in one text or two: the coin of 4USDT is a number itself. */
const sizeItems = (
  runs: readonly Run[] | undefined,
  base: string,
  style: NumberStyle,
): readonly Item[] | undefined => {
  if (runs === undefined || !/^\d+$/.test(base)) return runs && itemsOf(runs, style)
  const behind = new RegExp(`(?<=\\d) ${base}$`)
  const isCounted = runs.some(({ text }, at) => behind.test(text) || (at > 0 && text === base))
  const bare = runs
    .filter(({ text }, at) => at === 0 || text !== base)
    .map((run) => ({ ...run, text: run.text.replace(behind, '') }))
  return itemsOf(bare, style).map((item) =>
    isCounted && isNumber(item) && item.unit === '' ? { ...item, unit: base } : item,
  )
}

const unitOf = (scan: Scan): string => ('missing' in scan ? '' : scan.unit)

/** "-0.5" is short; a page that prints "+0.5" prints the sign of all. */
const sideBySign = (size: Scan): Side | null =>
  'missing' in size || !size.signed ? null : size.plain.startsWith('-') ? 'short' : 'long'

/** What the texts of a symbol cell say. */
export const symbolOf = oncePerRuns((runs, market: Market) =>
  parseSymbol(
    runs.map(({ text }) => text),
    market === 'coinm',
  ),
)

const modesIn = oncePerRuns((runs, style: NumberStyle) =>
  itemsOf(runs, style).flatMap(({ text }) => marginModeOf(text) ?? []),
)

/** Reads the texts of one row in one number style. `null`: no symbol of this market stands there. */
export const scanRow = (
  { symbol, cells, others }: RowTexts,
  { market, style }: RowContext,
): ScannedRow | null => {
  const info = symbolOf(symbol, market)
  if (info === null) return null
  const items = new Map([...cells].map(([column, runs]) => [column, itemsOf(runs, style)]))
  // An amount in the coin of a linear contract is its size, under whatever word.
  const coin = market === 'usdm' ? (splitPair(info.pair)?.base ?? '') : null
  const isAmount = (item: NumberItem) => !isPercent(item) && (coin === null || item.unit !== coin)
  const margin = always(only(items.get('margin'), isAmount))
  const pnl = always(only(items.get('pnl'), isAmount))
  const printedAsset = unitOf(margin) || unitOf(pnl)
  const split = splitPair(info.pair, printedAsset === '' ? null : printedAsset)
  if (split?.inverse !== (market === 'coinm')) return null
  const { base, quote } = split
  const size = sizeOf(sizeItems(cells.get('size'), base, style), base)
  const partial = items.get('partialStops')
  const whole = items.get('positionStops')
  const isOnePlace = whole === undefined && partial !== undefined && isPairOfStops(partial)
  const [takeProfit, stopLoss] = stopsOf(isOnePlace ? partial : whole)
  const prices = (column: Column) => price(items.get(column), quote)
  const modes = [cells.get('margin') ?? [], ...others].flatMap((runs) => modesIn(runs, style))
  return {
    info,
    contract: contractOf(info.pair, market),
    marginAsset: printedAsset || (market === 'coinm' ? base : quote),
    scans: {
      size,
      entryPrice: always(prices('entryPrice')),
      breakEvenPrice: prices('breakEvenPrice'),
      markPrice: always(prices('markPrice')),
      liquidationPrice: prices('liquidationPrice'),
      marginRatio: only(items.get('marginRatio'), isPercent),
      margin:
        'missing' in margin || margin.value >= 0
          ? margin
          : { missing: 'unparsed', text: margin.text },
      unrealizedPnl: pnl,
      roi: always(roiOf(items.get('roi'), items.get('pnl'))),
      estimatedFunding: only(items.get('funding'), (item) => !isPercent(item)),
      takeProfit,
      stopLoss,
    },
    partialStops: isOnePlace ? null : partialStopsOf(partial),
    side: onlyDistinct([info.side, sideBySign(size)].filter((side) => side !== null)),
    marginMode: onlyDistinct([...modes, ...(info.marginMode === null ? [] : [info.marginMode])]),
    sizeUnits: 'missing' in size ? [] : sizeUnitsOf(size.unit, split),
  }
}

const rangeIn = (scan: Scan) => ('missing' in scan ? null : rangeOf(scan.value, scan.decimals))

/** A size is counted in whole steps, so that what is printed is exact; one at a price is not. */
const sizeRange = (scan: Scan, unit: SizeUnit | undefined): RowFigures['size'] => {
  if ('missing' in scan || unit === undefined) return null
  const value = Math.abs(scan.value)
  const isExact = unit === 'base' || (unit === 'contracts' && Number.isInteger(value))
  const range = isExact ? { low: value, high: value } : rangeOf(value, scan.decimals)
  return { range, unit }
}

/** The figures as intervals, the size counted in `unit`. */
export const figuresOf = (row: ScannedRow, unit: SizeUnit | undefined): RowFigures => {
  const { contract, info, scans } = row
  const { liquidationPrice } = scans
  return {
    contract,
    leverage: info.leverage,
    size: sizeRange(scans.size, unit),
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
