import { inverseOf, minus, type NumberRange, overlap, plus, scaled, times } from './number-range'
import type { Contract, MarginMode, Side } from './position'
import { GREATEST_RATE, LEAST_RATE } from './rate-ladder'
import type { CurvePoint, MarginMeaning } from './row-evidence'

/**
 * The arithmetic of the exchange that ties the figures of one row together, asked in intervals. Every
 * reader of a row asks these, and no other place knows a bound of them: which unlabelled number is
 * which, the side, the margin mode, what the Margin column holds, what stands and what does not.
 */

/** Rates may differ by this part through the rounding of what they come from. */
const RATE_ROOM = 1.02

/**
 * PnL may be counted at the last price (a setting of the trader's), and the cells of a row are up to
 * three ticks apart (BICOUSDT 2025: Size at 0.1261, PnL at 0.1258, mark 0.1256925: 0.3 %). Chosen; the
 * zoo varies it.
 */
export const PRICE_DRIFT = 0.005

/** The same between Size (last price) and PnL (mark, ticks later) of a quote-sized row. */
const QUOTE_DRIFT = 0.005

/** A position whose liquidation has begun stands in its row for some seconds. Chosen. */
const CROSSED_BY = 0.002

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

type Held = { side: Side; quantity: NumberRange; entryPrice: NumberRange }

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

/**
 * Maintenance margin is less than the initial margin at any leverage that a bracket allows: rate times
 * leverage was 0.9 at most, and 0.985 at one and a half times the bracket's end (818 symbols, July 2026).
 */
const greatestRate = (leverage: number | null): number =>
  leverage === null ? GREATEST_RATE : Math.min(GREATEST_RATE, 1 / leverage)

/** A point of the maintenance margin curve that some bracket could ask for; else `null`. */
const pointAt = (
  margin: NumberRange,
  notional: NumberRange,
  greatest: number = GREATEST_RATE,
): CurvePoint | null => {
  const asked = overlap(margin, {
    low: (notional.low * LEAST_RATE) / RATE_ROOM,
    high: notional.high * greatest * RATE_ROOM,
  })
  return asked === null || notional.low <= 0 ? null : { notional, margin: asked }
}

/**
 * The steepest slope seen beyond a notional, in its effective rate, was 12 times up to one and a half
 * of it, and 17 times up to three (brackets of 818 symbols, July 2026).
 */
const STEEPEST = 16

/** The rate never falls as the notional grows, and no bracket is steeper than the steepest. */
const areOnOneCurve = (one: CurvePoint, other: CurvePoint): boolean => {
  const [lower, higher] = one.notional.low <= other.notional.low ? [one, other] : [other, one]
  const rate = lower.margin.high / lower.notional.low
  const growth = Math.max(1, higher.notional.high / lower.notional.low)
  const slope = Math.min(GREATEST_RATE, rate * STEEPEST * growth)
  const room = Math.max(0, higher.notional.high - lower.notional.low)
  return (
    lower.margin.low / lower.notional.high <=
      (higher.margin.high / higher.notional.low) * RATE_ROOM &&
    higher.margin.low - lower.margin.high <= room * slope
  )
}

/** The unit that a size is printed in. `quote`: at the last price; `coin`: that of an inverse contract. */
export type SizeUnit = 'base' | 'quote' | 'contracts' | 'usd' | 'coin'

