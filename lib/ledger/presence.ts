import type { Decimal } from '@/lib/margin'
import { AWAY } from './change'
import { keyOf, withEvents, withPrices, withSample } from './episode'
import type { NewEvent } from './events'
import { explainChange } from './explain-change'
import { decimal, forgetUnseen, mergeFigures, sameFigures, sameNumeral } from './figures'
import type { Episode, Figures, Ledger, Waiting } from './ledger'
import type { Late, Look } from './look'
import { firstLook, openEpisodeFrom } from './open-episode'
import type { Observation } from './observation'
import { positionKey } from './position-key'
import { isFresh } from './same-position'

/** Closed episodes that may still come back unchanged. */
const MOST_CLOSED = 100
/** A tab that never showed a position may declare it gone only after this long. */
const UNSEEN = 120_000
/** The mark this close to liquidation when last seen, as a part of it: probably liquidated. */
const LIQUIDATED = '0.002'

const without = <T>(record: Record<string, T>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))

const entry = <T>(record: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

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
    awaySince: at - seenAt > AWAY ? seenAt : null,
    how: how === 'closed' && wasLiquidated(episode) ? 'liquidated' : how,
    markPrice,
    unrealizedPnl,
  }
  const closed = withEvents({ ...episode, closedAt: at, pending: {}, missing: null }, [event])
  return {
    ...ledger,
    open: without(ledger.open, keyOf(episode)),
    closed: [closed, ...ledger.closed.filter(({ id }) => id !== closed.id)].slice(0, MOST_CLOSED),
  }
}

/** The same size at the same entry price: the position that had vanished. */
export const isReturn = (episode: Episode, figures: Figures): boolean =>
  sameNumeral(episode.figures.quantity, figures.quantity) &&
  sameNumeral(episode.figures.entryPrice, figures.entryPrice)

/** Closed and opened again at the same price: what had been added is not there any more. */
const beganAnew = ({ figures, marginMode }: Episode, after: Figures): boolean =>
  marginMode === 'isolated' && isFresh(figures) === false && isFresh(after) === true

/** A position that comes back as it was. What differs in its margin was done meanwhile. */
const resumed = (episode: Episode, look: Look, first: Waiting): Episode | null => {
  if (beganAnew(episode, first.figures)) return null
  const merged = mergeFigures(episode.figures, first.figures)
  const reopened: Episode = {
    ...episode,
    closedAt: null,
    events: episode.events.filter(({ kind }) => kind !== 'closed'),
  }
  const shown = forgetUnseen(merged, first.figures)
  const same = sameFigures(episode.figures, first.figures, episode.marginMode === 'cross')
  const explained = explainChange({
    episode: reopened,
    after: shown,
    seen: first.seen,
    at: first.at,
    away: true,
    vanished: true,
    rival: false,
    settled: true,
  })
  if (explained.kind !== 'events') return null
  const back: NewEvent = { kind: 'resumed', at: first.at, awaySince: episode.seenAt }
  const news = same ? [] : explained.events
  const written = withEvents(reopened, [back, ...news])
  const next: Episode = {
    ...written,
    figures: same ? merged : shown,
    seenAt: look.at,
    walletSeenAt: look.at,
    recent: {
      before: episode.figures,
      from: episode.seenAt,
      at: first.at,
      events: written.events.slice(written.events.length - news.length).map(({ id }) => id),
    },
  }
  return withSample(withPrices(next, look.position, look.at), look.at, true)
}

/** The same position under the other margin mode, vanished in the same look. */
const otherMode = (ledger: Ledger, { position, figures }: Look): Episode | null => {
  const marginMode = position.marginMode === 'isolated' ? 'cross' : 'isolated'
  const episode = entry(ledger.open, positionKey({ ...position, marginMode }))
  return episode !== undefined && isReturn(episode, figures) && episode.missing !== null
    ? episode
    : null
}

