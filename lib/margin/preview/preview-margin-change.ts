import type { BracketLine } from '../bracket-line'
import { Decimal } from '../decimal'
import type { Reading } from '../bracket-candidates'
import type { BracketEstimate } from '../identify-bracket'
import { InvalidFigure, mustBeFinite, mustBePositive } from '../invalid-figure'
import { exactly, hullOf, minus, type NumberRange, plus, scaled, widened } from '../number-range'
import { notional } from '../notional'
import { coordinate, exposure } from '../position'
import { GREATEST_RATE } from '../rate-ladder'
import { figuresOf, geometryOf, type RowEvidence } from '../row-evidence'
import { unrealizedPnl } from '../unrealized-pnl'
import { type Assumption, assumptionOf, bendAbove, bendBelow, rateBelowBend } from './bends'
import { likelyBracket } from './likely-bracket'

/** Two prices between which the figure lies; `null` at an end: there may be no liquidation price. */
export type PriceInterval = { low: Decimal | null; high: Decimal | null }

export type MarginPreview = {
  /** `null`: the position could then not be liquidated, or (`unknown`) we do not know. */
  liquidationPrice: Decimal | null
  interval: PriceInterval
  assumes: Assumption
}

type Setting = {
  row: RowEvidence
  amount: number
  direction: 1 | -1
  /** Notional at the printed liquidation price, at its exact printed value. */
  printedAt: number
  /** Adding lowers the notional at liquidation where losing lowers it. */
  falls: boolean
}

/** Notional at liquidation moves by `amount ÷ (rate − direction)`: exact inside one bracket. */
const shift = (amount: number, rate: number, direction: 1 | -1): number =>
  amount / (rate - direction)

type Start = {
  /** Where liquidation is now, as exactly as margin and price together tell. */
  here: NumberRange
  /** The end of it that more maintenance margin than on the line moves out of. */
  worse: number
  /** The line's amount with which the wallet leads to that end. */
  amountThere: number
}

const startOf = (reading: Reading, line: BracketLine, { direction, row }: Setting): Start => {
  const { weight, entry } = geometryOf(row)
  // From the wallet: n · (rate − direction) = wallet + amount − direction · weight · entry
  const entryNotional = scaled(
    { low: weight.low * entry.low, high: weight.high * entry.high },
    direction,
  )
  const known = minus(reading.wallet, entryNotional)
  const byWallet = scaled(plus(known, line.amount), 1 / (line.rate - direction))
  // They meet, but for binary dust.
  const { notional: byPrice } = reading.liquidation
  const ends = [Math.max(byWallet.low, byPrice.low), Math.min(byWallet.high, byPrice.high)] as const
  const here = { low: Math.min(...ends), high: Math.max(...ends) }
  const worse = direction === 1 ? here.high : here.low
  const amount = minus(scaled(exactly(worse), line.rate - direction), known).high
  const { low, high } = line.amount
  return { here, worse, amountThere: Math.min(high, Math.max(low, amount)) }
}

/**
 * Notional at liquidation after the change: between the line gone on and the worst that other brackets
 * may do. Falling, the straight way from the highest place where the last bend may be down to the origin.
 * Rising, the highest rate from the next place where a bracket may begin.
 */
const reachedFrom = (
  { here, worse, amountThere }: Start,
  line: BracketLine,
  setting: Setting,
): NumberRange => {
  const { amount, direction, row, falls } = setting
  const { kind } = row.contract
  const by = shift(amount, line.rate, direction)
  const same = { low: here.low + by, high: here.high + by }
  const bend = falls ? bendBelow(line, here, kind) : bendAbove(here, kind)
  if (falls ? bend <= same.low : bend >= same.high) return widened(same.low, same.high)
  const floor = falls ? Math.min(bend, worse) : Math.max(bend, worse)
  const rest = amount - (floor - worse) * (line.rate - direction)
  const rate = falls ? rateBelowBend(line.rate, amountThere, floor) : GREATEST_RATE
  const far = floor + shift(rest, rate, direction)
  return widened(Math.min(same.low, far), Math.max(same.high, far))
}

