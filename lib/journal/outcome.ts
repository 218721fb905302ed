import { endOf, type Episode, standingEvents } from '@/lib/ledger'
import { Decimal } from '@/lib/margin'

export const outcomes = [
  'open',
  'gain',
  'even',
  'loss',
  'liquidated',
  'probably-liquidated',
  'unknown',
] as const
export type Outcome = (typeof outcomes)[number]

/**
 * How an episode ended, and what is known of its result in the margin asset.
 * `last-pnl`: the unrealised PnL that the page showed last; fees and funding are not in it, and
 * after a partial close (`inParts`) neither is what had been realised before.
 * `margin-lost`: an isolated position that was liquidated has lost its wallet.
 */
export type Ending = {
  outcome: Outcome
  result: { amount: Decimal; basis: 'last-pnl' | 'margin-lost'; inParts: boolean } | null
}

type Ended = Pick<Episode, 'closedAt' | 'events' | 'figures' | 'marginMode'>

/** Whether somebody saw the end of a position; else it was found to be gone. */
export const isEndSeen = ({ events }: Pick<Episode, 'events'>): boolean => {
  const end = endOf(events)
  return end?.awaySince === null && end.watched !== false
}

const nothing = (outcome: Outcome): Ending => ({ outcome, result: null })

const liquidation = ({ figures, marginMode }: Ended): Ending =>
  marginMode === 'cross' || figures.margin === null
    ? nothing('liquidated')
    : {
        outcome: 'liquidated',
        result: {
          amount: new Decimal(figures.margin).neg(),
          basis: 'margin-lost',
          inParts: false,
        },
      }

const bySign = (amount: Decimal): Outcome =>
  amount.isZero() ? 'even' : amount.isNeg() ? 'loss' : 'gain'

export const endingOf = (episode: Ended): Ending => {
  if (episode.closedAt === null) return nothing('open')
  const closed = endOf(episode.events)
  if (closed === undefined) return nothing('unknown')
  if (closed.how === 'liquidated' && closed.certain) return liquidation(episode)
  const probably = closed.how === 'liquidated'
  // Closed while nobody looked: the last PnL may be hours old and says nothing of the end.
  if (closed.unrealizedPnl === null || closed.awaySince !== null)
    return nothing(probably ? 'probably-liquidated' : 'unknown')
  const amount = new Decimal(closed.unrealizedPnl)
  const inParts = standingEvents(episode.events).some(({ kind }) => kind === 'reduced')
  return {
    outcome: probably ? 'probably-liquidated' : bySign(amount),
    result: { amount, basis: 'last-pnl', inParts },
  }
}
