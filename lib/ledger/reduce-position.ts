import { confirmChange } from './confirm-change'
import { changedAt, keyOf, stopAbsence, walletSeen, withPrices, withSample } from './episode'
import { mergeFigures, sameFigures, showsAsMuch } from './figures'
import type { Episode, Figures, Ledger, Waiting } from './ledger'
import { entry, without } from './record'
import { closeEpisode } from './close-episode'
import { BEHIND_MS, LAG, type Look } from './look'
import { openOrResume } from './reduce-arrival'
import { cameBack, hasRival } from './resume'
import { shownBy, shownSince } from './tabs'
import {
  sameAs,
  SETTLED,
  shownBefore,
  stoodAs,
  stoodSince,
  withPending,
  withRepeated,
} from './waiting'
import { sameSize } from './wallet-change'
import {
  canWitness,
  isContradicted,
  isStrange,
  isUnknownTo,
  keepsBalance,
  suspectOthers,
  withoutSuspicion,
} from './witness'

const put = (ledger: Ledger, episode: Episode): Ledger => ({
  ...ledger,
  open: { ...ledger.open, [keyOf(episode)]: episode },
})

/**
 * A wallet derived from prices trembles: the first reading stays, or small changes would slip by. That of the
 * seconds of an update may be the old one.
 */
const steady = (episode: Episode, merged: Figures): Figures => {
  const { margin, marginSlack } = episode.figures
  const isUpdated = episode.seenAt - changedAt(episode) < SETTLED
  const trembles = margin !== null && merged.marginSlack !== null
  return trembles && !isUpdated ? { ...merged, margin, marginSlack } : merged
}

/**
 * Nothing has changed but prices. A column that has just come into sight may be ahead of the others, and what
 * another tab shows otherwise has begun: since then it has not been seen to stand.
 */
