import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Appearance } from '../../lib/rules/settings/appearance.ts'
import { chooseIn, openOwnPage } from './appearance.ts'
import { violationsInPanel, violationsOf } from './axe.ts'
import type { BrowserPage, Driver, ExtensionPage, PanelNode } from './driver.ts'
import { clickInPanel, findNode, textOf, waitForPanel } from './panel.ts'
import { sharedWorld } from './shared-world.ts'
import { clickOnPage, practice, QUIET, typeOnPage } from './world.ts'
import { until } from './until.ts'

/** Contrast comes from our own colours: what one browser says of both themes holds for the other. */
const themes: readonly ('dark' | 'light')[] =
  inject('browser') === 'chromium' ? ['dark', 'light'] : ['dark']
const sizes = ['pill', 'normal', 'detailed'] as const
const pages = ['popup', 'journal', 'options', 'welcome'] as const
const palettes = ['usual', 'colour-vision'] as const

describe('axe finds nothing', () => {
  let driver: Driver
  let page: BrowserPage
  /** An empty page, on which the panel is built once more for axe. */
  let stage: BrowserPage
  let settings: ExtensionPage
  const choose = (chosen: Partial<Appearance>) => chooseIn(settings, chosen)

  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
    settings = await openOwnPage(driver, 'options')
    stage = await driver.openPage('about:blank')
    page = await driver.openPage(QUIET)
  })
  afterAll(() => driver.close())

  const dressed = (theme: string, size: string): Promise<PanelNode> =>
    until(`${theme}, ${size}`, async () => {
      const panel = await page.panel()
      const dress = panel && findNode(panel, ({ attributes }) => attributes['data-theme'] === theme)
      const frame = dress && findNode(dress, ({ attributes }) => attributes['data-size'] === size)
      return frame && panel
    })
  test('it would find something: a picture without a text, a button without a name', async () => {
    const part = (name: string, attributes = {}, children: PanelNode[] = []): PanelNode => ({
      name,
      attributes,
      text: '',
      children,
      handle: null,
    })
    const broken = part('', {}, [part('button', {}, []), part('img', { src: '/icon.png' })])
    const found = await audited(part('host', {}, [broken]))
    expect(found.map((line) => line.split(':')[0])).toEqual(
      expect.arrayContaining(['button-name', 'image-alt']),
    )
  })

  const audited = (panel: PanelNode) => violationsInPanel(stage, panel)

  test.each(themes)('the panel without a position, %s', async (theme) => {
    await choose({ theme, size: 'normal' })
    await waitForPanel(page, 'flat', ({ status }) => status === 'flat')
    expect(await audited(await dressed(theme, 'normal'))).toEqual([])
  })

  test.each(themes)('the panel while the positions are not in sight, %s', async (theme) => {
    await choose({ theme, size: 'normal' })
    const other = await driver.openPage(QUIET)
    await waitForPanel(other, 'flat', ({ status }) => status === 'flat')
    const bringUp = (tab: string) =>
      other.evaluate((title: string) => {
        const tabs = [...document.querySelectorAll<HTMLElement>('[role="tab"]')]
        tabs.find(({ textContent }) => textContent.startsWith(title))?.click()
      }, tab)
    await bringUp('Open Orders')
    await waitForPanel(other, 'it says so', ({ status }) => status === 'hidden')
    const panel = await other.panel()
    // The page remembers it.
    await bringUp('Positions')
    await waitForPanel(other, 'as before', ({ status }) => status === 'flat')
    await other.close()
    expect(panel === null ? null : await audited(panel)).toEqual([])
  })

  test.each(themes.flatMap((theme) => sizes.map((size) => [theme, size] as const)))(
    'the panel with a position that warns, %s, %s',
    async (theme, size) => {
      await page.bringToFront()
      if ((await practice(page, 'positions')).length === 0) {
        await practice(page, 'open', {
          symbol: 'BTCUSDT',
          side: 'buy',
          quantity: 0.02,
          leverage: 20,
          marginMode: 'isolated',
        })
        await practice(page, 'movePrice', 'BTCUSDT', -0.012)
        await waitForPanel(page, 'a position', ({ positions }) => positions.length === 1)
      }
      await choose({ theme, size })
      expect(await audited(await dressed(theme, size))).toEqual([])
    },
  )

  test.each(palettes)('every part of a card opened, colours: %s', async (palette) => {
    await choose({ theme: 'light', size: 'detailed', palette })
    await page.bringToFront()
    let panel = await dressed('light', 'detailed')
    const closed = (node: PanelNode) => node.name === 'details' && !('open' in node.attributes)
    for (let opened = 0; opened < 8; opened += 1) {
      const next = findNode(panel, closed)
      const summary = next && findNode(next, ({ name }) => name === 'summary')
      if (summary === undefined) break
      await clickInPanel(page, ({ handle }) => handle === summary.handle)
      panel = await dressed('light', 'detailed')
    }
    expect(
      findNode(panel, ({ name, attributes }) => name === 'input' && 'id' in attributes),
    ).toBeDefined()
    expect(await audited(panel)).toEqual([])
    await choose({ palette: 'usual', size: 'normal' })
  })

  test.each(themes)('the companion beside the margin dialog, %s', async (theme) => {
    await choose({ theme, size: 'normal' })
    await page.bringToFront()
    const isOpen = () => page.evaluate(() => document.querySelector('[role="dialog"]') !== null)
    if (!(await isOpen())) {
      await clickOnPage(page, 'svg[aria-label="Adjust Margin"]')
      await typeOnPage(page, '[role="dialog"] input, .modal input', '20')
    }
    await until('the amount is answered', async () => {
      const panel = await page.panel()
      const companion = panel && findNode(panel, ({ attributes }) => 'data-companion' in attributes)
      return (companion ? textOf(companion) : '').includes('At stake')
    })
    const panel = await page.panel()
    expect(panel === null ? null : await audited(panel)).toEqual([])
  })

  test.each(pages)('%s', async (file) => {
    const own = await openOwnPage(driver, file)
    for (const theme of themes) {
      await choose({ theme })
      await until(theme, () =>
        own.evaluate<boolean>(`document.documentElement.dataset.theme === '${theme}'`),
      )
      expect(await violationsOf(own), theme).toEqual([])
    }
    await own.close()
  })

  test('a question of the journal or the settings', async () => {
    const own = await openOwnPage(driver, 'options')
    await own.click('[data-action="erase"]')
    expect(await violationsOf(own)).toEqual([])
    await own.close()
  })
})

