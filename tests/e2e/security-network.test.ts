import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import type { Driver } from './driver.ts'
import { waitForPanel } from './panel.ts'
import { withoutVendors } from './vendors.ts'
import { openWorld, practice, QUIET } from './world.ts'

const MARK = 'https://witness.invalid/'
const PASSING = 'https://passing.invalid/'

/** Asks for an address in every way that a page has, and says which of them were refused. */
const tryEverything = (address: string): string => `(async () => {
  const outcome = async (way) => { try { return await way() } catch (fault) { return 'refused' } }
  const loaded = (element, attribute) => new Promise((resolve) => {
    element.onload = () => resolve('loaded')
    element.onerror = () => resolve('refused')
    element[attribute] = ${JSON.stringify(address)}
    document.body.append(element)
  })
  return Promise.all([
    outcome(() => fetch(${JSON.stringify(address)}, { mode: 'no-cors' }).then(() => 'answered')),
    outcome(() => new Promise((resolve) => {
      const request = new XMLHttpRequest()
      request.onload = () => resolve('answered')
      request.onerror = () => resolve('refused')
      request.open('GET', ${JSON.stringify(address)})
      request.send()
    })),
    outcome(() => new Promise((resolve) => {
      const socket = new WebSocket(${JSON.stringify(address.replace('https', 'wss'))})
      socket.onopen = () => resolve('answered')
      socket.onerror = () => resolve('refused')
    })),
    outcome(() => loaded(document.createElement('img'), 'src')),
    outcome(() => {
      const script = document.createElement('script')
      script.append('window.ran = true')
      document.body.append(script)
      return window.ran === true ? 'ran' : 'refused'
    }),
    outcome(() => { document.createElement('p').innerHTML = '<b>1</b>'; return 'markup' }),
  ])
})()`

describe('the network', () => {
  let driver: Driver

  beforeAll(async () => {
    driver = await openWorld({
      browser: inject('browser'),
      rebuild: false,
      letsPass: (url) => url === PASSING,
    })
  })
  afterAll(() => driver.close())

  test('a page of ours that was taken over could reach nobody', async () => {
    for (const file of ['popup.html', 'journal.html']) {
      const page = await driver.openExtensionPage(file)
      const outcomes = await page.evaluate<string[]>(tryEverything(MARK))
      // What WebDriver runs in Firefox may make markup of text, whatever the page may.
      const told = driver.name === 'firefox' ? outcomes.slice(0, 5) : outcomes
      assert.deepEqual(
        told,
        Array.from(told, () => 'refused'),
      )
      assert.equal(outcomes.length, 6)
      await page.close()
    }
    assert.deepEqual(withoutVendors(driver.contacted), [])
  })

  test.each([
    ['www', QUIET],
    ['demo', QUIET.replace('//www.', '//demo.')],
  ])(
    'from install to journal, at %s, nobody was asked for by any part of the extension',
    async (_, address) => {
      const page = await driver.openPage(address)
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
        'followed',
        ({ positions }) => positions[0]?.fields['margin-additions']?.text === '0 of 1',
      )
      await driver.killBackground()
      await practice(page, 'close', 'BTCUSDT')
      await waitForPanel(page, 'flat again', ({ status }) => status === 'flat')
      await page.close()
      assert.deepEqual(driver.strayRequests, [])
      assert.deepEqual(withoutVendors(driver.contacted), [])
    },
  )

  test('nor may the background', async () => {
    assert.equal(await driver.askFromBackground(MARK), 'refused')
    assert.deepEqual(withoutVendors(driver.contacted), [])
  })

  test('the watch would have seen it', async () => {
    const own = await driver.openPage(PASSING).catch(() => null)
    await own?.close()
    assert.deepEqual([...new Set(withoutVendors(driver.contacted))], ['passing.invalid'])
  })
})
