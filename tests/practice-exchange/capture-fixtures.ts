import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import puppeteer, { type Page } from 'puppeteer-core'
import { findBrowser } from '../run/find-browser.mjs'
import { answer } from './answer.ts'
import { buildPracticeExchange } from './build.ts'
import type { PracticeControls } from './controls.ts'
import { fixtureFolder, type PageTruth } from './page-fixture/page-fixture.ts'
import { type Scene, scenes } from './page-fixture/scenes.ts'
import { serializePage } from './page-fixture/serialize-page.ts'

/**
 * Writes the page fixtures of lib/page anew: `node tests/practice-exchange/capture-fixtures.ts`,
 * with the beginnings of names behind it only those. Seed, clock and class hashes are fixed, so what
 * changes in a fixture has changed on the page.
 */
const CLOCK = Date.UTC(2026, 10, 23, 14, 30, 12)
const steady = {
  reset: 'on',
  seed: '7',
  clock: String(CLOCK),
  build: 'fixture',
  path: 'off',
  churn: '0',
  dock: 'off',
  hiddenWidgets: 'chart,book,trades',
}

declare const window: { practice: PracticeControls }

const addressOf = ({ path, parameters }: Scene): string =>
  `https://www.binance.com${path}?${new URLSearchParams({ ...steady, ...parameters }).toString()}`

const truthOf = (): Omit<PageTruth, 'url'> => {
  const { practice } = window
  const { now, accounts, active } = practice.state()
  const { generation } = practice.view()
  const { positionMode = 'one-way', assetMode = 'single' } = accounts[active] ?? {}
  return {
    generation,
    language: practice.language(),
    now,
    positionMode,
    assetMode,
    columns: practice.table(),
    positions: practice.positions(),
    account: practice.account(),
    ticker: practice.ticker(),
    action: practice.action(),
  }
}

/** Binary dust tells nothing; ids are numbers of the practice exchange's own. */
const tidied = (name: string, value: unknown): unknown => {
  if (name === 'id') return undefined
  return typeof value === 'number' ? Number(value.toPrecision(12)) : value
}

/** One line for each fact, for each column and for each position. */
const written = (truth: PageTruth): string => {
  const lines = Object.entries(truth).map(([name, value]: [string, unknown]) => {
    const line = Array.isArray(value)
      ? `[${value.map((item) => `\n    ${JSON.stringify(item, tidied)}`).join(',')}\n  ]`
      : JSON.stringify(value, tidied)
    return `  ${JSON.stringify(name)}: ${line}`
  })
  return `{\n${lines.join(',\n')}\n}\n`
}

/** As a keyboard would: the page's own handlers hear of it. */
const typeInto = (page: Page, selector: string, text: string): Promise<void> =>
  page.$eval(
    selector,
    (element, typed) => {
      const input = element as HTMLInputElement
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, typed)
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    },
    text,
  )

const capture = async (page: Page, scene: Scene): Promise<void> => {
  const url = addressOf(scene)
  await page.goto(url)
  await page.waitForFunction(() => 'practice' in window)
  // Widgets glide to their places: a box is read where it ends.
  await page.addStyleTag({ content: '* { transition: none !important }' })
  for (const [control, ...given] of scene.steps) {
    await page.evaluate(
      (name, list) => {
        ;(window.practice[name] as (...values: unknown[]) => unknown)(...list)
      },
      control,
      given,
    )
  }
  if (scene.click !== undefined) {
    // The label of an icon is drawn, not typed: the event goes to the icon itself.
    await page.$eval(`svg[aria-label="${scene.click}"]`, (icon) =>
      icon.dispatchEvent(new MouseEvent('click', { bubbles: true })),
    )
  }
  if (scene.type !== undefined) {
    const { amount, size } = scene.type
    await typeInto(page, '[role="dialog"] input, .modal input', amount)
    await typeInto(page, 'input[id^="unitAmount-"], input[name="unitAmount"]', size)
  }
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  const html = await page.evaluate(serializePage)
  const truth: PageTruth = { url: url.split('?')[0] ?? url, ...(await page.evaluate(truthOf)) }
  const folder = join(fixtureFolder, scene.name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'source.html'), html)
  writeFileSync(join(folder, 'expected.json'), written(truth))
}

const wanted = process.argv.slice(2)
const chosen = scenes.filter(
  ({ name }) => wanted.length === 0 || wanted.some((beginning) => name.startsWith(beginning)),
)
const executablePath = findBrowser('chromium')
if (executablePath === null) throw new Error('no Chromium on this machine: run npm test')
const folder = await buildPracticeExchange()
if (wanted.length === 0) rmSync(fixtureFolder, { recursive: true, force: true })
const browser = await puppeteer.launch({ executablePath, pipe: true, args: ['--no-sandbox'] })
try {
  const page = await browser.newPage()
  await page.setViewport({ width: 1440, height: 900 })
  await page.setRequestInterception(true)
  page.on('request', (request) => void request.respond(answer(folder, request.url())))
  page.on('pageerror', (fault) => {
    throw fault
  })
  for (const scene of chosen) {
    await capture(page, scene)
    console.log(scene.name)
  }
} finally {
  await browser.close()
}
