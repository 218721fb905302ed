import { askJudgement, askTab } from '@/lib/tab-messages'
import { settingsEffects, siteAccess } from '@/lib/own-page'
import { presetNames, withPreset } from '@/lib/rules/settings'
import type { Dispatch } from '@/lib/store'
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
      case 'ask-for-site':
        void siteAccess.ask().then((isGiven) => {
          if (isGiven) dispatch({ type: 'site-given' })
        })
        return
      default:
        onSettings(effect)
    }
  }
}
