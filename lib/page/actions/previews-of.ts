import type { OrderPreview } from '../action-reading'
import type { Figure, Figures } from '../locate/figures'
import type { NumberField } from '../page-reading'

const unknown: OrderPreview = {
  liquidationPrice: { missing: 'unknown' },
  cost: { missing: 'unknown' },
}

/** A price foretold "--" is none that the form knows, not "none". */
const foretold = ({ field }: Figure): NumberField =>
  'missing' in field && field.missing === 'none' ? { missing: 'unknown' } : field

/**
 * Two prices and two costs, whichever stands first: a long is liquidated below its price, a short above
 * it, so that the lower price is the long's, and the cost in its place.
 */
export const previewsOf = ({ all }: Figures): { long: OrderPreview; short: OrderPreview } => {
  const prices = all('liquidationPrice').map(foretold)
  const costs = all('cost').map(foretold)
  const [first, second] = prices
  const nothing = { long: unknown, short: unknown }
  if (prices.length !== 2 || first === undefined || second === undefined) return nothing
  if (!('value' in first) || !('value' in second) || first.value.eq(second.value)) return nothing
  const cost = (place: 0 | 1): NumberField =>
    costs.length === 2 ? (costs[place] ?? { missing: 'unknown' }) : { missing: 'unknown' }
  const previews = [
    { liquidationPrice: first, cost: cost(0) },
    { liquidationPrice: second, cost: cost(1) },
  ] as const
  const [low, high] = first.value.lt(second.value) ? previews : [previews[1], previews[0]]
  return { long: low, short: high }
}
