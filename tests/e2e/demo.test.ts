import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { buildDemo } from '../demo/build.ts'
import { until } from './until.ts'
import { frameOf, type Visit, visitDemo, waitForText } from './demo-visit.ts'

const output = join(import.meta.dirname, '..', '..', '.output')

/** The scene, hurried, adds margin the second time after 20 s; a slow machine comes later. */
const UNTIL_TWICE_MS = 120_000

describe('the demo, from a path of a file server and without any extension', () => {
  let visit: Visit

  beforeAll(async () => {
    const browser = inject('browser')
    // Each its own: the two browsers are tested side by side.
    const built = join(output, browser === 'firefox' ? 'firefox-mv3' : 'chrome-mv3')
    const folder = await buildDemo({ built, out: join(output, `demo-${browser}`) })
    visit = await visitDemo(browser, folder)
  })
  afterAll(() => visit.close())

  test('opens on the falling scene, with the panel', async () => {
    const exchange = await frameOf(visit, '/futures/BTCUSDT')
    await waitForText(exchange, '[data-position="BTCUSDT:long:isolated"]', /BTCUSDT/)
    const badge = await waitForText(visit.page.mainFrame(), '#badge', /\d/)
    expect(badge).toMatch(/^\d+(\.\d)?%?$/)
  })

  test('the popup opens under the button and knows what the tab in front reads', async () => {
    await visit.page.click('#extension')
    const popup = await frameOf(visit, 'popup.html')
    await waitForText(popup, '[data-tab-status="positions"] .nearest', /BTCUSDT/)
    await waitForText(popup, '.presets button', /./)
  })

  test('a limit that is changed in the popup is what the panel counts against', async () => {
    const popup = await frameOf(visit, 'popup.html')
    const exchange = await frameOf(visit, '/futures/BTCUSDT')
    for (const limit of ['3', '1']) {
      await popup.$eval(
        '[data-limit="maxMarginAdditions"] input',
        (field, value) => {
          field.value = value
          for (const type of ['input', 'change']) {
            field.dispatchEvent(new Event(type, { bubbles: true }))
          }
        },
        limit,
      )
      await waitForText(exchange, '[data-field="margin-additions"]', new RegExp(limit))
    }
    await visit.page.click('#extension')
    await until('the popup, closed', async () => (await visit.page.$('.popup')) === null)
  })

  test('margin is added twice, and the panel warns', { timeout: 200_000 }, async () => {
    const exchange = await frameOf(visit, '/futures/BTCUSDT')
    const warning = await waitForText(
      exchange,
      '[data-warning="MARGIN_ADDED_AGAIN"]',
      /twice/,
      UNTIL_TWICE_MS,
    )
    expect(warning).toContain('cut your losses')
  })

  test('the companion stands next to the dialog, and says that the loss stays', async () => {
    const exchange = await frameOf(visit, '/futures/BTCUSDT')
    await exchange.evaluate(() => {
      document
        .querySelector('svg[aria-label="Adjust Margin"]')
        ?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    })
    const field = await exchange.waitForSelector('[role="dialog"] input')
    await field?.type('20')
    await waitForText(exchange, '[data-field="loss-stays"]', /./)
  })

  test('a position that is closed is in the journal', async () => {
    const exchange = await frameOf(visit, '/futures/BTCUSDT')
    await exchange.evaluate(() => {
      ;(window as unknown as { practice: { close: (name: string) => void } }).practice.close(
        'BTCUSDT',
      )
    })
    await waitForText(exchange, '[data-status="flat"]', /./)
    await visit.page.click('#extension')
    const popup = await frameOf(visit, 'popup.html')
    const link = await popup.waitForSelector('[data-link="journal"]')
    await link?.click()
    const journal = await frameOf(visit, 'journal.html')
    await waitForText(journal, '[data-episode]', /BTCUSDT/)
  })

  test('a page of the extension, opened by itself, leads to the demo, which begins again', async () => {
    await visit.page.goto(`${visit.address}extension/journal.html`)
    const exchange = await frameOf(visit, '/futures/BTCUSDT')
    await waitForText(exchange, '[data-position="BTCUSDT:long:isolated"]', /BTCUSDT/)
    expect(visit.page.url()).toBe(`${visit.address}index.html`)
  })

  test('no other host was asked for anything, and no console reports a fault', () => {
    expect(visit.requested.filter((url) => !/^(?:data|blob|about):/.test(url))).not.toEqual([])
    expect(
      visit.requested.filter(
        (url) => !url.startsWith(visit.address) && !/^(?:data|blob|about):/.test(url),
      ),
    ).toEqual([])
    expect(visit.faults).toEqual([])
  })
})
