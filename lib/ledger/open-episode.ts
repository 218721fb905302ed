import { Decimal } from '@/lib/margin'
import { seenAll, seenOf, withCountdown, withEvents, withPrices, withSample } from './episode'
import type { NewEvent } from './events'
import { decimal } from './figures'
import type { Episode, Ledger, Waiting } from './ledger'
import type { Look } from './look'
import { positionKey } from './position-key'
import { isFresh } from './same-position'

/** A position that appears within this of a complete look without it was seen being opened. */
const WITNESS = 150_000
/** Just opened: its entry price is no further from the mark than this part of it. */
const NEAR_MARK = new Decimal('0.02')

/** It was not there, now it is, and it looks like one that was just opened. */
const isWitnessed = ({ position }: Look, { figures, at, completeAt }: Waiting) => {
  if (completeAt === null || at < completeAt || at - completeAt > WITNESS) return false
  if (position.marginMode === 'isolated' && isFresh(figures) === false) return false
  const { markPrice } = position
  if (markPrice === null) return true
  const distance = decimal(markPrice).minus(figures.entryPrice).abs()
  return distance.lte(NEAR_MARK.times(markPrice))
}

type Beginning = {
  first: Waiting
  /** The episode that ended before at the same size and entry price; `null`: none. */
  follows: string | null
}

/** The first chapter of a position. */
export const openEpisodeFrom = (look: Look, { first, follows }: Beginning): Episode => {
  const { position, market } = look
  const { at, figures } = first
  const witnessed = isWitnessed(look, first)
  const episode: Episode = {
    id: `${positionKey(position)}@${String(at)}`,
    symbol: position.symbol,
    side: position.side,
    marginMode: position.marginMode,
    market,
    marginAsset: position.marginAsset,
    account: look.account,
    contractType: position.contractType,
    openedAt: at,
    closedAt: null,
    figures,
    ...seenAll(look.at),
    markPrice: null,
    unrealizedPnl: null,
    estimatedFunding: null,
    settling: null,
    nextFundingAt: null,
    dueAt: null,
    withoutStopSince: figures.stopLoss.state === 'absent' ? at : null,
    pending: {},
    recent: null,
    missing: null,
    hedged: false,
    events: [],
    samples: [],
  }
  const event: NewEvent = {
    kind: 'opened',
    at,
    awaySince: witnessed ? null : first.completeAt,
    witnessed,
    quantity: figures.quantity,
    entryPrice: figures.entryPrice,
    margin: figures.margin,
    follows,
  }
  const opened = withCountdown(withEvents(episode, [event]), first)
  return withSample(withPrices(opened, look), look.at, true)
}

export const firstLook = (ledger: Ledger, look: Look, vanished = false): Waiting => ({
  figures: look.figures,
  seen: seenOf(look.position),
  at: look.at,
  vanished,
  completeAt: ledger.completeAt[look.market],
  repeated: false,
})
