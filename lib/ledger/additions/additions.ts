import { Decimal } from '@/lib/margin'
import type { LedgerEvent } from '../events'
import { decimal } from '../figures'
import type { Episode } from '../ledger'
import { standingEvents } from '../standing'

type Added = Extract<LedgerEvent, { kind: 'margin-added' }>

/** What the trader has said and not taken back. */
const wordsIn = (events: readonly LedgerEvent[]): LedgerEvent[] => {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undone' ? [event.event] : [])))
  return events.filter(
    ({ kind, id }) => (kind === 'corrected' || kind === 'declared') && !undone.has(id),
  )
}

/** Rises of margin in order, and the last word on each: is it an addition, or still a question? */
const risesIn = (events: readonly LedgerEvent[]) => {
  const isAddition = new Map(
    wordsIn(events).flatMap((event) =>
      event.kind === 'corrected' ? [[event.event, event.isAddition] as const] : [],
    ),
  )
  return standingEvents(events).flatMap((event) => {
    if (event.kind !== 'margin-added') return []
    const counts = isAddition.get(event.id) ?? event.certain
    return [{ event, counts, asked: !event.certain && !isAddition.has(event.id) }]
  })
}

/** Additions that count, in order: the certain ones and those that the trader says were theirs. */
export const countedAdditions = ({ events }: Pick<Episode, 'events'>): Added[] =>
  risesIn(events).flatMap(({ event, counts }) => (counts ? [event] : []))

/** How often margin was added to this position, with what the trader has said about it. */
export const marginAdditions = (episode: Pick<Episode, 'events'>): number =>
  countedAdditions(episode).length + (declaredAdditions(episode) ?? 0)

/** Rises that funding explains as well, and about which the trader has not said anything yet. */
export const openQuestions = ({ events }: Pick<Episode, 'events'>): Added[] =>
  risesIn(events).flatMap(({ event, asked }) => (asked ? [event] : []))

/** A rise of margin that may be the trader's, and whether it counts as one now. */
type MarginRise = {
  /** Its event: corrections name it. */
  event: number
  at: number
  amount: Decimal | null
  counts: boolean
  /** Funding explains it as well, and the trader has not said anything yet. */
  asked: boolean
}

export const marginRises = ({ events }: Pick<Episode, 'events'>): MarginRise[] =>
  risesIn(events).map(({ event: { id, at, amount }, ...rise }) => ({
    event: id,
    at,
    amount: amount === null ? null : decimal(amount),
    ...rise,
  }))

/** The last correction or declaration that stands: the one to take back first. `null`: none. */
export const lastWord = ({ events }: Pick<Episode, 'events'>): number | null =>
  wordsIn(events).at(-1)?.id ?? null

/**
 * How many additions before our first look the trader has told of; none where somebody saw the position being opened.
 * `null`: there may have been some.
 */
export const declaredAdditions = ({ events }: Pick<Episode, 'events'>): number | null => {
  const isSeen = events.some((event) => event.kind === 'opened' && event.witnessed)
  const told = wordsIn(events).findLast((event) => event.kind === 'declared')
  return told?.additions ?? (isSeen ? 0 : null)
}

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

/** Is the count of additions the whole truth? Not while a question about it is open. */
export const additionsKnown = (episode: Pick<Episode, 'events'>): boolean =>
  declaredAdditions(episode) !== null && openQuestions(episode).length === 0
