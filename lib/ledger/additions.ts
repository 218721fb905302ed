import { Decimal } from '@/lib/margin'
import type { LedgerEvent } from './events'
import { decimal } from './figures'
import type { Episode } from './ledger'
import { standingEvents } from './standing'

type Added = Extract<LedgerEvent, { kind: 'margin-added' }>

/** The corrections that stand: not undone, the last word on each event. */
const verdicts = (events: readonly LedgerEvent[]) => {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undone' ? [event.event] : [])))
  const standing = events.filter(({ id }) => !undone.has(id))
  return {
    isAddition: new Map(
      standing.flatMap((event) =>
        event.kind === 'corrected' ? [[event.event, event.isAddition] as const] : [],
      ),
    ),
    declared: standing.findLast((event) => event.kind === 'declared')?.additions ?? 0,
  }
}

/** Additions that count, in order: the certain ones and those that the trader says were theirs. */
export const countedAdditions = ({ events }: Pick<Episode, 'events'>): Added[] => {
  const { isAddition } = verdicts(events)
  return standingEvents(events).filter(
    (event): event is Added =>
      event.kind === 'margin-added' && (isAddition.get(event.id) ?? event.certain),
  )
}

/** How often margin was added to this position, with what the trader has said about it. */
export const marginAdditions = (episode: Pick<Episode, 'events'>): number =>
  countedAdditions(episode).length + verdicts(episode.events).declared

/** Rises that funding explains as well, and about which the trader has not said anything yet. */
export const openQuestions = ({ events }: Pick<Episode, 'events'>): Added[] => {
  const { isAddition } = verdicts(events)
  return standingEvents(events).filter(
    (event): event is Added =>
      event.kind === 'margin-added' && !event.certain && !isAddition.has(event.id),
  )
}

/** A rise of margin that may be the trader's, and whether it counts as one now. */
export type MarginRise = {
  /** Its event: corrections name it. */
  event: number
  at: number
  amount: Decimal | null
  counts: boolean
  /** Funding explains it as well, and the trader has not said anything yet. */
  asked: boolean
}

export const marginRises = ({ events }: Pick<Episode, 'events'>): MarginRise[] => {
  const { isAddition } = verdicts(events)
  return standingEvents(events).flatMap((event) =>
    event.kind === 'margin-added'
      ? [
          {
            event: event.id,
            at: event.at,
            amount: event.amount === null ? null : decimal(event.amount),
            counts: isAddition.get(event.id) ?? event.certain,
            asked: !event.certain && !isAddition.has(event.id),
          },
        ]
      : [],
  )
}

/** The last correction or declaration that stands: the one to take back first. `null`: none. */
export const lastWord = ({ events }: Pick<Episode, 'events'>): number | null => {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undone' ? [event.event] : [])))
  const last = events.findLast(
    ({ kind, id }) => (kind === 'corrected' || kind === 'declared') && !undone.has(id),
  )
  return last?.id ?? null
}

/** How many additions before our first look the trader has told of. */
export const declaredAdditions = ({ events }: Pick<Episode, 'events'>): number =>
  verdicts(events).declared

/** Margin before any addition, margin asset; `null` if the position is older than our first look. */
export const initialMargin = ({ events }: Pick<Episode, 'events'>): Decimal | null => {
  const first = events.find((event) => event.kind === 'opened')
  return first?.witnessed === true && first.margin !== null ? decimal(first.margin) : null
}

/** Sum of the counted additions; `null` if the amount of one is not known. */
export const addedMargin = (episode: Pick<Episode, 'events'>): Decimal | null => {
  let sum = new Decimal(0)
  for (const { amount } of countedAdditions(episode)) {
    if (amount === null) return null
    sum = sum.plus(amount)
  }
  return sum
}

export const increasesWhileLosing = ({ events }: Pick<Episode, 'events'>): number =>
  standingEvents(events).filter((event) => event.kind === 'increased' && event.losing === true)
    .length
