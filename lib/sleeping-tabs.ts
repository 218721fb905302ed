import { browser } from 'wxt/browser'
import { chooseLanguage, panelDictionary, translation } from '@/lib/i18n'
import { appearanceItem } from '@/lib/storage'

/** Chrome tells of frozen tabs since 132; Firefox only of discarded ones. Types know neither everywhere. */
type Change = { discarded?: boolean; frozen?: boolean }

/** The colour of what is not known, as in the panel. */
const UNKNOWN = '#5b6472'

const languageNow = async () => {
  const { language } = (await appearanceItem.read()).value
  return chooseLanguage(language, [browser.i18n.getUILanguage()])
}

/** Only where a badge of ours stands: it says nothing of a tab without us. */
const markAsUnread = async (tabId: number, since: number): Promise<void> => {
  const text = await browser.action.getBadgeText({ tabId })
  if (text === '' || text === '?') return
  await browser.action.setBadgeText({ tabId, text: '?' })
  await browser.action.setBadgeBackgroundColor({ tabId, color: UNKNOWN })
  const language = await languageNow()
  const { t, moments } = translation(language, panelDictionary(language))
  const moment = moments.short(since) ?? t('unknown')
  await browser.action.setTitle({ tabId, title: t('badge.title.asleep', { moment }) })
}

/**
 * A tab that the browser has frozen or discarded reads nothing, while its badge would stay calm for hours:
 * it becomes "?", with the time. When the tab wakes up its panel sets the badge again.
 */
export const watchSleepingTabs = (now: () => number): void => {
  browser.tabs.onUpdated.addListener((tabId, change) => {
    const { discarded, frozen } = change as Change
    // A tab may be gone by now.
    if (discarded === true || frozen === true)
      void markAsUnread(tabId, now()).catch(() => undefined)
  })
}
