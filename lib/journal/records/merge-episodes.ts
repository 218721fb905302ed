import type { Episode, LedgerEvent } from '@/lib/ledger'
import { joinSamples } from './join-samples'

/** The trader's own words and our notes: nothing that was seen later can stand for them. */
type Word = Extract<LedgerEvent, { kind: 'corrected' | 'declared' | 'undone' | 'noted' }>

const isWord = (event: LedgerEvent): event is Word =>
  ['corrected', 'declared', 'undone', 'noted'].includes(event.kind)

/** An event by its content, and by that of the event it speaks of: its number differs by copy. */
type Named = { event: LedgerEvent; name: string; about: string | null }

/** JSON with the names in order: a copy that went through a file may hold them in another. */
const canonical = (content: unknown): string =>
  JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

const named = (events: readonly LedgerEvent[]): Named[] => {
  const names = new Map<number, string>()
  return events.map((event) => {
    const about = 'event' in event ? (names.get(event.event) ?? null) : null
    const name = canonical({ ...event, id: null, event: null, about })
    names.set(event.id, name)
    return { event, name, about }
  })
}

/** Numbers the events again. A reference to a missing event becomes one to itself, which has no effect. */
const numbered = (events: readonly Named[]): LedgerEvent[] => {
  const numbers = new Map<string, number>()
  return events.map(({ event, name, about }, id) => {
    numbers.set(name, id)
    return 'event' in event
      ? { ...event, id, event: (about === null ? undefined : numbers.get(about)) ?? id }
      : { ...event, id }
  })
}

/** The words of the other copy are put among the events of the base by their time. */
const mergedEvents = (base: readonly LedgerEvent[], other: readonly LedgerEvent[]) => {
  const all = named(base)
  const known = new Set(all.map(({ name }) => name))
  for (const word of named(other)) {
    const { event, name, about } = word
    if (!isWord(event) || known.has(name)) continue
    // What it speaks of was found to be something else since.
    if ('event' in event && (about === null || !known.has(about))) continue
    const target = all.findIndex((entry) => entry.name === about)
    const before = all.findLastIndex((entry) => entry.event.at <= event.at)
    all.splice(Math.max(target, before) + 1, 0, word)
    known.add(name)
  }
  return all.length === base.length ? [...base] : numbered(all)
}

/**
 * Two copies of one episode. The one that was seen later knows what the other saw, so it is believed:
 * events of both would count an addition twice. The trader's words, the notes and the samples of
 * both are kept.
 */
export const mergeEpisodes = (ours: Episode, theirs: Episode): Episode => {
  const later =
    theirs.seenAt > ours.seenAt ||
    (theirs.seenAt === ours.seenAt && theirs.events.length > ours.events.length)
  const [base, other] = later ? [theirs, ours] : [ours, theirs]
  return {
    ...base,
    events: mergedEvents(base.events, other.events),
    samples: joinSamples(other.samples, base.samples),
  }
}