const unchanged = (episode: Episode, look: Look): Episode => {
  const { figures, at, tab, late, slept, shown } = look
  const pending = without(episode.pending, tab)
  if (slept || late(episode.seenAt)) return { ...episode, pending }
  const isSeenTwice = shown[0] !== undefined && showsAsMuch(shown[0].figures, figures)
  const { figures: known, seenAt } = episode
  const merged = isSeenTwice ? steady(episode, mergeFigures(known, figures)) : known
  const hasBegun = Object.values(pending).some((one) => one.at > seenAt && at - one.at <= LAG)
  const seen: Episode = {
    ...withPrices(episode, look),
    figures: merged,
    ...(!hasBegun && { seenAt: at, ...walletSeen(episode, figures, at) }),
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
  const isKnown = shown.some(
    (state) => sameFigures(state.figures, episode.figures, cross) && !shows(state.figures),
  )
  if (isKnown) return false
  return tabSince <= changed || (episode.recent !== null && shows(episode.recent.before))
}

const showing = (look: Look, figures: Figures): Look => ({
  ...look,
  position: { ...look.position, ...figures },
  figures,
})

const replace = (ledger: Ledger, episode: Episode, look: Look, first: Waiting): Ledger => {
  // Closed and entered again, or another account: its end was not seen.
  const closed = closeEpisode(ledger, episode, {
    at: first.at,
    reversed: false,
    markPrice: look.position.markPrice,
    watched: false,
  })
  const [name = look.tab] = Object.entries(episode.pending).find(([, one]) => one === first) ?? []
  const shown = shownBy(entry(ledger.tabs, name), keyOf(episode))
  const [begun, ...later] = stoodAs(ledger, episode, shown, first.figures)
  if (begun === undefined) return openOrResume(closed, look, first)
  // It begins where the other one ends; nobody saw it being opened.
  const { figures } = begun
  const at = later[0]?.since ?? first.at
  const start = { ...first, at, figures, completeAt: null }
  const opened = openOrResume(closed, { ...showing(look, figures), at }, start)
  const states = [...later.map((state) => ({ ...first, ...state, at: state.since })), first]
  return states.reduce((next, state) => {
    const own = entry(next.open, keyOf(episode))
    if (own === undefined) return next
    const pending = { [look.tab]: state }
    const isLast = state === first
    const then = isLast ? look : { ...showing(look, state.figures), at: state.at }
    return reduceLook(next, { ...own, pending }, then, isLast ? 'rest' : 'stood')
  }, opened)
}

/** It was seen gone a moment ago, and this tab shows it as it did before: it has not noticed yet. */
const hasNotNoticed = ({ missing }: Episode, { figures, at, shown }: Look, cross: boolean) => {
  const [before] = shown
  return (
    missing?.credible === true &&
    before !== undefined &&
    Math.abs(at - missing.at) <= BEHIND_MS &&
    sameFigures(before.figures, figures, cross)
  )
}

/**
 * A state that stood has its place in the ledger before the look itself, which is the `rest` then; of two tabs
 * each may have its own.
 */
type Part = 'all' | 'stood' | 'rest'

const reduceLook = (ledger: Ledger, known: Episode, look: Look, part: Part): Ledger => {
  const { figures, at, tab, late } = look
  const cross = known.marginMode === 'cross'
  if (hasNotNoticed(known, look, cross)) return ledger
  const gone = known.missing
  const episode = gone === null || late(gone.at) ? known : { ...known, missing: null }
  if (sameFigures(episode.figures, figures, cross)) {
    const settled = withoutSuspicion(ledger, look, keyOf(episode))
    const seen = unchanged(episode, look)
    return suspectOthers(put(settled, seen), seen, look)
  }
  if (late(changedAt(episode)) || isContradicted(ledger, episode, look)) return put(ledger, episode)

  const stood = part === 'all' ? stoodSince(episode, look) : undefined
  if (stood !== undefined) {
    const next = reduceLook(ledger, episode, showing(look, stood.figures), 'stood')
    const now = entry(next.open, keyOf(episode))
    if (now !== undefined && sameSize(now.figures, stood.figures)) {
      const seen = { seenAt: stood.at, ...walletSeen(now, stood.figures, stood.at) }
      return reduceLook(next, { ...now, ...seen }, look, 'rest')
    }
  }
  const pending = sameAs(episode.pending, look, cross)
  const waiting = pending ?? shownBefore(ledger, episode, look)
  const vanished = waiting?.vanished ?? gone?.credible === true
  // What waits is news, whichever tab repeats it.
  if (pending === undefined && isBehind(episode, look, cross, vanished)) return put(ledger, episode)
  if (waiting !== undefined && canWitness(ledger, episode, look)) {
    if (isStrange(entry(ledger.tabs, tab), episode)) {
      return replace(withoutSuspicion(ledger, look, keyOf(episode)), episode, look, waiting)
    }
    const sameAccount = keepsBalance(ledger, episode, look)
    if ((sameAccount === false && isUnknownTo(episode, look)) || cameBack(ledger, episode, look))
      return replace(ledger, episode, look, waiting)
    // A tab that was not heard for a while may have shown it first.
    const first = { ...waiting, at: Math.min(waiting.at, at) }
    const confirmed = confirmChange(episode, first, look, {
      rival: hasRival(ledger, episode, at) || isUnknownTo(episode, look),
      sameAccount,
      // What another tab has gone on from has not stood.
      settled: part === 'stood' || (pending !== undefined && Math.abs(at - pending.at) >= SETTLED),
      since: shownSince(episode, look),
    })
    if (confirmed.kind === 'confirmed') {
      // Half of the same update, which this tab does not show any more.
      const others = without(confirmed.episode.pending, tab)
      return put(ledger, { ...confirmed.episode, pending: others })
    }
    if (confirmed.kind === 'replaced') return replace(ledger, episode, look, waiting)
    if (pending !== undefined) return put(ledger, withRepeated(episode, look, pending))
  }
  return put(ledger, withPending(ledger, episode, look, vanished))
}

/** One more look at a position that is known to be open. */
export const reducePosition = (ledger: Ledger, known: Episode, look: Look): Ledger =>
  reduceLook(ledger, known, look, 'all')
