import { arrivedAs, withArrival, withoutArrival } from './arriving'
import { keyOf, seenAll, withEvents } from './episode'
import type { NewEvent } from './events'
import type { Episode, Ledger, Waiting } from './ledger'
import { BEHIND_MS, LAG, type Look } from './look'
import { openEpisodeFrom } from './open-episode'
import { positionKey } from './position-key'
import { entry, without } from './record'
import { resume } from './resume'
import { endOf } from './standing'
import { isLive, showsNow } from './tabs'
import { sameSize } from './wallet-change'

/** The same position under the other margin mode, vanished in the same look. */
const otherMode = (ledger: Ledger, { position, figures }: Look): Episode | null => {
  const marginMode = position.marginMode === 'isolated' ? 'cross' : 'isolated'
  const episode = entry(ledger.open, positionKey({ ...position, marginMode }))
  return episode !== undefined && sameSize(episode.figures, figures) && episode.missing !== null
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
    ...seenAll(look.at),
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
  const arrived = withoutArrival(ledger, key)
  const moved = otherMode(arrived, look)
  if (moved !== null) return changeMode(arrived, moved, look, first)

  // The latest that stood so: what is over is over, and what ended before it is no less so.
  const last = ledger.closed.find(
    (episode) => keyOf(episode) === key && sameSize(episode.figures, first.figures),
  )
  const back = last === undefined ? null : resume(last, look, first)
  if (back !== null) {
    return {
      ...arrived,
      open: { ...arrived.open, [key]: back },
      closed: arrived.closed.filter(({ id }) => id !== back.id),
    }
  }
  const follows = last?.id ?? null
  const opened = openEpisodeFrom(look, { first, follows })
  return { ...arrived, open: { ...arrived.open, [key]: opened } }
}

/**
 * It was closed a moment ago, and this tab has only not noticed yet. Where nobody watched the end, a page
 * that moves and goes on showing it has nothing to notice: the other tab is of another account.
 */
const isBehind = ({ closed, tabs }: Ledger, look: Look, key: string): boolean => {
  const last = closed.find((episode) => keyOf(episode) === key)
  if (last === undefined || last.closedAt === null) return false
  if (look.late(last.closedAt)) return true
  if (!sameSize(last.figures, look.figures)) return false
  const own = entry(tabs, look.tab)
  const isWatched = endOf(last.events)?.watched === true
  const since = Math.abs(look.at - last.closedAt)
  if (since > LAG && own !== undefined && isLive(own, look.at) && !isWatched) return false
  // What a filter hid in its last look, and now doesn't, has come since.
  const [before] = own !== undefined && showsNow(own, key) ? look.shown : []
  // Loaded at that moment, it may show the table of a moment before.
  if (before === undefined) return isWatched && look.tabSince >= last.closedAt && since <= BEHIND_MS
  return before.since <= last.closedAt
}

/** One more look at a position that is not known to be open. */
export const reduceArrival = (ledger: Ledger, look: Look): Ledger => {
  const key = positionKey(look.position)
  const first = arrivedAs(ledger, key, look)
  if (first !== undefined) return openOrResume(ledger, look, first)
  if (isBehind(ledger, look, key)) return ledger
  return withArrival(ledger, key, look)
}
