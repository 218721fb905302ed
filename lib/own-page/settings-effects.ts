import { browser } from 'wxt/browser'
import { sendMessage } from '@/lib/messages'
import type { SettingsEffect, SettingsEvent, SettingsHandlers } from '@/lib/rules/settings'
import {
  alertsItem,
  isFlat,
  ledgerItem,
  limitsItem,
  privateLedgerItem,
  waitingLimitsItem,
} from '@/lib/storage'
import { type Choice, writeSettings } from '@/lib/storage/settings'

type Dispatch = (event: SettingsEvent) => void
type Opened = Extract<SettingsEvent, { type: 'opened' }>

/** The pages of our content script. Firefox lets its user take them away at any time. */
const origins = (): string[] =>
  (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ matches }) => matches ?? [])

/** To be asked within a click. */
const allowSite = (): Promise<boolean> =>
  browser.permissions.request({ origins: origins() }).catch(() => false)

/** What is stored when the page opens. */
export const readSettings = async (): Promise<Opened['stored']> => {
  const [limits, waiting, alerts, isGiven] = await Promise.all([
    limitsItem.load(),
    waitingLimitsItem.read(),
    alertsItem.load(),
    browser.permissions.contains({ origins: origins() }),
  ])
  const { state } = limits
  return {
    limits: limits.value,
    waiting: waiting.value.waiting,
    found: state === 'damaged' || state === 'newer' ? state : null,
    alerts: alerts.value,
    isSiteMissing: !isGiven,
  }
}

/** Another page of ours changes them too, and a position may be opened while this one stands open. */
export const watchSettings = (dispatch: Dispatch): void => {
  limitsItem.watch((limits) => dispatch({ type: 'news', of: { limits } }))
  waitingLimitsItem.watch(({ waiting }) => dispatch({ type: 'news', of: { waiting } }))
  alertsItem.watch((alerts) => dispatch({ type: 'news', of: { alerts } }))
  const look = () => {
    void isFlat().then((flat) => dispatch({ type: 'flat', isFlat: flat }))
  }
  ledgerItem.watch(look)
  privateLedgerItem().watch(look)
  // A ledger may be long: the page does not wait for it. Until then a position may be open.
  look()
}

export const settingsHandlers = (dispatch: Dispatch): SettingsHandlers => ({
  limits: (limits) => dispatch({ type: 'limits-wanted', limits }),
  cancel: () => dispatch({ type: 'waiting-cancelled' }),
  alerts: (alerts) => dispatch({ type: 'alerts-wanted', alerts }),
  allowSite,
})

/**
 * Here and by the background, both begun within the click, which may close the popup: Firefox gives up what a
 * page that is gone was about to write, Chromium a message to a background that has yet to wake up.
 */
const keep = (choice: Choice): Promise<void> => {
  const written = writeSettings(choice)
  void sendMessage({ type: 'settings', choice }).catch(() => undefined)
  return written
}

const readChoices = async () => {
  const items = [limitsItem.read(), waitingLimitsItem.read(), alertsItem.read()] as const
  const [limits, { value }, alerts] = await Promise.all(items)
  return { limits: limits.value, waiting: value.waiting, alerts: alerts.value }
}

/** Stores what was chosen, and asks the browser. */
export const settingsEffects = (dispatch: Dispatch) => {
  const store = async (choice: Choice) => {
    const isKept = await keep(choice).then(
      () => true,
      () => false,
    )
    dispatch({ type: 'stored', isKept, ...(await readChoices()) })
  }
  const askForNotifications = async () => {
    const isAllowed = await browser.permissions
      .request({ permissions: ['notifications'] })
      .catch(() => false)
    dispatch({ type: 'notifications-answered', isAllowed })
  }
  return (effect: SettingsEffect): void => {
    switch (effect.type) {
      case 'keep-limits':
        void store({
          limits: effect.limits,
          ...(effect.waiting !== null && { waiting: { waiting: effect.waiting } }),
        })
        return
      case 'keep-alerts':
        void store({ alerts: effect.alerts })
        return
      case 'ask-for-notifications':
        void askForNotifications()
        return
    }
  }
}
