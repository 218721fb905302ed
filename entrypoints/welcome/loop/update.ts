import type { PageDress } from '@/lib/own-page'
import {
  type SettingsEffect,
  type SettingsEvent,
  type SettingsState,
  updateSettings,
} from '@/lib/rules/settings'
import type { At, Step } from '@/lib/store'

export type State = {
  /** `null`: not in its colours and language yet. */
  page: PageDress | null
  settings: SettingsState
}

export type Happening = SettingsEvent | { type: 'page'; page: PageDress }

export const update = (state: State, event: At<Happening>): Step<State, SettingsEffect> => {
  if (event.type === 'page') return { state: { ...state, page: event.page }, effects: [] }
  const { state: settings, effects } = updateSettings(state.settings, event)
  return { state: { ...state, settings }, effects }
}
