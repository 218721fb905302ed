import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import type { BrowserPage, Driver } from './driver.ts'
import { waitForPanel } from './panel.ts'
import { openWorld, practice, QUIET } from './world.ts'

const order = {
  symbol: 'BTCUSDT',
  side: 'buy',
  quantity: 0.02,
  leverage: 20,
  marginMode: 'isolated',
} as const

const launched: Driver[] = []
const launch = async (): Promise<{ driver: Driver; page: BrowserPage }> => {
  const driver = await openWorld({ browser: inject('browser'), rebuild: false })
  launched.push(driver)
  return { driver, page: await driver.openPage(QUIET) }
}
const counted = (count: string) => (state: { text: string }) => state.text.includes(count)

describe('where the record is kept', () => {
  let driver: Driver
  let page: BrowserPage

  beforeAll(async () => {
    ;({ driver, page } = await launch())
    await practice(page, 'open', order)
    await waitForPanel(page, 'nothing added', counted('0 of 1'))
  })
  afterAll(() => Promise.all(launched.map((each) => each.close())))

  test('out of space: it is said, the count goes on, and is kept once there is room', async () => {
    await driver.fillStorage(true)
    await practice(page, 'addMargin', 'BTCUSDT', 10)
    await waitForPanel(page, 'told', (state) => state.text.includes('out of space'), 20_000)
    await waitForPanel(page, 'counted all the same', counted('1 of 1'), 20_000)
    await driver.fillStorage(false)
    await practice(page, 'setStops', 'BTCUSDT', { stopLoss: 58_000 })
    await waitForPanel(page, 'kept', (state) => !state.text.includes('out of space'), 30_000)
    await page.reload()
    await waitForPanel(page, 'after a reload', counted('1 of 1'), 20_000)
  })

  test('another profile of the same browser knows nothing of it', async () => {
    const other = await launch()
    await practice(other.page, 'open', order)
    await waitForPanel(other.page, 'a count of its own', counted('0 of 1'), 20_000)
    await waitForPanel(page, 'and this one stands', counted('1 of 1'))
  })
})
