import { Decimal } from '@/lib/margin'
import type { Figures } from './ledger'
import { intersection, type Range } from './range'

/** A quantity, and the ends of what it may be where Size is printed in another unit. */
export type Quantity = Pick<Figures, 'quantity' | 'quantityRange'>

const rangeOf = ({ quantity, quantityRange }: Quantity): Range => ({
  low: new Decimal(quantityRange?.low ?? quantity),
  high: new Decimal(quantityRange?.high ?? quantity),
})

/** Half of what a quantity may vary by; 0 for one that is printed. */
export const quantitySlack = ({ quantityRange }: Quantity): Decimal =>
  quantityRange === null
    ? new Decimal(0)
    : new Decimal(quantityRange.high).minus(quantityRange.low).div(2)

/** > 0: the second is certainly larger; 0: the size stands, as far as the page tells. */
export const compareQuantity = (before: Quantity, after: Quantity): -1 | 0 | 1 => {
  const [from, to] = [rangeOf(before), rangeOf(after)]
  if (intersection(from, to) !== null) return 0
  return new Decimal(after.quantity).gt(before.quantity) ? 1 : -1
}

export const sameQuantity = (a: Quantity, b: Quantity): boolean =>
  (a.quantityRange === null && b.quantityRange === null && a.quantity === b.quantity) ||
  compareQuantity(a, b) === 0

/** Digits beyond the coarser end are those of the division that made it. */
const FINEST = 12

const plain = (value: Decimal): string => value.toDecimalPlaces(FINEST).toFixed()

/** What two looks at one size leave of it: an exact figure, or what both ranges share. */
export const commonQuantity = (known: Quantity, seen: Quantity): Quantity => {
  const pick = ({ quantity, quantityRange }: Quantity): Quantity => ({ quantity, quantityRange })
  if (seen.quantityRange === null) return pick(seen)
  if (compareQuantity(known, seen) !== 0) return pick(seen)
  if (known.quantityRange === null) return pick(known)
  const { low, high } = intersection(rangeOf(known), rangeOf(seen)) ?? rangeOf(seen)
  const isInside = low.lte(seen.quantity) && high.gte(seen.quantity)
  return {
    quantity: isInside ? seen.quantity : plain(low.plus(high).div(2)),
    quantityRange: { low: plain(low), high: plain(high) },
  }
}

/** What the second has more than the first, and by how much that may be off. */
export const quantityRise = (
  before: Quantity,
  after: Quantity,
): { amount: Decimal; slack: Decimal } => ({
  amount: new Decimal(after.quantity).minus(before.quantity),
  slack: quantitySlack(before).plus(quantitySlack(after)),
})
