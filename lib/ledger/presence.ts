import type { Decimal } from '@/lib/margin'
import { keyOf, withEvents, withPrices, withSample } from './episode'
import type { NewEvent } from './events'
import { explainChange } from './explain-change'
import { decimal, sameFigures } from './figures'
import type { Episode, Figures, Ledger } from './ledger'
import type { Observation, ObservedPosition } from './observation'
import { positionKey } from './position-key'

/** Closed episodes that may still come back unchanged. */
const MOST_CLOSED = 100
/** A position that appears within this of a complete look without it was seen being opened. */
const WITNESS = 150_000
/** A tab that never showed a position may declare it gone only after this long. */
const UNSEEN = 120_000
/** The mark this close to liquidation when last seen, as a part of it: probably liquidated. */
const LIQUIDATED = '0.002'

type Look = { observation: Observation; position: ObservedPosition; figures: Figures }

const remember = (closed: readonly Episode[], episode: Episode): Episode[] =>
  [episode, ...closed.filter(({ id }) => id !== episode.id)].slice(0, MOST_CLOSED)

const without = <T>(record: Record<string, T>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))

const wasLiquidated = ({ side, markPrice, figures }: Episode): boolean => {
  const { liquidationPrice } = figures
  if (markPrice === null || liquidationPrice === null || liquidationPrice === 'none') return false
  const liquidation: Decimal = decimal(liquidationPrice)
  const room = liquidation.times(LIQUIDATED)
  return side === 'long'
    ? liquidation.plus(room).gte(markPrice)
    : liquidation.minus(room).lte(markPrice)
}

type Closing = { at: number; how: 'closed' | 'reversed' }

export const closeEpisode = (ledger: Ledger, episode: Episode, { at, how }: Closing): Ledger => {
  const { markPrice, unrealizedPnl, seenAt } = episode
  const event: NewEvent = {
    kind: 'closed',
    at,
    awaySince: at - seenAt > WITNESS ? seenAt : null,
    how: how === 'closed' && wasLiquidated(episode) ? 'liquidated' : how,
    markPrice,
    unrealizedPnl,
  }
  const closed = withEvents({ ...episode, closedAt: at, pending: null, missing: null }, [event])
  return {
    ...ledger,
    open: without(ledger.open, keyOf(episode)),
    closed: remember(ledger.closed, closed),
  }
}

const opened = ({ observation, position, figures }: Look, at: number, ledger: Ledger): Episode => {
  const last = ledger.completeAt[observation.market]
  const witnessed = last !== null && at - last <= WITNESS && at >= last
  const episode: Episode = {
    id: `${positionKey(position)}@${String(at)}`,
    symbol: position.symbol,
    side: position.side,
    marginMode: position.marginMode,
    market: observation.market,
    marginAsset: position.marginAsset,
    openedAt: at,
    closedAt: null,
    figures,
    seenAt: observation.at,
    markPrice: null,
    unrealizedPnl: null,
    estimatedFunding: null,
    nextFundingAt: null,
    withoutStopSince: figures.stopLoss.state === 'absent' ? at : null,
    pending: null,
    missing: null,
    events: [],
    samples: [],
  }
  const event: NewEvent = {
    kind: 'opened',
    at,
    awaySince: witnessed || last === null ? null : last,
    witnessed,
    quantity: figures.quantity,
    entryPrice: figures.entryPrice,
    margin: figures.margin,
  }
  return withSample(withPrices(withEvents(episode, [event]), position), observation.at, true)
}

/** The same size at the same entry price: the position that had vanished. */
const isReturn = (episode: Episode, figures: Figures): boolean =>
  episode.figures.quantity === figures.quantity && episode.figures.entryPrice === figures.entryPrice

/**
 * A position that comes back as it was resumes its episode. What differs in margin was done while
 * away; a wallet that shrank to a first margin again is a new position at the same price.
 */
