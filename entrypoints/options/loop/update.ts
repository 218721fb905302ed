import type { OwnPageEvent, OwnPageState } from '@/lib/own-page'
import { type Appearance, type SettingsEffect, updateSettings } from '@/lib/rules/settings'
import type { At, Step } from '@/lib/store'

type State = OwnPageState & {
  /** Settings go to the trader's other browsers. */
  isSharing: boolean
  /** Why the appearance that was chosen last could not be stored, in the browser's words. */
  failure: string | null
}

export type Happening =
  | OwnPageEvent
  | { type: 'sharing'; isOn: boolean }
  | { type: 'appearance-wanted'; change: Partial<Appearance> }
  /** It could not be stored: what was chosen is not so. */
  | { type: 'appearance-lost'; reason: string }

export type Effect = SettingsEffect | { type: 'change-appearance'; change: Partial<Appearance> }

const only = (state: State): Step<State, Effect> => ({ state, effects: [] })

/** What the page's buttons do to all settings at once is in settings-source.ts. */
export const update = (state: State, event: At<Happening>): Step<State, Effect> => {
  switch (event.type) {
    case 'page':
      return only({ ...state, page: event.page })
    case 'sharing':
      return only({ ...state, isSharing: event.isOn })
    case 'appearance-wanted':
      // Shown as soon as it is stored, which the page hears of as every other page of ours does.
      return {
        state: { ...state, failure: null },
        effects: [{ type: 'change-appearance', change: event.change }],
      }
    case 'appearance-lost':
      return only({ ...state, failure: event.reason })
    default: {
      const { state: settings, effects } = updateSettings(state.settings, event)
      return { state: { ...state, settings }, effects }
    }
  }
}
