import type { LedgerEvent } from './events'

/** What holds: no event is ever removed, and those that a later one stands for hold no longer. */
export const standingEvents = (events: readonly LedgerEvent[]): readonly LedgerEvent[] => {
  const replaced = new Set(events.flatMap(({ replaces }) => replaces))
  return replaced.size === 0 ? events : events.filter(({ id }) => !replaced.has(id))
}

type Closed = Extract<LedgerEvent, { kind: 'closed' }>

/** How it ended; `undefined`: it has not, or it came back since. */
export const endOf = (events: readonly LedgerEvent[]): Closed | undefined =>
  standingEvents(events).findLast((event): event is Closed => event.kind === 'closed')