const priceOf = (row: RowEvidence, notionalThere: number): Decimal | null => {
  if (!(notionalThere > 0)) return null
  const weight = exposure({ contract: row.contract, quantity: row.quantity.value })
  return coordinate(row.contract, new Decimal(notionalThere).div(weight))
}

const intervalOf = (row: RowEvidence, { low, high }: NumberRange): PriceInterval =>
  row.contract.kind === 'linear'
    ? { low: priceOf(row, low), high: priceOf(row, high) }
    : { low: priceOf(row, high), high: priceOf(row, low) }

const unknown: MarginPreview = {
  liquidationPrice: null,
  interval: { low: null, high: null },
  assumes: 'unknown',
}

/** The isolated wallet by every reading of the Margin column that is left. */
const walletsOf = (row: RowEvidence, { marginHolds }: BracketEstimate): Decimal[] => {
  const { margin, markPrice } = row
  if (margin === null) return []
  const wallets: Decimal[] = []
  if (marginHolds !== 'wallet-and-pnl') wallets.push(margin.value)
  if (marginHolds !== 'wallet' && markPrice !== null) {
    wallets.push(margin.value.minus(unrealizedPnl(figuresOf(row), markPrice.value)))
  }
  return wallets
}

/**
 * What adding (> 0) or removing (< 0) margin would do to the liquidation price of an isolated
 * position. Anchored on the printed price: an amount of 0 gives exactly that. Inside one bracket
 *
 *     linear   ΔLP = X ÷ (q · (MMR − side))
 *     inverse  Δ(1 ÷ LP) = X ÷ (Q · (MMR + side))
 *
 * `row`: its last look; `estimate`: what all looks have told. Margin asset.
 *
 * Source: the condition `WB + PnL(LP) = MM(LP)`, differentiated; Binance FAQ b3c689c1…, read 2026-11.
 * @throws InvalidFigure amount not finite, quantity not positive, more removed than there is
 */
export const previewMarginChange = (
  row: RowEvidence,
  estimate: BracketEstimate,
  amount: Decimal,
): MarginPreview => {
  mustBeFinite('amount', amount)
  mustBePositive('quantity', row.quantity.value)
  const { liquidationPrice } = row
  if (liquidationPrice === null) return unknown
  if (amount.isZero()) {
    const price = liquidationPrice.value
    return { liquidationPrice: price, interval: { low: price, high: price }, assumes: 'nothing' }
  }
  const wallets = walletsOf(row, estimate)
  const isLeft = (wallet: Decimal) => wallet.gt(0) && wallet.plus(amount).gt(0)
  if (wallets.length > 0 && !wallets.some(isLeft)) {
    throw new InvalidFigure('amount', 'exceeds-wallet')
  }
  const { direction } = geometryOf(row)
  const setting: Setting = {
    row,
    amount: amount.toNumber(),
    direction,
    printedAt: notional(figuresOf(row), liquidationPrice.value).toNumber(),
    falls: amount.gt(0) === (direction === 1),
  }
  if (estimate.readings.length === 0) return { ...unknown, interval: widest(setting) }
  const whole = hullOf(
    estimate.readings.flatMap((reading) =>
      reading.candidates.map((line) => reachedFrom(startOf(reading, line, setting), line, setting)),
    ),
  )
  const interval = intervalOf(row, whole)
  const likely = likelyBracket(estimate)
  if (likely === null) return { ...unknown, interval }
  const { reading, line } = likely
  const by = shift(setting.amount, line.rate, direction)
  const { here } = startOf(reading, line, setting)
  const bends =
    whole.low < (here.low + by) * (1 - 1e-9) || whole.high > (here.high + by) * (1 + 1e-9)
  return {
    liquidationPrice: priceOf(row, setting.printedAt + by),
    interval,
    assumes: assumptionOf(estimate, bends || !setting.falls),
  }
}

/** Nothing known of the bracket: what any rate at all would allow. */
const widest = ({ row, printedAt, amount, direction }: Setting): PriceInterval =>
  intervalOf(
    row,
    hullOf(
      [0, GREATEST_RATE].map((rate) => {
        const there = printedAt + shift(amount, rate, direction)
        return { low: there, high: there }
      }),
    ),
  )
