import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import type { BrowserPage, Driver, PanelNode } from './driver.ts'
import { clickInPanel, findNode, textOf, waitForPanel } from './panel.ts'
import { sharedWorld } from './shared-world.ts'
import { clickOnPage, practice, QUIET, typeOnPage } from './world.ts'
import { until } from './until.ts'

const DIALOG_INPUT = '[role="dialog"] input, .modal input'

const waitForCompanion = async (
  page: BrowserPage,
  title: string,
  wanted: (companion: PanelNode | undefined) => boolean,
): Promise<PanelNode | undefined> => {
  let found: PanelNode | undefined
  await until(
    title,
    async () => {
      const root = await page.panel()
      found =
        root === null
          ? undefined
          : findNode(root, ({ attributes }) => 'data-companion' in attributes)
      return wanted(found)
    },
    { instead: () => (found ? textOf(found) : 'nothing') },
  )
  return found
}

const field = (companion: PanelNode | undefined, name: string): number | null => {
  const node =
    companion && findNode(companion, ({ attributes }) => attributes['data-field'] === name)
  const value = node?.attributes['data-value']
  return value === undefined ? null : Number(value)
}

const says = (companion: PanelNode | undefined) =>
  companion === undefined ? '' : textOf(companion)

const openDialog = (page: BrowserPage, word = 'Adjust Margin') =>
  clickOnPage(page, `svg[aria-label="${word}"]`)

const order = {
  symbol: 'BTCUSDT',
  side: 'buy',
  quantity: 0.02,
  leverage: 20,
  marginMode: 'isolated',
} as const

describe('beside the Adjust Margin dialog', () => {
  let driver: Driver
  let page: BrowserPage

  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
    page = await driver.openPage(QUIET)
    await waitForPanel(page, 'flat', ({ status }) => status === 'flat')
    await practice(page, 'open', order)
    await practice(page, 'movePrice', 'BTCUSDT', -0.012)
    await waitForPanel(page, 'the position', ({ positions }) => positions.length === 1)
  })
  afterAll(() => driver.close())

  test('it opens with the dialog, asks for an amount, and lies beside it', async () => {
    await openDialog(page)
    const companion = await waitForCompanion(page, 'it is there', (found) => found !== undefined)
    assert.match(says(companion), /Type an amount/)
    assert(companion)
    const own = await page.box(companion)
    const dialog = await page.evaluate(() => {
      const box = document.querySelector('[role="dialog"]')?.getBoundingClientRect()
      return box === undefined ? null : { left: box.left, right: box.right }
    })
    assert(dialog)
    assert(own.x >= dialog.right || own.x + own.width <= dialog.left)
  })

  test('an amount: the page’s own estimate leads, ours confirms it, the loss stays', async () => {
    await typeOnPage(page, DIALOG_INPUT, '20')
    const companion = await waitForCompanion(
      page,
      'the amount is read',
      (found) => field(found, 'liquidation-after') !== null && field(found, 'addition') !== null,
    )
    const truth = await practice(page, 'action', 20)
    const shown = field(companion, 'liquidation-after')
    assert(truth?.estimate && shown !== null)
    assert(Math.abs(shown - truth.estimate) <= 0.06, `${String(shown)}, ${String(truth.estimate)}`)
    assert.equal(field(companion, 'addition'), 1)
    assert(Math.abs((field(companion, 'at-stake-after') ?? 0) - truth.wallet - 20) < 0.02)
    assert.match(says(companion), /page’s own estimate\. Our own calculation agrees/)
    assert.match(says(companion), /The loss stays the same: −/)
    assert.doesNotMatch(says(companion), /Our own calculation differs/)
  })

  test('nothing of the page was changed: what is typed stands, and the focus stays', async () => {
    const state = await page.evaluate(() => ({
      value: document.querySelector<HTMLInputElement>('[role="dialog"] input')?.value,
      focus: document.activeElement?.tagName,
    }))
    assert.deepEqual(state, { value: '20', focus: 'INPUT' })
  })

  test('more than is there: funds would have to be moved first', async () => {
    await typeOnPage(page, DIALOG_INPUT, '900000')
    const companion = await waitForCompanion(
      page,
      'it falls short',
      (found) => (field(found, 'short') ?? 0) > 0,
    )
    assert.match(says(companion), /transfer funds from spot first/)
  })

  test('it leaves with the dialog', async () => {
    await clickOnPage(page, '[role="dialog"] svg[role="button"]')
    await waitForCompanion(page, 'it is gone', (found) => found === undefined)
  })

  test('past the limit: three facts first, dismissed at once, and written down', async () => {
    await practice(page, 'addMargin', 'BTCUSDT', 15)
    await waitForPanel(
      page,
      'one addition',
      ({ positions }) => positions[0]?.fields['margin-additions']?.value === '1',
    )
    await openDialog(page)
    await typeOnPage(page, DIALOG_INPUT, '20')
    await waitForCompanion(
      page,
      'the pause',
      (found) =>
        found !== undefined &&
        findNode(found, ({ attributes }) => 'data-pause' in attributes) !== undefined,
    )
    await clickInPanel(page, ({ attributes }) => attributes['data-action'] === 'dismiss-pause')
    const companion = await waitForCompanion(
      page,
      'the figures',
      (found) => field(found, 'addition') === 2,
    )
    assert.match(says(companion), /Your limit is 1\./)
    const journal = await driver.openExtensionPage('journal.html')
    await until(
      'the note in the journal',
      async () => (await journal.text()).includes('about to add margin beyond your limit'),
      { instead: () => journal.text() },
    )
    await journal.close()
  })

  test('in 760 × 600 the sentence that counts is there, next to the dialog and not over it', async () => {
    await page.viewport(760, 600)
    let told = ''
    await until(
      'it has found its place',
      async () => {
        const root = await page.panel()
        const companion = root && findNode(root, ({ attributes }) => 'data-companion' in attributes)
        if (!companion) return false
        told = says(companion)
        const box = await page.box(companion)
        const dialog = await page.evaluate(() => {
          const { x, y, width, height } =
            document.querySelector('[role="dialog"]')?.getBoundingClientRect() ?? new DOMRect()
          return { x, y, width, height }
        })
        const isApart =
          box.y + box.height <= dialog.y + 1 ||
          box.y >= dialog.y + dialog.height - 1 ||
          box.x + box.width <= dialog.x + 1 ||
          box.x >= dialog.x + dialog.width - 1
        const isInside = box.x >= 0 && box.y >= 0 && box.x + box.width <= 760
        return dialog.width > 0 && isApart && isInside && box.y + box.height <= 600
      },
      { instead: () => told },
    )
    assert.match(told, /This would count as margin addition 2\. Your limit is 1\./)
    await page.viewport(1440, 900)
  })

  test('nothing was sent anywhere, and nothing complained', () => {
    assert.deepEqual(driver.strayRequests, [])
    assert.deepEqual(driver.complaints, [])
  })
})
