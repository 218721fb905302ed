import { type AlertSettings, silent } from '../alerts/alerter'
import {
  changed,
  changeLimits,
  limitsAt,
  stillWaiting,
  type WaitingLimits,
  withThose,
} from './hold-limits'
import { defaultLimits, type Limits } from '../limits/limits'

/** The trader's limits and alerts, as a page of ours shows and changes them. */
export type SettingsState = {
  limits: Limits
  /** Looser ones that wait for their hour. */
  waiting: WaitingLimits
  /** No position is open. */
  isFlat: boolean
  /** `damaged`: what was stored is set aside. `newer`: it is a later version's, and is left alone. */
  found: 'damaged' | 'newer' | null
  /** Choices of this page that are on their way to storage: until they are there, what it says may be an earlier one. */
  underway: number
  /** The last change could not be written. */
  isUnsaved: boolean
  alerts: AlertSettings
  /** The browser refused to let us notify. */
  isRefused: boolean
  /** The browser did not let us onto the exchange's page when this one was opened. */
  isSiteMissing: boolean
}

/** What the trader chooses. */
type Choices = Pick<SettingsState, 'limits' | 'waiting' | 'alerts'>
type Stored = Choices & Pick<SettingsState, 'found' | 'isSiteMissing'>

/** Before anything is read; not shown. */
export const unread: SettingsState = {
  limits: defaultLimits,
  waiting: [],
  isFlat: false,
  found: null,
  underway: 0,
  isUnsaved: false,
  alerts: silent,
  isRefused: false,
  isSiteMissing: false,
}

export type SettingsEvent =
  /** What is stored as the page opens. Of what waited some may be due by now. */
  | { type: 'opened'; stored: Stored }
  /** What is stored now: another page of ours has written it, or this one. */
  | { type: 'news'; of: Partial<Choices> }
  | { type: 'flat'; isFlat: boolean }
  // The trader.
  | { type: 'limits-wanted'; limits: Limits }
  | { type: 'waiting-cancelled' }
  | { type: 'alerts-wanted'; alerts: AlertSettings }
  // What came of it.
  | ({ type: 'stored'; isKept: boolean } & Choices)
  | { type: 'notifications-answered'; isAllowed: boolean }

export type SettingsEffect =
  /** `waiting: null`: nothing waits, nor did. */
  | { type: 'keep-limits'; limits: Limits; waiting: WaitingLimits | null }
  | { type: 'keep-alerts'; alerts: AlertSettings }
  // Within the click: a browser does not take a question later.
  | { type: 'ask-for-notifications' }

type Step = { state: SettingsState; effects: readonly SettingsEffect[] }

const only = (state: SettingsState): Step => ({ state, effects: [] })

/** With the limits whose hour has come. */
const upTo = (state: SettingsState, at: number): SettingsState => ({
  ...state,
  limits: limitsAt(state.limits, state.waiting, at),
  waiting: stillWaiting(state.waiting, at),
})

type Held = Pick<SettingsState, 'limits' | 'waiting'>

/** Nothing is shown as a limit that is not to be written. */
const kept = (before: SettingsState, held: Held): Step => {
  if (before.found === 'newer') return only(before)
  const waits = held.waiting.length > 0 || before.waiting.length > 0
  return {
    state: { ...before, ...held },
    effects: [{ type: 'keep-limits', limits: held.limits, waiting: waits ? held.waiting : null }],
  }
}

const change = (shown: SettingsState, limits: Limits, at: number): Step => {
  const before = upTo(shown, at)
  // What of it is new against what the fields showed, on top of the limits that count by now.
  const wanted = withThose(before.limits, changed(shown.limits, limits), limits)
  const { waiting, isFlat: flat } = before
  const held = changeLimits({ current: before.limits, waiting, wanted, flat, now: at })
  // What has waited so far is still what is stored.
  return kept({ ...before, waiting: shown.waiting }, held)
}

const withAlerts = (state: SettingsState, alerts: AlertSettings, isRefused: boolean): Step => ({
  state: { ...state, alerts, isRefused },
  effects: [{ type: 'keep-alerts', alerts }],
})

const happened = (state: SettingsState, event: SettingsEvent & { at: number }): Step => {
  switch (event.type) {
    case 'opened': {
      const stored = { ...state, ...event.stored }
      const now = upTo(stored, event.at)
      return now.waiting.length < stored.waiting.length ? kept(stored, now) : only(stored)
    }
    case 'news':
      return only(state.underway > 0 ? state : { ...state, ...event.of })
    case 'flat':
      return only({ ...state, isFlat: event.isFlat })
    case 'limits-wanted':
      return change(state, event.limits, event.at)
    case 'waiting-cancelled':
      return kept(state, { limits: state.limits, waiting: [] })
    case 'stored': {
      const { isKept, limits, waiting, alerts } = event
      const underway = state.underway - 1
      const now = underway === 0 ? { limits, waiting, alerts } : {}
      return only({ ...state, ...now, underway, isUnsaved: !isKept })
    }
    case 'alerts-wanted': {
      const { alerts } = event
      // Until the browser has answered it is not switched on.
      if (alerts.notifications && !state.alerts.notifications)
        return { state, effects: [{ type: 'ask-for-notifications' }] }
      return withAlerts(state, alerts, false)
    }
    case 'notifications-answered': {
      const { isAllowed } = event
      return withAlerts(state, { ...state.alerts, notifications: isAllowed }, !isAllowed)
    }
  }
}

export const updateSettings = (
  state: SettingsState,
  event: SettingsEvent & { at: number },
): Step => {
  const { state: after, effects } = happened(state, event)
  const written = effects.filter(({ type }) => type !== 'ask-for-notifications').length
  return { state: { ...after, underway: after.underway + written }, effects }
}

/** What the trader does on a page of ours. */
export type SettingsHandlers = {
  limits: (limits: Limits) => void
  /** Nothing waits any longer. */
  cancel: () => void
  alerts: (alerts: AlertSettings) => void
  /** Asks the browser to let us onto the exchange's page; whether it does. */
  allowSite: () => Promise<boolean>
}

/** What a page of ours draws of it. */
export type ShownSettings = SettingsState & {
  /**
   * Why these are not the limits that were chosen last: what was stored did not fit and was set aside, it
   * is a later version's and is left alone, or the last change could not be written.
   */
  notice: 'damaged' | 'newer' | 'unsaved' | null
}

export const shownSettings = (state: SettingsState): ShownSettings => ({
  ...state,
  notice: state.found !== 'newer' && state.isUnsaved ? 'unsaved' : state.found,
})
