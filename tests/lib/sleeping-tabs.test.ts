import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { watchSleepingTabs } from '@/lib/sleeping-tabs'
import { defaultAppearance } from '@/lib/rules/settings'
import { appearanceItem } from '@/lib/storage'

const NOW = Date.UTC(2026, 10, 26, 12)
let texts: Map<number, string>
let titles: Map<number, string>

/** Not part of the fake browser: the toolbar's button, tab by tab. */
const toolbar = () => ({
  getBadgeText: ({ tabId = 0 }) => Promise.resolve(texts.get(tabId) ?? ''),
  setBadgeText: ({ tabId = 0, text = '' }) => Promise.resolve(void texts.set(tabId, text)),
  setBadgeBackgroundColor: () => Promise.resolve(),
  setTitle: ({ tabId = 0, title = '' }) => Promise.resolve(void titles.set(tabId, title)),
})

beforeEach(() => {
  fakeBrowser.reset()
  texts = new Map([[7, '16']])
  titles = new Map()
  Object.assign(fakeBrowser, { action: toolbar() })
  fakeBrowser.i18n.getUILanguage = () => 'en-GB'
  watchSleepingTabs(() => NOW)
})

const change = (tab: number, what: object) =>
  fakeBrowser.tabs.onUpdated.trigger(tab, what, {} as never)

test.each([{ frozen: true }, { discarded: true }])(
  '%j: the badge is "?", and since when is in its title',
  async (what) => {
    await change(7, what)
    await vi.waitFor(() => expect(titles.get(7)).toMatch(/Nothing has been read since .*2026/))
    expect(texts.get(7)).toBe('?')
  },
)

test('in the language that the trader has chosen', async () => {
  await appearanceItem.write({ ...defaultAppearance, language: 'fr' })
  await change(7, { frozen: true })
  await vi.waitFor(() => expect(titles.get(7)).toMatch(/en veille/))
})

test('awake again, loading, or without a badge of ours: nothing is touched', async () => {
  await change(7, { frozen: false })
  await change(7, { status: 'complete' })
  await change(8, { discarded: true })
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(texts).toEqual(new Map([[7, '16']]))
  expect(titles.size).toBe(0)
})
