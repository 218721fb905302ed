import {
  exactly,
  inverseOf,
  minus,
  type NumberRange,
  overlap,
  plus,
  rangeOf,
  scaled,
  times,
} from './number-range'
import type { Contract, Side } from './position'

/** What the figures of one row may stand for, as intervals: quantity, notional, PnL. */

/**
 * PnL may be counted at the last price (a setting of the trader's), and the cells of a row are up to
 * three ticks apart (BICOUSDT 2025: Size at 0.1261, PnL at 0.1258, mark 0.1256925: 0.3 %). Chosen; the
 * zoo varies it.
 */
export const PRICE_DRIFT = 0.005

/** The same between Size (last price) and PnL (mark, ticks later) of a quote-sized row. */
const QUOTE_DRIFT = 0.005

/** A price that is printed, and what it may have moved by until the other cells were printed. */
export const drifting = (price: NumberRange, part: number = PRICE_DRIFT): NumberRange => ({
  low: price.low * (1 - part),
  high: price.high * (1 + part),
})

/** Exposure times price, or its inverse: what the notional is a multiple of. */
const weightOf = (contract: Contract, quantity: NumberRange): NumberRange =>
  contract.kind === 'linear' ? quantity : scaled(quantity, contract.contractSize.toNumber())

const coordinateOf = (contract: Contract, price: NumberRange): NumberRange =>
  contract.kind === 'linear' ? price : inverseOf(price)

const sense = (contract: Contract, side: Side): 1 | -1 =>
  (side === 'long') === (contract.kind === 'linear') ? 1 : -1

/** Margin asset. */
export const notionalRange = (
  contract: Contract,
  quantity: NumberRange,
  price: NumberRange,
): NumberRange => times(weightOf(contract, quantity), coordinateOf(contract, price))

export type Held = { side: Side; quantity: NumberRange; entryPrice: NumberRange }

/** PnL = side · q · (price − entry); inverse: side · Q · (1 ÷ entry − 1 ÷ price). */
export const pnlRange = (
  contract: Contract,
  { side, quantity, entryPrice }: Held,
  price: NumberRange,
): NumberRange =>
  scaled(
    times(
      weightOf(contract, quantity),
      minus(coordinateOf(contract, price), coordinateOf(contract, entryPrice)),
    ),
    sense(contract, side),
  )

/** The unit that a size is printed in. `quote`: at the last price; `coin`: that of an inverse contract. */
export type SizeUnit = 'base' | 'quote' | 'contracts' | 'usd' | 'coin'

/** The figures of one row as they are printed, each as what it may stand for. `null`: not in sight. */
export type RowFigures = {
  contract: Contract
  leverage: number | null
  /** Without its sign. `isAssumed`: the page does not print the unit, and this is one of those that it may be. */
  size: { range: NumberRange; unit: SizeUnit; isAssumed?: boolean } | null
  entryPrice: NumberRange | null
  markPrice: NumberRange | null
  /** `none`: the page prints "--". */
  liquidationPrice: NumberRange | 'none' | null
  /** A fraction. */
  marginRatio: NumberRange | null
  margin: NumberRange | null
  unrealizedPnl: NumberRange | null
  /** A fraction. */
  roi: NumberRange | null
}

/** A size is counted in whole steps, so that what is printed is exact; half a contract, or a size at a price, is not. */
export const sizeIn = (
  unit: SizeUnit,
  { value, decimals }: { value: number; decimals: number },
): NonNullable<RowFigures['size']> => {
  const size = Math.abs(value)
  const isExact = unit === 'base' || (unit === 'contracts' && Number.isInteger(size))
  return { unit, range: isExact ? exactly(size) : rangeOf(size, decimals) }
}

export type RowFigure = Exclude<keyof RowFigures, 'contract' | 'leverage'>

/**
 * Base coin (linear) or contracts (inverse). A size in base coin or contracts is counted in whole
 * steps: what is printed is exact. One at a price follows from Size, PnL and entry, of which the first two
 * are printed at nearly the same price: q = (Size − side · PnL) ÷ entry. `null`: the figures in sight do not tell it.
 */
export const quantityRange = (row: RowFigures, side: Side): NumberRange | null => {
  const { contract, size, entryPrice, markPrice, unrealizedPnl } = row
  if (size === null) return null
  const isInverse = contract.kind === 'inverse'
  const contractSize = isInverse ? contract.contractSize.toNumber() : 1
  if (size.unit === (isInverse ? 'contracts' : 'base')) return size.range
  if (isInverse && size.unit === 'usd') return scaled(size.range, 1 / contractSize)
  if (size.unit !== (isInverse ? 'coin' : 'quote')) return null
  // Coins at a price are dollars, and dollars at a price are coins.
  const quantityAt = (value: NumberRange, price: NumberRange): NumberRange =>
    times(value, isInverse ? scaled(price, 1 / contractSize) : inverseOf(price))
  const worth = drifting(size.range, QUOTE_DRIFT)
  const byMark = markPrice === null ? null : quantityAt(worth, markPrice)
  if (entryPrice === null || unrealizedPnl === null || entryPrice.low <= 0) return byMark
  const gain = scaled(unrealizedPnl, (side === 'long') === isInverse ? 1 : -1)
  const byEntry = quantityAt(plus(worth, gain), entryPrice)
  // What size and mark tell, and what size, PnL and entry do: it lies within both.
  return (byMark && overlap(byEntry, byMark)) ?? byEntry
}

export const isAtAPrice = ({ unit }: NonNullable<RowFigures['size']>): boolean =>
  unit === 'quote' || unit === 'coin'

/**
 * In the margin asset, now. A size at a price is the notional itself, ticks before or after. To tell whether an assumed
 * unit is meant, it is what it was at entry, and what has been won or lost since, where no price of now is in sight.
 */
export const notionalNow = (
  { contract, size, entryPrice, unrealizedPnl }: RowFigures,
  { side, quantity, near }: { side: Side; quantity: NumberRange | null; near: NumberRange | null },
): NumberRange | null => {
  if (size !== null && isAtAPrice(size)) return drifting(size.range, QUOTE_DRIFT)
  if (quantity === null || quantity.high <= 0) return null
  if (near !== null) return notionalRange(contract, quantity, near)
  if (size?.isAssumed !== true || entryPrice === null || unrealizedPnl === null) return null
  const atEntry = notionalRange(contract, quantity, entryPrice)
  return drifting(plus(atEntry, scaled(unrealizedPnl, sense(contract, side))))
}

/** Half a percent of the figure, on top of its own digits: it was printed ticks before or after. */
export const loosely = ({ low, high }: NumberRange): NumberRange => {
  const room = Math.max(Math.abs(low), Math.abs(high)) * PRICE_DRIFT
  return { low: low - room, high: high + room }
}
