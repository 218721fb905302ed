import {
  type SettingsEffect,
  type SettingsEvent,
  type SettingsState,
  unread,
  updateSettings,
} from '@/lib/rules/settings'
import type { MessageKey, Translation } from '@/lib/i18n'
import { type At, createStore, type Dispatch, type Step } from '@/lib/store'
import { dressPage, type PageDress } from './dress-page'
import { readSettings, watchSettings } from './settings-effects'

/** What every page of ours that shows settings knows. */
export type OwnPageState = {
  /** `null`: not in its colours and language yet. */
  page: PageDress | null
  settings: SettingsState
}

export type OwnPageEvent = SettingsEvent | { type: 'page'; page: PageDress }

export const updateOwnPage = <State extends OwnPageState>(
  state: State,
  event: At<OwnPageEvent>,
): Step<State, SettingsEffect> => {
  if (event.type === 'page') return { state: { ...state, page: event.page }, effects: [] }
  const { state: settings, effects } = updateSettings(state.settings, event)
  return { state: { ...state, settings }, effects }
}

type StartOptions<Extra, Happening, Effect> = {
  title: (speech: Translation<MessageKey>) => string
  /** What this page knows besides. */
  initial: Extra
  update: (
    state: OwnPageState & Extra,
    event: At<Happening | OwnPageEvent>,
  ) => Step<OwnPageState & Extra, Effect>
  runner: (dispatch: Dispatch<Happening | OwnPageEvent>) => (effect: Effect) => void
  /** Called once the page is dressed. */
  drawer: (
    dispatch: Dispatch<Happening | OwnPageEvent>,
  ) => (state: OwnPageState & Extra, page: PageDress) => void
}

/** It listens before it reads: what is stored while the page opens is not missed. */
export const startOwnPage = async <Extra, Happening extends object, Effect>({
  title,
  initial,
  update,
  runner,
  drawer,
}: StartOptions<Extra, Happening, Effect>): Promise<void> => {
  const { dispatch } = createStore({
    initial: { page: null, settings: unread, ...initial },
    update,
    runner,
    drawer: (send: Dispatch<Happening | OwnPageEvent>) => {
      const draw = drawer(send)
      return (state) => {
        if (state.page !== null) draw(state, state.page)
      }
    },
  })
  const early: SettingsEvent[] = []
  let tell: Dispatch<SettingsEvent> = (event) => void early.push(event)
  watchSettings((event) => tell(event))
  dispatch({ type: 'opened', stored: await readSettings() })
  tell = dispatch
  early.forEach(tell)
  await dressPage(title, (page) => dispatch({ type: 'page', page }))
}
