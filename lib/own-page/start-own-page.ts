import {
  type SettingsEffect,
  type SettingsEvent,
  type SettingsHandlers,
  type SettingsState,
  type ShownSettings,
  shownSettings,
  unread,
  updateSettings,
} from '@/lib/rules/settings'
import type { MessageKey, Translation } from '@/lib/i18n'
import { createStore, type Dispatch } from '@/lib/store'
import { dressPage, type PageDress } from './dress-page'
import { readSettings, settingsEffects, settingsHandlers, watchSettings } from './settings-effects'

/** `page: null`: not in its colours and language yet. */
type State = { page: PageDress | null; settings: SettingsState }
type Happening = SettingsEvent | { type: 'page'; page: PageDress }

/**
 * Begins a page of ours that shows settings. It listens before it reads: what is stored while the page opens
 * is not missed.
 */
export const startOwnPage = async (
  title: (speech: Translation<MessageKey>) => string,
  draw: (settings: ShownSettings, page: PageDress, on: SettingsHandlers) => void,
): Promise<void> => {
  const { dispatch } = createStore<State, Happening, SettingsEffect>({
    initial: { page: null, settings: unread },
    update: (state, event) => {
      if (event.type === 'page') return { state: { ...state, page: event.page }, effects: [] }
      const { state: settings, effects } = updateSettings(state.settings, event)
      return { state: { ...state, settings }, effects }
    },
    runner: settingsEffects,
    drawer: (send) => {
      const on = settingsHandlers(send)
      return ({ page, settings }) => {
        if (page !== null && settings !== unread) draw(shownSettings(settings), page, on)
      }
    },
  })
  const early: SettingsEvent[] = []
  let tell: Dispatch<SettingsEvent> = (event) => void early.push(event)
  watchSettings((event) => tell(event))
  const open = async () => {
    dispatch({ type: 'opened', stored: await readSettings() })
    tell = dispatch
    early.forEach(tell)
  }
  await Promise.all([open(), dressPage(title, (page) => dispatch({ type: 'page', page }))])
}
