import { Decimal, notional, unrealizedPnl } from '@/lib/margin'
import { awaySince, type Change, type Explanation } from './change'
import type { NewEvent } from './events'
import { marginAdded, marginRemoved } from './explain-margin'
import { FEE, isMargin, isRemoval, RESERVE, valueOf } from './explain-size'
import { decimal, marginSlack, numeral, positionOf, sameMargin } from './figures'
import { quantityRise, quantitySlack } from './quantity'
import { isAbove, type Range } from './range'

/** A close was filled this close to a mark that was seen, as a part of it. Chosen. */
const NEAR_SHARE = new Decimal('0.002')
/** … while nobody looked, within this. Chosen. */
const AWAY_SHARE = new Decimal('0.05')

/** The most that the part which was closed can have lost, should that be taken from the wallet. */
const lossOfClose = ({ episode, after, seen, away }: Change): Decimal => {
  const before = episode.figures
  const marks = [episode.markPrice, seen.markPrice].flatMap((m) => (m === null ? [] : [decimal(m)]))
  if (marks.length === 0) return new Decimal(Infinity)
  const part = { ...positionOf(before, episode.side), quantity: quantityRise(after, before).amount }
  const losses = marks.map((mark) =>
    notional(part, mark)
      .times(away ? AWAY_SHARE : NEAR_SHARE)
      .minus(unrealizedPnl(part, mark)),
  )
  return Decimal.max(0, ...losses)
}

/**
 * A partial close is taken to release margin in proportion. That is not documented, so a wallet with
 * more in it than that is asked about; one that has risen was certainly added to. What was added
 * before the close was released in part as well, so the amount lies between the two orders. One with
 * less than that, and less than the loss of the close explains, had margin taken out of it.
 */
export const explainReduction = (change: Change): Explanation => {
  const { episode, after, settled, away } = change
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
  if (isAbove(range) && margin !== false) {
    const rose = decimal(after.margin).minus(before.margin)
    // Its cell may be old.
    if (!away && sameMargin(before, after)) return settled ? only : { kind: 'unsettled' }
    const certain = rose.gt(slack) && margin === true
    const added = marginAdded(change, { amount: null, certain })
    return { kind: 'events', events: [reduced, added] }
  }
  const missing: Range = {
    low: rest.minus(slack).div(share),
    high: rest.plus(slack).plus(value.times(FEE)),
  }
  const unexplained = { low: missing.low, high: missing.high.plus(lossOfClose(change)) }
  if (!isRemoval(unexplained, change)) return only
  if (!settled && !away) return { kind: 'unsettled' }
  const removed = marginRemoved(change, null)
  return { kind: 'events', events: [reduced, removed] }
}
