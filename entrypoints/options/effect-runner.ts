import { reasonOf } from '@/components/own-page/use-attempts'
import { sendMessage } from '@/lib/messages'
import { settingsEffects } from '@/lib/own-page'
import type { Dispatch } from '@/lib/store'
import type { Effect, Happening } from './loop/update'

/** Stores what was chosen. The background changes the appearance: the panel changes other parts of it. */
export const effectRunner = (dispatch: Dispatch<Happening>) => {
  const onSettings = settingsEffects(dispatch)
  return (effect: Effect): void => {
    if (effect.type !== 'change-appearance') {
      onSettings(effect)
      return
    }
    void sendMessage({ type: 'appearance', change: effect.change }).catch((fault: unknown) =>
      dispatch({ type: 'appearance-lost', reason: reasonOf(fault) }),
    )
  }
}
