import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import type { Episode, Ledger } from '../../lib/ledger/index.ts'
import type { BrowserPage, Driver, ExtensionPage } from './driver.ts'
import { waitForPanel } from './panel.ts'
import { sharedWorld } from './shared-world.ts'
import { practice, QUIET } from './world.ts'
import { pause, until } from './until.ts'

/** How long it trades: at least this time, and until there are enough looks. On a slow machine they are rare. */
const TRADING = 12_000
const ENOUGH_LOOKS = 15
const LONGEST_TRADING = 45_000

const order = {
  symbol: 'BTCUSDT',
  side: 'buy',
  quantity: 0.02,
  leverage: 20,
  marginMode: 'isolated',
} as const

/** Deeds of a busy trader, one after the other. */
const deeds = (page: BrowserPage): (() => Promise<unknown>)[] => [
  () => practice(page, 'addMargin', 'BTCUSDT', 5),
  () => practice(page, 'movePrice', 'BTCUSDT', -0.002),
  () => practice(page, 'setStops', 'BTCUSDT', { stopLoss: 57_500 }),
  () => practice(page, 'open', { symbol: 'BTCUSDT', side: 'buy', quantity: 0.004 }),
  () => practice(page, 'movePrice', 'BTCUSDT', 0.003),
  () => practice(page, 'addMargin', 'BTCUSDT', 7),
  () => practice(page, 'reduce', 'BTCUSDT', 0.006),
  () => practice(page, 'setStops', 'BTCUSDT', { stopLoss: 57_900 }),
]

/** What was told of an episode; notes of warnings may come in between at other places. */
const told = ({ open, closed }: Ledger) =>
  [...Object.values(open), ...closed].map(
    ({ id, events, figures, openedAt, closedAt }: Episode) => ({
      id,
      figures,
      openedAt,
      closedAt,
      events: events
        .filter(({ kind }) => kind !== 'noted')
        .map((event) => ({ ...event, id: null })),
    }),
  )

describe('the background is ended again and again while there is trading', () => {
  let driver: Driver
  let page: BrowserPage
  let listener: ExtensionPage

  const stored = async (): Promise<Ledger> => {
    const read = `(globalThis.browser ?? chrome).storage.local.get('ledger')`
    return (await listener.evaluate<{ ledger: { value: Ledger } }>(read)).ledger.value
  }
  /** The last look that was sent is in storage. */
  const untilAllIsTold = async (): Promise<void> => {
    await until('the last look, in storage', async () => {
      const [last, ledger] = await Promise.all([
        listener.evaluate<{ tab: string; sequence: number }>('heard.at(-1)'),
        stored(),
      ])
      return ledger.tabs[last.tab]?.sequence === last.sequence
    })
  }

  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
    listener = await driver.openExtensionPage('popup.html')
    await listener.evaluate(`(() => {
      globalThis.heard = []
      ;(globalThis.browser ?? chrome).runtime.onMessage.addListener((message) => {
        if (message.type === 'observe') heard.push(...message.observations)
      })
      return 0
    })()`)
    page = await driver.openPage(QUIET)
    await waitForPanel(page, 'flat', ({ status }) => status === 'flat')
    await practice(page, 'open', order)
    await waitForPanel(page, 'the position', ({ positions }) => positions.length === 1)
  })
  afterAll(() => driver.close())

  test(
    'the ledger is that of an undisturbed run over the same looks',
    { timeout: 120_000 },
    async () => {
      const began = Date.now()
      let ends = 0
      const trading = { isOver: false }
      const ending = (async () => {
        while (!trading.isOver) {
          await driver.killBackground()
          ends += 1
          await pause(Math.random() * 200)
        }
      })()
      const list = deeds(page)
      for (let next = 0; !trading.isOver; next += 1) {
        await list[next % list.length]?.()
        // Now and then long enough to be counted on a slow machine, too.
        await pause(Math.random() * (next % 3 === 0 ? 2_500 : 900))
        const traded = Date.now() - began
        const looks = await listener.evaluate<number>(
          'new Set(heard.map(({ sequence }) => sequence)).size',
        )
        trading.isOver = traded > LONGEST_TRADING || (traded > TRADING && looks >= ENOUGH_LOOKS)
      }
      // One that is ended already is started by the next look.
      await practice(page, 'setStops', 'BTCUSDT', { stopLoss: 57_700 })
      await ending
      await practice(page, 'setStops', 'BTCUSDT', { stopLoss: 57_800 })
      await untilAllIsTold()
      const disturbed = await stored()
      await page.close()

      // The same looks once more, to a background that lives, over empty storage.
      await listener.evaluate(
        `(globalThis.browser ?? chrome).runtime.sendMessage({ type: 'badge', language: 'en', badge: null }).then(() => 0)`,
      )
      await driver.killBackground()
      await listener.evaluate(`(globalThis.browser ?? chrome).storage.local.clear().then(() => 0)`)
      const looks = await listener.evaluate<number>(`(async () => {
        const first = new Map(heard.map((look) => [look.sequence, look]))
        const looks = [...first.values()].sort((a, b) => a.sequence - b.sequence)
        for (const observation of looks) {
          await (globalThis.browser ?? chrome).runtime.sendMessage({
            type: 'observe',
            since: null,
            observations: [observation],
          })
        }
        return looks.length
      })()`)
      const undisturbed = await stored()
      console.log(`${String(ends)} ends, ${String(looks)} looks`)
      assert(ends > 20, `ended ${String(ends)} times`)
      // Trades and additions in quick succession are told as one: what there is depends on the pauses.
      assert(told(undisturbed).some(({ events }) => events.length > 3))
      assert.deepEqual(told(disturbed), told(undisturbed))
    },
  )
})
