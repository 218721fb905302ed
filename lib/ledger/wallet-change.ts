import { Decimal, notional, type Side, unrealizedPnl } from '@/lib/margin'
import { decimal, marginSlack, positionOf, sameNumeral, unitOf } from './figures'
import type { Figures } from './ledger'
import { quantitySlack, sameQuantity } from './quantity'
import { ANY, around, intersection, isAbove, isBelow, overlaps, type Range } from './range'

/** What two looks say about the isolated wallet between them. */
export type WalletChange =
  /** Neither of the two observables was in sight both times. */
  | { kind: 'unseen' }
  | {
      kind: 'seen'
      range: Range
      /** The margin column's own figure; `null`: out of sight, or too coarse to name an amount. */
      amount: Decimal | null
      /** `null`: by so little that it may be rounding. */
      rose: boolean | null
    }
  /** Margin column and liquidation price do not agree; what the column says. */
  | { kind: 'contradiction'; margin: Range }

type Question = { side: Side; before: Figures; after: Figures }

/** No bracket of the exchange has a lower or a higher maintenance rate (tables of 2026-07). */
const LEAST_RATE = new Decimal('0.003')
const GREATEST_RATE = new Decimal('0.55')
/** Whatever the leverage, a position that has grown may have come into a bracket of this rate. */
const USUAL_RATE = new Decimal('0.25')

const NOTHING = new Decimal(0)

/** A wallet derived from prices names an amount only where it is known to this part of it. */
const COARSE = new Decimal('0.05')

export const sameSize = (a: Figures, b: Figures): boolean =>
  sameQuantity(a, b) && sameNumeral(a.entryPrice, b.entryPrice)

/** Losing means a falling notional: of a linear long and of an inverse short. */
const losesDownwards = (side: Side, figures: Figures): boolean =>
  (side === 'long') === (figures.contractSize === null)

/**
 * Bounds of the maintenance rate at liquidation. A bracket that allows a leverage has a rate of about
 * half its inverse; towards a larger notional higher brackets come.
 */
const rates = ({ side, before, after }: Question): readonly [Decimal, Decimal] => {
  const leverages = [before.leverage, after.leverage].flatMap((l) => (l === null ? [] : [l]))
  const leverage = leverages.map(decimal).reduce<Decimal | null>((a, b) => (a?.gt(b) ? a : b), null)
  if (leverage === null || leverage.lte(0)) return [LEAST_RATE, GREATEST_RATE]
  const most = new Decimal(losesDownwards(side, after) ? 2 : 4).div(leverage)
  return [LEAST_RATE, Decimal.min(GREATEST_RATE, Decimal.max(USUAL_RATE, most))]
}

/** Where liquidation stands: notional there, PnL there, and how far rounding leaves them open. */
type Standing = { notional: Decimal; pnl: Decimal; blur: Decimal; never: boolean }

const standing = (figures: Figures, side: Side, entryMatters: boolean): Standing | null => {
  const { liquidationPrice, entryPrice } = figures
  if (liquidationPrice === null) return null
  const position = positionOf(figures, side)
  const value = notional(position, decimal(entryPrice))
  const sizeBlur = entryMatters ? quantitySlack(figures).div(figures.quantity) : new Decimal(0)
  const entryBlur = entryMatters
    ? value.times(unitOf(entryPrice).div(entryPrice).div(2).plus(sizeBlur))
    : new Decimal(0)
  if (liquidationPrice === 'none') {
    // Never liquidated: as if at a price where the notional is gone.
    if (!losesDownwards(side, figures)) return null
    return {
      notional: new Decimal(0),
      pnl: value.neg(),
      blur: entryBlur,
      never: true,
    }
  }
  const price = decimal(liquidationPrice)
  if (price.lte(0)) return null
  const there = notional(position, price)
  return {
    notional: there,
    pnl: unrealizedPnl(position, price),
    blur: there.times(unitOf(liquidationPrice)).div(price).div(2).plus(entryBlur),
    never: false,
  }
}

/**
 * Of an isolated position `wallet = maintenance margin − PnL`, both at the liquidation price. The
 * maintenance margin rises with the notional at a rate that is not printed, within its bounds.
 */
const fromLiquidation = (question: Question): Range => {
  const { side, before, after } = question
  const stands = sameSize(before, after)
  const from = standing(before, side, !stands)
  const to = standing(after, side, !stands)
  if (from === null || to === null || (from.never && to.never)) return ANY
  const [least, most] = rates(question)
  const rise = to.notional.minus(from.notional)
  const ends = [rise.times(least), rise.times(most)]
  const paid = from.pnl.minus(to.pnl)
  const unsure = quantitySlack(after).div(after.quantity)
  const blur = from.blur
    .plus(to.blur)
    .times(most.plus(1))
    .plus(paid.abs().plus(rise.abs()).times(unsure))
  const low = Decimal.min(...ends)
    .plus(paid)
    .minus(blur)
  const high = Decimal.max(...ends)
    .plus(paid)
    .plus(blur)
  const range: Range = { low: from.never ? ANY.low : low, high: to.never ? ANY.high : high }
  if (!stands || sameNumeral(before.liquidationPrice, after.liquidationPrice)) return range
  // Nothing but the wallet moves it: the direction is certain, however small the step.
  return movedAway(question)
    ? { low: Decimal.max(range.low, 0), high: range.high }
    : { low: range.low, high: Decimal.min(range.high, 0) }
}

/** The liquidation price went further from where losses begin. */
export const movedAway = ({ side, before, after }: Question): boolean => {
  const [from, to] = [before.liquidationPrice, after.liquidationPrice]
  if (from === null || to === null || from === 'none') return false
  if (to === 'none') return true
  return side === 'long' ? decimal(to).lt(from) : decimal(to).gt(from)
}

const fromMargin = ({ before, after }: Question): Range =>
  before.margin === null || after.margin === null
    ? ANY
    : around(decimal(after.margin).minus(before.margin), marginSlack(before, after))

const amountOf = ({ before, after }: Question, range: Range): Decimal | null => {
  if (before.margin === null || after.margin === null) return null
  const amount = decimal(after.margin).minus(before.margin)
  const printed = before.marginSlack === null && after.marginSlack === null
  const slack = marginSlack(before, after)
  const fine = printed ? slack.lt(amount.abs()) : slack.lte(amount.abs().times(COARSE))
  return fine && overlaps(range, around(amount, NOTHING)) ? amount : null
}

/** Both observables are asked, and must agree where both are in sight. */
export const walletChange = (question: Question): WalletChange => {
  const { before, after } = question
  const [margin, liquidation] = [fromMargin(question), fromLiquidation(question)]
  if (margin === ANY && liquidation === ANY) return { kind: 'unseen' }
  const range = intersection(margin, liquidation)
  if (range === null) return { kind: 'contradiction', margin }
  const moved =
    liquidation !== ANY &&
    sameSize(before, after) &&
    !sameNumeral(before.liquidationPrice, after.liquidationPrice)
  const direction = isAbove(range) ? true : isBelow(range) ? false : null
  const rose = moved ? movedAway(question) : direction
  return { kind: 'seen', range, amount: amountOf(question, range), rose }
}
