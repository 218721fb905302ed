import * as v from 'valibot'
import { withEvents } from './episode'
import { type NewEvent, severities } from './events'
import type { Episode, Ledger } from './ledger'
import { standingEvents } from './standing'

const target = { episode: v.pipe(v.string(), v.maxLength(120)), at: v.number() }

/** The trader's own word, or a note of ours, on an episode. It is added; nothing is overwritten. */
export const correctionSchema = v.variant('says', [
  v.object({ ...target, says: v.literal('not-an-addition'), event: v.number() }),
  v.object({ ...target, says: v.literal('was-an-addition'), event: v.number() }),
  v.object({
    ...target,
    says: v.literal('added-before'),
    additions: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  }),
  v.object({ ...target, says: v.literal('take-back'), event: v.number() }),
  /** Not the trader's word but ours: something that Margin Brake did, a warning shown. */
  v.object({
    ...target,
    says: v.literal('noted'),
    code: v.pipe(v.string(), v.regex(/^[A-Z][A-Z_]{1,60}$/)),
    severity: v.optional(v.picklist(severities)),
    figures: v.record(
      v.pipe(v.string(), v.maxLength(40)),
      v.union([v.pipe(v.string(), v.maxLength(60)), v.number(), v.boolean(), v.null()]),
    ),
  }),
])
export type Correction = v.InferOutput<typeof correctionSchema>

const eventOf = (correction: Correction): NewEvent => {
  const moment = { at: correction.at, awaySince: null }
  switch (correction.says) {
    case 'not-an-addition':
      return { ...moment, kind: 'corrected', event: correction.event, isAddition: false }
    case 'was-an-addition':
      return { ...moment, kind: 'corrected', event: correction.event, isAddition: true }
    case 'added-before':
      return { ...moment, kind: 'declared', additions: correction.additions }
    case 'take-back':
      return { ...moment, kind: 'undone', event: correction.event }
    case 'noted':
      return {
        ...moment,
        kind: 'noted',
        code: correction.code,
        severity: correction.severity ?? null,
        figures: correction.figures,
      }
  }
}

/** Every tab sends the warning that it shows, and again after a reload: that is one warning. */
const SAME_NOTE_MS = 10 * 60_000
/** A position that is open for months is warned of for months: later notes are not kept. */
const MOST_NOTES = 500

const isNews = (episode: Episode, note: Extract<Correction, { says: 'noted' }>): boolean => {
  const notes = episode.events.filter((event) => event.kind === 'noted')
  const isSame = (event: (typeof notes)[number]): boolean =>
    event.code === note.code &&
    event.severity === (note.severity ?? null) &&
    Math.abs(note.at - event.at) < SAME_NOTE_MS
  return notes.length < MOST_NOTES && !notes.some(isSame)
}

const fits = (episode: Episode, correction: Correction): boolean => {
  if (correction.says === 'added-before') return true
  if (correction.says === 'noted') return isNews(episode, correction)
  const event = standingEvents(episode.events).find(({ id }) => id === correction.event)
  if (correction.says === 'take-back')
    return event?.kind === 'corrected' || event?.kind === 'declared'
  return event?.kind === 'margin-added'
}

const contentOf = (event: NewEvent): string =>
  JSON.stringify({ ...event, id: undefined, replaces: undefined })

/** A tab that got no answer sends it again, to the letter. */
const isKnown = ({ events }: Episode, word: NewEvent): boolean => {
  const content = contentOf(word)
  return events.some((event) => contentOf(event) === content)
}

/** Writes a correction down. One that is known, or names no such episode or event, changes nothing. */
export const correctLedger = (ledger: Ledger, correction: Correction): Ledger => {
  const word = eventOf(correction)
  const apply = (episode: Episode): Episode =>
    episode.id === correction.episode && fits(episode, correction) && !isKnown(episode, word)
      ? withEvents(episode, [word])
      : episode
  return {
    ...ledger,
    open: Object.fromEntries(
      Object.entries(ledger.open).map(([key, episode]) => [key, apply(episode)]),
    ),
    closed: ledger.closed.map(apply),
  }
}
