import { AWAY, type Change, type Explanation, WALLET } from './change'
import {
  stopAbsence,
  walletSeen,
  withCountdown,
  withEvents,
  withPrices,
  withSample,
  withSize,
} from './episode'
import type { NewEvent } from './events'
import { explainChange } from './explain-change'
import { forgetUnseen, mergeFigures } from './figures'
import type { Episode, Figures, Waiting } from './ledger'
import type { Look } from './look'
import { isHalfWay, isOneUpdate } from './one-update'

/** Rises of margin closer together than this are one; an update shows its cells within it. */
const ONE_CHANGE = 5_000

export type Confirmed =
  | { kind: 'confirmed'; episode: Episode }
  | { kind: 'unsettled' }
  /** Another position in the same contract. */
  | { kind: 'replaced' }

type Circumstances = Pick<Change, 'rival' | 'sameAccount' | 'settled'> & {
  /** What the tab has shown since the state that is believed, oldest first. */
  since: readonly Figures[]
}

const changesWallet = (events: readonly { kind: string }[]): boolean =>
  events.some(({ kind }) => kind !== 'leverage-changed' && kind !== 'stop-changed')

const isTrade = ({ kind }: { kind: string }): boolean => kind === 'increased' || kind === 'reduced'

type Rise = { kind: string; certain?: boolean }

/** A rise after a rise. What may be a settlement is asked by itself: the other one has its own amount. */
const isOneRise = (earlier: readonly Rise[], later: readonly Rise[]): boolean => {
  const rises = (events: readonly Rise[]): boolean =>
    events.some(({ certain }) => certain === true) && !events.some(isTrade)
  return rises(earlier) && rises(later)
}

/** The margin of a purchase was seen before its size, and called an addition; then what the purchase takes is missing. */
const isPaidForBefore = (earlier: readonly Rise[], later: readonly Rise[]): boolean =>
  earlier.some(({ kind }) => kind === 'margin-added') &&
  ['increased', 'margin-removed'].every((kind) => later.some((event) => event.kind === kind))

const walletChanges = (events: readonly { kind: string }[]): number =>
  events.filter(({ kind }) => WALLET.has(kind)).length

type Candidate = { explained: Explanation; joined: boolean }

/**
 * A change that follows another within seconds may be the rest of it: the cells of a row are updated
 * one by one, and rises in quick succession are one. Then both are explained as one change.
 */
const explain = (episode: Episode, change: Change): Candidate => {
  const alone = explainChange(change)
  const { recent } = episode
  if (recent === null || Math.abs(change.at - recent.at) > ONE_CHANGE) {
    return { explained: alone, joined: false }
  }
  const ids = new Set(recent.events)
  const spokenOf = episode.events.some((event) => 'event' in event && ids.has(event.event))
  if (spokenOf) return { explained: alone, joined: false }
  const earlier = episode.events.filter(({ id }) => ids.has(id))
  // A leverage that changed by itself is no half of a purchase.
  if (!changesWallet(earlier)) return { explained: alone, joined: false }
  const later = alone.kind === 'events' ? alone.events : []
  const oneRise = isOneRise(earlier, later)
  const oneUpdate = isOneUpdate(recent.before, episode.figures, change.after)
  // With a liquidation price in sight the margin was known to be whole.
  const isPaid = change.after.liquidationPrice === null && isPaidForBefore(earlier, later)
  if (!oneRise && !oneUpdate && !isPaid) return { explained: alone, joined: false }
  const together = explainChange({
    ...change,
    episode: {
      ...episode,
      figures: recent.before,
      seenAt: recent.from,
      walletSeenAt: recent.from,
      marginSeenAt: null,
      priceSeenAt: null,
    },
    at: recent.at,
    away: Math.abs(recent.at - recent.from) > AWAY,
  })
  if (together.kind !== 'events') return { explained: alone, joined: false }
  // The cells of one update came one after the other if that leaves less to explain.
  const less = walletChanges(together.events) < walletChanges([...earlier, ...later])
  return alone.kind !== 'events' || oneRise || less
    ? { explained: together, joined: true }
    : { explained: alone, joined: false }
}

/** Looks that were first made after the one that is believed now may be news. */
const later = (pending: Episode['pending'], { at }: Waiting) =>
  Object.fromEntries(Object.entries(pending).filter(([, other]) => other.at > at))

/** What was written of the first half of an update no longer holds once the whole is. */
const replacing = (
  replaces: readonly number[],
  events: readonly NewEvent[],
  { at }: Waiting,
): readonly NewEvent[] => {
  if (replaces.length === 0) return events
  const [first, ...others] = events
  return first === undefined
    ? [{ kind: 'retracted', at, awaySince: null, replaces }]
    : [{ ...first, replaces }, ...others]
}

/**
 * Of a first look what the second one shows as well: nothing else was seen twice. A wallet that is worked out from
 * prices is that of the second one: within its trembling, the first may have shown the old one.
 */
export const seenTwice = ({ figures, ...first }: Waiting, second: Figures): Waiting => ({
  ...first,
  figures: {
    ...figures,
    ...(figures.margin !== null && { margin: second.margin, marginSlack: second.marginSlack }),
    liquidationPrice: second.liquidationPrice === null ? null : figures.liquidationPrice,
  },
})

/** The figures were seen twice: what they mean is written down. */
export const confirmChange = (
  episode: Episode,
  first: Waiting,
  look: Pick<Look, 'position' | 'figures' | 'at' | 'account'>,
  { rival, sameAccount, settled, since }: Circumstances,
): Confirmed => {
  const { at } = look
  if (!settled && isHalfWay(episode.side, [episode.figures, ...since])) return { kind: 'unsettled' }
  const waiting = seenTwice(first, look.figures)
  const merged = mergeFigures(episode.figures, waiting.figures)
  const shown = forgetUnseen(merged, waiting.figures)
  const { explained, joined } = explain(episode, {
    episode,
    after: shown,
    seen: waiting.seen,
    at: waiting.at,
    away: Math.abs(waiting.at - episode.seenAt) > AWAY,
    vanished: waiting.vanished,
    rival,
    sameAccount,
    settled,
  })
  if (explained.kind !== 'events') return explained

  const { recent } = episode
  const earlier = joined && recent !== null ? recent : null
  const after = changesWallet(explained.events) ? shown : merged
  const written = withEvents(episode, replacing(earlier?.events ?? [], explained.events, waiting))
  const fresh = written.events.slice(episode.events.length)
  // Between the two looks an hour may have begun, of which estimate and countdown were in sight in the first.
  const sized: Episode = {
    ...withCountdown(withSize(written, after, waiting.at), waiting),
    estimatedFunding: waiting.seen.estimatedFunding ?? written.estimatedFunding,
    seenAt: waiting.at,
  }
  const next: Episode = {
    ...withPrices(sized, look),
    figures: after,
    seenAt: at,
    ...walletSeen(episode, waiting.figures, at),
    pending: later(episode.pending, waiting),
    recent:
      fresh.length === 0
        ? recent
        : {
            before: earlier?.before ?? episode.figures,
            from: earlier?.from ?? episode.seenAt,
            at: earlier?.at ?? waiting.at,
            last: waiting.at,
            events: fresh.map(({ id }) => id),
          },
    withoutStopSince: stopAbsence(episode, after, waiting.at),
  }
  return { kind: 'confirmed', episode: withSample(next, at, fresh.length > 0) }
}
