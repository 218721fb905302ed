import { type Contract, Decimal, type MarginMode, type Side } from '@/lib/margin'
import type { NumberField } from './page-reading'

/** The figures of one row before anything is believed. */
export type RawRow = {
  side: Side
  marginMode: MarginMode | 'unknown'
  contract: Contract
  leverage: Decimal | null
  /** The size, where the page prints it in quote: multiplied by a price that is not told. */
  quoteSize: Decimal | null
} & Record<RawFigure, NumberField>

export type RawFigure =
  | 'quantity'
  | 'entryPrice'
  | 'markPrice'
  | 'liquidationPrice'
  | 'marginRatio'
  | 'margin'
  | 'unrealizedPnl'
  | 'roi'
  | 'takeProfit'
  | 'stopLoss'

/**
 * One identity of the exchange's arithmetic, asked of the figures that it ties together. `confirms`:
 * those that could not be much different if it holds. A mere range of plausibility confirms nothing.
 */
export type Verdict = {
  holds: boolean
  ties: readonly RawFigure[]
  confirms: readonly RawFigure[]
}

/**
 * PnL may be counted at the last price (a preference of the user), and a row is updated cell by cell:
 * prices this far apart, as a part of the price, are still one row. Tighter would refuse good rows of
 * a fast market; the identities that do not hang on the mark price have no such room.
 */
export const DRIFT = new Decimal('0.005')

/** No bracket of the exchange asks less, or more, of the notional (tables of 2026-07). */
export const LEAST_RATE = new Decimal('0.0039')
export const GREATEST_RATE = new Decimal('0.55')

/** A unit of the last printed digit: the page rounds some figures and may cut others off. */
export const printedUnit = ({ decimals }: { decimals: number }): Decimal => {
  const unit = units.get(decimals) ?? new Decimal(10).pow(-decimals)
  units.set(decimals, unit)
  return unit
}
const units = new Map<number, Decimal>()

export const figuresOf = <K extends RawFigure>(row: RawRow, ...names: K[]) => {
  const figures: Partial<Record<K, { value: Decimal; decimals: number }>> = {}
  for (const name of names) {
    const field: NumberField = row[name]
    if (!('value' in field)) return null
    figures[name] = field
  }
  return figures as Record<K, { value: Decimal; decimals: number }>
}

export const signed = (side: Side, value: Decimal): Decimal =>
  side === 'long' ? value : value.neg()
