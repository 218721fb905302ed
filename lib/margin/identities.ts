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

/** Quantity, prices and PnL of one row, with the side that ties them together. */
export type Base = Held & { markPrice: NumberRange; unrealizedPnl: NumberRange }

export type IsolatedClaim = {
  wallet: NumberRange
  liquidationPrice: NumberRange | null
  marginRatio: NumberRange | null
}

/**
 * Whether a wallet, a liquidation price and a ratio can stand in one row: the balance at liquidation
 * and ratio × balance at mark are both maintenance margin, and so lie on one convex curve.
 */
export const isolatedHolds = (contract: Contract, base: Base, claim: IsolatedClaim): boolean => {
  const { wallet, liquidationPrice, marginRatio } = claim
  const points: (CurvePoint | null)[] = []
  if (liquidationPrice !== null) {
    const left = plus(wallet, pnlRange(contract, base, liquidationPrice))
    points.push(pointAt(left, notionalRange(contract, base.quantity, liquidationPrice)))
  }
  if (marginRatio !== null) {
    const margin = times(marginRatio, plus(wallet, base.unrealizedPnl))
    points.push(pointAt(margin, notionalRange(contract, base.quantity, base.markPrice)))
  }
  const [one, other] = points
  if (one === null || other === null) return false
  return one === undefined || other === undefined || areOnOneCurve(one, other)
}

/** Leverages that ROI = PnL · leverage ÷ notional allows; whole numbers up to 150. */
export const leverageByRoi = (
  contract: Contract,
  base: Base,
  roi: NumberRange,
  leverage: number | null,
): boolean => {
  const initial = notionalRange(contract, base.quantity, base.markPrice)
  const holds = (multiple: number): boolean =>
    overlap(times(roi, scaled(initial, 1 / multiple)), base.unrealizedPnl) !== null
  if (leverage !== null) return holds(leverage)
  for (let candidate = 1; candidate <= 150; candidate += 1) if (holds(candidate)) return true
  return false
}

/** Cross: the Margin column is notional at mark ÷ leverage. */
export const crossMarginHolds = (
  contract: Contract,
  { quantity, markPrice }: Pick<Base, 'quantity' | 'markPrice'>,
  margin: NumberRange,
  leverage: number,
): boolean =>
  overlap(margin, scaled(notionalRange(contract, quantity, markPrice), 1 / leverage)) !== null

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
  /** The figures that it ties together. */
  figures: readonly RowFigure[]
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

const isSizedAtAPrice = ({ size }: RowFigures): boolean =>
  size?.unit === 'quote' || size?.unit === 'coin'

/** Half a percent of the figure, on top of its own digits: it was printed ticks before or after. */
const loosely = ({ low, high }: NumberRange): NumberRange => {
  const room = Math.max(Math.abs(low), Math.abs(high)) * PRICE_DRIFT
  return { low: low - room, high: high + room }
}

const meets = (a: NumberRange, b: NumberRange): boolean => overlap(a, b) !== null

/** No wallet is worth asking for that is larger than the position this many times over: see `none`. */
const NEARLY_ALL = 0.98

/** Every identity that the figures in sight allow to be asked, under one interpretation. */
export const checkIdentities = (
  row: RowFigures,
  { side, marginMode, marginHolds }: Interpretation,
  drift: number = PRICE_DRIFT,
): IdentityCheck[] => {
  const { contract, leverage, entryPrice, markPrice, liquidationPrice } = row
  const { marginRatio, margin, unrealizedPnl, roi } = row
  const checks: IdentityCheck[] = []
  const ask = (identity: IdentityName, holds: boolean, figures: readonly RowFigure[]): void => {
    checks.push({ identity, holds, figures })
  }
  const quantity = quantityRange(row, side)
  const near = markPrice === null ? null : drifting(markPrice, drift)
  const towardsProfit = side === 'long' ? 1 : -1
  const sizedBy: readonly RowFigure[] = isSizedAtAPrice(row)
    ? ['size', 'entryPrice', 'unrealizedPnl']
    : ['size']

  if (quantity !== null && entryPrice !== null && near !== null && unrealizedPnl !== null) {
    const held = { side, quantity, entryPrice }
    ask('pnl', quantity.high > 0 && meets(unrealizedPnl, pnlRange(contract, held, near)), [
      'size',
      'entryPrice',
      'markPrice',
      'unrealizedPnl',
    ])
  } else if (entryPrice !== null && near !== null && unrealizedPnl !== null) {
    const gain = scaled(minus(near, entryPrice), towardsProfit)
    const disagrees =
      (gain.low > 0 && unrealizedPnl.high < 0) || (gain.high < 0 && unrealizedPnl.low > 0)
    ask('pnl-sign', !disagrees, ['entryPrice', 'markPrice', 'unrealizedPnl'])
  }

  if (unrealizedPnl !== null && roi !== null) {
    if (quantity !== null && near !== null && leverage !== null && quantity.high > 0) {
      const initial = scaled(notionalRange(contract, quantity, near), 1 / leverage)
      ask('roi', meets(times(roi, initial), loosely(unrealizedPnl)), [
        'size',
        'markPrice',
        'unrealizedPnl',
        'roi',
      ])
    } else {
      const opposite =
        (roi.low > 0 && unrealizedPnl.high < 0) || (roi.high < 0 && unrealizedPnl.low > 0)
      ask('roi-sign', !opposite, ['unrealizedPnl', 'roi'])
    }
  }

  if (marginMode === 'cross') {
    if (quantity !== null && near !== null && margin !== null && leverage !== null) {
      const initial = scaled(notionalRange(contract, quantity, near), 1 / leverage)
      ask('cross-margin', meets(margin, initial), ['size', 'markPrice', 'margin'])
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
    ask('liquidation', atLiquidation !== null, [...tied, 'liquidationPrice'])
  }
  if (marginRatio !== null && near !== null && pnlAtMark !== null) {
    const required = times(marginRatio, plus(wallet, pnlAtMark))
    const atMark = pointAt(
      required,
      notionalRange(contract, quantity, near),
      greatestRate(leverage),
    )
    const figures: readonly RowFigure[] = [...tied, 'marginRatio', 'markPrice']
    ask('ratio', atMark !== null, figures)
    if (atMark !== null && atLiquidation !== null) {
      ask('one-curve', areOnOneCurve(atMark, atLiquidation), [...figures, 'liquidationPrice'])
    }
  }
  return checks
}
