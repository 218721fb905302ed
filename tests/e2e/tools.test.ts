import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import { passTime } from './away-from-the-hour.ts'
import type { BrowserPage, Driver, PanelNode } from './driver.ts'
import { findNode, textOf, waitForPanel } from './panel.ts'
import { sharedWorld } from './shared-world.ts'
import { practice, QUIET } from './world.ts'
import { until } from './until.ts'

const order = {
  symbol: 'BTCUSDT',
  side: 'buy',
  quantity: 0.02,
  leverage: 20,
  marginMode: 'isolated',
} as const

const toolOf = (root: PanelNode | null, name: string): PanelNode | undefined =>
  root === null
    ? undefined
    : findNode(root, ({ attributes }) => attributes['data-tool'] === name && 'open' in attributes)

const waitForTool = async (
  page: BrowserPage,
  name: string,
  wanted: (tool: PanelNode) => boolean,
): Promise<PanelNode> => {
  let tool: PanelNode | undefined
  return until(
    `${name} as it is wanted`,
    async () => {
      tool = toolOf(await page.panel(), name)
      return tool !== undefined && wanted(tool) && tool
    },
    { instead: () => tool && textOf(tool) },
  )
}

const field = (tool: PanelNode, name: string): PanelNode | undefined =>
  findNode(tool, ({ attributes }) => attributes['data-field'] === name)

const valueOf = (tool: PanelNode, name: string): number | null => {
  const value = field(tool, name)?.attributes['data-value']
  return value === undefined ? null : Number(value)
}

const says = (tool: PanelNode, name: string): string => {
  const found = field(tool, name)
  return found === undefined ? '' : textOf(found)
}

const open = async (page: BrowserPage, name: string) => {
  const isSummaryOf = (node: PanelNode) =>
    node.attributes['data-tool'] === name && !('open' in node.attributes)
  const root = await page.panel()
  const fold = root && findNode(root, isSummaryOf)
  assert(fold)
  const { x, y } = await page.box(fold)
  await page.mouse.click(x + 20, y + 12)
  await waitForTool(
    page,
    name,
    (tool) => findNode(tool, ({ attributes }) => 'data-typed' in attributes) !== undefined,
  )
}

/** Types into a field of ours as a trader would: click, and keys. */
const typeInto = async (page: BrowserPage, name: string, text: string) => {
  const entry = (node: PanelNode) => node.attributes['data-typed'] === name
  const root = await page.panel()
  const typed = root && findNode(root, entry)
  assert(typed)
  const input = findNode(typed, ({ name: tag }) => tag === 'input')
  assert(input)
  const { x, y, width, height } = await page.box(input)
  await page.mouse.click(x + width / 2, y + height / 2)
  for (let key = 0; key < 12; key += 1) {
    await page.keyboard.press('Delete')
    await page.keyboard.press('Backspace')
  }
  await page.keyboard.type(text)
}

