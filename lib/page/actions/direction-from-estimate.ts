import { powerOfTen, type PrintedFigure } from '@/lib/margin'
import type { NumberField, PositionReading } from '../reading'

/** One over 1 ∓ the maintenance rate: what a price moves by, in amounts per coin. */
const SLOPE = { least: '0.95', most: '1.07' }
/** Nearer than this many last digits, nothing tells a moved price from any other. */
const TELLING_DIGITS = 20

/**
 * Whether the typed amount, added to this position or removed from it, moves its liquidation price to
 * this one; `null`: neither does, or nothing tells. 10 USDT more on 0.020 BTC: 57,276.3 → 56,774.3.
 */
export const directionFromEstimate = (
  { contract, liquidationPrice: before, quantity, side }: PositionReading,
  { amount, price }: { amount: NumberField; price: PrintedFigure },
): 'add' | 'remove' | null => {
  if (!('value' in contract) || contract.value.kind !== 'linear' || side === 'unknown') return null
  if (!('value' in before) || !('value' in quantity) || !('value' in amount)) return null
  if (price.decimals !== before.decimals || amount.value.isZero()) return null
  const unit = powerOfTen(-before.decimals)
  const moved = price.value.minus(before.value)
  if (moved.abs().lt(unit.times(TELLING_DIGITS))) return null
  const { low, high } = quantity.range ?? { low: quantity.value, high: quantity.value }
  const least = moved.abs().minus(unit).times(low).div(amount.value)
  const most = moved.abs().plus(unit).times(high).div(amount.value)
  if (least.gt(SLOPE.most) || most.lt(SLOPE.least)) return null
  return moved.isNeg() === (side === 'long') ? 'add' : 'remove'
}
