import type { OwnPageEvent, OwnPageState } from '@/lib/own-page'
import type { Limits } from '@/lib/rules/limits'
import { type SettingsEffect, updateSettings } from '@/lib/rules/settings'
import type { At, Step } from '@/lib/store'
import type { Judged, ReadTab } from '@/lib/tab-messages'

type Heard = {
  /** What the tab in front has read; `null`: nobody of ours is there. `undefined`: not heard yet. */
  tab: ReadTab | null | undefined
  /** What each preset and the limits of now would say of what is open; `null`: not known. */
  judged: Judged | null
}
export const nothingHeard: Heard = { tab: undefined, judged: null }

type State = OwnPageState & Heard

export type Happening =
  | OwnPageEvent
  | { type: 'tab'; tab: ReadTab | null }
  | { type: 'judged'; limits: Limits; judged: Judged | null }

export type Effect =
  | SettingsEffect
  | { type: 'ask-tab' }
  /** What these limits would say of what is open, and what the presets would. */
  | { type: 'ask-judgement'; limits: Limits }

const only = (state: State): Step<State, Effect> => ({ state, effects: [] })

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
    default: {
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
  }
}
