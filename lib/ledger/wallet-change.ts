import { Decimal, notional, type Side } from '@/lib/margin'
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
 * half its inverse; towards a larger notional higher brackets come, and which of them nobody knows: any may
 * be, before a margin that is in sight as well is said to be wrong.
 */
const rates = ({ side, before, after }: Question): readonly [Decimal, Decimal] => {
  const isPrinted = before.margin !== null && after.margin !== null
  if (isPrinted && !losesDownwards(side, after)) return [LEAST_RATE, GREATEST_RATE]
  const leverages = [before.leverage, after.leverage].flatMap((l) => (l === null ? [] : [l]))
  const leverage = leverages.map(decimal).reduce<Decimal | null>((a, b) => (a?.gt(b) ? a : b), null)
  if (leverage === null) return [LEAST_RATE, GREATEST_RATE]
  const most = new Decimal(losesDownwards(side, after) ? 2 : 4).div(leverage)
  return [LEAST_RATE, Decimal.min(GREATEST_RATE, Decimal.max(USUAL_RATE, most))]
}

/** What a position is worth at its entry and at its liquidation price, and how far each may be off. */
type Standing = { value: Decimal; valueBlur: Decimal; there: Decimal; thereBlur: Decimal }

const standing = (figures: Figures, side: Side, entryMatters: boolean): Standing | null => {
  const { liquidationPrice, entryPrice } = figures
  if (liquidationPrice === null) return null
  const position = positionOf(figures, side)
  const value = notional(position, decimal(entryPrice))
  const isNever = liquidationPrice === 'none'
  if (!isNever && decimal(liquidationPrice).lte(0)) return null
  // Never liquidated: as if at a price where the notional is gone.
  if (isNever && !losesDownwards(side, figures)) return null
  const there = isNever ? NOTHING : notional(position, decimal(liquidationPrice))
  const thereBlur = isNever ? NOTHING : there.times(unitOf(liquidationPrice)).div(liquidationPrice)
  const sizeBlur = Decimal.max(value, there).times(quantitySlack(figures)).div(figures.quantity)
  const entryBlur = value.times(unitOf(entryPrice)).div(entryPrice).div(2)
  return {
    value,
    valueBlur: entryMatters ? entryBlur.plus(sizeBlur) : NOTHING,
    there,
    thereBlur: thereBlur.div(2),
  }
}

/**
 * Of an isolated position `wallet = maintenance margin − PnL`, both at the liquidation price, and its PnL is what
 * it is worth there less than at entry, or more. The maintenance margin rises with that at a rate that is not
 * printed, within its bounds; what the price is rounded by is of both.
 */
const fromLiquidation = (question: Question): Range => {
  const { side, before, after } = question
  const stands = sameSize(before, after)
  const from = standing(before, side, !stands)
  const to = standing(after, side, !stands)
  const [isFromNever, isToNever] = [before, after].map((one) => one.liquidationPrice === 'none')
  if (from === null || to === null || (isFromNever && isToNever)) return ANY
  const sense = losesDownwards(side, after) ? 1 : -1
  const worth = to.value.minus(from.value).times(sense)
  const rise = to.there.minus(from.there)
  const blur = from.thereBlur.plus(to.thereBlur)
  const ends = rates(question).flatMap((rate) =>
    [rise.minus(blur), rise.plus(blur)].map((end) => worth.plus(end.times(rate.minus(sense)))),
  )
  const unsure = rise.abs().times(quantitySlack(after)).div(after.quantity)
  const vague = from.valueBlur.plus(to.valueBlur).plus(unsure)
  const range: Range = {
    low: isFromNever ? ANY.low : Decimal.min(...ends).minus(vague),
    high: isToNever ? ANY.high : Decimal.max(...ends).plus(vague),
  }
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
