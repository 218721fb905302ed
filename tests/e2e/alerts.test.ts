import { strict as assert } from 'node:assert'
import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import type { BrowserPage, Driver, ExtensionPage } from './driver.ts'
import { exists, openJournal, waitInJournal } from './journal-page.ts'
import { waitForPanel } from './panel.ts'
import { sharedWorld } from './shared-world.ts'
import { practice, QUIET } from './world.ts'

/** Texts of all badges, by an extension page. */
const badges = (page: ExtensionPage): Promise<string[]> =>
  page.evaluate<string[]>(`(async () => {
    const api = globalThis.browser ?? chrome
    const tabs = await api.tabs.query({})
    const texts = await Promise.all(tabs.map(({ id }) => api.action.getBadgeText({ tabId: id })))
    return texts.filter((text) => text !== '')
  })()`)

describe('what is said outside of the panel', () => {
  let driver: Driver
  let page: BrowserPage

  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
    page = await driver.openPage(QUIET)
    await waitForPanel(page, 'flat', ({ status }) => status === 'flat')
    await practice(page, 'open', {
      symbol: 'BTCUSDT',
      side: 'buy',
      quantity: 0.02,
      leverage: 20,
      marginMode: 'isolated',
    })
    await waitForPanel(
      page,
      'the position, twice seen',
      ({ positions }) => positions[0]?.fields['margin-additions']?.text === '0 of 1',
    )
  })
  afterAll(() => driver.close())

  test('the badge is the panel’s distance, and goes with the position', async () => {
    await practice(page, 'movePrice', 'BTCUSDT', -0.02)
    const { positions } = await waitForPanel(page, 'danger', ({ positions: [first] }) =>
      Boolean(first?.fields['liquidation-distance']?.text.startsWith('2.')),
    )
    const shown = positions[0]?.fields['liquidation-distance']?.text ?? ''
    const popup = await driver.openExtensionPage('popup.html')
    await waitInJournal(
      popup,
      'the badge',
      `document.querySelector('[data-alert="notifications"] input') !== null`,
    )
    assert.deepEqual(await badges(popup), [shown.slice(0, 3)])
    await popup.close()
  })

  test('the warning stands in the journal, with what was done next', async () => {
    const journal = await openJournal(driver)
    await page.bringToFront()
    await practice(page, 'close', 'BTCUSDT')
    await waitInJournal(journal, 'the end', exists('[data-event="closed"]'))
    await waitInJournal(journal, 'the warning', exists('[data-event="noted"]'))
    assert.match(await journal.text('[data-event="noted"]'), /Warning: liquidation is near/)
    assert.match(await journal.text('.detail'), /later: the position ended/)
    assert.deepEqual(await badges(journal), [])
    await journal.close()
  })
})
