import assert from 'node:assert/strict'
import { allColumns } from '../../practice-exchange/view.ts'
import { openOwnPage } from '../appearance.ts'
import type { BrowserPage, Driver } from '../driver.ts'
import { type PanelPosition, type PanelState, panelState, waitForPanel } from '../panel.ts'
import { pause } from '../until.ts'
import { clickOnPage, positionOn, practice, QUIET, typeOnPage } from '../world.ts'

/** What the steps of the story share. */
export type Scene = { driver: Driver; page: BrowserPage }

export type Step = {
  title: string
  /** File name of the picture, where one is worth taking. */
  picture?: string
  run: (scene: Scene) => Promise<PanelState>
  /** Puts the stage back after the picture. */
  after?: (scene: Scene) => Promise<unknown>
}

const KEY = 'BTCUSDT:long:isolated'

const positionIn = (state: PanelState, key = KEY): PanelPosition | undefined =>
  state.positions.find((position) => position.key === key)

const codes = (position: PanelPosition | undefined): string[] =>
  position?.warnings.map(({ code }) => code) ?? []

const warns =
  (code: string, key = KEY) =>
  (state: PanelState) =>
    codes(positionIn(state, key)).includes(code)
const doesNotWarn =
  (code: string, key = KEY) =>
  (state: PanelState) =>
    positionIn(state, key) !== undefined && !warns(code, key)(state)

const field = (state: PanelState, name: string, key = KEY) => {
  const found = positionIn(state, key)?.fields[name]
  assert(found, `${name} of ${key} is in the panel`)
  return found
}

const additionsAre = (count: number) => (state: PanelState) =>
  positionIn(state)?.fields['margin-additions']?.value === String(count)

const plain = (printed: string): number => Number(printed.replaceAll(/[^\d.-]/g, ''))

/** The panel's figures are the page's own, and the distance is rounded towards danger. */
const assertSameFigures = async (page: BrowserPage, state: PanelState): Promise<void> => {
  const { printed } = await positionOn(page)
  const liquidation = Number(field(state, 'liquidation-price').value)
  const mark = Number(field(state, 'mark-price').value)
  assert.equal(liquidation, plain(printed.liquidationPrice))
  assert.equal(mark, plain(printed.markPrice))
  const distance = (mark - liquidation) / mark
  assert(Math.abs(Number(field(state, 'liquidation-distance').value) - distance) < 1e-12)
  const shown = plain(field(state, 'liquidation-distance').text) / 100
  assert(
    shown <= distance && distance - shown < 0.0001,
    `${String(shown)} is ${String(distance)} rounded down`,
  )
  assert.equal(field(state, 'liquidation-price').text, printed.liquidationPrice)
}

const setLimit = async ({ driver, page }: Scene, limit: string, text: string): Promise<void> => {
  const settings = await openOwnPage(driver, 'options')
  await settings.fill(`[data-limit="${limit}"] input`, text)
  await settings.close()
  await page.bringToFront()
}

const addMarginInDialog = async (page: BrowserPage, amount: string): Promise<void> => {
  await clickOnPage(page, 'svg[aria-label="Adjust Margin"]')
  await typeOnPage(page, '#adjustMargin-amount', amount)
  await clickOnPage(page, '[role="dialog"] button', 'Confirm')
}

const setStop = async (page: BrowserPage, price: string): Promise<void> => {
  await clickOnPage(page, '.stops svg[aria-label="TP/SL"]')
  await typeOnPage(page, '#position-stopLoss', price)
  await clickOnPage(page, '[role="dialog"] button', 'Confirm')
}