describe('thinking ahead, on the card', () => {
  let driver: Driver
  let page: BrowserPage

  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
    page = await driver.openPage(QUIET)
    await waitForPanel(page, 'flat', ({ status }) => status === 'flat')
    // The page's hotkeys: whatever reaches it of a key.
    await page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      for (const type of [
        'keydown',
        'keypress',
        'keyup',
        'input',
        'change',
        'beforeinput',
        'click',
        'mousedown',
        'focusin',
      ]) {
        for (const target of [window, document, document.body]) {
          target.addEventListener(type, ({ type: kind }) => heard.push(kind))
        }
      }
    })
    await practice(page, 'open', order)
    await practice(page, 'movePrice', 'BTCUSDT', -0.012)
    await waitForPanel(
      page,
      'the position, seen twice',
      ({ positions: [first] }) => first?.fields['margin-additions']?.value === '0',
    )
  })
  afterAll(() => driver.close())

  test('what if: the margin for a wanted distance, and what the exchange then makes of it', async () => {
    await open(page, 'what-if')
    await typeInto(page, 'what-if', '30')
    const tool = await waitForTool(
      page,
      'what-if',
      (found) => valueOf(found, 'liquidation-after') !== null,
    )
    assert.match(textOf(tool), /The loss stays the same: −/)
    assert.match(says(tool, 'what-if-effect'), /Each .* USDT more moves liquidation by .*%/)
    assert.match(says(tool, 'what-if-end'), /no liquidation price left/)
    const foreseen = valueOf(tool, 'liquidation-after')
    const atStake = valueOf(tool, 'at-stake-after')
    await practice(page, 'addMargin', 'BTCUSDT', 30)
    const { positions } = await waitForPanel(
      page,
      'the addition',
      ({ positions: [first] }) =>
        Math.abs(Number(first?.fields['at-stake']?.value) - Number(atStake)) < 0.02,
    )
    const liquidation = Number(positions[0]?.fields['liquidation-price']?.value)
    assert(
      Math.abs(liquidation - Number(foreseen)) < 1,
      `${String(foreseen)}, ${String(liquidation)}`,
    )
  })

  test('the stop planner: a stop for a loss, and the exchange loses no more at it', async () => {
    await open(page, 'stop')
    await typeInto(page, 'stop-loss', '20')
    const tool = await waitForTool(page, 'stop', (found) => valueOf(found, 'stop-nearest') !== null)
    assert.match(says(tool, 'stop-zone'), /^Useful between/)
    assert.match(says(tool, 'stop-verdict'), /It triggers before liquidation/)
    const stop = valueOf(tool, 'stop-nearest')
    const loss = valueOf(tool, 'stop-outcome')
    assert(stop !== null && loss !== null && loss >= -20 && loss < -19.9)
    await practice(page, 'setStops', 'BTCUSDT', { stopLoss: stop })
    await waitForPanel(
      page,
      'the stop is read',
      ({ positions: [first] }) => first?.fields['stop-loss']?.value === String(stop),
    )
    await waitForTool(page, 'stop', (found) =>
      says(found, 'stop-existing').startsWith('Current stop'),
    )
    await waitForTool(page, 'what-if', (found) =>
      says(found, 'what-if-end').includes('triggers before liquidation'),
    )
  })

  test('keys typed into our fields never reach the page', async () => {
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard)
    assert.deepEqual(heard, [])
  })

  test('past the limit, and flat again: a pause that the exchange can hold', async () => {
    const additions = (wanted: string) =>
      waitForPanel(
        page,
        `${wanted} additions`,
        ({ positions: [first] }) => first?.fields['margin-additions']?.value === wanted,
      )
    await additions('1')
    // Rises within seconds of each other are one.
    await passTime(page, 30_000)
    await practice(page, 'addMargin', 'BTCUSDT', 20)
    await additions('2')
    await practice(page, 'close', 'BTCUSDT')
    const { text } = await waitForPanel(
      page,
      'flat, with the way to a pause',
      (state) => state.status === 'flat' && state.text.includes('Cooling-off'),
    )
    assert.match(text, /more often than you’d planned/)
    const root = await page.panel()
    const link = root && findNode(root, ({ name }) => name === 'a')
    assert.equal(new URL(link?.attributes['href'] ?? '').host, 'www.binance.com')
  })

  test('cross margin: the whole balance, and what a move takes', async () => {
    await practice(page, 'open', { ...order, marginMode: 'cross' })
    await practice(page, 'open', {
      ...order,
      symbol: 'ETHUSDT',
      quantity: 0.5,
      marginMode: 'cross',
    })
    await practice(page, 'movePrice', 'BTCUSDT', -0.005)
    await practice(page, 'movePrice', 'ETHUSDT', 0.005)
    // At a PnL of 0.00 nothing tells the side yet.
    await waitForPanel(
      page,
      'two long positions',
      ({ positions }) =>
        positions.length === 2 && positions.every(({ key }) => key.includes(':long:')),
    )
    // Cards keep their order for two seconds; then another one may be the worst, and open.
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    await open(page, 'cross')
    const tool = await waitForTool(page, 'cross', (found) => valueOf(found, 'cross-takes') !== null)
    assert.match(says(tool, 'cross-shared'), /^Shared with: (BTC|ETH)USDT Long$/)
    assert.match(textOf(tool), /Adding margin is neither needed nor possible/)
    assert.match(says(tool, 'cross-takes'), /^That costs .*USDT of the balance: .*% of it/)
  })

  test('nothing was sent anywhere, and nothing complained', () => {
    assert.deepEqual(driver.strayRequests, [])
    assert.deepEqual(driver.complaints, [])
  })
})
