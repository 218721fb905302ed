import * as v from 'valibot'
import { withEvents } from './episode'
import type { NewEvent } from './events'
import type { Episode, Ledger } from './ledger'

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
      return { ...moment, kind: 'noted', code: correction.code, figures: correction.figures }
  }
}

/** Every tab tells of the warning that it shows, and again after a reload: that is one warning. */
const SAME_NOTE = 10 * 60_000

const fits = (episode: Episode, correction: Correction): boolean => {
  if (correction.says === 'added-before') return true
  if (correction.says === 'noted') {
    return !episode.events.some(
      (event) =>
        event.kind === 'noted' &&
        event.code === correction.code &&
        Math.abs(correction.at - event.at) < SAME_NOTE,
    )
  }
  const event = episode.events.find(({ id }) => id === correction.event)
  if (correction.says === 'take-back')
    return event?.kind === 'corrected' || event?.kind === 'declared'
  return event?.kind === 'margin-added'
}

const spokenOf = (event: NewEvent): number | null => ('event' in event ? event.event : null)

/** A tab that got no answer says it again. */
const isKnown = ({ events }: Episode, word: NewEvent): boolean =>
  events.some(
    (event) =>
      event.kind === word.kind && event.at === word.at && spokenOf(event) === spokenOf(word),
  )

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
