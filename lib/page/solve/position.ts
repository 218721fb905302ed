import { Decimal, type MarginMode, type Side } from '@/lib/margin'
import { interpretRow, type RowFigure, type RowSolution, type SizeUnit } from '@/lib/margin/rows'
import {
  type Column,
  columnOfField,
  type NumberField,
  type PositionReading,
  type QuantityField,
  type StopLossReading,
} from '../reading'
import type { Scan } from './scan-cell'
import { fieldOf, figuresOf, type ScannedRow } from './scan-row'

/** What the rest of the table and of the page says of a row. */
export type Hints = {
  /** Short sizes carry a minus here: one without is long. */
  signed: boolean
  /** Multi-assets mode knows no isolated margin. */
  marginModes: readonly MarginMode[]
  /** Columns whose place is not beyond doubt: shown only where an identity ties them. */
  unsure: ReadonlySet<Column>
}

export type Solved = { row: ScannedRow; unit: SizeUnit | null; solution: RowSolution }

const sidesOf = ({ side, scans: { size } }: ScannedRow, { signed }: Hints): readonly Side[] => {
  if (side !== null) return [side]
  const isPositive = !('missing' in size) && !size.plain.startsWith('-')
  return signed && isPositive ? ['long'] : ['long', 'short']
}

/** Tries every unit that the size may be counted in; what add up differently are two things. */
export const solveRow = (row: ScannedRow, hints: Hints): Solved => {
  const open = {
    sides: sidesOf(row, hints),
    marginModes: row.marginMode === null ? hints.marginModes : [row.marginMode],
  }
  const units: readonly (SizeUnit | undefined)[] =
    row.sizeUnits.length > 0 ? row.sizeUnits : [undefined]
  const tries = units.map((unit) => ({ unit, solution: interpretRow(figuresOf(row, unit), open) }))
  const fewest = Math.min(...tries.map(({ solution }) => solution.broken))
  const [best, ...others] = tries.filter(({ solution }) => solution.broken === fewest)
  if (best === undefined) throw new Error('a row is tried in one unit at least')
  if (others.length === 0) return { row, unit: best.unit ?? null, solution: best.solution }
  const agree = <T>(of: (solution: RowSolution) => T): T | null =>
    others.every(({ solution }) => of(solution) === of(best.solution)) ? of(best.solution) : null
  return {
    row,
    unit: null,
    solution: {
      ...best.solution,
      side: agree(({ side }) => side),
      marginMode: agree(({ marginMode }) => marginMode),
      marginHolds: agree(({ marginHolds }) => marginHolds),
      quantity: null,
    },
  }
}

/** A figure that is known to lie between two numbers, with as many digits as they agree on. */
const quantityWithin = (low: number, high: number, text: string): QuantityField => {
  const middle = (low + high) / 2
  const decimals = Math.min(8, Math.max(0, Math.ceil(-Math.log10((high - low) / 2 || 1e-9))))
  return {
    value: new Decimal(middle.toFixed(decimals)),
    decimals,
    text,
    range: { low: new Decimal(low), high: new Decimal(high) },
  }
}

/** At most two: one is the number, two are none. */
const integersIn = (low: number, high: number): number[] => {
  const first = Math.ceil(low)
  return first > high ? [] : first + 1 > high ? [first] : [first, first + 1]
}

const quantityOf = ({ row, unit, solution }: Solved): QuantityField => {
  const { size } = row.scans
  if ('missing' in size) return size
  if (solution.contradicted.has('size')) return { missing: 'contradicted', text: size.text }
  if (unit === 'base' || unit === 'contracts') {
    const field = fieldOf(size)
    return 'value' in field ? { ...field, value: field.value.abs() } : field
  }
  const { quantity } = solution
  if (quantity === null || quantity.low <= 0) return { missing: 'unknown', text: size.text }
  if (row.contract.kind === 'inverse') {
    // Contracts are whole: 0.0116 BTC at 60,000 are 6.94 to 7.02 of 100 USD, and so 7.
    const [whole, ...others] = integersIn(quantity.low, quantity.high)
    if (whole === undefined) return { missing: 'contradicted', text: size.text }
    if (others.length === 0) return { value: new Decimal(whole), decimals: 0, text: size.text }
  }
  return quantityWithin(quantity.low, quantity.high, size.text)
}

