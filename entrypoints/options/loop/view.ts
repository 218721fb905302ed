import type { SettingsView } from '@/components/settings/SettingsPage'
import type { State } from './update'

/** Everything that the page draws, as data; `null`: not in its colours and language yet. */
export const view = (state: State, now: number): SettingsView | null => {
  const { page, settings, isSharing } = state
  if (page === null) return null
  const { limits, waiting, found, isUnsaved, revision, alerts, isRefused } = settings
  return {
    limits,
    waiting,
    notice: found !== 'newer' && isUnsaved ? 'unsaved' : found,
    revision,
    alerts,
    isRefused,
    appearance: page.appearance,
    isSharing,
    failure: state.failure,
    now,
  }
}
