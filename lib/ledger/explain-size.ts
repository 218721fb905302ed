import { Decimal, notional, unrealizedPnl } from '@/lib/margin'
import { awaySince, type Change, type Explanation } from './change'
import type { NewEvent } from './events'
import { marginAdded, marginRemoved } from './explain-margin'
import { decimal, numeral, positionOf, sameNumeral, sameOrHidden, unitOf } from './figures'
import { judgeFunding } from './funding'
import { fundingQuestion } from './funding-question'
import type { Figures } from './ledger'
import { quantityRise, quantitySlack } from './quantity'
import { fillOf, isFresh } from './same-position'
import { centered, difference, isAbove, isBelow, type Range } from './range'
import { walletChange } from './wallet-change'

/**
 * Of the notional of a fill. A market order reserves up to 0.165 % more than `fill ÷ leverage`; the
 * commission, if it is not paid in another coin, is taken off (48 real rows, 2021–2026).
 */
export const RESERVE = new Decimal('0.002')
export const FEE = new Decimal('0.001')

const isLosing = ({ episode, seen }: Change): boolean | null => {
  const markPrice = seen.markPrice ?? episode.markPrice
  if (markPrice === null) return null
  return unrealizedPnl(positionOf(episode.figures, episode.side), decimal(markPrice)).isNeg()
}

/** Value at entry, and how far the roundings of an average entry price and of the size leave it open. */
export const valueOf = (figures: Figures) => {
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
  return {
    low: filled
      .div(Decimal.max(...leverages))
      .minus(filled.times(FEE))
      .minus(blur),
    high: filled
      .div(Decimal.min(...leverages))
      .plus(filled.times(RESERVE))
      .plus(blur),
  }
}

/** Whether it is margin and not funding settled in the same interval; `null`: either could be. */
export const isMargin = (rest: Range, change: Change): boolean | null => {
  const { kind } = judgeFunding(rest, fundingQuestion(change))
  return kind === 'ambiguous' ? null : kind === 'margin'
}

/** A fall is never asked about, since it is not counted: it is what is likelier. */
export const isRemoval = (rest: Range, change: Change): boolean => {
  if (!isBelow(rest)) return false
  const verdict = judgeFunding(rest, fundingQuestion(change))
  return verdict.kind === 'margin' || (verdict.kind === 'ambiguous' && !verdict.likely)
}

/**
 * Bought, and at the same moment taken out what leaves just the margin of an opening, where there was
 * more or less than that: it is another one, and was opened; unless the mark tells that it was bought, at a
 * price nearer to it than the entry price.
 */
const isAnother = ({ episode: { figures: before }, after, seen }: Change): boolean => {
  const isOpened = isFresh(after) === true
  if (!isOpened || isFresh({ ...before, leverage: after.leverage }) !== false) return false
  // With another leverage as well that would be three deeds at once.
  if (!sameOrHidden(before.leverage, after.leverage)) return true
  const off = (price: Decimal): Decimal => price.minus(seen.markPrice ?? price).abs()
  return off(decimal(after.entryPrice)).lte(off(fillOf(before, after).price))
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
  const took = centered(expected).middle
  const known = before.margin !== null && after.margin !== null
  const event = { ...increased, margin: known ? numeral(took) : null }
  if (found.kind === 'unseen') return { kind: 'events', events: [event] }
  if (found.kind === 'contradiction' && !settled) return { kind: 'unsettled' }
  // The liquidation price has not moved yet: its cell may still be old.
  const still =
    before.liquidationPrice !== null &&
    before.liquidationPrice !== 'none' &&
    sameNumeral(before.liquidationPrice, after.liquidationPrice)
  const rest = difference(found.kind === 'seen' ? found.range : found.margin, expected)
  const margin = isMargin(rest, change)
  if (isAbove(rest) && margin !== false) {
    if (still && !settled) return { kind: 'unsettled' }
    // With the Margin column hidden, much more than the fill took may be another account's position.
    const isLikely = !change.rival && (known || !isAbove(rest, took))
    const certain = margin === true && (change.sameAccount ?? isLikely)
    const added = marginAdded(change, { amount: null, certain })
    return { kind: 'events', events: [event, added] }
  }
  if (isRemoval(rest, change)) {
    // The size is already new, the margin still old: an update in progress.
    if (!settled && !away) return { kind: 'unsettled' }
    if (!away && isAnother(change)) return { kind: 'replaced' }
    const removed = marginRemoved(change, null)
    return { kind: 'events', events: [event, removed] }
  }
  return { kind: 'events', events: [event] }
}