/** The figures of one row as they are printed, each as what it may stand for. `null`: not in sight. */
export type RowFigures = {
  contract: Contract
  leverage: number | null
  /** Without its sign. */
  size: { range: NumberRange; unit: SizeUnit } | null
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

export type RowFigure = Exclude<keyof RowFigures, 'contract' | 'leverage'>

/** One way in which a row may be meant. */
export type Interpretation = { side: Side; marginMode: MarginMode; marginHolds: MarginMeaning }

export type IdentityName =
  | 'pnl'
  | 'pnl-sign'
  | 'roi'
  | 'roi-sign'
  | 'cross-margin'
  | 'liquidation'
  | 'liquidation-side'
  | 'can-be-none'
  | 'no-liquidation'
  | 'wallet-not-negative'
  | 'ratio'
  | 'one-curve'

export type IdentityCheck = {
  identity: IdentityName
  holds: boolean
  /** How often it holds for figures that do not mean this. */
  chance: number
  /** The figures that it ties together. */
  figures: readonly RowFigure[]
}

/** A wallet with a stop in place of the liquidation price, or with another percentage, makes a possible rate this often, … */
const CHANCE_OF_RATE = 0.5
/** … and with both a curve. Chosen. */
const CHANCE_OF_CURVE = 0.1

const meets = (a: NumberRange, b: NumberRange): boolean => overlap(a, b) !== null

/** How many of all numbers as large as these would meet as well. */
const chanceOf = (a: NumberRange, b: NumberRange): number => {
  const largest = Math.max(-a.low, a.high, -b.low, b.high)
  return Math.min(1, (a.high - a.low + b.high - b.low) / (2 * largest))
}

const rateAt = ({ margin, notional }: CurvePoint): NumberRange => times(margin, inverseOf(notional))

/** Mark and liquidation price mostly lie in one bracket: then both rates are the same, to the printed digit. */
const chanceOfCurve = (one: CurvePoint, other: CurvePoint): number => {
  const [a, b] = [rateAt(one), rateAt(other)]
  return meets(a, b) ? Math.min(CHANCE_OF_CURVE, chanceOf(a, b)) : CHANCE_OF_CURVE
}

/**
 * Base coin (linear) or contracts (inverse). A size in base coin or contracts is counted in whole
 * steps: what is printed is exact. One in quote follows from Size, PnL and entry, which are printed at
 * the same price: q = (Size − side · PnL) ÷ entry. `null`: the figures in sight do not tell it.
 */
export const quantityRange = (row: RowFigures, side: Side): NumberRange | null => {
  const { contract, size, entryPrice, markPrice, unrealizedPnl } = row
  if (size === null) return null
  if (contract.kind === 'inverse') {
    const contractSize = contract.contractSize.toNumber()
    if (size.unit === 'contracts') return size.range
    if (size.unit === 'usd') return scaled(size.range, 1 / contractSize)
    if (size.unit !== 'coin') return null
    if (entryPrice !== null && unrealizedPnl !== null) {
      const coins = plus(size.range, scaled(unrealizedPnl, side === 'long' ? 1 : -1))
      return drifting(scaled(times(coins, entryPrice), 1 / contractSize), QUOTE_DRIFT)
    }
    return markPrice === null
      ? null
      : scaled(times(size.range, drifting(markPrice)), 1 / contractSize)
  }
  if (size.unit === 'base') return size.range
  if (size.unit !== 'quote') return null
  const byMark = markPrice === null ? null : times(size.range, inverseOf(drifting(markPrice)))
  if (entryPrice === null || unrealizedPnl === null || entryPrice.low <= 0) return byMark
  const coins = minus(size.range, scaled(unrealizedPnl, side === 'long' ? 1 : -1))
  return drifting(times(coins, inverseOf(entryPrice)), QUOTE_DRIFT)
}

const isAtAPrice = ({ unit }: NonNullable<RowFigures['size']>): boolean =>
  unit === 'quote' || unit === 'coin'

/** Half a percent of the figure, on top of its own digits: it was printed ticks before or after. */
const loosely = ({ low, high }: NumberRange): NumberRange => {
  const room = Math.max(Math.abs(low), Math.abs(high)) * PRICE_DRIFT
  return { low: low - room, high: high + room }
}

/** In the margin asset, now. A size at a price is the notional itself, ticks before or after. */
const notionalNow = (
  { contract, size }: RowFigures,
  quantity: NumberRange | null,
  near: NumberRange | null,
): NumberRange | null => {
  if (size !== null && isAtAPrice(size)) return drifting(size.range, QUOTE_DRIFT)
  if (quantity === null || near === null || quantity.high <= 0) return null
  return notionalRange(contract, quantity, near)
}

/** No wallet is worth asking for that is larger than the position this many times over: see `none`. */
const NEARLY_ALL = 0.98

/** Every identity that the figures in sight allow to be asked, under one interpretation. */
export const checkIdentities = (
  row: RowFigures,
  { side, marginMode, marginHolds }: Interpretation,
  drift: number = PRICE_DRIFT,
  /** Of the price behind margin and ROI: they are counted at the mark, whatever the PnL is counted at. */
  valueDrift: number = drift,
): IdentityCheck[] => {
  const { contract, leverage, entryPrice, markPrice, liquidationPrice } = row
  const { marginRatio, margin, unrealizedPnl, roi } = row
  const checks: IdentityCheck[] = []
  const ask = (
    identity: IdentityName,
    holds: boolean,
    figures: readonly RowFigure[],
    chance = 1,
  ): void => {
    checks.push({ identity, holds, figures, chance })
  }
  const askEqual = (
    identity: IdentityName,
    [a, b]: readonly [NumberRange, NumberRange],
    figures: readonly RowFigure[],
  ): void => {
    ask(identity, meets(a, b), figures, chanceOf(a, b))
  }
  const quantity = quantityRange(row, side)
  const near = markPrice === null ? null : drifting(markPrice, drift)
  const towardsProfit = side === 'long' ? 1 : -1
  const isPriced = row.size !== null && isAtAPrice(row.size)
  const sizedBy: readonly RowFigure[] = isPriced
    ? ['size', 'entryPrice', 'unrealizedPnl']
    : ['size']
  const valuedBy: readonly RowFigure[] = isPriced ? ['size'] : ['size', 'markPrice']
  const valued = markPrice === null ? null : drifting(markPrice, valueDrift)
  const value = notionalNow(row, quantity, valued)

  if (quantity !== null && entryPrice !== null && near !== null && unrealizedPnl !== null) {
    const held = { side, quantity, entryPrice }
    const figures = ['size', 'entryPrice', 'markPrice', 'unrealizedPnl'] as const
    if (quantity.high > 0) askEqual('pnl', [unrealizedPnl, pnlRange(contract, held, near)], figures)
    else ask('pnl', false, figures)
  } else if (entryPrice !== null && near !== null && unrealizedPnl !== null) {
    const gain = scaled(minus(near, entryPrice), towardsProfit)
    const disagrees =
      (gain.low > 0 && unrealizedPnl.high < 0) || (gain.high < 0 && unrealizedPnl.low > 0)
    ask('pnl-sign', !disagrees, ['entryPrice', 'markPrice', 'unrealizedPnl'])
  }

  if (unrealizedPnl !== null && roi !== null) {
    if (value !== null && leverage !== null) {
      const figures = [...valuedBy, 'unrealizedPnl', 'roi'] as const
      askEqual('roi', [times(roi, scaled(value, 1 / leverage)), loosely(unrealizedPnl)], figures)
    } else {
      const opposite =
        (roi.low > 0 && unrealizedPnl.high < 0) || (roi.high < 0 && unrealizedPnl.low > 0)
      ask('roi-sign', !opposite, ['unrealizedPnl', 'roi'])
    }
  }

  if (marginMode === 'cross') {
    if (value !== null && margin !== null && leverage !== null) {
      const initial = scaled(value, 1 / leverage)
      // At 1x the margin is the notional, and a column of that is no margin.
      const chance = leverage > 1 ? chanceOf(margin, initial) : 1
      ask('cross-margin', meets(margin, initial), [...valuedBy, 'margin'], chance)
    }
    return checks
  }

  if (liquidationPrice === 'none') {
    // A linear short and an inverse long always have a price.
    ask('can-be-none', (side === 'long') === (contract.kind === 'linear'), ['liquidationPrice'])
  }
  if (liquidationPrice !== 'none' && liquidationPrice !== null && markPrice !== null) {
    const mark = drifting(markPrice, CROSSED_BY)
    const isBehind =
      side === 'long' ? liquidationPrice.low < mark.high : liquidationPrice.high > mark.low
    ask('liquidation-side', isBehind, ['liquidationPrice', 'markPrice'])
  }
  if (liquidationPrice !== 'none' && liquidationPrice !== null && entryPrice !== null) {
    // The wallet is not negative: all that may lie between entry and liquidation is maintenance margin.
    const rate = greatestRate(leverage) * RATE_ROOM
    const isPossible =
      side === 'long'
        ? liquidationPrice.low * (1 - rate) <= entryPrice.high
        : liquidationPrice.high * (1 + rate) >= entryPrice.low
    ask('wallet-not-negative', isPossible, ['liquidationPrice', 'entryPrice'])
  }
  if (quantity === null || entryPrice === null || margin === null) return checks
  const held = { side, quantity, entryPrice }
  const pnlAtMark = near === null ? null : pnlRange(contract, held, near)
  if (marginHolds === 'wallet-and-pnl' && pnlAtMark === null) return checks
  const wallet =
    marginHolds === 'wallet' || pnlAtMark === null
      ? margin
      : minus(margin, unrealizedPnl ?? pnlAtMark)
  const tied: readonly RowFigure[] = [...sizedBy, 'entryPrice', 'margin']

  if (liquidationPrice === 'none') {
    const covered = notionalRange(contract, quantity, entryPrice)
    ask('no-liquidation', wallet.high >= covered.low * NEARLY_ALL, [...tied, 'liquidationPrice'])
  }
  let atLiquidation: CurvePoint | null = null
  if (liquidationPrice !== null && liquidationPrice !== 'none' && liquidationPrice.low > 0) {
    const left = plus(wallet, pnlRange(contract, held, liquidationPrice))
    atLiquidation = pointAt(
      left,
      notionalRange(contract, quantity, liquidationPrice),
      greatestRate(leverage),
    )
    ask('liquidation', atLiquidation !== null, [...tied, 'liquidationPrice'], CHANCE_OF_RATE)
  }
  if (marginRatio !== null && near !== null && pnlAtMark !== null) {
    const required = times(marginRatio, plus(wallet, pnlAtMark))
    const atMark = pointAt(
      required,
      notionalRange(contract, quantity, near),
      greatestRate(leverage),
    )
    const figures: readonly RowFigure[] = [...tied, 'marginRatio', 'markPrice']
    ask('ratio', atMark !== null, figures, CHANCE_OF_RATE)
    if (atMark !== null && atLiquidation !== null) {
      const isOne = areOnOneCurve(atMark, atLiquidation)
      ask(
        'one-curve',
        isOne,
        [...figures, 'liquidationPrice'],
        chanceOfCurve(atMark, atLiquidation),
      )
    }
  }
  return checks
}
