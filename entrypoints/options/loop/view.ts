import type { SettingsView } from '@/components/settings/SettingsPage'
import { shownSettings } from '@/lib/rules/settings'
import type { State } from './update'

/** Everything that the page draws, as data; `null`: not in its colours and language yet. */
export const view = (state: State, now: number): SettingsView | null => {
  const { page, settings, isSharing } = state
  if (page === null) return null
  return {
    ...shownSettings(settings),
    appearance: page.appearance,
    isSharing,
    failure: state.failure,
    now,
  }
}
