import type { ObservedPosition } from '@/lib/ledger'
import type { Change } from '@/lib/ledger/change'
import { explainChange } from '@/lib/ledger/explain-change'
import type { Figures } from '@/lib/ledger/ledger'
import { desk, START } from './desk.ts'
import { observedPosition } from './observed.ts'

/** One second after the position was last seen, ten minutes from any full hour. */
export const AT = START + 1_400

/** A change of a position of 0.020 BTC at 60,000, with 59.42 in its wallet, from one look to the next. */
export const changeOf = (
  before: Partial<ObservedPosition>,
  after: Partial<Figures>,
  around: Partial<Change> & { lastSeenAt?: number } = {},
): Change => {
  const { twice, episode } = desk()
  twice(0, [observedPosition({ ...before })])
  const { lastSeenAt = START + 400, ...others } = around
  const opened = {
    ...episode(),
    seenAt: lastSeenAt,
    walletSeenAt: lastSeenAt,
    marginSeenAt: null,
    priceSeenAt: null,
  }
  return {
    episode: opened,
    after: { ...opened.figures, ...after },
    seen: { markPrice: null, unrealizedPnl: null, estimatedFunding: null, nextFundingAt: null },
    at: AT,
    away: false,
    vanished: false,
    rival: false,
    sameAccount: null,
    settled: false,
    ...others,
  }
}

/** Kinds and the figures that tell them apart; or why there are none. */
export const told = (...change: Parameters<typeof changeOf>) => {
  const explained = explainChange(changeOf(...change))
  return explained.kind === 'events'
    ? explained.events.map((event) => [
        event.kind,
        'amount' in event ? event.amount : 'quantity' in event ? event.quantity : null,
        ...('certain' in event ? [event.certain] : []),
      ])
    : explained.kind
}
