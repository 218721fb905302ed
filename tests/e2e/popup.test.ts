import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { choose, openOwnPage } from './appearance.ts'
import { violationsOf } from './axe.ts'
import type { BrowserPage, Driver, ExtensionPage } from './driver.ts'
import { waitForPanel } from './panel.ts'
import { until } from './until.ts'
import { sharedWorld } from './shared-world.ts'
import { practice, QUIET } from './world.ts'

/** What a browser shows of a popup without scrolling, px. */
const WIDTH = 380
const HEIGHT = 600
const languages = ['en', 'ru', 'fr'] as const

const size = `(() => {
  const { width, height } = document.querySelector('main').getBoundingClientRect()
  return { width, height }
})()`

/** What stands beyond the edge, or over something else. */
const beyond = `[...document.querySelectorAll('main *')].filter((each) => {
  if (each.closest('.spoken, option') !== null) return false
  const { right, width } = each.getBoundingClientRect()
  return width > 0 && right > ${String(WIDTH)} + 0.5
}).map((each) => each.localName + ' ' + each.textContent.slice(0, 40))`

describe(`the popup, in ${String(WIDTH)} × ${String(HEIGHT)}`, () => {
  let driver: Driver
  let page: BrowserPage

  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
    page = await driver.openPage(QUIET)
    for (const symbol of ['BTCUSDT', 'ETHUSDT'] as const) {
      await practice(page, 'open', {
        symbol,
        side: 'buy',
        quantity: 0.02,
        leverage: 20,
        marginMode: 'isolated',
      })
    }
    await practice(page, 'setPrice', 'BTCUSDT', 59_100)
    await waitForPanel(
      page,
      'both positions, counted',
      ({ positions }) =>
        positions.length > 0 && positions[0]?.fields['margin-additions']?.value === '0',
    )
  })
  afterAll(() => driver.close())

  /** It asks the tab in front, so it is opened behind it, as a popup is opened over it. */
  const overThePage = async (): Promise<ExtensionPage> => {
    const popup = await openOwnPage(driver, 'popup')
    await page.bringToFront()
    await popup.evaluate('(setTimeout(() => { location.reload() }, 20), 0)')
    await until('the tab has answered', () =>
      popup
        .evaluate<boolean>(
          `document.querySelector('[data-tab-status="positions"] .nearest') !== null`,
        )
        .catch(() => false),
    )
    return popup
  }

  test.each(languages)('%s: all of it is in sight, nothing is cut off', async (language) => {
    await choose(driver, { language })
    const popup = await overThePage()
    const all = [
      '.nearest',
      '[data-preset="looser"]',
      '[data-limit="maxMarginAdditions"]',
      '[data-limit="capitalShareLimit"]',
      '[data-limit="distanceDanger"]',
      '[data-limit="requireStopLoss"]',
      '[data-alert="notifications"]',
      '[data-link="settings"]',
    ]
    const missing = await popup.evaluate<string[]>(
      `${JSON.stringify(all)}.filter((each) => document.querySelector(each) === null)`,
    )
    expect(missing).toEqual([])
    const { width, height } = await popup.evaluate<{ width: number; height: number }>(size)
    expect(width).toBeLessThanOrEqual(WIDTH)
    expect(height).toBeLessThanOrEqual(HEIGHT)
    expect(await popup.evaluate<string[]>(beyond)).toEqual([])
    await popup.close()
  })

  test('with alerts on there is a snooze, and it still fits', async () => {
    await choose(driver, { language: 'fr' })
    const setUp = await openOwnPage(driver, 'popup')
    await setUp.evaluate(
      `(globalThis.browser ?? chrome).storage.local.set({ alerts: { version: 1, value: { notifications: true, sound: false, snoozedUntil: 0 } } }).then(() => 0)`,
    )
    await setUp.close()
    const popup = await overThePage()
    expect(await popup.text('[data-action="snooze"]')).not.toBe('')
    const { height } = await popup.evaluate<{ height: number }>(size)
    expect(height).toBeLessThanOrEqual(HEIGHT)
    expect(await popup.evaluate<string[]>(beyond)).toEqual([])
    await popup.close()
  })

  test('the nearest position of the tab: how far, and how often margin was added', async () => {
    await choose(driver, { language: 'en' })
    const popup = await overThePage()
    const { positions } = await waitForPanel(page, 'positions', (s) => s.positions.length > 0)
    const distanceOf = ({ fields }: (typeof positions)[number]) => fields['liquidation-distance']
    const [nearest] = positions
      .map(distanceOf)
      .toSorted((a, b) => Number(a?.value) - Number(b?.value))
    expect(await popup.text('[data-tab-field="distance"]')).toBe(nearest?.text)
    expect(await popup.text('[data-tab-field="additions"]')).toBe('0 of 1')
    expect(await popup.text('.nearest')).toContain('2 rows read')
    expect(await popup.text('.says')).toMatch(
      /Right now these limits would flag BTCUSDT Long, ETHUSDT Long/,
    )
    expect(await violationsOf(popup)).toEqual([])
    await popup.close()
  })

  test('a step changes a limit, and so does a key', async () => {
    const popup = await openOwnPage(driver, 'popup')
    const stored = () =>
      popup.evaluate<Record<string, unknown> | undefined>(
        `(globalThis.browser ?? chrome).storage.local.get('limits').then(({ limits }) => limits?.value)`,
      )
    await popup.click('[data-limit="distanceDanger"] [data-step="higher"]')
    await until('3.5 %', async () => (await stored())?.['distanceDanger'] === '0.035')
    await popup.press('Enter')
    await until('4 %', async () => (await stored())?.['distanceDanger'] === '0.04')
    await popup.close()
    expect(driver.complaints).toEqual([])
  })
})
