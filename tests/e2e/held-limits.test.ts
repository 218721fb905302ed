import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import type { BrowserPage, Driver, ExtensionPage } from './driver.ts'
import { waitForPanel } from './panel.ts'
import { sharedWorld } from './shared-world.ts'
import { practice, QUIET } from './world.ts'
import { until } from './until.ts'

const LIMIT = '[data-limit="maxMarginAdditions"] input'

const waits = (popup: ExtensionPage) =>
  popup.evaluate<boolean>(`document.querySelector('[data-waiting]') !== null`)

describe('limits that hold', () => {
  let driver: Driver
  let page: BrowserPage

  /** As a trader does: the popup opens over the page, and closes again. */
  const inPopup = async <T>(run: (popup: ExtensionPage) => Promise<T>): Promise<T> => {
    const popup = await driver.openExtensionPage('popup.html')
    const answer = await run(popup)
    await popup.close()
    await page.bringToFront()
    return answer
  }

  const allowed = (wanted: string) =>
    waitForPanel(
      page,
      `0 of ${wanted}`,
      ({ positions: [first] }) => first?.fields['margin-additions']?.text === `0 of ${wanted}`,
    )

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
    await allowed('1')
    await inPopup((popup) => popup.click('[data-limit="holdLimits"] input'))
  })
  afterAll(() => driver.close())

  test('a looser limit waits, and the popup says until when', async () => {
    await inPopup(async (popup) => {
      await popup.fill(LIMIT, '3')
      await until('it waits', () => waits(popup))
      assert.match(await popup.text('[data-waiting]'), /Looser from .+, as you asked/)
    })
    await practice(page, 'movePrice', 'BTCUSDT', -0.001)
    await allowed('1')
  })

  test('a stricter one counts at once', async () => {
    await inPopup((popup) => popup.fill(LIMIT, '0'))
    await allowed('0')
  })

  test('what waits can be taken back', async () => {
    await inPopup(async (popup) => {
      await popup.fill(LIMIT, '2')
      await until('it waits', () => waits(popup))
      // It is closed with the click, without a look at what comes of it.
      await popup.click('[data-action="cancel-loosening"]')
    })
    await inPopup((popup) => until('it waits no more', async () => !(await waits(popup))))
    await allowed('0')
  })

  test('with no position open nothing has to wait', async () => {
    await practice(page, 'close', 'BTCUSDT')
    await waitForPanel(page, 'flat', ({ status }) => status === 'flat')
    await until('the ledger is flat', () =>
      inPopup(async (popup) => {
        await popup.fill(LIMIT, '2')
        const held = await waits(popup)
        if (held) await popup.click('[data-action="cancel-loosening"]')
        return !held
      }),
    )
    assert.deepEqual(driver.complaints, [])
  })
})
