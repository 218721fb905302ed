import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { choose } from './appearance.ts'
import { passTime } from './away-from-the-hour.ts'
import type { Box, BrowserPage, Driver, PanelNode } from './driver.ts'
import { clickInPanel, findNode, panelState, textOf, waitForPanel } from './panel.ts'
import { pause, until } from './until.ts'
import { openWorld, practice, QUIET } from './world.ts'

const WIDTH = 1280
const HEIGHT = 800
const languages = ['en', 'ru', 'fr'] as const
/** What a panel with one position takes at most, px. */
const MOST_HEIGHT = 300
/** Of thirty positions so many are in sight at least. */
const LEAST_IN_SIGHT = 9

const nodesOf = (root: PanelNode, wanted: (node: PanelNode) => boolean): PanelNode[] => [
  ...(wanted(root) ? [root] : []),
  ...root.children.flatMap((child) => nodesOf(child, wanted)),
]
const isArticle = ({ attributes }: PanelNode) => 'data-position' in attributes

const within = (inner: Box, outer: Box) =>
  inner.width > 0 &&
  inner.y >= outer.y - 1 &&
  inner.y + inner.height <= outer.y + outer.height + 1 &&
  inner.x >= outer.x - 1 &&
  inner.x + inner.width <= outer.x + outer.width + 1

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** The widgets of the page in which is typed and read. */
const usedParts = (page: BrowserPage): Promise<Box[]> =>
  page.evaluate(() => {
    const widgets = [...document.querySelectorAll('.react-grid-item')]
    const isUsed = (widget: Element) =>
      widget.querySelector('input[id^="unitAmount"]') !== null ||
      [...widget.querySelectorAll('[role="tab"]')].some((tab) =>
        tab.textContent.startsWith('Positions'),
      )
    return widgets.filter(isUsed).map((widget) => {
      const { x, y, width, height } = widget.getBoundingClientRect()
      return { x, y, width, height }
    })
  })

