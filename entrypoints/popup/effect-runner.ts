import { settingsEffects } from '@/lib/own-page'
import { presetNames, withPreset } from '@/lib/rules/settings'
import type { Dispatch } from '@/lib/store'
import { askJudgement, askTab } from '@/lib/tab-messages'
import type { Effect, Happening } from './loop/update'

/** Stores what was chosen, and asks the browser and the tab in front. */
export const effectRunner = (dispatch: Dispatch<Happening>) => {
  const onSettings = settingsEffects(dispatch)
  return (effect: Effect): void => {
    switch (effect.type) {
      case 'ask-tab':
        void askTab().then((tab) => dispatch({ type: 'tab', tab }))
        return
      case 'ask-judgement': {
        const { limits } = effect
        const asked = [...presetNames.map((name) => withPreset(limits, name)), limits]
        void askJudgement(asked).then((judged) => dispatch({ type: 'judged', limits, judged }))
        return
      }
      default:
        onSettings(effect)
    }
  }
}
