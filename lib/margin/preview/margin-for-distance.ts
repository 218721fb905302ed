import type { BracketLine } from '../bracket-line'
import { Decimal } from '../decimal'
import type { Reading } from '../bracket-candidates'
import type { BracketEstimate } from '../identify-bracket'
import { InvalidFigure, mustBeFinite, mustBePositive } from '../invalid-figure'
import { priceAtDistance } from '../margin-figures'
import { hullOf, minus, type NumberRange, scaled, times } from '../number-range'
import { notional } from '../notional'
import type { PrintedFigure } from '../position'
import { GREATEST_RATE } from '../rate-ladder'
import { figuresOf, geometryOf, type RowEvidence } from '../row-evidence'
import { type Assumption, assumptionOf, bendAbove, bendBelow, rateBelowBend } from './bends'
import { likelyBracket } from './likely-bracket'

export type MarginNeeded = {
  /** Margin to add (> 0), or that may be removed (< 0); `null`: unknown. Margin asset. */
  amount: Decimal | null
  /** The true amount lies in it; `null` where nothing is known. */
  interval: { low: Decimal; high: Decimal } | null
  assumes: Assumption
}

/**
 * Maintenance margin at another notional: never below the line gone on (the curve is convex), and not
 * above the straight way to the origin from the highest place below where another bracket may begin,
 * nor above the highest rate from the lowest such place above.
 */
const marginThere = (line: BracketLine, reading: Reading, there: number, row: RowEvidence) => {
  const { kind } = row.contract
  const onLine = marginOnLine(line, there)
  const low = Math.max(0, onLine.low)
  const { notional: here } = reading.liquidation
  const bend = bendBelow(line, here, kind)
  if (there < bend) {
    return {
      low,
      high: Math.max(onLine.high, there * rateBelowBend(line.rate, line.amount.low, bend)),
    }
  }
  const next = bendAbove(here, kind)
  const beyond = Math.max(0, there - next) * (GREATEST_RATE - line.rate)
  return { low, high: Math.max(low, onLine.high + beyond) }
}

/** The margin of the same bracket, gone on. */
const marginOnLine = (line: BracketLine, there: number): NumberRange =>
  minus(scaled({ low: there, high: there }, line.rate), line.amount)

/** Wallet with which that margin is what is left at the target, less the wallet that is there. */
const needed = (margin: NumberRange, reading: Reading, there: number, row: RowEvidence) => {
  const { weight, direction, entry } = geometryOf(row)
  const pnl = scaled(minus({ low: there, high: there }, times(weight, entry)), direction)
  return minus(minus(margin, pnl), reading.wallet)
}

/**
 * Margin that moves the liquidation price to a target, the inverse of `previewMarginChange`: anchored
 * on the printed price, for which the answer is 0. Inside one bracket
 *
 *     linear   X = (target − LP) · q · (MMR − side)
 *     inverse  X = (1 ÷ target − 1 ÷ LP) · Q · (MMR + side)
 *
 * Source: the condition `WB + PnL(LP) = MM(LP)`; Binance FAQ b3c689c1…, read 2026-11.
 * @throws InvalidFigure targetLiquidationPrice not positive, or one that no wallet leads to
 */
export const marginForPrice = (
  row: RowEvidence,
  estimate: BracketEstimate,
  targetLiquidationPrice: Decimal,
): MarginNeeded => {
  mustBePositive('targetLiquidationPrice', targetLiquidationPrice)
  const { liquidationPrice } = row
  if (liquidationPrice === null) return { amount: null, interval: null, assumes: 'unknown' }
  if (targetLiquidationPrice.eq(liquidationPrice.value)) {
    const none = new Decimal(0)
    return { amount: none, interval: { low: none, high: none }, assumes: 'nothing' }
  }
  const figures = figuresOf(row)
  if (estimate.readings.length === 0) return { amount: null, interval: null, assumes: 'unknown' }
  const target = notional(figures, targetLiquidationPrice)
  const there = target.toNumber()
  const { low, high } = hullOf(
    estimate.readings.flatMap((reading) =>
      reading.candidates.map((line) =>
        needed(marginThere(line, reading, there, row), reading, there, row),
      ),
    ),
  )
  const interval = { low: new Decimal(low), high: new Decimal(high) }
  const wallets = estimate.readings.map(({ wallet }) => wallet.high)
  if (interval.high.lte(-Math.max(...wallets))) {
    throw new InvalidFigure('targetLiquidationPrice', 'wrong-side')
  }
  const likely = likelyBracket(estimate)
  if (likely === null) return { amount: null, interval, assumes: 'unknown' }
  const { line, reading } = likely
  const { direction } = geometryOf(row)
  const moved = target.minus(notional(figures, liquidationPrice.value))
  const amount = moved.times(new Decimal(line.rate).minus(direction))
  const alone = needed(marginOnLine(line, there), reading, there, row)
  const bends = interval.high.gt(alone.high) || interval.low.lt(alone.low)
  return { amount, interval, assumes: assumptionOf(estimate, moved.gt(0) || bends) }
}

/**
 * Margin that puts liquidation at a distance from the mark (a fraction): see `marginForPrice`.
 * @throws InvalidFigure targetDistance where no price is that far (a long, 100 % and more)
 */
export const marginForDistance = (
  row: RowEvidence & { markPrice: PrintedFigure },
  estimate: BracketEstimate,
  targetDistance: Decimal,
): MarginNeeded => {
  mustBeFinite('targetDistance', targetDistance)
  const target = priceAtDistance(row.side, row.markPrice.value, targetDistance)
  if (target === null) throw new InvalidFigure('targetDistance', 'wrong-side')
  return marginForPrice(row, estimate, target)
}
