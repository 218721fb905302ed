import type { Observation } from '@/lib/ledger'
import { askLanguage, sendMessage } from '@/lib/messages'
import type { PageReading } from '@/lib/page'
import { placesItem } from '@/lib/storage'
import type { LedgerAnswer } from '@/lib/storage/ledger'
import type { Dispatch } from '@/lib/store'
import type { Effect } from './loop/effect'
import type { Happening } from './loop/event'
import { lookSchedule } from './look-schedule'
import { lookOf } from './observation'
import { reportSender } from './report-sender'
import { playTone } from './sound'

type RunnerOptions = {
  /** One content script's life. */
  tab: string
  sound?: () => void
}

/**
 * The one place that sends, sounds and stores. A background that is being replaced misses a message: what
 * must arrive is in an outbox, of the rest the next one says it again.
 */
export const effectRunner =
  ({ tab, sound = playTone }: RunnerOptions) =>
  (dispatch: Dispatch<Happening>) => {
    const missed = () => undefined
    const onAnswer = (answer: LedgerAnswer) => dispatch({ type: 'ledger', answer })
    const report = reportSender({ send: sendMessage, onAnswer })
    const schedule = lookSchedule()
    /** What of a reading is worth writing down. */
    const looks = (reading: PageReading, at: number): readonly Observation[] =>
      reading.status === 'positions' || reading.status === 'flat'
        ? schedule(lookOf(reading, { at, tab }))
        : []

    return (effect: Effect): void => {
      switch (effect.type) {
        case 'observe':
          // A reading is also the moment to send again what was not acknowledged.
          void report(looks(effect.reading, effect.at).map((observation) => ({ observation })))
          return
        case 'correct':
          void report(effect.corrections.map((correction) => ({ correction })))
          return
        case 'ask-ledger':
          void sendMessage({ type: 'ledger' })
            .then((answer) => {
              if (answer !== undefined) onAnswer(answer)
            })
            .catch(missed)
          return
        case 'alert':
          void sendMessage({ type: 'alert', alert: effect.alert })
            .then((answer) => {
              if (answer?.sound === true) sound()
            })
            .catch(missed)
          return
        case 'badge':
          void sendMessage({ type: 'badge', badge: effect.badge, language: effect.language }).catch(
            () => dispatch({ type: 'badge-unknown', because: 'lost' }),
          )
          return
        case 'load-language': {
          const { language } = effect
          void askLanguage(language).then((dictionary) =>
            dispatch({ type: 'dictionary', language, dictionary }),
          )
          return
        }
        case 'save-appearance':
          // Full storage: it is so in this tab at least.
          void sendMessage({ type: 'appearance', change: effect.appearance }).catch(missed)
          return
        case 'save-places':
          placesItem.write(effect.places).catch(missed)
          return
      }
    }
  }
