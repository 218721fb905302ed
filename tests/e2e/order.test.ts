import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import type { BrowserPage, Driver, PanelNode } from './driver.ts'
import { clickInPanel, findNode, textOf, waitForPanel } from './panel.ts'
import { sharedWorld } from './shared-world.ts'
import { clickOnPage, practice, QUIET, typeOnPage } from './world.ts'
import { until } from './until.ts'

const SIZE = 'input[name="unitAmount-1"], #unitAmount-1'
const STOP = 'input[name="stopLoss-1"], #stopLoss-1'

const remarkOf = (root: PanelNode | null): PanelNode | undefined =>
  root === null ? undefined : findNode(root, ({ attributes }) => 'data-order-remark' in attributes)

const waitForRemark = async (
  page: BrowserPage,
  title: string,
  wanted: (remark: PanelNode | undefined) => boolean,
): Promise<PanelNode | undefined> => {
  let remark: PanelNode | undefined
  await until(
    title,
    async () => {
      remark = remarkOf(await page.panel())
      return wanted(remark)
    },
    { instead: () => (remark ? textOf(remark) : 'nothing') },
  )
  return remark
}

const value = (remark: PanelNode | undefined, name: string): number | null => {
  const found =
    remark && findNode(remark, ({ attributes }) => attributes['data-field'] === `order-${name}`)
  const text = found?.attributes['data-value']
  return text === undefined ? null : Number(text)
}

const has = (remark: PanelNode | undefined, name: string): boolean =>
  remark !== undefined &&
  findNode(remark, ({ attributes }) => attributes['data-remark'] === name) !== undefined

