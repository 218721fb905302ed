import type { BracketLine } from './bracket-line'
import type { Bracket } from './brackets'
import { Decimal } from './decimal'
import type { BracketEstimate, Reading } from './identify-bracket'
import { InvalidFigure, mustBeFinite, mustBePositive } from './invalid-figure'
import { likelyBracket } from './likely-bracket'
import { liquidationPrice as exactPrice } from './liquidation-price'
import { minus, type NumberRange, plus, scaled, widened } from './number-range'
import { notional } from './notional'
import { coordinate, exposure, type PositionFigures } from './position'
import { floorAbove, floorBelow, GREATEST_RATE, rateBelow } from './rate-ladder'
import { geometryOf, type RowEvidence } from './row-evidence'
import { unrealizedPnl } from './unrealized-pnl'

/** Two prices between which the figure lies; `null` at an end: there may be no liquidation price. */
export type PriceInterval = { low: Decimal | null; high: Decimal | null }

export type MarginPreview = {
  /** `null`: the position could then not be liquidated, or (`unknown`) we do not know. */
  liquidationPrice: Decimal | null
  interval: PriceInterval
  /**
   * `nothing`: the interval is all that printed figures leave open. `same-bracket`: the figure takes
   * it that no other bracket begins on the way; the interval does not. `likely-bracket`: it takes
   * that, and the likeliest of several brackets. `unknown`: there is no figure.
   */
  assumes: 'nothing' | 'same-bracket' | 'likely-bracket' | 'unknown'
}

/** Beyond these no maintenance rate goes: what is left where nothing else is known. */
const ANY_RATE: NumberRange = { low: 0, high: GREATEST_RATE }

type Setting = {
  row: RowEvidence
  amount: number
  direction: 1 | -1
  /** Notional at the printed liquidation price, at its exact printed value. */
  here: number
}

/** Notional at liquidation moves by `amount ÷ (rate − direction)`: exact inside one bracket. */
const shift = (amount: number, rate: number, direction: 1 | -1): number =>
  amount / (rate - direction)

/** Where liquidation is now, as exactly as margin and price together tell. */
const startOf = (reading: Reading, line: BracketLine, direction: 1 | -1, row: RowEvidence) => {
  const { weight, entry } = geometryOf(row)
  // From the wallet: n · (rate − direction) = wallet + amount − direction · weight · entry
  const entryNotional = scaled(
    { low: weight.low * entry.low, high: weight.high * entry.high },
    direction,
  )
  const byWallet = scaled(
    minus(plus(reading.wallet, line.amount), entryNotional),
    1 / (line.rate - direction),
  )
  // They meet, but for binary dust.
  const { notional: byPrice } = reading.liquidation
  const [low, high] = [Math.max(byWallet.low, byPrice.low), Math.min(byWallet.high, byPrice.high)]
  return { low: Math.min(low, high), high: Math.max(low, high) }
}

/**
 * Margin left of liquidation when lower brackets are not known: between the line gone on and the
 * straight way from the highest place where the last bend may be down to the origin.
 */
const afterFalling = (start: NumberRange, line: BracketLine, setting: Setting): NumberRange => {
  const { amount, direction, row } = setting
  const same = {
    low: start.low + shift(amount, line.rate, direction),
    high: start.high + shift(amount, line.rate, direction),
  }
  const step = line.rate - rateBelow(line.rate)
  const bend = floorBelow(row.contract.kind, Math.min(start.high, line.amount.high / step))
  if (bend <= same.low) return widened(same.low, same.high)

  const from = worseEnd(start, direction)
  const floor = Math.min(bend, from)
  // From the floor down the effective rate cannot rise.
  const rate = Math.max(0, (line.rate * floor - line.amount.low) / floor)
  const rest = amount + (from - floor) * (line.rate - direction)
  const far = floor + shift(rest, rate, direction)
  return widened(Math.min(same.low, far), Math.max(same.high, far))
}

/** A higher bracket may begin at the next round floor, with any rate up to the highest. */
const afterRising = (start: NumberRange, line: BracketLine, setting: Setting): NumberRange => {
  const { amount, direction, row } = setting
  const same = {
    low: start.low + shift(amount, line.rate, direction),
    high: start.high + shift(amount, line.rate, direction),
  }
  const bend = floorAbove(row.contract.kind, start.low * (1 - 1e-9))
  if (bend >= same.high) return widened(same.low, same.high)
  const from = worseEnd(start, direction)
  const floor = Math.max(bend, from)
  const rest = amount - (floor - from) * (line.rate - direction)
  const far = floor + shift(rest, ANY_RATE.high, direction)
  return widened(Math.min(same.low, far), Math.max(same.high, far))
}

/** More maintenance margin than on the line moves liquidation up or down: the end it moves out of. */
const worseEnd = ({ low, high }: NumberRange, direction: 1 | -1): number =>
  direction === 1 ? high : low

const priceOf = (row: RowEvidence, notionalThere: number): Decimal | null => {
  if (!(notionalThere > 0)) return null
  const weight = exposure({ contract: row.contract, quantity: row.quantity.value })
  return coordinate(row.contract, new Decimal(notionalThere).div(weight))
}

