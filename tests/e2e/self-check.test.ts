import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { BrowserPage, Driver, PanelNode } from './driver.ts'
import { clickInPanel, findNode, type PanelPosition, textOf, waitForPanel } from './panel.ts'
import { mixedPositions } from '../practice-exchange/page-fixture/scene-steps.ts'
import { sharedWorld } from './shared-world.ts'
import { practice } from './world.ts'
import { until } from './until.ts'

const ADDRESS = 'https://www.binance.com/en/futures/BTCUSDT?reset=on&dock=off&path=off&churn=0'

const has =
  (name: string, value: string) =>
  ({ attributes }: PanelNode): boolean =>
    attributes[name] === value

const isOld = (card: PanelPosition | undefined): boolean =>
  /\d (sec|min) old/.test(card?.text ?? '')

/** Waits for an element of the panel. */
const nodeOf = (page: BrowserPage, wanted: (node: PanelNode) => boolean): Promise<PanelNode> =>
  until('an element of the panel', async () => {
    const root = await page.panel()
    return root && findNode(root, wanted)
  })

describe('what the reader says of itself', () => {
  let driver: Driver
  let page: BrowserPage

  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
    page = await driver.openPage(ADDRESS)
    for (const [name, ...given] of mixedPositions) {
      await practice(page, name, ...(given as never))
    }
  })
  afterAll(() => driver.close())

  test('the panel says by which rule each column was found', async () => {
    await waitForPanel(page, 'rows', ({ positions }) => positions.length > 0)
    await clickInPanel(page, has('data-action', 'menu'))
    await clickInPanel(page, has('data-action', 'self-check'))
    const mark = await nodeOf(page, has('data-column', 'markPrice'))
    expect(mark.attributes['data-found-by']).toBe('word')
    await practice(page, 'setView', { language: 'nonsense' })
    // By arithmetic a column is found once its rows were looked at for a while.
    await until('found by arithmetic', async () => {
      await clickInPanel(page, has('data-action', 'check-again'))
      const again = await nodeOf(page, has('data-column', 'markPrice'))
      return again.attributes['data-found-by'] === 'arithmetic'
    })
    await practice(page, 'setView', { language: 'en' })
  })

  test('a report is copied at a click, or is there to select', async () => {
    await clickInPanel(page, has('data-action', 'copy-report'))
    const outcome = await nodeOf(
      page,
      (node) => node.name === 'textarea' || textOf(node) === 'Copied.',
    )
    expect(outcome.name).toMatch(/^(textarea|p)$/)
    await clickInPanel(page, has('data-action', 'menu'))
  })

  test('rows scrolled out of sight stay, as last seen', async () => {
    await page.goto(`${ADDRESS}&fill=60`)
    const { positions } = await waitForPanel(page, 'rows', (state) => state.positions.length > 3)
    const first = positions[0]?.key
    await page.evaluate(() => {
      const lists = [...document.querySelectorAll<HTMLElement>('.react-grid-item *')]
      const list = lists.find((one) => one.scrollHeight > 2_000 && one.clientHeight < 900)
      list?.scrollTo({ top: 1_200 })
    })
    const { positions: later } = await waitForPanel(page, 'new cards and old ones', (state) => {
      const [top, end] = [state.positions[0], state.positions.at(-1)]
      return isOld(end) && !isOld(top)
    })
    const old = later.filter(isOld)
    expect(old.map(({ key }) => key)).toContain(first)
    expect(old.every(({ band, warnings }) => band === 'unknown' && warnings.length === 0)).toBe(
      true,
    )
  })
})
