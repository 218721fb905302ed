import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { isCommand, runCommand } from '@/lib/commands'
import { panelDictionary, panelEnglish, type Translation, translation } from '@/lib/i18n'
import { onMessages } from '@/lib/messages'
import { type Alert, alerter } from '@/lib/rules/alerts'
import type { Badge } from '@/lib/rules/panel'
import type { Band } from '@/lib/rules/position'
import { watchSleepingTabs } from '@/lib/sleeping-tabs'
import {
  alertsItem,
  changeAppearance,
  ledgerItem,
  privateLedgerItem,
  welcomedItem,
} from '@/lib/storage'
import { journal, journalKeeper, ledgerWriter } from '@/lib/storage/ledger'
import { keepSettings, shareSettings } from '@/lib/storage/settings'

const badgeColours: Record<Band, string> = {
  calm: '#0d7a4f',
  caution: '#8a5a00',
  danger: '#b42318',
  crossed: '#b42318',
  unknown: '#5b6472',
}

const badgeTitle = ({ band, text, side, ...of }: Badge, { t }: Translation): string => {
  // In hedge mode there are two of a symbol.
  const symbol = side === 'unknown' ? of.symbol : `${of.symbol} ${t(`side.${side}`)}`
  if (band === 'crossed' || band === 'unknown') return t(`badge.title.${band}`, { symbol })
  return text === '–'
    ? t('badge.title.none', { symbol })
    : t('badge.title', { symbol, percent: text })
}

/** On the tab's own badge: what a private window shows stays there. */
const showBadge = async (
  tabId: number,
  badge: Badge | null,
  speech: Translation,
): Promise<void> => {
  const title = badge === null ? panelEnglish.name : badgeTitle(badge, speech)
  await browser.action.setBadgeText({ tabId, text: badge?.text ?? '' })
  await browser.action.setTitle({ tabId, title })
  if (badge === null) return
  await browser.action.setBadgeBackgroundColor({ tabId, color: badgeColours[badge.tone] })
}

const notify = async (id: string, { title, detail }: Alert): Promise<void> => {
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return
  const iconUrl = browser.runtime.getURL('/icon/128.png')
  await browser.notifications.create(id, { type: 'basic', iconUrl, title, message: detail })
}

/** Once: it is found again under the popup's "Help". */
const welcome = async (): Promise<void> => {
  if ((await welcomedItem.load()).value) return
  await welcomedItem.write(true)
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })
}

const done = async (task: Promise<unknown>) => {
  await task
  return { done: true } as const
}

export default defineBackground(() => {
  const common = { now: () => Date.now(), life: crypto.randomUUID() }
  const writer = ledgerWriter({ item: ledgerItem, journal, ...common })
  const privateWriter = ledgerWriter({ item: privateLedgerItem(), journal: null, ...common })
  const keeper = journalKeeper({ writer, journal })
  const raise = alerter({
    settings: async () => (await alertsItem.read()).value,
    notify,
    now: () => Date.now(),
  })
  const writerFor = (isPrivate: boolean) => (isPrivate ? privateWriter : writer)

  watchSleepingTabs(Date.now)
  browser.tabs.onRemoved.addListener((tab) => {
    for (const each of [writer, privateWriter]) void each.tabClosed(tab).catch(() => undefined)
  })

  // Firefox for Android and some kin of Chromium have none.
  if ((browser.storage.sync as unknown) !== undefined) {
    shareSettings(Date.now, (fault) =>
      console.warn('Margin Brake: settings could not be shared.', fault),
    )
  }

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void welcome().catch(() => undefined)
  })

  // Firefox for Android has no keys.
  const keys = browser.commands as typeof browser.commands | undefined
  keys?.onCommand.addListener((name, tab) => {
    if (isCommand(name)) void runCommand(name, tab?.id ?? null).catch(() => undefined)
  })

  onMessages({
    observe: ({ observations, since }, asker) =>
      writerFor(asker.private).observe(
        observations.map((each) => ({ ...each, browserTab: asker.tab })),
        since,
      ),
    correct: ({ corrections, since }, asker) =>
      writerFor(asker.private).correct(corrections, since),
    ledger: (_, asker) => writerFor(asker.private).answer(),
    badge: async ({ badge, language }, { tab }) => {
      const speech = translation(language, panelDictionary(language))
      // A tab may be gone by now.
      if (tab !== null) await showBadge(tab, badge, speech).catch(() => undefined)
      return { done: true }
    },
    alert: ({ alert }) => raise(alert),
    appearance: ({ change }) => done(changeAppearance(() => change)),
    settings: ({ choice }) => done(keepSettings(choice)),
    language: ({ language }) => Promise.resolve(panelDictionary(language)),
    erase: ({ episodes }) => done(keeper.erase(episodes)),
    import: ({ episodes }) => done(keeper.importEpisodes(episodes)),
  })
})
