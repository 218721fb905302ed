import { seenTwice } from './confirm-change'
import { changedAt, keyOf } from './episode'
import { decimal, sameFigures, showsAsMuch } from './figures'
import type { Episode, Figures, Ledger, Shown, Waiting } from './ledger'
import type { Look } from './look'
import { firstLook } from './open-episode'
import { entry, without } from './record'
import { shownBy } from './tabs'
import { isBetween } from './one-update'
import { sameSize } from './wallet-change'
import { isStrange } from './witness'

/** Cells that disagree for longer than this are no glimpse of an update. */
export const SETTLED = 5_000

/** A look that waits and shows the same, of this tab or of another one. */
export const sameAs = (
  pending: Episode['pending'],
  { figures, tab }: Look,
  cross: boolean,
): Waiting | undefined => {
  const own = entry(pending, tab)
  if (own !== undefined && sameFigures(own.figures, figures, cross)) return own
  return Object.values(pending).find((waiting) => sameFigures(waiting.figures, figures, cross))
}

/**
 * Another tab has shown it since the last change, and has gone on to something else meanwhile. One that is
 * suspected of another account bears no witness for this one.
 */
export const shownBefore = (ledger: Ledger, episode: Episode, look: Look): Waiting | undefined => {
  const cross = episode.marginMode === 'cross'
  const states = Object.entries(ledger.tabs).flatMap(([name, other]) => {
    if (name === look.tab || isStrange(other, episode)) return []
    const shown = shownBy(other, keyOf(episode))
    // Older than what is believed: a glimpse of a change of then.
    const believed = shown.findIndex((state) => sameFigures(state.figures, episode.figures, cross))
    return believed < 0 ? shown : shown.slice(0, believed)
  })
  const state = states.find(
    ({ figures, since }) =>
      since > changedAt(episode) &&
      showsAsMuch(figures, look.figures) &&
      sameFigures(figures, look.figures, cross),
  )
  return state && firstLook(ledger, { ...look, figures: state.figures, at: state.since })
}

/** The margin rose and fell, or fell and rose. */
const hasTurned = ([before, between, after]: readonly [Figures, Figures, Figures]): boolean => {
  const [a, b, c] = [before, between, after].map(({ margin }) => margin && decimal(margin))
  return Boolean(a && b && c && b.gt(a) !== c.gt(b))
}

/** It was no half of an update: it stood, or was shown between two others; and the tab goes on from it. */
export const stoodSince = (
  { pending, figures, side, marginMode }: Episode,
  look: Look,
): Waiting | undefined =>
  Object.entries(pending).find(([name, state]) => {
    if (sameFigures(state.figures, look.figures, marginMode === 'cross')) return false
    const stood = Math.abs(look.at - state.at) >= SETTLED
    const isShownBetween =
      name === look.tab && isBetween(side, [figures, state.figures, look.figures])
    if (sameSize(state.figures, figures)) {
      // Half of a rise is no fall: what was repeated and then falls was whole, however short it stood.
      const turns = hasTurned([figures, state.figures, look.figures])
      return (stood || (state.repeated && turns)) && isShownBetween
    }
    return state.repeated && (stood ? !sameSize(look.figures, figures) : isShownBetween)
  })?.[1]

/** What the tab shows waits, since it first did, for somebody to say the same. */
export const withPending = (
  ledger: Ledger,
  episode: Episode,
  look: Look,
  vanished: boolean,
): Episode => {
  const own = entry(episode.pending, look.tab)
  const cross = episode.marginMode === 'cross'
  const stands = own !== undefined && sameFigures(own.figures, look.figures, cross)
  const first = stands ? own : firstLook(ledger, look, vanished)
  return { ...episode, pending: { ...episode.pending, [look.tab]: first } }
}

/** Seen twice, and still it may be half an update. */
export const withRepeated = (episode: Episode, look: Look, waiting: Waiting): Episode => {
  const { pending } = episode
  const name = Object.keys(pending).find((other) => pending[other] === waiting) ?? look.tab
  const repeated = { ...seenTwice(waiting, look.figures), repeated: true }
  return { ...episode, pending: { ...without(pending, look.tab), [name]: repeated } }
}

/**
 * What the tab has shown for a while of what comes in its place now, oldest first: all of it was done to that. The
 * first is how a position ended that may go on, or else the latest.
 */
export const stoodAs = (
  ledger: Ledger,
  episode: Episode,
  shown: readonly Shown[],
  now: Figures,
): Shown[] => {
  const key = keyOf(episode)
  const same = (a: Figures, b: Figures) => sameFigures(a, b, episode.marginMode === 'cross')
  const stood = shown.filter(
    ({ since, repeated, figures }, index) =>
      repeated && (shown[index - 1]?.since ?? since) - since >= SETTLED && sameSize(figures, now),
  )
  const known = stood.findIndex(({ figures }) => same(figures, episode.figures))
  const since = known < 0 ? stood : stood.slice(0, known)
  const ended = since.findIndex(({ figures }) =>
    ledger.closed.some((one) => keyOf(one) === key && same(one.figures, figures)),
  )
  return since.slice(0, Math.max(0, ended) + 1).reverse()
}
