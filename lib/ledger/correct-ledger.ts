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
  }
}

const fits = (episode: Episode, correction: Correction): boolean => {
  if (correction.says === 'added-before') return true
  const event = episode.events.find(({ id }) => id === correction.event)
  if (correction.says === 'take-back')
    return event?.kind === 'corrected' || event?.kind === 'declared'
  return event?.kind === 'margin-added'
}

/** Writes a correction down. One that names no such episode or event changes nothing. */
export const correctLedger = (ledger: Ledger, correction: Correction): Ledger => {
  const apply = (episode: Episode): Episode =>
    episode.id === correction.episode && fits(episode, correction)
      ? withEvents(episode, [eventOf(correction)])
      : episode
  return {
    ...ledger,
    open: Object.fromEntries(
      Object.entries(ledger.open).map(([key, episode]) => [key, apply(episode)]),
    ),
    closed: ledger.closed.map(apply),
  }
}