const intervalOf = (row: RowEvidence, { low, high }: NumberRange): PriceInterval =>
  row.contract.kind === 'linear'
    ? { low: priceOf(row, low), high: priceOf(row, high) }
    : { low: priceOf(row, high), high: priceOf(row, low) }

const hullOf = (ranges: readonly NumberRange[]): NumberRange => ({
  low: Math.min(...ranges.map(({ low }) => low)),
  high: Math.max(...ranges.map(({ high }) => high)),
})

const unknown: MarginPreview = {
  liquidationPrice: null,
  interval: { low: null, high: null },
  assumes: 'unknown',
}

const figuresOf = (row: RowEvidence): PositionFigures => ({
  contract: row.contract,
  side: row.side,
  quantity: row.quantity.value,
  entryPrice: row.entryPrice.value,
})

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

/** With the table of the symbol: exact, and still anchored on the printed price. */
const byTable = (
  row: RowEvidence,
  wallets: readonly Decimal[],
  amount: Decimal,
  brackets: readonly Bracket[],
  printed: Decimal,
): MarginPreview => {
  let nearest: { wallet: Decimal; before: Decimal } | null = null
  for (const wallet of wallets) {
    const before = exactPrice(figuresOf(row), wallet, brackets)
    if (before === null) continue
    const off = before.minus(printed).abs()
    if (nearest === null || off.lt(nearest.before.minus(printed).abs())) {
      nearest = { wallet, before }
    }
  }
  // The table allows no liquidation price, and one is printed: it is not this row's table.
  if (nearest === null) return unknown
  const after = exactPrice(figuresOf(row), nearest.wallet.plus(amount), brackets)
  const price = after === null ? null : printed.plus(after).minus(nearest.before)
  const there = price?.gt(0) === true ? price : null
  return { liquidationPrice: there, interval: { low: there, high: there }, assumes: 'nothing' }
}

/**
 * What adding (> 0) or removing (< 0) margin would do to the liquidation price of an isolated
 * position. Anchored on the printed price: an amount of 0 gives exactly that. Inside one bracket
 *
 *     linear   ΔLP = X ÷ (q · (MMR − side))
 *     inverse  Δ(1 ÷ LP) = X ÷ (Q · (MMR + side))
 *
 * `row`: its last look; `estimate`: what all looks have told; `brackets`: the symbol's table, where a
 * caller has one. Margin asset.
 *
 * Source: the condition `WB + PnL(LP) = MM(LP)`, differentiated; Binance FAQ b3c689c1…, read 2026-11.
 * @throws InvalidFigure amount not finite, quantity not positive, more removed than there is
 */
export const previewMarginChange = (
  row: RowEvidence,
  estimate: BracketEstimate,
  amount: Decimal,
  brackets?: readonly Bracket[],
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
  const lasting = wallets.filter((wallet) => wallet.gt(0) && wallet.plus(amount).gt(0))
  if (wallets.length > 0 && lasting.length === 0) {
    throw new InvalidFigure('amount', 'exceeds-wallet')
  }
  if (brackets !== undefined) {
    return byTable(row, lasting, amount, brackets, liquidationPrice.value)
  }

  const setting: Setting = {
    row,
    amount: amount.toNumber(),
    direction: geometryOf(row).direction,
    here: notional(
      { contract: row.contract, quantity: row.quantity.value },
      liquidationPrice.value,
    ).toNumber(),
  }
  if (estimate.readings.length === 0) return { ...unknown, interval: widest(setting) }
  // Adding lowers the notional at liquidation where losing lowers it.
  const falls = setting.amount > 0 === (setting.direction === 1)
  const reached = estimate.readings.flatMap((reading) =>
    reading.candidates.map((line) => {
      const start = startOf(reading, line, setting.direction, row)
      return falls ? afterFalling(start, line, setting) : afterRising(start, line, setting)
    }),
  )
  const whole = hullOf(reached)
  const interval = intervalOf(row, whole)
  const likely = likelyBracket(estimate)
  if (likely === null) return { ...unknown, interval }
  const { reading, line } = likely
  const by = shift(setting.amount, line.rate, setting.direction)
  const start = startOf(reading, line, setting.direction, row)
  const bends =
    whole.low < (start.low + by) * (1 - 1e-9) || whole.high > (start.high + by) * (1 + 1e-9)
  return {
    liquidationPrice: priceOf(row, setting.here + by),
    interval,
    assumes:
      estimate.status !== 'certain'
        ? 'likely-bracket'
        : bends || !falls
          ? 'same-bracket'
          : 'nothing',
  }
}

/** Nothing known of the bracket: what any rate at all would allow. */
const widest = ({ row, here, amount, direction }: Setting): PriceInterval =>
  intervalOf(
    row,
    hullOf(
      [ANY_RATE.low, ANY_RATE.high].map((rate) => {
        const there = here + shift(amount, rate, direction)
        return { low: there, high: there }
      }),
    ),
  )
