import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { choose, openOwnPage } from './appearance.ts'
import type { Driver, ExtensionPage } from './driver.ts'
import { chooseFile, exported } from './journal-page.ts'
import { sharedWorld } from './shared-world.ts'
import { until } from './until.ts'

describe('settings and welcome', () => {
  let driver: Driver
  let settings: ExtensionPage

  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
    await choose(driver, { language: 'en' })
    settings = await openOwnPage(driver, 'options')
  })
  afterAll(() => driver.close())

  const stored = <T>(key: string, area = 'local') =>
    settings.evaluate<T | null>(
      `(globalThis.browser ?? chrome).storage.${area}.get('${key}').then((all) => all['${key}']?.value ?? null)`,
    )
  const says = (text: RegExp) =>
    until(String(text), async () => text.test(await settings.text('[role="status"]')))

  let file: string

  test('three limits chosen in the welcome hold', async () => {
    const welcome = await openOwnPage(driver, 'welcome')
    await welcome.fill('[data-limit="maxMarginAdditions"] input', '0')
    await welcome.fill('[data-limit="capitalShareLimit"] input', '8')
    await until('kept', async () => {
      const limits = await stored<Record<string, unknown>>('limits')
      return limits?.['maxMarginAdditions'] === 0 && limits['capitalShareLimit'] === '0.08'
    })
    await welcome.close()
  })

  test('the example can be played with before anything is scrolled', async () => {
    const welcome = await openOwnPage(driver, 'welcome')
    const deeds = await welcome.evaluate<{ name: string; bottom: number }[]>(
      `[...document.querySelectorAll('[data-deed]:not(.restart)')].map((each) => ({
        name: each.dataset.deed,
        bottom: each.getBoundingClientRect().bottom,
      }))`,
    )
    expect(deeds.map(({ name }) => name)).toEqual(['down', 'add', 'stop'])
    for (const { name, bottom } of deeds) expect(bottom, name).toBeLessThanOrEqual(720)
    const panel = 'document.querySelector(".example-panel").getBoundingClientRect().top'
    expect(await welcome.evaluate<number>(panel)).toBeLessThanOrEqual(300)
    await welcome.close()
  })

  test('search finds a setting by its reason, and says when there is none', async () => {
    const search = async (query: string) => {
      await settings.fill('[data-action="search"]', query)
      return settings.evaluate<string[]>(
        `[...document.querySelectorAll('[data-limit]')].filter((each) => each.checkVisibility()).map((each) => each.dataset.limit)`,
      )
    }
    expect(await search('panic')).toEqual(['requireStopLoss'])
    expect(await search('bitcoin futures')).toEqual([])
    await says(/No setting matches/)
    expect((await search('')).length).toBe(15)
  })

  test('the example: after the second addition it says so, and liquidation takes it all', async () => {
    const welcome = await openOwnPage(driver, 'welcome')
    const panel = 'document.querySelector(".example-panel").shadowRoot.textContent'
    for (const deed of ['add', 'down', 'add', 'down']) {
      await welcome.click(`[data-deed="${deed}"]`)
    }
    await until('the warning', async () =>
      (await welcome.evaluate<string>(panel)).includes(
        'You added margin twice and are still losing',
      ),
    )
    expect(await welcome.evaluate<string>(panel)).toContain('2 of 0')
    for (let step = 0; step < 12; step += 1) {
      if (await welcome.evaluate('document.querySelector("[data-end]") !== null')) break
      await welcome.click('[data-deed="down"]')
    }
    expect(await welcome.text('.example [role="status"]')).toMatch(
      /Liquidated\. 200\.00 USDT is gone/,
    )
    await welcome.click('[data-deed="restart"]')
    await welcome.click('[data-deed="stop"]')
    for (let step = 0; step < 3; step += 1) await welcome.click('[data-deed="down"]')
    expect(await welcome.text('.example [role="status"]')).toMatch(
      /The loss ended there: 50\.00 USDT/,
    )
    await welcome.close()
  })

  test('exported, erased, imported: as it was', async () => {
    file = (await exported(settings, 'export')).text
    expect(JSON.parse(file)).toMatchObject({ format: 'margin-brake-settings' })
    await settings.click('[data-action="erase"]')
    await settings.click('[data-action="confirm"]')
    await says(/Erased/)
    expect(await stored('limits')).toBeNull()
    await chooseFile(settings, file)
    await says(/Imported/)
    expect(await stored('limits')).toMatchObject({
      maxMarginAdditions: 0,
      capitalShareLimit: '0.08',
    })
  })

  test.each([
    ['{"format"', /isn’t JSON/],
    ['{}', /has no Margin Brake settings/],
    [
      '{"format":"margin-brake-settings","version":1,"settings":{"limits":{"version":1,"value":{"maxLeverage":-1}}}}',
      /damaged at “settings\.limits”/,
    ],
    ['{"format":"margin-brake-settings","version":7,"settings":{}}', /newer version/],
  ])('a file of %s changes nothing and is told', async (text, told) => {
    const before = await stored('limits')
    await chooseFile(settings, text)
    await says(told)
    expect(await stored('limits')).toEqual(before)
  })

  test('shared with the browser’s own sync only while it is switched on', async () => {
    expect(await stored('settings', 'sync')).toBeNull()
    await settings.click('[data-setting="share"] input')
    await until('given', async () => (await stored('settings', 'sync')) !== null)
    expect(JSON.stringify(await stored('settings', 'sync'))).toContain('"capital":null')
    await settings.click('[data-setting="share"] input')
    await until('off', async () => (await stored<{ on: boolean }>('sharing'))?.on === false)
  })

  test('the keys are told as the browser has them', async () => {
    const keys = `Object.fromEntries([...document.querySelectorAll('.keys [data-command]')].map(
      (row) => [row.dataset.command, row.querySelector('dd').textContent]))`
    expect(await settings.evaluate<Record<string, string>>(keys)).toEqual({
      'toggle-panel': 'Alt+K',
      'hide-amounts': 'not set',
      'self-check': 'not set',
    })
  })
})