const changeMode = (ledger: Ledger, episode: Episode, look: Look, first: Waiting): Ledger => {
  const { marginMode } = look.position
  const event: NewEvent = {
    kind: 'margin-mode-changed',
    at: first.at,
    awaySince: null,
    from: episode.marginMode,
    to: marginMode,
  }
  const changed: Episode = {
    ...withEvents(episode, [event]),
    marginMode,
    figures: look.figures,
    seenAt: look.at,
    walletSeenAt: look.at,
    pending: {},
    recent: null,
    missing: null,
  }
  return {
    ...ledger,
    open: { ...without(ledger.open, keyOf(episode)), [positionKey(look.position)]: changed },
  }
}

/** A position seen twice: new, come back, or under another margin mode. */
export const openOrResume = (ledger: Ledger, look: Look, first: Waiting): Ledger => {
  const key = positionKey(look.position)
  const arrived = { ...ledger, arriving: without(ledger.arriving, key) }
  const moved = otherMode(arrived, look)
  if (moved !== null) return changeMode(arrived, moved, look, first)

  const candidate = ledger.closed.find(
    (episode) => keyOf(episode) === key && isReturn(episode, first.figures),
  )
  const back = candidate === undefined ? null : resumed(candidate, look, first)
  const episode = back ?? openEpisodeFrom(ledger, look, first)
  return {
    ...arrived,
    open: { ...ledger.open, [key]: episode },
    closed: back === null ? ledger.closed : ledger.closed.filter(({ id }) => id !== back.id),
  }
}

/** It was closed a moment ago, and this tab has only not noticed yet. */
const isBehind = ({ closed }: Ledger, look: Look, key: string): boolean => {
  const last = closed.find((episode) => keyOf(episode) === key)
  if (last === undefined || last.closedAt === null) return false
  if (look.late(last.closedAt)) return true
  const [before] = look.shown
  return before !== undefined && before.since <= last.closedAt && isReturn(last, before.figures)
}

/** One more look at a position that is not known to be open. */
export const reduceArrival = (ledger: Ledger, look: Look): Ledger => {
  const key = positionKey(look.position)
  const cross = look.position.marginMode === 'cross'
  const first = entry(ledger.arriving, key)
  const repeats = first !== undefined && sameFigures(first.figures, look.figures, cross)
  if (repeats && Math.abs(look.at - first.at) <= AWAY) return openOrResume(ledger, look, first)
  if (isBehind(ledger, look, key)) return ledger
  return { ...ledger, arriving: { ...ledger.arriving, [key]: firstLook(look) } }
}

const oppositeKey = (episode: Episode) =>
  positionKey({ ...episode, side: episode.side === 'long' ? 'short' : 'long' })

/**
 * Positions that a complete look no longer shows. Flat needs two such looks; a tab that never showed
 * the position must see it missing for longer, since it may itself be the one that lags.
 */
export const reduceAbsence = (ledger: Ledger, observation: Observation, late: Late): Ledger => {
  const { at, tab, market, complete, positions } = observation
  if (!complete) return ledger
  const present = new Set<string>(positions.map(positionKey))
  const arriving = Object.fromEntries(
    Object.entries(ledger.arriving).filter(([key, { at: seen }]) => present.has(key) || late(seen)),
  )
  let next: Ledger = { ...ledger, arriving }
  const known = entry(ledger.tabs, tab)
  for (const [key, episode] of Object.entries(ledger.open)) {
    if (episode.market !== market || present.has(key) || late(episode.seenAt)) continue
    const before = episode.missing
    const missing = {
      at: before?.at ?? at,
      looks: (before?.looks ?? 0) + 1,
      credible: known === undefined || Object.hasOwn(known.shown, key) || before?.credible === true,
    }
    const gone = missing.looks >= 2 && (missing.credible || at - missing.at >= UNSEEN)
    const reversed = present.has(oppositeKey(episode))
    next = gone
      ? closeEpisode(next, episode, { at: missing.at, how: reversed ? 'reversed' : 'closed' })
      : { ...next, open: { ...next.open, [key]: { ...episode, missing } } }
  }
  return next
}
