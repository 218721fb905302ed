import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { BrowserPage, Driver } from './driver.ts'
import { type PanelState, waitForPanel } from './panel.ts'
import { sharedWorld } from './shared-world.ts'
import { practice, QUIET } from './world.ts'

/** When the panel came onto an element of the page, in milliseconds of the page's own clock. */
type Comings = { on: string; after: number }[]

const hasPosition = ({ positions }: PanelState) => positions.length === 1
const hostsOn = (page: BrowserPage) =>
  page.evaluate(() => document.querySelectorAll('body > margin-brake-panel').length)

/** Rebuilds the body in a way of its own and notes when the panel came back. */
const rebuild = (page: BrowserPage, how: string, watched = 1_200): Promise<Comings> =>
  page.run(`new Promise((resolve) => {
    const comings = []
    const began = performance.now()
    new MutationObserver((records) => {
      for (const { addedNodes, target } of records)
        for (const node of addedNodes)
          if (node.localName === 'margin-brake-panel')
            comings.push({ on: target.localName, after: performance.now() - began })
    }).observe(document, { childList: true, subtree: true })
    const app = document.getElementById('__APP')
    ;(() => { ${how} })()
    setTimeout(() => resolve(comings), ${String(watched)})
  })`) as Promise<Comings>

describe('a page that rebuilds its body', () => {
  let driver: Driver
  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
  })
  afterAll(() => driver.close())

  // React does the first after a failed hydration of `body`, and the third after one of the document.
  test.each([
    ['its children replaced', 'document.body.replaceChildren(app)'],
    ['our element removed', "document.querySelector('margin-brake-panel').remove()"],
    [
      'another body',
      "const next = document.createElement('body'); next.append(app); document.body.replaceWith(next)",
    ],
    ['our element put into another', "app.append(document.querySelector('margin-brake-panel'))"],
  ])('%s: the panel is back within a second, once, and goes on', async (_, how) => {
    const page = await driver.openPage(`${QUIET}&reset=on`)
    await practice(page, 'open', {
      symbol: 'BTCUSDT',
      side: 'buy',
      quantity: 0.02,
      leverage: 20,
      marginMode: 'isolated',
    })
    await waitForPanel(page, 'the position', hasPosition)
    const comings = (await rebuild(page, how)).filter(({ on }) => on === 'body')
    expect(comings).toHaveLength(1)
    expect(comings[0]?.after).toBeLessThan(1_000)
    expect(await hostsOn(page)).toBe(1)
    await practice(page, 'movePrice', 'BTCUSDT', -0.01)
    await waitForPanel(
      page,
      'the new mark price',
      ({ positions }) => positions[0]?.fields['mark-price']?.value === '59400',
    )
    await page.close()
  })

  test('a page that takes it away at once, every time: it comes back once a second, no oftener', async () => {
    const page = await driver.openPage(`${QUIET}&reset=on`)
    await waitForPanel(page, 'flat', ({ status }) => status === 'flat')
    const comings = await rebuild(
      page,
      `new MutationObserver(() => document.querySelector('margin-brake-panel')?.remove())
        .observe(document.body, { childList: true })
      document.querySelector('margin-brake-panel').remove()`,
      3_000,
    )
    expect(comings.length).toBeGreaterThanOrEqual(2)
    expect(comings.length).toBeLessThanOrEqual(4)
    await page.close()
  })
})