const stopLossOf = ({ scans: { stopLoss }, partialStops }: ScannedRow): StopLossReading => {
  if (!('missing' in stopLoss)) return { state: 'present', price: fieldOf(stopLoss) }
  if (partialStops !== null && partialStops !== 'empty') {
    return { state: 'partial', count: partialStops.count }
  }
  // The stops of parts stand in a column of their own: without it they may be there.
  const isEmpty = stopLoss.missing === 'none' && partialStops === 'empty'
  return isEmpty ? { state: 'absent' } : { state: 'unknown' }
}

/** The isolated wallet: what the Margin column holds, or what is left of it without the PnL. */
export const walletOf = (
  { marginMode, marginHolds }: Pick<PositionReading, 'marginMode' | 'marginHolds'>,
  margin: NumberField,
  pnl: NumberField,
): NumberField => {
  if (!('value' in margin)) return margin
  if (marginMode !== 'isolated' || marginHolds === null) return { missing: 'unknown' }
  if (marginHolds === 'wallet') return margin
  if (!('value' in pnl)) return { missing: 'unknown' }
  return {
    value: margin.value.minus(pnl.value),
    decimals: Math.max(margin.decimals, pnl.decimals),
    text: margin.text,
  }
}

/** A solved row as the rest of the product knows it: what the others contradict is not shown. */
export const positionOf = (solved: Solved, hints: Hints, now: number): PositionReading => {
  const { row, solution } = solved
  const { info, scans } = row
  const { contradicted, tied } = solution
  const shown = (figure: RowFigure, scan: Scan): NumberField => {
    const isSaid = !('missing' in scan) || scan.missing === 'none'
    if (contradicted.has(figure) && isSaid) return { missing: 'contradicted', text: scan.text }
    if (hints.unsure.has(columnOfField[figure]) && !tied.has(figure) && !('missing' in scan)) {
      return { missing: 'unknown', text: scan.text }
    }
    return fieldOf(scan)
  }
  const margin = shown('margin', scans.margin)
  const unrealizedPnl = shown('unrealizedPnl', scans.unrealizedPnl)
  const side = solution.side ?? info.initial ?? 'unknown'
  const marginMode = solution.marginMode ?? 'unknown'
  const marginHolds = marginMode === 'isolated' ? solution.marginHolds : null
  return {
    key: `${info.symbol}:${side}:${marginMode}`,
    symbol: info.symbol,
    contractType: info.contractType,
    contract: { value: row.contract, text: '' },
    side,
    marginMode,
    marginAsset: row.marginAsset,
    leverage:
      info.leverage === null
        ? { missing: 'column-hidden' }
        : { value: new Decimal(info.leverage), decimals: 0, text: `${String(info.leverage)}x` },
    quantity: quantityOf(solved),
    entryPrice: shown('entryPrice', scans.entryPrice),
    breakEvenPrice: fieldOf(scans.breakEvenPrice),
    markPrice: shown('markPrice', scans.markPrice),
    liquidationPrice: shown('liquidationPrice', scans.liquidationPrice),
    marginRatio: shown('marginRatio', scans.marginRatio),
    margin,
    wallet: walletOf({ marginMode, marginHolds }, margin, unrealizedPnl),
    marginHolds,
    unrealizedPnl,
    roi: shown('roi', scans.roi),
    estimatedFunding: fieldOf(scans.estimatedFunding),
    takeProfit: fieldOf(scans.takeProfit),
    stopLoss: stopLossOf(row),
    readAt: now,
  }
}
