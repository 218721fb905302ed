import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import type { Episode, Ledger } from '../../lib/ledger/index.ts'
import type { BrowserPage, Driver } from './driver.ts'
import { waitForPanel } from './panel.ts'
import { sharedWorld } from './shared-world.ts'
import { practice, QUIET } from './world.ts'
import { passTime } from './away-from-the-hour.ts'
import { pause, until } from './until.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** A page that shows nothing yet: its clock is set before the first look. */
const LOADING = `${QUIET}&state=loading`
const KEY = 'BTCUSDT:long:isolated'

const order = {
  symbol: 'BTCUSDT',
  side: 'buy',
  quantity: 0.02,
  leverage: 20,
  marginMode: 'isolated',
} as const

const additions = (page: BrowserPage, count: number) =>
  waitForPanel(page, `${String(count)} additions`, ({ positions }) =>
    positions.some(
      ({ key, fields }) => key === KEY && fields['margin-additions']?.value === String(count),
    ),
  )

/** Additions within five seconds of each other are one. */
const apart = async (page: BrowserPage): Promise<void> => {
  await passTime(page, 5_200)
  // What stands there is looked at twice.
  await pause(700)
}

describe('the ledger', () => {
  let driver: Driver
  let page: BrowserPage
  /** A time of day that is far from a settlement. */
  const morning = Math.floor(Date.now() / (8 * HOUR)) * 8 * HOUR + 8 * HOUR + 20 * MINUTE

  const stored = async (): Promise<Ledger> => {
    const popup = await driver.openExtensionPage('popup.html')
    const all = await popup.evaluate<{ ledger: { value: Ledger } }>(
      `(globalThis.browser ?? chrome).storage.local.get('ledger')`,
    )
    await popup.close()
    await page.bringToFront()
    return all.ledger.value
  }
  const episode = async (): Promise<Episode> => {
    const found = (await stored()).open[KEY]
    assert(found, 'the position is in the ledger')
    return found
  }
  const openAt = async (at: number): Promise<BrowserPage> => {
    const opened = await driver.openPage(LOADING)
    await waitForPanel(opened, 'loading', ({ status }) => status === 'loading')
    await opened.setClock(at)
    await practice(opened, 'syncClock')
    await practice(opened, 'setView', { state: 'ready' })
    return opened
  }

  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
    page = await openAt(morning)
    await waitForPanel(page, 'flat', ({ status }) => status === 'flat')
    await practice(page, 'open', order)
    await additions(page, 0)
  })
  afterAll(() => driver.close())

  test('two tabs on one position count an addition once', async () => {
    const second = await openAt(morning + MINUTE)
    await page.setClock(morning + MINUTE)
    await additions(second, 0)
    await practice(second, 'addMargin', 'BTCUSDT', 20)
    await additions(second, 1)
    await page.bringToFront()
    await additions(page, 1)
    await apart(page)
    await additions(page, 1)
    await second.close()
    await page.bringToFront()
  })

  test('the background is ended between two additions: both count', async () => {
    await driver.killBackground()
    await practice(page, 'addMargin', 'BTCUSDT', 15)
    await additions(page, 2)
    await driver.killBackground()
    assert.equal((await episode()).events.filter(({ kind }) => kind === 'margin-added').length, 2)
  })

  test('funding at the full hour is no addition', async () => {
    const settlement = morning - 20 * MINUTE + 8 * HOUR
    await page.close()
    page = await openAt(settlement - 20 * MINUTE)
    await additions(page, 2)
    await practice(page, 'setFundingRate', 'BTCUSDT', -0.0004)
    await page.setClock(settlement - 4_000)
    await practice(page, 'syncClock')
    // A page whose clock has leapt and whose prices stand has slept: it shows what was before.
    await practice(page, 'movePrice', 'BTCUSDT', 0.0001)
    // The reader looks once a second at least: the position is watched until the hour.
    await pause(1_500)
    await apart(page)
    const { funding } = await waitForFunding(page)
    assert(funding > 0, 'the position received funding')
    await additions(page, 2)
    const { events } = await untilEvent('funding')
    assert.equal(events.filter(({ kind }) => kind === 'margin-added').length, 2)
  })

  const untilEvent = async (kind: string): Promise<Episode> => {
    let found: Episode | undefined
    return until(
      kind,
      async () => {
        found = await episode()
        return found.events.some((event) => event.kind === kind) && found
      },
      { instead: () => found?.events },
    )
  }
  const waitForFunding = async (on: BrowserPage): Promise<{ funding: number }> => {
    const event = (await practice(on, 'truth')).find(({ kind }) => kind === 'funding')
    assert(event?.kind === 'funding', 'the exchange has settled')
    return { funding: event.amount }
  }

  test('the browser is restarted: the count stands', async () => {
    await driver.restart()
    page = await openAt(morning + 8 * HOUR)
    await additions(page, 2)
  })

  test('an addition from another device while the page was closed is found, and marked so', async () => {
    const elsewhere = await driver.openPage(LOADING)
    await page.close()
    await practice(elsewhere, 'addMargin', 'BTCUSDT', 30)
    await elsewhere.close()
    page = await openAt(morning + 8 * HOUR + 30 * MINUTE)
    await additions(page, 3)
    const last = (await episode()).events.findLast(({ kind }) => kind === 'margin-added')
    assert(last?.kind === 'margin-added' && last.awaySince !== null, JSON.stringify(last))
    assert.equal(Number(last.amount), 30)
  })

  // The practice exchange gives both accounts the same balance: nothing tells the switch from an end.
  test('a switch to an account with the same balance to the cent: what comes back is a new episode', async () => {
    const { id } = await episode()
    await practice(page, 'switchAccount', 'second')
    await waitForPanel(page, 'flat', ({ status }) => status === 'flat')
    await apart(page)
    await practice(page, 'switchAccount', 'main')
    await additions(page, 0)
    assert.notEqual((await episode()).id, id)
  })

  test('nothing was asked of the network, and no console complained', () => {
    assert.deepEqual(driver.strayRequests, [])
    assert.deepEqual(driver.complaints, [])
  })
})
