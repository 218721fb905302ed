import { Decimal, notional, unrealizedPnl } from '@/lib/margin'
import { awaySince, type Change, type Explanation } from './change'
import type { NewEvent } from './events'
import { amountWithin, fundingQuestion, marginAdded, marginRemoved } from './explain-margin'
import { decimal, marginSlack, numeral, positionOf, sameNumeral, unitOf } from './figures'
import { judgeFunding } from './funding'
import type { Figures } from './ledger'
import { quantityRise, quantitySlack } from './quantity'
import { between, difference, isAbove, isBelow, middle, type Range } from './range'
import { walletChange } from './wallet-change'

/**
 * Of the notional of a fill. A market order reserves up to 0.165 % more than `fill ÷ leverage`; the
 * commission, if it is not paid in another coin, is taken off (48 real rows, 2021–2026).
 */
const RESERVE = new Decimal('0.002')
const FEE = new Decimal('0.001')

const isLosing = ({ episode, seen }: Change): boolean | null => {
  const markPrice = seen.markPrice ?? episode.markPrice
  if (markPrice === null) return null
  return unrealizedPnl(positionOf(episode.figures, episode.side), decimal(markPrice)).isNeg()
}

/** Value at entry, and how far the roundings of an average entry price and of the size leave it open. */
const valueOf = (figures: Figures) => {
  const entry = decimal(figures.entryPrice)
  const value = notional(positionOf(figures, 'long'), entry)
  const unsure = quantitySlack(figures).div(figures.quantity)
  return { value, blur: value.times(unitOf(figures.entryPrice).div(entry).div(2).plus(unsure)) }
}

/** Margin that the fill of an increase takes; `null` if the leverage is not known. */
const marginOfFill = (before: Figures, after: Figures): Range | null => {
  const leverages = [before.leverage, after.leverage].flatMap((l) =>
    l === null ? [] : [decimal(l)],
  )
  if (leverages.length === 0) return null
  const [from, to] = [valueOf(before), valueOf(after)]
  const filled = to.value.minus(from.value)
  const blur = from.blur.plus(to.blur)
  const { low, high } = between(
    filled.div(Decimal.max(...leverages)),
    filled.div(Decimal.min(...leverages)),
  )
  return {
    low: low?.minus(filled.abs().times(FEE)).minus(blur) ?? null,
    high: high?.plus(filled.abs().times(RESERVE)).plus(blur) ?? null,
  }
}

/** Whether it is margin and not funding settled in the same interval; `null`: either could be. */
const isMargin = (rest: Range, change: Change): boolean | null => {
  const { kind } = judgeFunding(rest, fundingQuestion(change))
  return kind === 'ambiguous' ? null : kind === 'margin'
}

export const explainIncrease = (change: Change): Explanation => {
  const { episode, after, settled, away } = change
  const before = episode.figures
  const expected = episode.marginMode === 'cross' ? null : marginOfFill(before, after)
  const increased: NewEvent = {
    at: change.at,
    awaySince: awaySince(change),
    kind: 'increased',
    quantity: numeral(quantityRise(before, after).amount),
    margin: null,
    losing: away ? null : isLosing(change),
  }
  if (expected === null) return { kind: 'events', events: [increased] }
  const found = walletChange({ side: episode.side, before, after })
  const took = middle(expected)
  const known = before.margin !== null && after.margin !== null
  const event = { ...increased, margin: known && took !== null ? numeral(took) : null }
  if (found.kind === 'unseen') return { kind: 'events', events: [event] }
  if (found.kind === 'contradiction' && !settled) return { kind: 'unsettled' }
  // The only witness has not moved yet: its cell may still be old.
  const still = sameNumeral(before.liquidationPrice, after.liquidationPrice)
  if (!known && still && !settled) return { kind: 'unsettled' }
  const rest = difference(found.kind === 'seen' ? found.range : found.margin, expected)
  const nothing = new Decimal(0)
  const margin = isMargin(rest, change)
  if (isAbove(rest, nothing) && margin !== false) {
    // With the Margin column hidden, much more than the fill took may be another account's position.
    const much = rest.low === null || (took !== null && rest.low.gt(took))
    const certain = margin === true && (known || !much) && !change.rival
    const added = marginAdded(change, { amount: amountWithin(rest), certain })
    return { kind: 'events', events: [event, added] }
  }
  if (isBelow(rest, nothing) && margin === true) {
    // The size is already new, the margin still old: an update in progress.
    if (!settled) return { kind: 'unsettled' }
    const removed = marginRemoved(change, amountWithin(rest)?.abs() ?? null)
    return { kind: 'events', events: [event, removed] }
  }
  return { kind: 'events', events: [event] }
}

/**
 * A partial close is taken to release margin in proportion. That is not documented, so a wallet with
 * more in it than that is asked about; one that has risen was certainly added to. What was added
 * before the close was released in part as well, so the amount lies between the two orders.
 */
export const explainReduction = (change: Change): Explanation => {
  const { episode, after, settled } = change
  const before = episode.figures
  const reduced: NewEvent = {
    at: change.at,
    awaySince: awaySince(change),
    kind: 'reduced',
    quantity: numeral(quantityRise(after, before).amount),
  }
  const only: Explanation = { kind: 'events', events: [reduced] }
  if (episode.marginMode === 'cross' || before.margin === null || after.margin === null) return only

  const share = decimal(after.quantity).div(before.quantity)
  const rest = decimal(after.margin).minus(decimal(before.margin).times(share))
  const value = valueOf(before).value.times(new Decimal(1).minus(share))
  const unsure = quantitySlack(before)
    .div(before.quantity)
    .plus(quantitySlack(after).div(after.quantity))
  const slack = marginSlack(before, after).plus(decimal(before.margin).times(share).times(unsure))
  const range: Range = {
    low: rest.minus(slack).minus(value.times(RESERVE)),
    high: rest.plus(slack).plus(value.times(FEE)).div(share),
  }
  const margin = isMargin(range, change)
  if (!isAbove(range, new Decimal(0)) || margin === false) return only
  const rose = decimal(after.margin).minus(before.margin)
  if (rose.abs().lte(slack)) return settled ? only : { kind: 'unsettled' }
  const certain = rose.gt(slack) && margin === true
  return {
    kind: 'events',
    events: [reduced, marginAdded(change, { amount: amountWithin(range), certain })],
  }
}
