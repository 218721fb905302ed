import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { isCommand, runCommand } from '@/lib/commands'
import { en, translation } from '@/lib/i18n'
import { onMessages } from '@/lib/messages'
import { type Alert, alerter, type Badge, type Band } from '@/lib/rules'
import {
  alertsItem,
  journal,
  journalKeeper,
  ledgerItem,
  ledgerWriter,
  privateLedgerItem,
} from '@/lib/storage'

const { t } = translation('en', en)

const badgeColours: Record<Band, string> = {
  calm: '#0d7a4f',
  caution: '#8a5a00',
  danger: '#b42318',
  crossed: '#b42318',
  unknown: '#5b6472',
}

const badgeTitle = ({ band, text, symbol }: Badge): string => {
  if (band === 'crossed' || band === 'unknown') return t(`badge.title.${band}`, { symbol })
  return text === '–'
    ? t('badge.title.none', { symbol })
    : t('badge.title', { symbol, percent: text })
}

/** On the tab's own badge: what a private window shows stays there. */
const showBadge = async (tabId: number, badge: Badge | null): Promise<void> => {
  await browser.action.setBadgeText({ tabId, text: badge?.text ?? '' })
  await browser.action.setTitle({ tabId, title: badge === null ? t('name') : badgeTitle(badge) })
  if (badge === null) return
  await browser.action.setBadgeBackgroundColor({ tabId, color: badgeColours[badge.band] })
}

const notify = async (id: string, { title, detail }: Alert): Promise<void> => {
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return
  const iconUrl = browser.runtime.getURL('/icon/128.png')
  await browser.notifications.create(id, { type: 'basic', iconUrl, title, message: detail })
}

export default defineBackground(() => {
  const writer = ledgerWriter({ item: ledgerItem, journal })
  const privateWriter = ledgerWriter({ item: privateLedgerItem(), journal: null })
  const keeper = journalKeeper({ writer, journal })
  const raise = alerter({
    settings: async () => (await alertsItem.read()).value,
    notify,
    now: () => Date.now(),
  })
  const writerFor = (isPrivate: boolean) => (isPrivate ? privateWriter : writer)

  // Firefox for Android has no keys.
  const keys = browser.commands as typeof browser.commands | undefined
  keys?.onCommand.addListener((name, tab) => {
    if (isCommand(name)) void runCommand(name, tab?.id ?? null).catch(() => undefined)
  })

  onMessages({
    observe: ({ observation }) => writerFor(observation.private).observe(observation),
    correct: ({ private: isPrivate, correction }) => writerFor(isPrivate).correct(correction),
    badge: async ({ badge }, tab) => {
      // A tab may be gone by now.
      if (tab !== null) await showBadge(tab, badge).catch(() => undefined)
      return { done: true }
    },
    alert: ({ alert }) => raise(alert),
    erase: async ({ episodes }) => {
      await keeper.erase(episodes)
      return { done: true }
    },
    import: async ({ episodes }) => {
      await keeper.importEpisodes(episodes)
      return { done: true }
    },
  })
})
