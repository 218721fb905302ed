import { Decimal, notional } from '@/lib/margin'
import { decimal, positionOf } from './figures'
import type { Episode } from './ledger'
import type { ObservedAccount } from './observation'

/** Fees, and prices between two looks, as a part of the value of all positions. Chosen. */
const DRIFT_SHARE = new Decimal('0.02')
/** What else is done in an account hardly moves its balance by more than all positions are worth. */
const ALL = new Decimal(1)

const valueOf = ({ figures, side, markPrice }: Episode): Decimal =>
  notional(positionOf(figures, side), decimal(markPrice ?? figures.entryPrice))

/**
 * What a close may give back to what is free: the wallet, with its PnL. Of one that was out of sight at
 * the end nobody knows what was added since.
 */
const releasedBy = (episode: Episode): Decimal => {
  const { figures, unrealizedPnl, walletSeenAt, seenAt } = episode
  const isKnown = figures.margin !== null && walletSeenAt >= seenAt
  return decimal(figures.margin ?? '0')
    .plus(decimal(unrealizedPnl ?? '0').abs())
    .plus(isKnown ? 0 : valueOf(episode))
}

const sum = (amounts: readonly Decimal[]): Decimal =>
  amounts.reduce((all, one) => all.plus(one), new Decimal(0))

type Question = {
  before: ObservedAccount | null
  after: ObservedAccount | null
  /** Episodes that are gone, and those that stayed. */
  gone: readonly Episode[]
  stayed: readonly Episode[]
}

/** `share`: by this part of the value of all the balance may have moved besides. */
const isWithin = (share: Decimal, { before, after, gone, stayed }: Question): boolean | null => {
  // The page was moved to a contract of another asset: that is another balance of the same account.
  if (before === null || before.asset !== after?.asset) return null
  const room = sum(gone.map(releasedBy)).plus(sum([...gone, ...stayed].map(valueOf)).times(share))
  // What is free moves with every deed; the margin balance with prices only, so it alone is asked if it can be.
  const names = ['marginBalance', 'availableBalance'] as const
  const [move] = names.flatMap((name) => {
    const [from, to] = [before[name], after[name]]
    return from === null || to === null ? [] : [decimal(to).minus(from).abs()]
  })
  return move?.lte(room) ?? null
}

/**
 * Whether what is in front now is still the account that was: its balance has moved by no more than prices and
 * the end of what is gone explain. `null`: the page does not show it.
 */
export const sameAccount = (question: Question): boolean | null => isWithin(DRIFT_SHARE, question)

/** It is another one, whatever was done in between. */
export const isOtherAccount = (question: Question): boolean => isWithin(ALL, question) === false
