import { Decimal, notional } from '@/lib/margin'
import { AWAY, awaySince, type Change, type Explanation } from './change'
import type { NewEvent } from './events'
import { changedAt } from './episode'
import { decimal, marginSlack, positionOf, sameOrHidden } from './figures'
import { type FundingQuestion, judgeFunding } from './funding'
import { isDated } from './is-dated'
import type { Numeral } from './observation'
import { sameQuantity } from './quantity'
import { difference, halfWidth, middle, type Range } from './range'
import { standingEvents } from './standing'
import { walletChange } from './wallet-change'

const HOUR = 3_600_000
const EIGHT_HOURS = 8 * HOUR
/** Settlements reach the page within this of the hour, as far as the clock is right. */
const DELIVERY = 25_000
/** The clock of a machine is hardly further off than this. Chosen. */
const CLOCKS = 25_000

/** A computed amount is named where it is known to this part of it. */
const FINE = new Decimal('0.05')

/** A computed amount is printed no finer than the Margin column. */
const named = ({ after, episode }: Change, amount: Decimal | null): Numeral | null => {
  const margin = after.margin ?? episode.figures.margin
  const digits = margin?.split('.')[1]?.length ?? 0
  return amount === null ? null : amount.toDecimalPlaces(digits).toFixed()
}

/** Where things stood around a change of margin. */
const around = ({ episode, after, seen }: Change) => ({
  liquidationBefore: episode.figures.liquidationPrice,
  liquidationAfter: after.liquidationPrice,
  markPrice: seen.markPrice ?? episode.markPrice,
  unrealizedPnl: seen.unrealizedPnl,
})

export const marginAdded = (
  change: Change,
  { amount, certain }: { amount: Decimal | null; certain: boolean },
): NewEvent => ({
  at: change.at,
  awaySince: awaySince(change),
  kind: 'margin-added',
  amount: named(change, amount),
  ...around(change),
  certain,
})

export const marginRemoved = (change: Change, amount: Decimal | null): NewEvent => ({
  at: change.at,
  awaySince: awaySince(change),
  kind: 'margin-removed',
  amount: named(change, amount),
  ...around(change),
})

const funded = (change: Change, amount: Decimal | null): NewEvent => ({
  at: change.at,
  awaySince: awaySince(change),
  kind: 'funding',
  amount: named(change, amount),
})

/** The figure in the middle of a range that is narrow enough to name one: this part of it to either side. */
export const amountWithin = (range: Range, share = FINE): Decimal | null => {
  const [center, slack] = [middle(range), halfWidth(range)]
  if (center === null || slack === null) return null
  return slack.lte(center.abs().times(share)) ? center : null
}

/**
 * A wallet that is derived from prices may have changed long ago, by less than its trembling, and
 * come to light only now.
 */
const mayBeOld = ({ episode: { figures: before }, after }: Change): boolean => {
  if (before.margin === null || after.margin === null) return false
  if (before.marginSlack === null && after.marginSlack === null) return false
  // A liquidation price that moves tells when; one that stands is too coarse to.
  if (!sameOrHidden(before.liquidationPrice, after.liquidationPrice)) return false
  const rise = decimal(after.margin).minus(before.margin).abs()
  return rise.lt(marginSlack(before, after).times(2))
}

export const fundingQuestion = (change: Change): FundingQuestion => {
  const { episode, at } = change
  const old = mayBeOld(change)
  const from = old ? Math.min(episode.walletSeenAt, changedAt(episode)) : episode.walletSeenAt
  const away = old || Math.abs(at - from) > AWAY
  return { from, to: at, away, ...fundingFacts(change, away) }
}

/**
 * An hour settles the size of that hour by the exchange's clock. Where the size changed close to it,
 * 0.061 may have been settled on the old one, or 0.125 on the new one.
 */
const forOtherSize = (
  { episode: { recent, figures } }: Change,
  estimate: Decimal,
  hour: number,
) => {
  if (recent === null || Math.abs(recent.at - hour * HOUR) > CLOCKS) return []
  if (sameQuantity(recent.before, figures)) return []
  const grown = decimal(figures.quantity).div(recent.before.quantity)
  return [recent.at < hour * HOUR ? estimate.div(grown) : estimate.times(grown)]
}

/**
 * The page's estimates of what was settled. One that was first seen after the hour is of the next
 * settlement, and one from before it that is not known leaves the rest without a meaning. Over hours
 * rates wander, and each is as good as another; that of an hour before them was of another size, perhaps.
 */
