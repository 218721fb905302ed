import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { languages, type View } from '../practice-exchange/view.ts'
import type { BrowserPage, Driver, PanelNode } from './driver.ts'
import { findNode, waitForPanel } from './panel.ts'
import { until, within } from './until.ts'
import { sharedWorld } from './shared-world.ts'
import { clickOnPage, practice, QUIET, typeOnPage } from './world.ts'

const INPUT = '[role="dialog"] input:not([type="range"]), .modal input'
const whole = inject('browser') === 'chromium'
const generations = whole ? (['2022', '2024', '2026'] as const) : (['2026'] as const)
const spoken = whole ? languages : (['en', 'ko'] as const)

const companionIn = (root: PanelNode | null): PanelNode | undefined =>
  root === null ? undefined : findNode(root, ({ attributes }) => 'data-companion' in attributes)

const value = (companion: PanelNode | undefined, name: string): number | null => {
  const found =
    companion && findNode(companion, ({ attributes }) => attributes['data-field'] === name)
  const text = found?.attributes['data-value']
  return text === undefined ? null : Number(text)
}

/** The companion once it speaks of this margin, or after a while as it is. */
const settled = async (page: BrowserPage, atStake: number, patience: number) => {
  let companion: PanelNode | undefined
  await within(patience, async () => {
    companion = companionIn(await page.panel())
    const shown = value(companion, 'at-stake-after')
    return shown !== null && Math.abs(shown - atStake) < 0.005
  })
  return companion
}

describe('beside the Adjust Margin dialog, in every generation and language', () => {
  let driver: Driver
  let page: BrowserPage

  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
    page = await driver.openPage(QUIET)
    await practice(page, 'open', {
      symbol: 'BTCUSDT',
      side: 'buy',
      quantity: 0.02,
      leverage: 20,
      marginMode: 'isolated',
    })
    await practice(page, 'movePrice', 'BTCUSDT', -0.012)
    await waitForPanel(
      page,
      'the position, seen twice',
      ({ positions: [first] }) => first?.fields['margin-additions']?.value === '0',
    )
    await clickOnPage(page, 'svg[aria-label="Adjust Margin"]')
  })
  afterAll(() => driver.close())

  test('the page’s estimate and our arithmetic agree, or nothing is said', async () => {
    const wrong: string[] = []
    const silent: string[] = []
    let amount = 20
    for (const generation of generations) {
      for (const language of spoken) {
        const view: Partial<View> = { generation, language }
        const name = `${generation} ${language}`
        amount += 0.5
        await practice(page, 'setView', view)
        await typeOnPage(page, INPUT, String(amount))
        const truth = await practice(page, 'action', amount)
        assert(truth)
        const companion = await settled(page, truth.wallet + amount, 2_000)
        const shown = value(companion, 'liquidation-after')
        const checked =
          companion && findNode(companion, ({ attributes }) => 'data-check' in attributes)
        const stake = value(companion, 'at-stake-after')
        if (shown === null || stake === null) silent.push(name)
        const isWrong =
          (shown !== null && Math.abs(shown - (truth.estimate ?? 0)) > 0.06) ||
          (stake !== null && Math.abs(stake - truth.wallet - amount) > 0.02) ||
          checked?.attributes['data-check'] === 'differs'
        if (isWrong) wrong.push(`${name}: ${String(shown)} of ${String(truth.estimate)}`)
      }
    }
    expect(wrong).toEqual([])
    expect(silent.filter((name) => !name.includes('nonsense'))).toEqual([])
  })

  test('what is typed into the page is typed into the page alone', async () => {
    const typed = await page.evaluate(
      (selector: string) => ({
        value: document.querySelector<HTMLInputElement>(selector)?.value,
        focused: document.activeElement?.matches(selector),
      }),
      INPUT,
    )
    expect(typed.focused).toBe(true)
    expect(Number(typed.value?.replace(',', '.'))).toBe(
      20 + 0.5 * generations.length * spoken.length,
    )
    // Escape, Tab and letters are the page's: our companion stands as it was.
    await page.keyboard.press('End')
    await page.keyboard.type('1')
    await until('the companion', async () => companionIn(await page.panel()))
    expect(driver.complaints).toEqual([])
    expect(driver.strayRequests).toEqual([])
  })
})
