import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { BrowserPage, Driver } from './driver.ts'
import { clickInPanel, waitForPanel } from './panel.ts'
import { openWorld, practice, QUIET } from './world.ts'
import { until } from './until.ts'

const browser = inject('browser')
const hostsOn = (page: BrowserPage) =>
  page.evaluate(() => document.querySelectorAll('margin-brake-panel').length)

const openPosition = async (driver: Driver): Promise<BrowserPage> => {
  const page = await driver.openPage(QUIET)
  // Of the test before.
  await practice(page, 'reset')
  await waitForPanel(page, 'flat', ({ status }) => status === 'flat')
  await practice(page, 'open', {
    symbol: 'BTCUSDT',
    side: 'buy',
    quantity: 0.02,
    leverage: 20,
    marginMode: 'isolated',
  })
  await waitForPanel(page, 'a position that is followed', ({ positions }) =>
    (positions[0]?.fields['margin-additions']?.text ?? '').includes('0 of 1'),
  )
  await practice(page, 'addMargin', 'BTCUSDT', 20)
  await waitForPanel(page, 'one addition', ({ positions }) =>
    (positions[0]?.fields['margin-additions']?.text ?? '').includes('1 of 1'),
  )
  return page
}

/** The panel's place is drawn at all: a browser that ended the script takes the sheet away. */
const isDrawn = (page: BrowserPage) =>
  page.evaluate(() => {
    const host = document.querySelector('margin-brake-panel')
    return (
      host !== null && getComputedStyle(host).getPropertyValue('--margin-brake-shown') === 'block'
    )
  })

/** A market that goes on under a script that is gone: whatever it tries now would be heard. */
const trade = async (page: BrowserPage): Promise<void> => {
  for (let step = 0; step < 20; step += 1) {
    await practice(page, 'movePrice', 'BTCUSDT', step % 2 === 0 ? -0.002 : 0.002)
  }
  await practice(page, 'addMargin', 'BTCUSDT', 5)
}

describe('the extension is changed under an open page', () => {
  let driver: Driver
  let heard = 0
  /** One browser for all: a new one costs as much as a test. The last of them takes the extension away. */
  beforeAll(async () => {
    driver = await openWorld({ browser, rebuild: false })
  })
  beforeEach(() => {
    heard = driver.complaints.length
  })
  afterAll(() => driver.close())
  const complaints = () => driver.complaints.slice(heard)

  test('updated: one panel and no dead one, no storm of errors, and what was counted is kept', async () => {
    const page = await openPosition(driver)
    await driver.reloadExtension()
    if (browser === 'chromium') {
      // Chrome gives the open page no new script: the old one says so, without a figure.
      const ended = await waitForPanel(page, 'the notice', ({ status }) => status === 'ended')
      expect(ended.positions).toEqual([])
      expect(ended.text).toContain('Reload this page')
      expect(ended.text).not.toMatch(/\d/)
    } else {
      await waitForPanel(page, 'the new panel', ({ positions }) => positions.length === 1)
    }
    expect(await hostsOn(page)).toBe(1)
    await trade(page)
    if (browser === 'chromium') {
      expect((await waitForPanel(page, 'still the notice', () => true)).positions).toEqual([])
    }
    expect(complaints()).toEqual([])

    await page.reload()
    const again = await waitForPanel(page, 'the position', ({ positions }) =>
      /^[12] of 1/.test(positions[0]?.fields['margin-additions']?.text ?? ''),
    )
    expect(again.positions).toHaveLength(1)
    expect(await hostsOn(page)).toBe(1)
    expect(complaints()).toEqual([])
    await page.close()
  })

  test('left and come back to: one panel, and it goes on', async () => {
    const page = await openPosition(driver)
    await page.goto('https://www.binance.com/en/my/wallet/futures/BTCUSDT?dock=off&path=off')
    await page.back()
    await waitForPanel(page, 'the position', ({ positions }) => positions.length === 1)
    expect(await hostsOn(page)).toBe(1)
    await practice(page, 'movePrice', 'BTCUSDT', -0.01)
    const { markPrice } = (await practice(page, 'positions'))[0]!
    await waitForPanel(
      page,
      'the new mark price',
      ({ positions }) =>
        Math.abs(Number(positions[0]?.fields['mark-price']?.value) - markPrice) < 0.2,
    )
    expect(complaints()).toEqual([])
    await page.close()
  })

  if (browser === 'firefox') {
    test('the site taken away: the popup says so, and one click gives it back', async () => {
      const popup = await driver.openExtensionPage('popup.html')
      expect(await popup.evaluate(`document.querySelector('[data-site-access]')`)).toBeNull()
      await popup.evaluate(`browser.permissions.remove({
        origins: browser.runtime.getManifest().content_scripts.flatMap(({ matches }) => matches),
      })`)
      await popup.close()
      const page = await driver.openPage(QUIET)
      expect(await hostsOn(page)).toBe(0)

      const again = await driver.openExtensionPage('popup.html')
      expect(await again.text('[data-site-access]')).toContain('doesn’t let Margin Brake read')
      await again.click('[data-action="allow-site"]')
      await until('allowed', async () =>
        (await again.text('[data-site-access]')).startsWith('Allowed. Reload the futures page'),
      )
      await again.close()
      await page.reload()
      await waitForPanel(page, 'a panel again', ({ status }) => status !== null)
      await page.close()
    })
  }

  test('switched off: no figure stays behind that nobody keeps up', async () => {
    const page = await openPosition(driver)
    expect(await isDrawn(page)).toBe(true)
    await driver.removeExtension()
    if (browser === 'chromium') {
      await waitForPanel(page, 'the notice', ({ status }) => status === 'ended')
      await clickInPanel(page, ({ attributes }) => attributes['data-action'] === 'close')
      await until('no host', async () => (await hostsOn(page)) === 0)
    } else {
      await until('nothing drawn', async () => !(await isDrawn(page)))
    }
    await trade(page)
    expect(complaints()).toEqual([])
  })
})
