import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import type { BrowserPage, Driver } from './driver.ts'
import { panelState, waitForPanel } from './panel.ts'
import { sharedWorld } from './shared-world.ts'
import { practice } from './world.ts'

const STILL = 'dock=off&path=off&churn=0'
const FUTURES = `https://www.binance.com/en/futures/BTCUSDT?${STILL}`
/** The same page where the extension is not at home. */
const WALLET = `https://www.binance.com/en/my/wallet/futures/BTCUSDT?${STILL}`
const HOST = 'margin-brake-panel'

const position = {
  symbol: 'BTCUSDT',
  side: 'buy',
  quantity: 0.02,
  leverage: 20,
  marginMode: 'isolated',
} as const

/** The whole document but for our host element; figures and the colour of trades aside: the market runs. */
const documentWithout = (page: BrowserPage, host: string) =>
  page.evaluate((name: string) => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement
    const hosts = [...copy.querySelectorAll(name)]
    for (const element of hosts) element.remove()
    return {
      html: copy.outerHTML.replaceAll(/\d+/g, '0').replaceAll('text-Sell', 'text-Buy'),
      hosts: hosts.map((h) => h.outerHTML),
    }
  }, host)

describe('bad input', () => {
  let driver: Driver

  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
  })
  afterAll(() => driver.close())

  test('the host document is the same with and without the panel, but for one host element', async () => {
    const page = await driver.openPage(FUTURES)
    await waitForPanel(page, 'flat', ({ status }) => status === 'flat')
    await practice(page, 'open', position)
    await waitForPanel(page, 'the position', ({ positions }) => positions.length === 1)
    const without = await driver.openPage(WALLET)

    const plain = await documentWithout(without, HOST)
    const covered = await documentWithout(page, HOST)
    assert.deepEqual(plain.hosts, [])
    assert.deepEqual(covered.hosts, [`<${HOST}></${HOST}>`])
    const differs = Array.from(plain.html).findIndex((letter, at) => covered.html[at] !== letter)
    assert.equal(
      covered.html.slice(differs - 80, differs + 80),
      plain.html.slice(differs - 80, differs + 80),
    )
    assert.equal(covered.html.length, plain.html.length)
    assert.equal(
      await page.evaluate((name: string) => document.querySelector(name)?.shadowRoot ?? null, HOST),
      null,
    )
    await without.close()
    await page.close()
  })

  test('a page that cannot be read is unreadable, with the reason, and is read again when it can be', async () => {
    const page = await driver.openPage(FUTURES)
    await waitForPanel(page, 'the position', ({ positions }) => positions.length === 1)
    await page.evaluate(() => {
      for (const tab of document.querySelectorAll('[role="tab"]')) tab.textContent = '…'
      // Without a leverage no symbol is a position's; with one the rows would be read all the same.
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        if (/\d+x/.test(text.nodeValue ?? '')) text.nodeValue = '?'
      }
    })
    // The tabs are not watched: the whole page is read again after ten seconds, on a slow machine later.
    const state = await waitForPanel(
      page,
      'unreadable',
      ({ status }) => status === 'unreadable',
      60_000,
    )
    assert.match(state.statusText, /Couldn’t find the Positions tab\./)
    assert.doesNotMatch(state.text, /\d %|to liquidation/)
    await page.reload()
    await waitForPanel(page, 'the position', ({ positions }) => positions.length === 1)
    await page.close()
  }, 120_000)

  test('damaged limits: the defaults hold, what was stored is kept aside, the popup says so', async () => {
    const page = await driver.openPage(FUTURES)
    const popup = await driver.openExtensionPage('popup.html')
    await popup.evaluate(
      `(globalThis.browser ?? chrome).storage.local.set({ limits: { version: 1, value: 'rubbish' } }).then(() => 0)`,
    )
    await popup.close()
    const again = await driver.openExtensionPage('popup.html')
    assert.equal(
      await again.text('[role="alert"]'),
      'Your saved limits were damaged, so we set them aside. These are the defaults.',
    )
    const kept = await again.evaluate<string>(
      `(globalThis.browser ?? chrome).storage.local.get(null).then((all) => Object.entries(all).find(([key]) => key.startsWith('set-aside:limits'))[1].stored.value)`,
    )
    assert.equal(kept, 'rubbish')
    await again.close()
    await page.bringToFront()
    // The figures of a row come before the ledger's answer: until then the count is not known.
    await waitForPanel(
      page,
      'the count, against the default',
      ({ positions }) => positions[0]?.fields['margin-additions']?.text === '0 of 1',
    )
    await page.close()
  })

  test('a damaged ledger is set aside, and the position is followed anew', async () => {
    const popup = await driver.openExtensionPage('popup.html')
    await popup.evaluate(
      `(globalThis.browser ?? chrome).storage.local.set({ ledger: [1, 2, 3] }).then(() => 0)`,
    )
    await driver.killBackground()
    const page = await driver.openPage(FUTURES)
    await waitForPanel(
      page,
      'a count that starts at zero',
      ({ positions }) => positions[0]?.fields['margin-additions']?.text === '0 of 1',
    )
    const kept = await popup.evaluate<string>(
      `(globalThis.browser ?? chrome).storage.local.get(null).then((all) => JSON.stringify(Object.entries(all).find(([key]) => key.startsWith('set-aside:ledger'))[1].stored))`,
    )
    assert.equal(kept, '[1,2,3]')
    await popup.close()
    assert.equal(panelState(await page.panel()).status, 'ready')
    await page.close()
  })
})
