import assert from 'node:assert/strict'
import { afterAll, beforeAll, beforeEach, describe, inject, test } from 'vitest'
import type { BrowserPage, Driver, PanelNode } from './driver.ts'
import { choose, openOwnPage } from './appearance.ts'
import { passTime } from './away-from-the-hour.ts'
import {
  clickInPanel,
  findNode,
  type PanelPosition,
  type PanelState,
  textOf,
  waitForPanel,
} from './panel.ts'
import { pause, until } from './until.ts'
import { sharedWorld } from './shared-world.ts'
import { clickOnPage, practice, QUIET, typeOnPage } from './world.ts'

const DELIVERY =
  'https://www.binance.com/en/delivery/BTCUSD_PERP?dock=off&path=off&churn=4&sizeUnit=contracts&coinDigits=8&reset=on'

const isolated = {
  symbol: 'BTCUSDT',
  side: 'buy',
  quantity: 0.02,
  leverage: 20,
  marginMode: 'isolated',
} as const

const positionIn = ({ positions }: PanelState, key: string): PanelPosition | undefined =>
  positions.find((position) => position.key === key)
const codes = (state: PanelState, key: string): string[] =>
  positionIn(state, key)?.warnings.map(({ code }) => code) ?? []
const warning = (state: PanelState, key: string, code: string) =>
  positionIn(state, key)?.warnings.find((each) => each.code === code)
const fieldOf = (state: PanelState, key: string, name: string) =>
  positionIn(state, key)?.fields[name]

