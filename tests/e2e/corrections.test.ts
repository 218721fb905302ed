import { strict as assert } from 'node:assert'
import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import type { BrowserPage, Driver, PanelNode } from './driver.ts'
import { clickInPanel, textOf, waitForPanel } from './panel.ts'
import { sharedWorld } from './shared-world.ts'
import { practice, QUIET } from './world.ts'

const additions = (page: BrowserPage, text: string) =>
  waitForPanel(
    page,
    `${text} additions`,
    ({ positions }) => positions[0]?.fields['margin-additions']?.text === text,
  )

const isCorrection = (node: PanelNode): boolean =>
  node.name === 'summary' && textOf(node) === 'Count wrong?'

describe('the trader puts the count right', () => {
  let driver: Driver
  let page: BrowserPage

  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
    page = await driver.openPage(QUIET)
    await waitForPanel(page, 'flat', ({ status }) => status === 'flat')
    await practice(page, 'open', {
      symbol: 'BTCUSDT',
      side: 'buy',
      quantity: 0.02,
      leverage: 20,
      marginMode: 'isolated',
    })
    await additions(page, '0 of 1')
    await practice(page, 'addMargin', 'BTCUSDT', 20)
    await additions(page, '1 of 1')
  })
  afterAll(() => driver.close())

  test('"this was not a top-up" takes it out of the count', async () => {
    await clickInPanel(page, isCorrection)
    const { text } = await waitForPanel(page, 'the list', (state) =>
      state.text.includes('Not a margin addition'),
    )
    assert.match(text, /20\.00 USDT, seen on/)
    await clickInPanel(
      page,
      (node) => node.name === 'button' && textOf(node) === 'Not a margin addition',
    )
    await additions(page, '0 of 1')
  })

  test('it is so after a reload, and can be taken back', async () => {
    await page.reload()
    await additions(page, '0 of 1')
    await clickInPanel(page, isCorrection)
    await waitForPanel(page, 'its content', ({ text }) => text.includes('Undo my last answer'))
    await clickInPanel(page, ({ attributes }) => attributes['data-action'] === 'take-back')
    await additions(page, '1 of 1')
  })
})