describe('before opening, beside the order form', () => {
  let driver: Driver
  let page: BrowserPage

  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
    page = await driver.openPage(QUIET)
    await waitForPanel(page, 'flat', ({ status }) => status === 'flat')
    await practice(page, 'setLeverage', 'BTCUSDT', 20)
    await practice(page, 'setMarginMode', 'BTCUSDT', 'isolated')
  })
  afterAll(() => driver.close())

  test('a size: its margin, its share, leverage and the missing stop, beside the form', async () => {
    await typeOnPage(page, SIZE, '0.05')
    const remark = await waitForRemark(page, 'the size is read', (found) =>
      Boolean(value(found, 'margin')),
    )
    assert(remark)
    // 0.05 × 60,000 ÷ 20 of 2,000.
    assert(Math.abs((value(remark, 'margin') ?? 0) - 150) < 1)
    assert(Math.abs((value(remark, 'share') ?? 0) - 0.075) < 0.001)
    assert(has(remark, 'share') && has(remark, 'leverage') && has(remark, 'no-stop'))
    assert(Number(value(remark, 'liquidation-long')) < 58_000)
    assert(Number(value(remark, 'liquidation-short')) > 62_000)
    const own = await page.box(remark)
    const field = await page.evaluate((selector: string) => {
      const box = document.querySelector(selector)?.closest('.widget')?.getBoundingClientRect()
      return box === undefined ? null : { left: box.left, right: box.right }
    }, SIZE)
    assert(field)
    assert(own.x + own.width <= field.left || own.x >= field.right)
  })

  test('it covers neither order book, form, tables nor panel, and goes where it is put', async () => {
    const parts = await page.evaluate(() =>
      [...document.querySelectorAll('.react-grid-item')].flatMap((widget) => {
        const { x, y, width, height } = widget.getBoundingClientRect()
        const text = widget.textContent
        const isUsed =
          widget.querySelector('input[id^="unitAmount"]') !== null ||
          text.includes('Order Book') ||
          [...widget.querySelectorAll('[role="tab"]')].some((tab) =>
            tab.textContent.startsWith('Positions'),
          )
        return isUsed ? [{ x, y, width, height }] : []
      }),
    )
    assert(parts.length >= 2)
    const placed = async () => {
      const root = await page.panel()
      const found = remarkOf(root)
      assert(root && found)
      return { own: await page.box(found), root }
    }
    const coveredParts = async () => {
      const { own, root } = await placed()
      const frame = findNode(root, ({ attributes }) => 'data-size' in attributes)
      const panel = frame ? [await page.box(frame)] : []
      return [...parts, ...panel].filter(
        (part) =>
          own.x < part.x + part.width &&
          part.x < own.x + own.width &&
          own.y < part.y + part.height &&
          part.y < own.y + own.height,
      )
    }
    // Typed while the page was still putting its widgets up, it moves once they stand.
    await until('it covers nothing', async () => (await coveredParts()).length === 0)
    const { own } = await placed()
    await page.mouse.move(own.x + own.width / 2, own.y + 16)
    await page.mouse.down()
    await page.mouse.move(own.x + own.width / 2 + 60, own.y + 66)
    await page.mouse.up()
    await until('it has moved', async () => Math.abs((await placed()).own.y - own.y - 50) < 3)
  })

  test('over the limit: the size that fits, and at that size it does', async () => {
    await typeOnPage(page, SIZE, '0.2')
    const remark = await waitForRemark(page, 'over the limit', (found) =>
      /To stay within it: [\d.]+ BTC or less/.test(found ? textOf(found) : ''),
    )
    const fits = /To stay within it: ([\d.]+) BTC/.exec(remark ? textOf(remark) : '')?.[1]
    assert(fits)
    await typeOnPage(page, SIZE, fits)
    // Less of it may be seen while it is typed.
    await waitForRemark(page, 'the size that fits', (found) => {
      const share = value(found, 'share') ?? 1
      return share > 0.095 && share <= 0.1
    })
  })

  test('a stop in the order: its loss, and no more remark of it', async () => {
    await clickOnPage(page, 'label', 'TP/SL')
    await typeOnPage(page, STOP, '59000')
    const remark = await waitForRemark(
      page,
      'the stop is read',
      (found) => value(found, 'stop-loss') !== null && !has(found, 'no-stop'),
    )
    assert.match(remark ? textOf(remark) : '', /protects a Long/)
    await typeOnPage(page, STOP, '50000')
    await waitForRemark(page, 'a stop that never acts', (found) => has(found, 'stop-late'))
    await typeOnPage(page, STOP, '59000')
  })

  test('cross margin is remarked', async () => {
    await practice(page, 'setMarginMode', 'BTCUSDT', 'cross')
    await waitForRemark(page, 'cross', (found) => has(found, 'cross'))
    await practice(page, 'setMarginMode', 'BTCUSDT', 'isolated')
    await waitForRemark(page, 'isolated', (found) => !has(found, 'cross'))
  })

  test('all as planned: it is not there', async () => {
    await practice(page, 'setLeverage', 'BTCUSDT', 10)
    await typeOnPage(page, SIZE, '0.01')
    await waitForRemark(page, 'quiet', (found) => found === undefined)
  })

  test('what is open in the symbol counts', async () => {
    const order = { symbol: 'BTCUSDT', side: 'buy', quantity: 0.03 } as const
    await practice(page, 'open', { ...order, leverage: 10, marginMode: 'isolated' })
    await practice(page, 'movePrice', 'BTCUSDT', -0.002)
    const remark = await waitForRemark(page, 'with what is open', (found) => has(found, 'share'))
    assert.match(remark ? textOf(remark) : '', /Share with open position/)
    assert((value(remark, 'share') ?? 0) > 0.1)
  })

  test('hidden, it stays away until the next order', async () => {
    await clickInPanel(page, ({ attributes }) => attributes['data-action'] === 'hide-remark')
    await waitForRemark(page, 'hidden', (found) => found === undefined)
    await typeOnPage(page, SIZE, '0.02')
    await practice(page, 'movePrice', 'BTCUSDT', 0.001)
    await waitForPanel(
      page,
      'the new price',
      ({ positions: [first] }) => Number(first?.fields['mark-price']?.value) > 59_900,
    )
    assert.equal(remarkOf(await page.panel()), undefined)
  })

  test('the page’s fields hold what was typed, and nothing was sent', async () => {
    const typed = await page.evaluate(
      (selector: string) => document.querySelector<HTMLInputElement>(selector)?.value,
      SIZE,
    )
    assert.equal(typed, '0.02')
    assert.deepEqual(driver.strayRequests, [])
    assert.deepEqual(driver.complaints, [])
  })
})