describe('the account behind the positions', () => {
  let driver: Driver
  let page: BrowserPage

  const both = (title: string, wanted: (state: PanelState) => boolean) =>
    waitForPanel(page, title, wanted)

  /** Among several, a position is one line until it is opened. */
  const openCard = async (key: string): Promise<PanelState> => {
    const isFolded = ({ attributes }: PanelNode) =>
      attributes['data-position'] === key && 'data-folded' in attributes
    await until(`the card of ${key}`, async () => {
      const root = await page.panel()
      const row = root && findNode(root, isFolded)
      if (!row) return root !== null
      // The panel may move as the page comes up: then it is clicked once more.
      await clickInPanel(page, (node) => node.handle === row.children[0]?.handle)
      return false
    })
    return both('the card', (state) => positionIn(state, key) !== undefined)
  }

  /** Beside the worst warning the others stand in two words, until they are opened. */
  const openWarning = async (code: string): Promise<void> => {
    const isChip = ({ attributes }: PanelNode) =>
      attributes['data-warning'] === code && attributes['class'] === 'chip'
    const root = await page.panel()
    const chip = root && findNode(root, isChip)
    if (!chip) return
    if ('hidden' in chip.attributes) {
      await clickInPanel(page, ({ attributes }) => attributes['data-action'] === 'more-warnings')
      await pause(300)
    }
    const drawn = await page.panel()
    const button = drawn && findNode(drawn, isChip)?.children[0]
    await clickInPanel(page, (node) => node.handle === button?.handle)
  }

  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
    page = await driver.openPage(`${QUIET}&reset=on`)
  })
  afterAll(() => driver.close())
  beforeEach(async () => {
    await page.goto(`${QUIET}&reset=on`)
    await waitForPanel(page, 'flat', ({ status }) => status === 'flat')
  })

  describe('hedge mode, both legs in cross mode', () => {
    const long = 'BTCUSDT:long:cross'
    const short = 'BTCUSDT:short:cross'
    const hedge = async (quantities: { long: number; short: number }): Promise<void> => {
      await practice(page, 'setPositionMode', 'hedge')
      await practice(page, 'setMarginMode', 'BTCUSDT', 'cross')
      await practice(page, 'setLeverage', 'BTCUSDT', 20)
      const order = { symbol: 'BTCUSDT' } as const
      await practice(page, 'open', {
        ...order,
        side: 'buy',
        leg: 'long',
        quantity: quantities.long,
      })
      await practice(page, 'open', {
        ...order,
        side: 'sell',
        leg: 'short',
        quantity: quantities.short,
      })
    }

    test.each([
      ['net long', { long: 0.3, short: 0.1 }, 'downward'],
      ['net short', { long: 0.1, short: 0.3 }, 'upward'],
    ])(
      '%s: one price for both, its direction, and nothing crossed',
      async (_, sizes, direction) => {
        await hedge(sizes)
        const state = await both('two legs', ({ positions }) => positions.length === 2)
        const [truth] = await practice(page, 'positions')
        assert(truth?.liquidationPrice)
        const distance = Math.abs(truth.markPrice - truth.liquidationPrice) / truth.markPrice
        for (const key of [long, short]) {
          const shown = fieldOf(state, key, 'liquidation-distance')
          assert(
            Math.abs(Number(shown?.value) - distance) < 0.0001,
            `${key}: ${String(shown?.value)}`,
          )
          assert.match(
            positionIn(await openCard(key), key)?.text ?? '',
            new RegExp(`to liquidation, ${direction}`),
          )
          assert.equal(positionIn(state, key)?.band, 'calm')
          assert(!codes(state, key).some((code) => /CROSSED|BEYOND/.test(code)))
        }
      },
    )
  })

  test('COIN-M with a capital typed in dollars: the share is not known, and the dialog does not say "within"', async () => {
    const settings = await openOwnPage(driver, 'options')
    await settings.fill('[data-limit="capital"] input', '1000')
    await settings.close()
    await page.goto(DELIVERY)
    await page.bringToFront()
    await practice(page, 'open', {
      symbol: 'BTCUSD_PERP',
      side: 'buy',
      quantity: 100,
      leverage: 10,
      marginMode: 'isolated',
    })
    const key = 'BTCUSD_PERP:long:isolated'
    const state = await both('a margin', (s) => fieldOf(s, key, 'margin')?.value !== undefined)
    const share = fieldOf(state, key, 'capital-share')
    assert.deepEqual([share?.value, share?.missing], [null, 'other-asset'])
    assert.match(share?.text ?? '', /counted in another asset/)
    await clickOnPage(page, 'svg[aria-label="Adjust Margin"]')
    await typeOnPage(page, '[role="dialog"] input', '0.001')
    let says = ''
    await until(
      'a verdict',
      async () => {
        const root = await page.panel()
        const verdict = root && findNode(root, ({ attributes }) => 'data-verdict' in attributes)
        const companion = root && findNode(root, ({ attributes }) => 'data-companion' in attributes)
        says = companion ? textOf(companion) : ''
        return verdict?.attributes['data-verdict'] === 'unknown'
      },
      { instead: () => says },
    )
    assert.match(says, /counted in another asset/)
    const again = await openOwnPage(driver, 'options')
    await again.fill('[data-limit="capital"] input', '')
    await again.close()
    await page.bringToFront()
  })

  test('multi-assets mode: one balance in dollars behind cross positions of two assets', async () => {
    await page.goto(`${QUIET}&reset=on&assetMode=multi&rowsInUsd=on`)
    await practice(page, 'open', { symbol: 'BTCUSDT', side: 'buy', quantity: 0.03, leverage: 10 })
    await practice(page, 'open', { symbol: 'BTCUSDC', side: 'sell', quantity: 0.01, leverage: 5 })
    const key = 'BTCUSDT:long:cross'
    await both('both', ({ positions }) => positions.length === 2)
    const card = await openCard(key)
    assert.match(fieldOf(card, key, 'at-stake')?.text ?? '', /USD( |$)/)
    await openWarning('CROSS_MARGIN_SHARED')
    await both('one balance', (state) =>
      (warning(state, key, 'CROSS_MARGIN_SHARED')?.text ?? '').includes(
        'share one balance, counted in USD. 1 other position',
      ),
    )
  })

  describe('a stop-loss that no column shows', () => {
    const key = 'BTCUSDT:long:isolated'
    const stopOf = (state: PanelState) => fieldOf(state, key, 'stop-loss')

    test('none, then one open order that may be one, then the order itself with its age', async () => {
      await practice(page, 'open', isolated)
      await both('proved by Open Orders(0)', (state) => stopOf(state)?.missing === 'none')
      await practice(page, 'placeConditional', {
        symbol: 'BTCUSDT',
        side: 'sell',
        kind: 'stop-loss',
        trigger: 58_400,
        quantity: null,
      })
      const possible = await both('it may be one', (state) => stopOf(state)?.missing === 'unknown')
      assert.match(stopOf(possible)?.text ?? '', /1 open order/)
      assert(!codes(possible, key).includes('STOP_LOSS_MISSING'))
      await practice(page, 'setView', { tab: 'openOrders' })
      await clickOnPage(page, '.sub-tabs *', 'Conditional(1)')
      await both('the pane is in front', ({ status }) => status === 'hidden')
      await both('the order is read', (state) => stopOf(state)?.value === '58400')
      await practice(page, 'setView', { tab: 'positions' })
      const read = await both('it is one', (state) => stopOf(state)?.value === '58400')
      assert.match(stopOf(read)?.text ?? '', /58,400.* \(order, /)
      assert(!codes(read, key).some((code) => code.startsWith('STOP_LOSS')))
    })

    test('for a part: it is called one', async () => {
      await practice(page, 'open', isolated)
      await practice(page, 'addPartialStop', 'BTCUSDT', 'stop-loss', 57_000, 0.01)
      const state = await both('said', (s) => codes(s, key).includes('STOP_LOSS_PARTIAL'))
      assert.match(warning(state, key, 'STOP_LOSS_PARTIAL')?.text ?? '', /partial TP\/SL is set/)
    })
  })

  test('the second addition says the loss now and the loss then, at every price', async () => {
    const key = 'BTCUSDT:long:isolated'
    await choose(driver, { size: 'detailed' })
    await page.bringToFront()
    await practice(page, 'open', isolated)
    await practice(page, 'setPrice', 'BTCUSDT', 59_100)
    const counted = (count: number) =>
      both(`${String(count)} counted`, (state) => {
        const additions = fieldOf(state, key, 'margin-additions')
        return additions?.value === String(count)
      })
    await counted(0)
    for (const count of [1, 2]) {
      await practice(page, 'addMargin', 'BTCUSDT', 20)
      await counted(count)
      // Rises within five seconds are one.
      if (count === 1) await passTime(page, 5_500)
    }
    for (const [price, loss] of [
      [59_900, '2.00'],
      [58_000, '40.00'],
    ] as const) {
      await practice(page, 'setPrice', 'BTCUSDT', price)
      await both(`the loss is ${loss}`, (state) =>
        (warning(state, key, 'MARGIN_ADDED_AGAIN')?.text ?? '').includes(
          `it is ${loss} USDT now (18.00 USDT when you last added margin)`,
        ),
      )
    }
    await choose(driver, { size: 'normal' })
    await page.bringToFront()
  })

  test('taking margin out: its own questions, and a verdict by the distance that is left', async () => {
    await practice(page, 'open', isolated)
    await waitForPanel(page, 'the position', ({ positions }) => positions.length === 1)
    await practice(page, 'addMargin', 'BTCUSDT', 60)
    await clickOnPage(page, 'svg[aria-label="Adjust Margin"]')
    await clickOnPage(page, '[role="dialog"] .bn-tabs *', 'Remove')
    await typeOnPage(page, '[role="dialog"] input', '50')
    let says = ''
    await until(
      'a verdict of a removal',
      async () => {
        const root = await page.panel()
        const companion = root && findNode(root, ({ attributes }) => 'data-companion' in attributes)
        const verdict =
          companion && findNode(companion, ({ attributes }) => 'data-verdict' in attributes)
        says = companion ? textOf(companion) : ''
        return verdict?.attributes['data-verdict']?.startsWith('removal-') === true
      },
      { instead: () => says },
    )
    assert.match(says, /Before you remove margin/)
    assert.doesNotMatch(says, /tiny part of your capital/)
  })
})
