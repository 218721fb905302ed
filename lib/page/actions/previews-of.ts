import type { Decimal, Side } from '@/lib/margin'
import type { OrderPreview } from '../action-reading'
import type { Figure, Figures } from '../locate/figures'
import type { NumberField } from '../reading'

const unknown: OrderPreview = {
  liquidationPrice: { missing: 'unknown' },
  cost: { missing: 'unknown' },
}

/** A preview that prints "--" is not known to the form, and not "none". */
const previewed = (
  { field }: Figure | undefined = { field: { missing: 'unknown' }, unit: '', signed: false },
): NumberField => ('value' in field ? field : { missing: 'unknown' })

/** A long is liquidated below its price, a short above it. */
const sideOf = (
  price: NumberField,
  other: NumberField,
  order: () => Decimal | null,
): Side | null => {
  if (!('value' in price)) return null
  const border = 'value' in other ? other.value : order()
  if (border === null || price.value.eq(border)) return null
  return price.value.lt(border) ? 'long' : 'short'
}

/**
 * Two prices and two costs, whichever stands first: the lower price is the long's, or where only one is
 * printed, the one below the price of the order. Two equal costs are each of both. A form with a button
 * for one side prints one of each (`only`).
 */
export const previewsOf = (
  { all }: Figures,
  only: Side | null,
  priceOfOrder: () => Decimal | null,
): { long: OrderPreview; short: OrderPreview } => {
  const prices = all('liquidationPrice')
  const costs = all('cost')
  if (only !== null && prices.length < 2 && costs.length < 2) {
    const own = { liquidationPrice: previewed(prices[0]), cost: previewed(costs[0]) }
    return only === 'long' ? { long: own, short: unknown } : { long: unknown, short: own }
  }
  if (prices.length !== 2 && costs.length !== 2) return { long: unknown, short: unknown }
  const pair = (figures: readonly Figure[]): [NumberField, NumberField] =>
    figures.length === 2
      ? [previewed(figures[0]), previewed(figures[1])]
      : [previewed(), previewed()]
  const [[first, second], [cost, otherCost]] = [pair(prices), pair(costs)]
  const side = sideOf(first, second, priceOfOrder)
  const otherSide = sideOf(second, first, priceOfOrder)
  const isSwapped = side === 'short' || otherSide === 'long'
  const isKnown = side !== null || otherSide !== null
  const isSame = 'value' in cost && 'value' in otherCost && cost.value.eq(otherCost.value)
  const preview = (liquidationPrice: NumberField, own: NumberField): OrderPreview => ({
    liquidationPrice: isKnown ? liquidationPrice : { missing: 'unknown' },
    cost: isKnown || isSame ? own : { missing: 'unknown' },
  })
  const previews = [preview(first, cost), preview(second, otherCost)] as const
  return isSwapped
    ? { long: previews[1], short: previews[0] }
    : { long: previews[0], short: previews[1] }
}
