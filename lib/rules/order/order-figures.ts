import { Decimal, isSameContract, type Side, splitPair } from '@/lib/margin'
import type { OrderFacts, PositionFacts } from '../facts/facts'
import { known, knownPositive } from '../facts/figure'

/** Where the order would fill: its own price, or the mark for a market order. `null`: not known. */
export const orderPrice = (order: OrderFacts, mark: Decimal | null): Decimal | null => {
  if (order.type === 'limit') return knownPositive(order.price)
  return order.type === 'market' ? mark : null
}

/** Costs are printed rounded, and may hold a fee reserve. */
const NEAR = '0.02'

const isAbout = (a: Decimal, b: Decimal): boolean => a.minus(b).abs().lte(b.times(NEAR))

/**
 * Base coin of a linear order. A size in the quote asset may be the position's worth or its margin, by
 * a setting that the form does not show: the printed cost decides. `null`: not known.
 */
export const orderQuantity = (order: OrderFacts, price: Decimal | null): Decimal | null => {
  const { symbol, sizeUnit } = order
  const size = known(order.size)
  const pair = symbol === null ? null : splitPair(symbol, order.asset)
  if (pair === null || size === null || pair.inverse) return null
  if (sizeUnit === pair.base) return size
  if (sizeUnit !== pair.quote || !price?.gt(0)) return null
  const leverage = knownPositive(order.leverage)
  const cost = known(order.long.cost) ?? known(order.short.cost)
  if (leverage === null || cost === null) return null
  const isWorth = isAbout(cost, size.div(leverage))
  const isMargin = isAbout(cost, size)
  if (isWorth === isMargin) return null
  return (isWorth ? size : size.times(leverage)).div(price)
}

/** Margin that the order would take on a side: the page's own cost, else worth ÷ leverage. */
export const orderCost = (
  order: OrderFacts,
  side: Side,
  { price, quantity }: { price: Decimal | null; quantity: Decimal | null },
): Decimal | null => {
  const printed = known(order[side].cost)
  if (printed?.gt(0)) return printed
  const leverage = known(order.leverage)
  if (price === null || quantity === null || !leverage?.gt(0)) return null
  return quantity.times(price).div(leverage)
}

/**
 * Margin that already stands behind the contract on a side. `null`: there is some that cannot be read, or
 * we do not know whether a row is of this contract: the address says "btcusdt", or the day of delivery
 * in another way.
 */
export const openMargin = (
  positions: readonly PositionFacts[],
  symbol: string,
  side: Side,
): Decimal | null => {
  let sum = new Decimal(0)
  for (const position of positions) {
    const isOfContract = isSameContract(position.symbol, symbol)
    if (isOfContract === false || (position.side !== side && position.side !== 'unknown')) continue
    const margin = known(position.marginMode === 'cross' ? position.margin : position.wallet)
    if (isOfContract === null || position.side === 'unknown' || margin === null) return null
    sum = sum.plus(margin)
  }
  return sum
}

/** Certainly nothing is open in the contract yet. */
export const isNewPosition = (positions: readonly PositionFacts[], symbol: string): boolean =>
  positions.every((position) => isSameContract(position.symbol, symbol) === false)

/**
 * Where a new isolated position would be liquidated at the nearest and the farthest: a maintenance rate
 * is at least nothing, and below the first margin's. Only where nothing is open in the symbol yet.
 */
export const liquidationRange = (
  side: Side,
  price: Decimal,
  leverage: Decimal,
): { low: Decimal; high: Decimal } => {
  const part = new Decimal(1).div(leverage)
  const farthest = price.times(side === 'long' ? new Decimal(1).minus(part) : part.plus(1))
  return side === 'long' ? { low: farthest, high: price } : { low: price, high: farthest }
}