/** The whole road, told once: the end-to-end tests run it, and `npm start` without a display plays it. */
export const story: readonly Step[] = [
  {
    title: 'No position is open',
    run: ({ page }) => waitForPanel(page, 'flat', ({ status }) => status === 'flat'),
  },
  {
    title:
      'Popup and settings: nonsense is refused, and three seconds are allowed without a stop-loss',
    run: async (scene) => {
      const popup = await scene.driver.openExtensionPage('popup.html')
      await popup.fill('[data-limit="maxMarginAdditions"] input', 'many')
      assert.match(
        await popup.text('[data-limit="maxMarginAdditions"] .problem'),
        /enter a number/i,
      )
      await popup.fill('[data-limit="capitalShareLimit"] input', '500')
      assert.match(await popup.text('[data-limit="capitalShareLimit"] .problem'), /between/i)
      assert.equal(
        await popup.evaluate(
          'document.querySelector(\'[data-limit="capitalShareLimit"] input\').value',
        ),
        '10',
      )
      await popup.close()
      await setLimit(scene, 'stopLossGrace', '0.05')
      return panelState(await scene.page.panel())
    },
  },
  {
    title: 'A 20x isolated long is opened',
    picture: 'opened',
    run: async ({ page }) => {
      await clickOnPage(page, '[data-role="margin-mode"]', 'Cross')
      await typeOnPage(page, '#unitAmount-1', '0.02')
      await clickOnPage(page, 'button', 'Buy/Long')
      const state = await waitForPanel(
        page,
        'the position',
        (s) => positionIn(s) !== undefined,
        2_000,
      )
      await assertSameFigures(page, state)
      return waitForPanel(page, 'a count of additions', additionsAre(0))
    },
  },
  {
    title: 'There is no stop-loss: the reminder comes after the grace time',
    run: ({ page }) => waitForPanel(page, 'STOP_LOSS_MISSING', warns('STOP_LOSS_MISSING')),
  },
  {
    title: 'The price falls: the band changes',
    picture: 'falling',
    run: async ({ page }) => {
      const before = panelState(await page.panel())
      await practice(page, 'movePrice', 'BTCUSDT', -0.025)
      const state = await waitForPanel(page, 'danger', (s) => positionIn(s)?.band === 'danger')
      assert.notEqual(positionIn(before)?.band, 'danger')
      await assertSameFigures(page, state)
      return state
    },
  },
  {
    title: 'Margin is added in the page’s dialog: the one addition is used',
    picture: 'first-addition',
    run: async ({ page }) => {
      const before = Number(field(panelState(await page.panel()), 'liquidation-price').value)
      await addMarginInDialog(page, '20')
      const state = await waitForPanel(page, 'one addition', additionsAre(1))
      assert(Number(field(state, 'liquidation-price').value) < before, 'liquidation moved away')
      assert(warns('MARGIN_ALLOWANCE_USED')(state))
      return state
    },
  },
  {
    title: 'More is bought: that is not an addition, and is said separately',
    run: async ({ page }) => {
      await typeOnPage(page, '#unitAmount-1', '0.01')
      await clickOnPage(page, 'button', 'Buy/Long')
      const state = await waitForPanel(
        page,
        'POSITION_INCREASED_WHILE_LOSING',
        warns('POSITION_INCREASED_WHILE_LOSING'),
      )
      assert(additionsAre(1)(state))
      return state
    },
  },
  {
    title: 'Margin is added again: cut your losses',
    picture: 'second-addition',
    run: async ({ page }) => {
      const loss = field(panelState(await page.panel()), 'unrealized-pnl').value
      // Additions within five seconds of each other are one.
      await pause(5_200)
      await addMarginInDialog(page, '25')
      const state = await waitForPanel(page, 'MARGIN_ADDED_AGAIN', warns('MARGIN_ADDED_AGAIN'))
      assert(additionsAre(2)(state))
      const { wallet } = await positionOn(page)
      assert(Math.abs(Number(field(state, 'at-stake').value) - wallet) <= 0.005)
      assert.equal(field(state, 'unrealized-pnl').value, loss)
      return state
    },
  },
  {
    title: 'The page is reloaded: the count stands',
    run: async ({ page }) => {
      await page.reload()
      const state = await waitForPanel(page, 'two additions', additionsAre(2))
      assert(warns('MARGIN_ADDED_AGAIN')(state))
      return state
    },
  },
  {
    title: 'The browser is restarted: the count stands',
    run: async (scene) => {
      await scene.driver.restart()
      scene.page = await scene.driver.openPage(QUIET)
      const state = await waitForPanel(scene.page, 'two additions', additionsAre(2))
      assert(warns('MARGIN_ADDED_AGAIN')(state))
      return state
    },
  },
  {
    title: 'The limit is set to three: the warning goes without a reload',
    run: async (scene) => {
      await setLimit(scene, 'maxMarginAdditions', '3')
      return waitForPanel(scene.page, 'no MARGIN_ADDED_AGAIN', doesNotWarn('MARGIN_ADDED_AGAIN'))
    },
  },
  {
    title: 'A stop-loss is set: the reminder goes',
    run: async ({ page }) => {
      await waitForPanel(page, 'STOP_LOSS_MISSING', warns('STOP_LOSS_MISSING'))
      await setStop(page, '57800')
      const state = await waitForPanel(page, 'no reminder', doesNotWarn('STOP_LOSS_MISSING'))
      assert.equal(field(state, 'stop-loss').value, '57800')
      return state
    },
  },
  {
    title: 'The stop-loss is moved beyond liquidation: the other reminder comes',
    run: async ({ page }) => {
      await setStop(page, '50000')
      return waitForPanel(
        page,
        'STOP_LOSS_BEYOND_LIQUIDATION',
        warns('STOP_LOSS_BEYOND_LIQUIDATION'),
      )
    },
  },
  {
    title: 'A cross position is explained as shared',
    picture: 'cross',
    run: async ({ page }) => {
      await practice(page, 'open', {
        symbol: 'ETHUSDT',
        side: 'sell',
        quantity: 0.2,
        leverage: 10,
        marginMode: 'cross',
      })
      const key = 'ETHUSDT:short:cross'
      const state = await waitForPanel(
        page,
        'CROSS_MARGIN_SHARED',
        warns('CROSS_MARGIN_SHARED', key),
      )
      return state
    },
    after: async ({ page }) => {
      await practice(page, 'close', 'ETHUSDT')
      await waitForPanel(page, 'one position', ({ positions }) => positions.length === 1)
    },
  },
  {
    title: 'The liquidation column is hidden: unknown, with the reason',
    picture: 'hidden-column',
    run: async ({ page }) => {
      await practice(page, 'setView', {
        columns: allColumns.filter((column) => column !== 'liquidationPrice'),
      })
      const state = await waitForPanel(
        page,
        'column-hidden',
        (s) => positionIn(s)?.fields['liquidation-price']?.missing === 'column-hidden',
      )
      assert.equal(field(state, 'liquidation-distance').value, null)
      assert.equal(positionIn(state)?.band, 'unknown')
      assert.equal(state.status, 'partial')
      return state
    },
    after: async ({ page }) => {
      await practice(page, 'setView', { columns: allColumns })
      await waitForPanel(page, 'ready', ({ status }) => status === 'ready')
    },
  },
  {
    title:
      'The liquidation price turns to "--", to nonsense, to a wrong number: never a safe figure',
    run: async ({ page }) => {
      let state = panelState(await page.panel())
      for (const [text, reason] of [
        ['--', 'contradicted'],
        ['soon', 'unparsed'],
        ['12,34.5', 'unparsed'],
        ['1,234.5', 'contradicted'],
      ] as const) {
        await practice(page, 'override', 'BTCUSDT', 'liquidationPrice', text)
        state = await waitForPanel(
          page,
          `${text} is ${reason}`,
          (s) => positionIn(s)?.fields['liquidation-price']?.missing === reason,
        )
        assert.equal(field(state, 'liquidation-distance').value, null)
        assert.equal(positionIn(state)?.band, 'unknown')
      }
      return state
    },
    after: async ({ page }) => {
      await practice(page, 'override', 'BTCUSDT', 'liquidationPrice', null)
      await waitForPanel(page, 'ready', ({ status }) => status === 'ready')
    },
  },
  {
    title: 'The position is closed: flat, and the next one starts at zero',
    run: async ({ page }) => {
      await clickOnPage(page, '.list-item-container button', 'Market')
      await waitForPanel(page, 'flat', ({ status }) => status === 'flat')
      await practice(page, 'open', { symbol: 'BTCUSDT', side: 'buy', quantity: 0.02, leverage: 20 })
      return waitForPanel(page, 'no addition', additionsAre(0))
    },
  },
]