/** What has the focus, by what it would be called. */
const focused = `(() => {
  const { activeElement } = document
  const at = activeElement?.shadowRoot?.activeElement ?? activeElement
  if (at === null || at === document.body) return null
  const { outlineStyle, outlineWidth } = getComputedStyle(at)
  return {
    name: (at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent).trim(),
    mark: at.dataset.action ?? at.dataset.preset ?? at.dataset.link ?? at.closest('[data-limit]')?.dataset.limit ?? at.closest('[data-appearance]')?.dataset.appearance ?? at.closest('[data-alert]')?.dataset.alert ?? at.closest('[data-setting]')?.dataset.setting ?? at.localName,
    seen: outlineStyle !== 'none' && outlineWidth !== '0px',
    inside: at.getBoundingClientRect().width > 0,
  }
})()`
type Focused = { name: string; mark: string; seen: boolean; inside: boolean } | null

const walk = async (own: ExtensionPage): Promise<NonNullable<Focused>[]> => {
  const path: NonNullable<Focused>[] = []
  for (let step = 0; step < 90; step += 1) {
    await own.press('Tab')
    const at = await own.evaluate<Focused>(focused)
    if (at === null) break
    if (step > 0 && at.mark === path[0]?.mark && at.name === path[0].name) break
    path.push(at)
  }
  return path
}

describe('by keyboard alone', () => {
  let driver: Driver

  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
  })
  afterAll(() => driver.close())

  test.each([
    [
      'popup',
      [
        'stricter',
        'looser',
        'maxMarginAdditions',
        'capitalShareLimit',
        'distanceDanger',
        'requireStopLoss',
        'holdLimits',
        'notifications',
        'journal',
        'settings',
        'help',
      ],
    ],
    [
      'options',
      [
        'journal',
        'help',
        'search',
        'maxMarginAdditions',
        'capital',
        'holdLimits',
        'reset-limits',
        'notifications',
        'sound',
        'theme',
        'language',
        'hideWhenFlat',
        'export',
        'import',
        'share',
        'erase',
      ],
    ],
    ['welcome', ['maxMarginAdditions', 'capitalShareLimit', 'requireStopLoss']],
    ['journal', ['import']],
  ] as const)('%s: everything is reached, named, and seen to be reached', async (file, wanted) => {
    const own = await openOwnPage(driver, file)
    const path = await walk(own)
    expect(path.map(({ mark }) => mark)).toEqual(expect.arrayContaining([...wanted]))
    // In the order in which it is read.
    const order = wanted.map((mark) => path.findIndex((at) => at.mark === mark))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    for (const at of path) {
      expect(at.name, at.mark).not.toBe('')
      expect(at.seen, at.mark).toBe(true)
      expect(at.inside, at.mark).toBe(true)
    }
    await own.close()
  })

  test('a preset is chosen, a limit changed and a switch turned without a mouse', async () => {
    const own = await openOwnPage(driver, 'popup')
    const go = async (mark: string) => {
      for (let step = 0; step < 60; step += 1) {
        await own.press('Tab')
        if ((await own.evaluate<Focused>(focused))?.mark === mark) return
      }
      throw new Error(`${mark} is not reached`)
    }
    await go('stricter')
    await own.press('Enter')
    await go('requireStopLoss')
    await own.press('Space')
    const stored = () =>
      own.evaluate<Record<string, unknown> | undefined>(
        `(globalThis.browser ?? chrome).storage.local.get('limits').then(({ limits }) => limits?.value)`,
      )
    await until('both are kept', async () => {
      const limits = await stored()
      return limits?.['maxMarginAdditions'] === 0 && limits['requireStopLoss'] === false
    })
    await own.close()
  })

  test('the panel: every button in order, focus seen, Escape folds, Enter opens', async () => {
    const page = await driver.openPage(QUIET)
    await practice(page, 'open', {
      symbol: 'BTCUSDT',
      side: 'buy',
      quantity: 0.02,
      leverage: 20,
      marginMode: 'isolated',
    })
    await waitForPanel(page, 'a position', ({ positions }) => positions.length === 1)
    const size = async () => {
      const panel = await page.panel()
      const found = panel && findNode(panel, ({ attributes }) => 'data-size' in attributes)
      return found?.attributes['data-size']
    }
    // The grip takes the focus by a click, and from there on it is keys.
    await clickInPanel(page, ({ attributes }) => attributes['data-action'] === 'hide-amounts')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await until('detailed', async () => (await size()) === 'detailed')
    await page.keyboard.press('Escape')
    await until('folded', async () => (await size()) === 'pill')
    await page.keyboard.press('Enter')
    await until('open again', async () => (await size()) !== 'pill')
    await page.close()
  })
})
