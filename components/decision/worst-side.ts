import type { OrderSide } from '@/lib/rules/order'

/** Both sides are one line where they are the same. */
export const worstSide = (sides: readonly OrderSide[]): OrderSide | undefined =>
  sides.toSorted((a, b) => (b.margin ?? b.cost)?.cmp(a.margin ?? a.cost ?? 0) ?? 0)[0]
