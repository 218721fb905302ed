import { confirmChange } from './confirm-change'
import { changedAt, keyOf, seenOf, stopAbsence, withPrices, withSample } from './episode'
import { mergeFigures, sameFigures, sameNumeral, showsAsMuch, showsWallet } from './figures'
import type { Episode, Figures, Ledger, Waiting } from './ledger'
import type { Look } from './look'
import { closeEpisode, isReturn, openOrResume } from './presence'

/** Cells that disagree for longer than this are no glimpse of an update. */
const SETTLED = 5_000
/** A tab that has not shown a change yet is taken to lag for so long. */
const LAG = 30_000

const put = (ledger: Ledger, episode: Episode): Ledger => ({
  ...ledger,
  open: { ...ledger.open, [keyOf(episode)]: episode },
})

const without = (pending: Episode['pending'], tab: string): Episode['pending'] =>
  Object.hasOwn(pending, tab)
    ? Object.fromEntries(Object.entries(pending).filter(([name]) => name !== tab))
    : pending

/** A wallet derived from prices trembles: the first reading stays, or small changes would slip by. */
const steady = (known: Figures, merged: Figures): Figures =>
  known.margin === null || merged.marginSlack === null
    ? merged
    : { ...merged, margin: known.margin, marginSlack: known.marginSlack }

/** Nothing has changed but prices. */
const unchanged = (episode: Episode, look: Look): Episode => {
  const { position, figures, at, tab, late } = look
  const pending = without(episode.pending, tab)
  if (late(episode.seenAt)) return { ...episode, pending }
  const merged = steady(episode.figures, mergeFigures(episode.figures, figures))
  const seen: Episode = {
    ...withPrices(episode, position, at),
    figures: merged,
    seenAt: at,
    walletSeenAt: showsWallet(figures) ? at : episode.walletSeenAt,
    pending,
    withoutStopSince: stopAbsence(episode, merged, at),
  }
  return withSample(seen, at, false)
}

/**
 * It has nothing new to say: it has shown the same since before the last change; or it has not shown
 * that change yet, and lags behind the tab that has. A tab that was opened since lags only if it shows
 * exactly what was there before.
 */
const isBehind = (episode: Episode, look: Look, cross: boolean, vanished: boolean): boolean => {
  const { figures, at, shown, tabSince } = look
  const changed = changedAt(episode)
  const shows = (state: Figures): boolean => sameFigures(state, figures, cross)
  const [before] = shown
  const saysNothingNew = before !== undefined && showsAsMuch(before.figures, figures)
  if (saysNothingNew && before.since <= changed && shows(before.figures)) return true
  // It was seen gone: what is there now is news to everybody.
  if (vanished || Math.abs(at - changed) > LAG) return false
  if (shown.some((state) => sameFigures(state.figures, episode.figures, cross))) return false
  return tabSince <= changed || (episode.recent !== null && shows(episode.recent.before))
}

const sameAs = (
  pending: Episode['pending'],
  { figures, tab }: Look,
  cross: boolean,
): Waiting | undefined => {
  const own = Object.hasOwn(pending, tab) ? pending[tab] : undefined
  if (own !== undefined && sameFigures(own.figures, figures, cross)) return own
  return Object.values(pending).find((waiting) => sameFigures(waiting.figures, figures, cross))
}

const replace = (ledger: Ledger, episode: Episode, look: Look, first: Waiting): Ledger =>
  openOrResume(closeEpisode(ledger, episode, { at: first.at, how: 'closed' }), look, first)

/** To the digit a position that had vanished: the account was switched back. */
const cameBack = ({ closed }: Ledger, episode: Episode, { figures }: Look): boolean =>
  !sameNumeral(episode.figures.entryPrice, figures.entryPrice) &&
  closed.some((other) => keyOf(other) === keyOf(episode) && isReturn(other, figures))

/** Whoever looks into another account comes back within so long, or something else has changed too. */
const RIVAL = 600_000

const hasRival = ({ closed }: Ledger, episode: Episode, at: number): boolean =>
  closed.some(
    (other) =>
      keyOf(other) === keyOf(episode) && other.closedAt !== null && at - other.closedAt < RIVAL,
  )

/** One more look at a position that is known to be open. */
export const reducePosition = (ledger: Ledger, known: Episode, look: Look): Ledger => {
  const { position, figures, at, tab, late } = look
  const cross = known.marginMode === 'cross'
  const gone = known.missing
  const episode = gone === null || late(gone.at) ? known : { ...known, missing: null }
  if (sameFigures(episode.figures, figures, cross)) return put(ledger, unchanged(episode, look))
  if (late(changedAt(episode))) return put(ledger, episode)

  const waiting = sameAs(episode.pending, look, cross)
  const vanished = waiting?.vanished ?? gone?.credible === true
  if (isBehind(episode, look, cross, vanished)) return put(ledger, episode)
  if (waiting !== undefined) {
    if (cameBack(ledger, episode, look)) return replace(ledger, episode, look, waiting)
    const confirmed = confirmChange(
      episode,
      waiting,
      { position, at, rival: hasRival(ledger, episode, at) },
      SETTLED,
    )
    if (confirmed.kind === 'confirmed') return put(ledger, confirmed.episode)
    if (confirmed.kind === 'unsettled') return put(ledger, episode)
    return replace(ledger, episode, look, waiting)
  }
  const first: Waiting = {
    figures,
    seen: seenOf(position),
    at,
    vanished,
  }
  return put(ledger, { ...episode, pending: { ...episode.pending, [tab]: first } })
}
