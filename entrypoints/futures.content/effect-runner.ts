import type { Correction } from '@/lib/ledger'
import { askLanguage, MOST_CORRECTIONS, RefusedMessage, sendMessage } from '@/lib/messages'
import { type LedgerAnswer, placesItem } from '@/lib/storage'
import type { Dispatch } from '@/lib/store'
import type { Effect } from './loop/effect'
import type { Happening } from './loop/event'
import { observationSender } from './observation-sender'
import { outbox } from './outbox'
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
    const onAnswer = (answer: LedgerAnswer) => {
      dispatch({ type: 'ledger', answer })
    }
    const observe = observationSender({
      send: (observations, since) =>
        sendMessage({ type: 'observe', since, observations: [...observations] }),
      onAnswer,
      tab,
    })
    const correct = outbox<Correction, LedgerAnswer>({
      send: (corrections, since) =>
        sendMessage({ type: 'correct', since, corrections: [...corrections] }),
      atOnce: MOST_CORRECTIONS,
      onAnswer,
      isUnsaved: ({ saved }) => !saved,
      isRefusal: (fault) => fault instanceof RefusedMessage,
    })

    return (effect: Effect): void => {
      switch (effect.type) {
        case 'observe':
          observe(effect.reading, effect.at)
          // A reading is also the moment to send again what was not acknowledged.
          void correct([])
          return
        case 'correct':
          void correct(effect.corrections)
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
            () => {
              dispatch({ type: 'badge-unknown' })
            },
          )
          return
        case 'load-language': {
          const { language } = effect
          void askLanguage(language).then((dictionary) => {
            dispatch({ type: 'dictionary', language, dictionary })
          })
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
