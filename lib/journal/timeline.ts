import { type Episode, type LedgerEvent, standingEvents } from '@/lib/ledger'
import { openQuestions } from '@/lib/ledger/additions'
import { numberedAdditions } from './numbered-additions'

/** `retracted` says that nothing had happened. */
type ShownEvent = Exclude<LedgerEvent, { kind: 'retracted' }>

/** What the trader, or the exchange, did next after a warning. */
const notDeeds = [
  'noted',
  'corrected',
  'declared',
  'undone',
  'funding',
  'resumed',
  'opened',
  'other-account',
] as const
type Deed = Exclude<ShownEvent['kind'], (typeof notDeeds)[number]>

export type TimelineEntry = {
  event: ShownEvent
  /** Of a counted addition: its 1-based ordinal, those that the trader told of before it included. */
  addition: number | null
  /** `false`: there may have been more before it. */
  isNumberKnown: boolean
  /** Of a rise of margin: whether it counts as an addition. */
  verdict: 'counted' | 'asked' | 'not-counted' | null
  /** Of something noted: what was done next, and how many milliseconds later. */
  next: { kind: Deed; after: number } | null
  /** The event was taken back later. */
  undone: boolean
}

const isDeed = (kind: ShownEvent['kind']): kind is Deed =>
  !(notDeeds as readonly string[]).includes(kind)

/** A stop that came into sight, or went out of it, was not changed. */
const isSeenChange = (event: ShownEvent): boolean =>
  event.kind !== 'stop-changed' || (event.from.state !== 'unknown' && event.to.state !== 'unknown')

const nextDeed = (
  events: readonly ShownEvent[],
  from: number,
  additions: ReadonlyMap<number, unknown>,
): TimelineEntry['next'] => {
  const noted = events[from]
  if (noted?.kind !== 'noted') return null
  for (const event of events.slice(from + 1)) {
    const { kind, at, id, awaySince } = event
    // A rise of margin that may be funding is nobody's deed.
    const isOwn = kind !== 'margin-added' || additions.has(id)
    if (isDeed(kind) && isOwn && isSeenChange(event)) {
      // What nobody saw may have been done at once, or hours later.
      return awaySince === null ? { kind, after: Math.max(0, at - noted.at) } : null
    }
  }
  return null
}

/** The events of an episode that hold, in order, each with what the others say about it. */
export const timeline = (episode: Pick<Episode, 'events'>): TimelineEntry[] => {
  const events = standingEvents(episode.events).filter(
    (event): event is ShownEvent => event.kind !== 'retracted',
  )
  const numbered = new Map(numberedAdditions(episode).map((each) => [each.id, each]))
  const asked = new Set(openQuestions(episode).map(({ id }) => id))
  const undone = new Set(events.flatMap((event) => (event.kind === 'undone' ? [event.event] : [])))
  const verdict = (event: ShownEvent): TimelineEntry['verdict'] => {
    if (event.kind !== 'margin-added') return null
    if (asked.has(event.id)) return 'asked'
    return numbered.has(event.id) ? 'counted' : 'not-counted'
  }
  return events.map((event, index) => ({
    event,
    addition: numbered.get(event.id)?.ordinal ?? null,
    isNumberKnown: numbered.get(event.id)?.isKnown !== false,
    verdict: verdict(event),
    next: nextDeed(events, index, numbered),
    undone: undone.has(event.id),
  }))
}
