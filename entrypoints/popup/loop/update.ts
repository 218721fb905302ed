import type { PageDress } from '@/lib/own-page'
import type { Limits } from '@/lib/rules/limits'
import {
  type SettingsEffect,
  type SettingsEvent,
  type SettingsState,
  updateSettings,
} from '@/lib/rules/settings'
import type { At, Step } from '@/lib/store'
import type { Judged, ReadTab } from '@/lib/tab-messages'

export type State = {
  /** `null`: not in its colours and language yet. */
  page: PageDress | null
  settings: SettingsState
  /** What the tab in front has read; `null`: nobody of ours is there. `undefined`: not heard yet. */
  tab: ReadTab | null | undefined
  /** What each preset and the limits of now would say of what is open; `null`: not known. */
  judged: Judged | null
}

export type Happening =
  | SettingsEvent
  | { type: 'page'; page: PageDress }
  | { type: 'tab'; tab: ReadTab | null }
  | { type: 'judged'; limits: Limits; judged: Judged | null }

export type Effect =
  | SettingsEffect
  | { type: 'ask-tab' }
  /** What these limits would say of what is open, and what the presets would. */
  | { type: 'ask-judgement'; limits: Limits }

const only = (state: State): Step<State, Effect> => ({ state, effects: [] })

const withSettings = (state: State, event: At<SettingsEvent>): Step<State, Effect> => {
  const { state: settings, effects } = updateSettings(state.settings, event)
  const { limits } = settings
  const isNews = event.type === 'opened' || limits !== state.settings.limits
  return {
    state: { ...state, settings },
    effects: [
      ...effects,
      ...(event.type === 'opened' ? [{ type: 'ask-tab' } as const] : []),
      ...(isNews ? [{ type: 'ask-judgement', limits } as const] : []),
    ],
  }
}

export const update = (state: State, event: At<Happening>): Step<State, Effect> => {
  switch (event.type) {
    case 'page':
      return only({ ...state, page: event.page })
    case 'tab':
      return only({ ...state, tab: event.tab })
    case 'judged':
      // Of limits that have changed meanwhile: the next answer is under way.
      return event.limits === state.settings.limits
        ? only({ ...state, judged: event.judged })
        : only(state)
    default:
      return withSettings(state, event)
  }
}