const resumed = (episode: Episode, look: Look, at: number): Episode | null => {
  const { figures, observation, position } = look
  const reopened: Episode = {
    ...episode,
    closedAt: null,
    missing: null,
    pending: null,
    events: episode.events.filter(({ kind }) => kind !== 'closed'),
  }
  const same = sameFigures(reopened.figures, figures, episode.marginMode === 'cross')
  const explained = same
    ? { events: [] }
    : explainChange({
        episode: reopened,
        after: figures,
        at,
        away: true,
        nextFundingAt: null,
      })
  if (!('events' in explained)) return null
  if (explained.events.some(({ kind }) => kind === 'margin-removed')) return null
  const back: NewEvent = { kind: 'resumed', at, awaySince: episode.seenAt }
  return withSample(
    withPrices(
      { ...withEvents(reopened, [back, ...explained.events]), figures, seenAt: observation.at },
      position,
    ),
    observation.at,
    true,
  )
}

/** The same position under the other margin mode, vanished in the same look. */
const otherMode = (ledger: Ledger, { position, figures }: Look): Episode | null => {
  const marginMode = position.marginMode === 'isolated' ? 'cross' : 'isolated'
  const key = positionKey({ ...position, marginMode })
  const episode = Object.hasOwn(ledger.open, key) ? ledger.open[key] : undefined
  return episode !== undefined && isReturn(episode, figures) && episode.missing !== null
    ? episode
    : null
}

/** A position seen twice: new, come back, or under another margin mode. */
export const openOrResume = (ledger: Ledger, look: Look, at: number): Ledger => {
  const { position, figures, observation } = look
  const key = positionKey(position)
  const arriving = without(ledger.arriving, key)

  const moved = otherMode(ledger, look)
  if (moved !== null) {
    const event: NewEvent = {
      kind: 'margin-mode-changed',
      at,
      awaySince: null,
      from: moved.marginMode,
      to: position.marginMode,
    }
    const episode = withEvents(
      { ...moved, marginMode: position.marginMode, figures, seenAt: observation.at, missing: null },
      [event],
    )
    const open = { ...without(ledger.open, keyOf(moved)), [key]: episode }
    return { ...ledger, arriving, open }
  }

  const candidate = ledger.closed.find(
    (episode) => keyOf(episode) === key && isReturn(episode, figures),
  )
  const back = candidate === undefined ? null : resumed(candidate, look, at)
  const closed = back === null ? ledger.closed : ledger.closed.filter(({ id }) => id !== back.id)
  return {
    ...ledger,
    arriving,
    closed,
    open: { ...ledger.open, [key]: back ?? opened(look, at, ledger) },
  }
}

const oppositeKey = (episode: Episode) =>
  positionKey({ ...episode, side: episode.side === 'long' ? 'short' : 'long' })

/**
 * Positions that a complete look no longer shows. Flat needs two such looks; a tab that never showed
 * the position must see it missing for longer, since it may itself be the one that lags.
 */
export const reduceAbsence = (ledger: Ledger, observation: Observation): Ledger => {
  const { at, tab, market, complete, positions } = observation
  if (!complete) return ledger
  const present = new Set<string>(positions.map(positionKey))
  const arriving = Object.fromEntries(
    Object.entries(ledger.arriving).filter(
      ([key, { tab: from }]) => present.has(key) || from !== tab,
    ),
  )
  let next: Ledger = { ...ledger, arriving }
  const known = ledger.tabs[tab]
  for (const [key, episode] of Object.entries(ledger.open)) {
    if (episode.market !== market || present.has(key)) continue
    const { missing: before } = episode
    const knows = known === undefined || Object.hasOwn(known.looks, key)
    const missing = {
      at: before?.at ?? at,
      looks: (before?.looks ?? 0) + 1,
      credible: knows || before?.credible === true,
    }
    const gone = missing.looks >= 2 && (missing.credible || at - missing.at >= UNSEEN)
    const reversed = present.has(oppositeKey(episode))
    if (gone)
      next = closeEpisode(next, episode, { at: missing.at, how: reversed ? 'reversed' : 'closed' })
    else next = { ...next, open: { ...next.open, [key]: { ...episode, missing } } }
  }
  return next
}
