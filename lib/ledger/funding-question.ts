import type { Decimal } from '@/lib/margin'
import { notional } from '@/lib/margin'
import { AWAY, type Change } from './change'
import { changedAt } from './episode'
import { decimal, marginSlack, positionOf, sameMargin, sameOrHidden } from './figures'
import { isDated } from './is-dated'
import { priceStood } from './one-update'
import { sameQuantity } from './quantity'
import { DELIVERY, type FundingQuestion, HOUR_MS } from './settlements'
import { standingEvents } from './standing'
import type { LedgerEvent } from './events'

/** The clock of a machine is hardly further off than this. Chosen. */
const CLOCKS = 25_000

/**
 * A wallet that is derived from prices may have changed long ago, by less than its trembling, and
 * come to light only now.
 */
const mayBeOld = ({ episode: { figures: before }, after }: Change): boolean => {
  if (before.margin === null || after.margin === null) return false
  // A liquidation price that moves tells when; one that stands is too coarse to.
  if (!sameOrHidden(before.liquidationPrice, after.liquidationPrice)) return false
  const trembles = before.marginSlack !== null || after.marginSlack !== null
  const rise = decimal(after.margin).minus(before.margin).abs()
  return trembles && rise.lt(marginSlack(before, after).times(2))
}

/**
 * An hour settles the size of that hour by the exchange's clock. Where the size changed close to it,
 * 0.061 may have been settled on the old one, or 0.125 on the new one.
 */
const forOtherSize = (
  { episode: { recent, figures }, at }: Change,
  estimate: Decimal | undefined,
): Decimal[] => {
  const hour = Math.round(at / HOUR_MS)
  if (estimate === undefined || recent === null) return []
  if (Math.abs(recent.at - hour * HOUR_MS) > CLOCKS) return []
  if (sameQuantity(recent.before, figures)) return []
  const grown = decimal(figures.quantity).div(recent.before.quantity)
  return [recent.at < hour * HOUR_MS ? estimate.div(grown) : estimate.times(grown)]
}

/**
 * The page's estimates of what was settled: the last one from before the hour, since one that is seen after it
 * is of the next settlement. Over hours rates wander, and each is as good as another; that of an hour before
 * them was of another size, perhaps.
 */
const estimatesOf = (change: Change, away: boolean): Decimal[] => {
  const { episode, seen, at } = change
  const { settling, estimatedFunding, walletSeenAt } = episode
  const decimals = (estimates: readonly (string | null)[]): Decimal[] =>
    estimates.flatMap((estimate) => (estimate === null ? [] : [decimal(estimate)]))
  if (away) {
    const isOfThen = settling !== null && settling.hour * HOUR_MS >= walletSeenAt - CLOCKS
    const then = isOfThen ? settling.estimate : null
    return decimals([then, estimatedFunding, seen.estimatedFunding])
  }
  const hour = Math.round(at / HOUR_MS)
  const [before] = decimals([settling?.hour === hour ? settling.estimate : estimatedFunding])
  // The rate may have changed within the last seconds: by this clock that was before the hour as well.
  const [last] = episode.seenAt < hour * HOUR_MS ? decimals([estimatedFunding]) : []
  if (before === undefined) return []
  return last === undefined || last.eq(before) ? [before] : [before, last]
}

/**
 * When what has moved was last in sight as it was: a price of which the column comes back may tell of a
 * settlement of hours ago, by less than the trembling of the margin.
 */
const standsSince = ({ episode, after }: Change): number => {
  const { figures, walletSeenAt, marginSeenAt, priceSeenAt } = episode
  const times = [
    sameMargin(figures, after) ? null : marginSeenAt,
    priceStood(figures, after) ? null : priceSeenAt,
  ].filter((time) => time !== null)
  return times.length === 0 ? walletSeenAt : Math.max(...times)
}

/** One that was found after an absence was settled before: found at 12:00:04 on a fast clock, it is none of 12:00. */
const settlementTime = ({ at, awaySince }: LedgerEvent): number =>
  awaySince === null ? at : Math.max(awaySince, at - DELIVERY - CLOCKS)

/** What is asked of a change of the wallet: may it be a settlement of funding? */
export const fundingQuestion = (change: Change): FundingQuestion => {
  const { episode, after, seen, at } = change
  const old = mayBeOld(change)
  const since = standsSince(change)
  const from = old ? Math.min(since, changedAt(episode)) : since
  const away = old || Math.abs(at - from) > AWAY
  const settled = standingEvents(episode.events).findLast(({ kind }) => kind === 'funding')
  const estimates = estimatesOf(change, away)
  return {
    from,
    to: at,
    away,
    dated: isDated(episode),
    settledAt: settled === undefined ? null : settlementTime(settled),
    dueAt: episode.dueAt,
    nextFundingAt: episode.nextFundingAt,
    estimates,
    otherSizes: away ? [] : forOtherSize(change, estimates[0]),
    next: seen.estimatedFunding === null ? null : decimal(seen.estimatedFunding),
    notional: notional(
      positionOf(after, episode.side),
      decimal(seen.markPrice ?? episode.markPrice ?? after.entryPrice),
    ),
  }
}