describe('one glance, at 1280 × 800', () => {
  let driver: Driver
  let page: BrowserPage

  beforeAll(async () => {
    driver = await openWorld({
      browser: inject('browser'),
      rebuild: false,
      width: WIDTH,
      height: HEIGHT,
    })
    page = await driver.openPage(`${QUIET}&reset=on`)
    await page.viewport(WIDTH, HEIGHT)
  })
  afterAll(() => driver.close())

  let chosen = ''
  const spoken = async (language: string, of: BrowserPage = page): Promise<PanelNode> => {
    // Asked in loops: a popup is opened for a choice, and not to make it once more.
    if (language !== chosen) await choose(driver, { language: language as 'en', size: 'normal' })
    chosen = language
    await of.bringToFront()
    let frame: PanelNode | undefined
    await until(`the panel speaks ${language}`, async () => {
      const panel = await of.panel()
      const dressed = panel && findNode(panel, ({ attributes }) => attributes['lang'] === language)
      frame = dressed ? findNode(dressed, ({ attributes }) => 'data-size' in attributes) : undefined
      return frame !== undefined
    })
    if (frame === undefined) throw new Error(`no panel in ${language}`)
    return frame
  }

  const withPosition = async () => {
    if ((await practice(page, 'positions')).length > 0) return
    await practice(page, 'open', {
      symbol: 'BTCUSDT',
      side: 'buy',
      quantity: 0.02,
      leverage: 20,
      marginMode: 'isolated',
    })
    await practice(page, 'setPrice', 'BTCUSDT', 59_100)
    await waitForPanel(page, 'a position', ({ positions }) => positions.length === 1)
  }
  const twoAdditions = async () => {
    await withPosition()
    for (const count of ['1', '2']) {
      const has = (state: ReturnType<typeof panelState>) =>
        Number(state.positions[0]?.fields['margin-additions']?.value) >= Number(count)
      if (has(panelState(await page.panel()))) continue
      await practice(page, 'addMargin', 'BTCUSDT', 20)
      await waitForPanel(page, count, has, 20_000)
      // Rises within five seconds are one.
      await passTime(page, 5_500)
    }
  }

  const parts = ['main', 'distance-bar', 'stakes', 'warnings']
  const partsIn = (frame: PanelNode): PanelNode[] =>
    nodesOf(
      frame,
      ({ name, attributes }) => name === 'summary' || parts.includes(attributes['class'] ?? ''),
    )

  /** The panel with all parts of its card: a warning comes with the second look at the position. */
  const complete = (language: string, of: BrowserPage = page): Promise<PanelNode> =>
    until('the whole card', async () => {
      const frame = await spoken(language, of)
      return partsIn(frame).length >= parts.length + 3 && frame
    })

  /**
   * Nothing is scrolled away: neither a part of the card nor the tools, which are its last. In another language, or
   * in another window, it comes to be so.
   */
  const whole = async (language: string, width = WIDTH, height = HEIGHT): Promise<Box> => {
    let said: unknown
    return until(
      `whole, ${language}`,
      async () => {
        const frame = await complete(language)
        const box = await page.box(frame)
        const hidden: string[] = []
        for (const node of partsIn(frame)) {
          const place = await page.place(node)
          if (place === null || !within(place, box)) hidden.push(textOf(node))
        }
        said = { box, hidden }
        return hidden.length === 0 && within(box, { x: 0, y: 0, width, height }) && box
      },
      { instead: () => said },
    )
  }

  const isSmall = ({ width, height }: Box): void => {
    expect(width).toBe(320)
    expect(height).toBeLessThanOrEqual(MOST_HEIGHT)
  }

  test.each(languages)('one position without a stop, whole in 300 px: %s', async (language) => {
    await withPosition()
    isSmall(await whole(language))
  })

  test.each(languages)('after the second addition, whole in 300 px: %s', async (language) => {
    await twoAdditions()
    isSmall(await whole(language))
  })

  test('it lies over the chart, and over nothing that is typed in or read', async () => {
    await withPosition()
    const box = await page.box(await spoken('en'))
    const parts = await usedParts(page)
    expect(parts).toHaveLength(2)
    expect(parts.filter((part) => overlap(box, part))).toEqual([])
  })

  const placeOf = async (of: BrowserPage, wanted: (node: PanelNode) => boolean): Promise<Box> =>
    until('its place', async () => {
      const panel = await of.panel()
      const node = panel && findNode(panel, wanted)
      return node && of.place(node)
    })

  test('on a page that is written from right to left it reads from left to right', async () => {
    await withPosition()
    await spoken('en')
    const dir = (value: string) =>
      page.evaluate((given: string) => (document.documentElement.dir = given), value)
    await dir('rtl')
    const symbol = await placeOf(page, ({ name }) => name === 'h2')
    const pnl = await placeOf(page, ({ attributes }) => attributes['class'] === 'pnl')
    expect(symbol.x).toBeLessThan(pnl.x)
    await dir('')
  })

  test.each([
    [1280, 720],
    // 1280 × 720 at a zoom of 150 %.
    [853, 480],
  ])('in a window of %i × %i it is whole', async (width, height) => {
    await twoAdditions()
    await page.viewport(width, height)
    await whole('en', width, height)
    await page.viewport(WIDTH, HEIGHT)
  })

  test('where it was put, it is in a window of another width as well', async () => {
    await withPosition()
    const at = async () => page.box(await spoken('en'))
    // The window was another one a moment ago.
    const before = await until('it stands still', async () => {
      const first = await at()
      await pause(300)
      const second = await at()
      return first.x === second.x && first.y === second.y && second
    })
    await page.mouse.move(before.x + 120, before.y + 12)
    await page.mouse.down()
    await page.mouse.move(before.x + 200, before.y + 40)
    await page.mouse.move(before.x + 320, before.y + 52)
    await page.mouse.up()
    await until('it has moved', async () => Math.abs((await at()).x - before.x - 200) < 3)
    const put = await at()
    for (const width of [1100, 1300, 1500, 1600]) {
      await page.viewport(width, HEIGHT)
      await until(`it stands there at ${String(width)}`, async () => {
        const { x, y } = await at()
        return Math.abs(x - put.x) < 3 && Math.abs(y - put.y) < 3
      })
    }
    await page.viewport(WIDTH, HEIGHT)
    await choose(driver, {})
    const popup = await driver.openExtensionPage('popup.html')
    await popup.evaluate(`(globalThis.browser ?? chrome).storage.local.remove('places')`)
    await popup.close()
  })

  test('of thirty positions at least nine are in sight, and the table is not covered', async () => {
    const many = await driver.openPage(`${QUIET}&fill=30&reset=on`)
    await many.viewport(WIDTH, HEIGHT)
    await waitForPanel(many, 'rows', ({ positions }) => positions.length > 3)
    // The page's table draws the rows that are in sight: all of them, one after the other.
    await until('all were read', async () => {
      await many.evaluate(() => {
        const lists = [...document.querySelectorAll<HTMLElement>('.react-grid-item *')]
        const list = lists.find((one) => one.scrollHeight > 1_000 && one.clientHeight < 700)
        const next = (list?.scrollTop ?? 0) + 130
        list?.scrollTo({ top: list.scrollTop + list.clientHeight >= list.scrollHeight ? 0 : next })
      })
      await new Promise((resolve) => setTimeout(resolve, 400))
      return panelState(await many.panel()).text.includes('30 open')
    })
    for (const language of languages) {
      const frame = await spoken(language, many)
      await new Promise((resolve) => setTimeout(resolve, 400))
      const box = await many.box(frame)
      let rows = 0
      for (const article of nodesOf(frame, isArticle)) {
        const row = await many.place(article)
        if (row !== null && within(row, box)) rows += 1
      }
      expect(rows, language).toBeGreaterThanOrEqual(LEAST_IN_SIGHT)
      const parts = await usedParts(many)
      expect(parts.filter((part) => overlap(box, part))).toEqual([])
    }
    await clickInPanel(many, ({ attributes }) => attributes['data-action'] === 'menu')
    const footer = await placeOf(many, ({ name }) => name === 'footer')
    const summary = await placeOf(many, ({ attributes }) => attributes['class'] === 'summary')
    expect(overlap(footer, summary)).toBe(false)
    await many.close()
  }, 120_000)
})
