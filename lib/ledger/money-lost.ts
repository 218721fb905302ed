import { Decimal, notional } from '@/lib/margin'
import { decimal, positionOf, unitOf } from './figures'
import type { Episode } from './ledger'
import type { ObservedAccount } from './observation'

/** What is asked when a position is gone: did its money go as well? */
export type Loss = {
  episode: Episode
  /** The account as it was shown with the position, and without it. */
  before: ObservedAccount | null
  after: ObservedAccount | null
  /** The other episodes that stand on the same account. */
  others: readonly Episode[]
}

/** More than this part of what was at stake is gone, or has come back. Chosen: fees are below 10 %. */
const MOST_SHARE = new Decimal('0.7')
const LEAST_SHARE = new Decimal('0.3')
/** Other open positions move the balance by less than this part of their value within two looks. */
const DRIFT_SHARE = new Decimal('0.002')
/** A balance tells only of what is this many of its last digits. */
const LEAST_DIGITS = 4

/** Margin balance that the position itself stood for when it was last seen. */
const stakeOf = ({ episode, before, others }: Loss): Decimal | null => {
  const { figures, unrealizedPnl, marginMode } = episode
  if (marginMode === 'isolated') {
    if (figures.margin === null || unrealizedPnl === null) return null
    return decimal(figures.margin).plus(unrealizedPnl)
  }
  // A cross liquidation takes the balance; isolated positions keep theirs.
  const alone = others.every((other) => other.marginMode === 'cross')
  const balance = before?.marginBalance ?? null
  return alone && balance !== null ? decimal(balance) : null
}

const driftOf = (others: readonly Episode[]): Decimal =>
  others.reduce((sum, { figures, side, markPrice }) => {
    const value = notional(positionOf(figures, side), decimal(markPrice ?? figures.entryPrice))
    return sum.plus(value.times(DRIFT_SHARE))
  }, new Decimal(0))

/** By how many times the stake a balance fell; `null`: it is not in sight, or does not tell. */
const partLost = (
  { before, after, others }: Loss,
  name: 'marginBalance' | 'availableBalance',
  stake: Decimal,
): Decimal | null => {
  const [from, to] = [before?.[name] ?? null, after?.[name] ?? null]
  if (from === null || to === null || stake.lt(unitOf(from).times(LEAST_DIGITS))) return null
  // Free for orders is what cross positions leave over, so it moves with their PnL as well.
  const moving = name === 'marginBalance' ? others : others.filter((o) => o.marginMode === 'cross')
  if (stake.lt(driftOf(moving).times(LEAST_DIGITS))) return null
  return decimal(from).minus(to).div(stake)
}

/**
 * Whether the money of a position went with it. When it is liquidated the margin balance falls by
 * what the position still stood for; when it is closed the same sum becomes free for orders. A
 * balance that leaves isolated wallets out would not fall at a liquidation: one that stands still
 * says nothing by itself. `null`: the page does not show enough to tell.
 */
export const moneyLost = (loss: Loss): boolean | null => {
  const { episode, before, after } = loss
  const stake = stakeOf(loss)
  if (before === null || after === null || stake === null) return null
  if (before.asset !== after.asset || before.asset !== episode.marginAsset) return null
  const lost = partLost(loss, 'marginBalance', stake)
  const held = partLost(loss, 'availableBalance', stake)
  if (lost?.gte(MOST_SHARE) === true) return true
  const cameBack = [lost, held].some((part) => part?.lte(MOST_SHARE.neg()) === true)
  const stands = episode.marginMode === 'cross' && lost?.lte(LEAST_SHARE) === true
  return cameBack || stands ? false : null
}
