import type { PrintedPrice } from '@/lib/rules/facts'

/** As many as the page prints; two of a price that is not in sight. */
export const decimalsOf = (price: PrintedPrice): number =>
  'value' in price ? (price.decimals ?? 2) : 2
