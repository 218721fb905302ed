import { keyOf, seenAll, withCountdown, withEvents, withPrices, withSample } from './episode'
import { type Change, WALLET } from './change'
import type { NewEvent } from './events'
import { explainChange } from './explain-change'
import { mayBeSettled } from './explain-margin'
import { forgetUnseen, mergeFigures, sameNumeral } from './figures'
import type { Episode, Ledger, Waiting } from './ledger'
import type { Look } from './look'
import { isFresh } from './same-position'
import { endOf } from './standing'
import { sameSize } from './wallet-change'

/**
 * A position that was watched to its end is over, whatever comes after it: a limit order at a round
 * price is filled there again and again. Where nobody watched, the old figures to the last digit are
 * the old position. Where nothing tells an end from a switch of accounts, what had been added must
 * still be there: nobody adds the same sum twice to the cent.
 */
const mayResume = ({ figures }: Episode, watched: boolean | null): boolean =>
  watched === null ? isFresh(figures) === false : !watched

/**
 * Funding may have been settled meanwhile, and a change that may be more than that is written down as what it
 * looks like; of anything else that changed, nobody knows what it was: `null`.
 */
const settledMeanwhile = (change: Change): readonly NewEvent[] | null => {
  const explained = explainChange(change)
  if (explained.kind !== 'events') return null
  const { events } = explained
  const isOther = events.some(({ kind }) => !WALLET.has(kind))
  return isOther || (events.length > 0 && !mayBeSettled(change)) ? null : events
}

/** The episode goes on, or `null`: what came is another position. */
export const resume = (episode: Episode, look: Look, first: Waiting): Episode | null => {
  const { figures: after } = first
  const end = endOf(episode.events)
  if (end === undefined || !mayResume(episode, end.watched)) return null
  const merged = mergeFigures(episode.figures, after)
  const change: Change = {
    episode,
    after: forgetUnseen(merged, after),
    seen: first.seen,
    at: first.at,
    away: true,
    vanished: true,
    rival: false,
    sameAccount: null,
    settled: true,
  }
  const news = settledMeanwhile(change)
  if (news === null) return null
  const back: NewEvent = {
    kind: 'resumed',
    at: first.at,
    awaySince: episode.seenAt,
    replaces: [end.id],
  }
  const written = withEvents({ ...episode, closedAt: null }, [back, ...news])
  const next: Episode = {
    ...written,
    figures: news.length === 0 ? merged : forgetUnseen(merged, after),
    ...seenAll(look.at),
    recent: { before: episode.figures, from: episode.seenAt, at: first.at, last: null, events: [] },
  }
  return withSample(withPrices(withCountdown(next, first), look), look.at, true)
}

/** In the same contract, and nobody watched them to their end: they may be another account's. */
const rivalsOf = ({ closed }: Ledger, episode: Episode): Episode[] =>
  closed.filter((other) => keyOf(other) === keyOf(episode) && endOf(other.events)?.watched !== true)

/** To the digit a position that had vanished: the account was switched back. */
export const cameBack = (ledger: Ledger, episode: Episode, { figures }: Look): boolean =>
  !sameNumeral(episode.figures.entryPrice, figures.entryPrice) &&
  rivalsOf(ledger, episode).some((other) => sameSize(other.figures, figures))

/** One who looks into another account is back within this, or something else has changed too. Chosen. */
const RIVAL_MS = 600_000

export const hasRival = (ledger: Ledger, episode: Episode, at: number): boolean =>
  rivalsOf(ledger, episode).some(({ closedAt }) => Math.abs(at - (closedAt ?? 0)) < RIVAL_MS)