const estimatesOf = (change: Change, away: boolean): Decimal[] => {
  const { episode, seen, at } = change
  const hour = Math.round(at / HOUR)
  const { settling, estimatedFunding } = episode
  const before = settling?.hour === hour ? settling.estimate : estimatedFunding
  const isPast = at > hour * HOUR + DELIVERY
  const later = isPast ? [] : [estimatedFunding, seen.estimatedFunding]
  const isOlder = settling === null || settling.hour * HOUR < episode.walletSeenAt - CLOCKS
  const all = away
    ? [isOlder ? null : settling.estimate, estimatedFunding, seen.estimatedFunding]
    : before === null
      ? []
      : [before, ...later]
  const estimates = all.flatMap((estimate) => (estimate === null ? [] : [decimal(estimate)]))
  const [first] = estimates
  const isWatched = !away && first !== undefined
  return isWatched ? [...estimates, ...forOtherSize(change, first, hour)] : estimates
}

const fundingFacts = (
  change: Change,
  away: boolean,
): Omit<FundingQuestion, 'from' | 'to' | 'away'> => {
  const { episode, after, seen } = change
  return {
    dated: isDated(episode),
    settledAt:
      standingEvents(episode.events).findLast(({ kind }) => kind === 'funding')?.at ?? null,
    nextFundingAt: episode.nextFundingAt,
    estimates: estimatesOf(change, away),
    next: seen.estimatedFunding === null ? null : decimal(seen.estimatedFunding),
    notional: notional(
      positionOf(after, episode.side),
      decimal(seen.markPrice ?? episode.markPrice ?? after.entryPrice),
    ),
  }
}

/** `amount` > 0 was added, < 0 removed; `rose` decides where no amount can be named. */
const moved = (change: Change, amount: Decimal | null, rose: boolean): NewEvent =>
  (amount?.gt(0) ?? rose)
    ? marginAdded(change, { amount, certain: true })
    : marginRemoved(change, amount?.abs() ?? null)

/** A settlement below this part of the change is lost in it. */
const NEGLIGIBLE = new Decimal('0.005')

/**
 * Whether the settlement of an hour is part of what changed around it: every perpetual settles at
 * every eighth hour. `null`: unknown.
 */
const includesSettlement = ({ from, to }: FundingQuestion): boolean | null => {
  const hour = Math.round(to / HOUR) * HOUR
  if (to < hour - DELIVERY || from > hour + DELIVERY) return false
  const around = from < hour - DELIVERY && to > hour + DELIVERY
  return around && hour % EIGHT_HOURS === 0 ? true : null
}

type Found = { range: Range; amount: Decimal | null; rose: boolean }

/** A rise or fall of the wallet, held against the funding that may have been settled meanwhile. */
const explainAmount = (change: Change, { range, amount, rose }: Found): NewEvent[] => {
  const question = fundingQuestion(change)
  const verdict = judgeFunding(range, question)
  if (verdict.kind === 'funding') return [funded(change, amount)]
  const settled = verdict.settled === null ? null : middle(verdict.settled)
  const rest = verdict.settled === null ? null : difference(range, verdict.settled)
  if (verdict.kind === 'ambiguous') {
    if (rose) return [marginAdded(change, { amount, certain: false })]
    // A settlement was paid, and part of it is not missing: something was added.
    if (rest !== null && settled?.isNeg()) {
      return [marginAdded(change, { amount: amountWithin(rest), certain: false })]
    }
    // A fall is never asked about, since it is not counted: it is what is likelier.
    return verdict.likely ? [funded(change, amount)] : [moved(change, amount, false)]
  }
  if (rest === null || settled === null) return [moved(change, amount, rose)]
  const included = includesSettlement(question)
  if (included === true) return [moved(change, amountWithin(rest), rose), funded(change, settled)]
  const negligible = amount !== null && settled.abs().lte(amount.abs().times(NEGLIGIBLE))
  return [moved(change, included === false || negligible ? amount : null, rose)]
}

/**
 * Margin and liquidation price go on contradicting each other. The liquidation price knows the wallet
 * and nothing else: if it stood still, it is the Margin column that means something else. If it moved
 * away, the trader is asked.
 */
const explainContradiction = (change: Change, found: { moved: boolean; margin: Range }) => {
  const { episode, after } = change
  if (!found.moved) return []
  const [from, to] = [episode.figures.liquidationPrice, after.liquidationPrice]
  if (from === null || to === null) return []
  const further =
    to === 'none' ||
    (from !== 'none' && (episode.side === 'long' ? decimal(to).lt(from) : decimal(to).gt(from)))
  return further ? [marginAdded(change, { amount: null, certain: false })] : []
}

/** Size and entry stand: whatever moved the wallet was margin or funding. */
export const explainMargin = (change: Change): Explanation => {
  const { episode, after } = change
  const found = walletChange({ side: episode.side, before: episode.figures, after })
  if (found.kind === 'unseen') return { kind: 'events', events: [] }
  if (found.kind === 'contradiction') {
    if (!change.settled) return { kind: 'unsettled' }
    const { liquidationMoved: moved, margin } = found
    return { kind: 'events', events: explainContradiction(change, { moved, margin }) }
  }
  const { range, amount, rose } = found
  if (rose === null) return { kind: 'events', events: [] }
  return { kind: 'events', events: explainAmount(change, { range, amount, rose }) }
}
