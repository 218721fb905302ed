import { Decimal, type PrintedFigure } from '@/lib/margin'
import type { NumberField, PositionReading } from './page-reading'

/** One over 1 ∓ the maintenance rate: what a price moves by, in amounts per coin. */
const SLOPE = { least: '0.95', most: '1.07' }
/** Nearer than so many last digits, nothing tells a moved price from any other. */
const TELLING = 20

/** The price after adding or removing the typed amount, as arithmetic knows it: how it went, or null. */
export const movedTo = (
  { contract, liquidationPrice: before, quantity, side }: PositionReading,
  { amount, price }: { amount: NumberField; price: PrintedFigure },
): 'add' | 'remove' | null => {
  if (!('value' in contract) || contract.value.kind !== 'linear') return null
  if (!('value' in before) || !('value' in quantity) || !('value' in amount)) return null
  if (price.decimals !== before.decimals || amount.value.isZero()) return null
  const unit = new Decimal(10).pow(-before.decimals)
  const moved = price.value.minus(before.value)
  if (moved.abs().lt(unit.times(TELLING))) return null
  const least = moved.abs().minus(unit).times(quantity.value).div(amount.value)
  const most = moved.abs().plus(unit).times(quantity.value).div(amount.value)
  if (least.gt(SLOPE.most) || most.lt(SLOPE.least)) return null
  return moved.isNeg() === (side === 'long') ? 'add' : 'remove'
}
