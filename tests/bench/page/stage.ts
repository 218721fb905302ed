import { join } from 'node:path'
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core'
import { answer } from '../../practice-exchange/answer.ts'
import { buildPracticeExchange } from '../../practice-exchange/build.ts'
import { findBrowser } from '../../run/find-browser.mjs'

/** The practice exchange in a browser, at full noise, with one overlay or none over it. */
export type Stage = {
  browser: Browser
  page: Page
  session: CDPSession
  /** Runs in the page and in every content script of it. */
  inEveryWorld: (expression: string) => Promise<void>
  close: () => Promise<void>
}

export type StageOptions = {
  /** Folder of an unpacked extension; `null`: the page alone. */
  extension: string | null
  positions: number
  /** Updates of every position per second; 0: still. */
  rate?: number
}

/** Order book of 40 rows at 20 Hz, trades at 10 Hz. */
const NOISE = 'churn=20&path=off&dock=off&reset=on'
const ROW = 44

const flags = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=OptimizationHints,MediaRouter',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--enable-precise-memory-info',
]

/** So high that all rows are in the document. */
const makeHigh = (height: number): void => {
  const sheet = document.createElement('style')
  sheet.textContent = `.react-grid-item:has(#POSITIONS) { height: ${String(height)}px !important }`
  document.head.append(sheet)
}

/** Mark, PnL and ratio of every position change `rate` times a second. */
const keepMoving = (rate: number): void => {
  const { practice } = window as unknown as { practice: { moveAll: (fraction: number) => void } }
  let turn = 0
  if (rate > 0) {
    setInterval(() => {
      turn += 1
      practice.moveAll((turn % 20 < 10 ? 1 : -1) * 0.0004)
    }, 1_000 / rate)
  }
}

/** An overlay that looks at every change keeps a page with 200 rows busy while they are put up. */
const PATIENCE_MS = 120_000

const settled = (page: Page, positions: number): Promise<unknown> =>
  page.waitForFunction(
    (count) => document.querySelectorAll('#POSITIONS .list-item-container').length >= count,
    { timeout: PATIENCE_MS },
    positions,
  )

export const openStage = async ({
  extension,
  positions,
  rate = 5,
}: StageOptions): Promise<Stage> => {
  const executablePath = findBrowser('chromium')
  if (executablePath === null) throw new Error('no Chromium on this machine')
  const folder = await buildPracticeExchange()
  const browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    enableExtensions: extension === null ? true : [extension],
    defaultViewport: { width: 1440, height: 900 },
    args: flags,
  })
  if (extension === ourExtension) await closeWelcome(browser)
  const page = await browser.newPage()
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    if (request.url().startsWith('data:')) void request.continue().catch(() => undefined)
    else void request.respond(answer(folder, request.url())).catch(() => undefined)
  })
  const session = await page.createCDPSession()
  const address = `https://www.binance.com/en/futures/BTCUSDT?${NOISE}&fill=${String(positions)}`
  await page.goto(address)
  await page.evaluate(makeHigh, 120 + positions * ROW)
  await settled(page, positions)
  await page.evaluate(keepMoving, rate)
  return {
    browser,
    page,
    session,
    inEveryWorld: (expression) => inEveryWorld(session, expression),
    close: () => browser.close(),
  }
}

const inEveryWorld = async (session: CDPSession, expression: string): Promise<void> => {
  const worlds = new Set<number>()
  const found = ({ context }: { context: { id: number; origin: string } }): void => {
    worlds.add(context.id)
  }
  session.on('Runtime.executionContextCreated', found)
  await session.send('Runtime.enable')
  session.off('Runtime.executionContextCreated', found)
  for (const contextId of worlds) await session.send('Runtime.evaluate', { expression, contextId })
  // Left on, it would keep what the console is told.
  await session.send('Runtime.disable')
}

/** Margin Brake opens it once after installing, in front of the page that is to be measured. */
export const closeWelcome = async (browser: Browser): Promise<void> => {
  const welcome = await browser.waitForTarget((target) => target.url().endsWith('/welcome.html'), {
    timeout: 20_000,
  })
  await (await welcome.page())?.close()
}

/** The production build, as `npm run build` leaves it. */
export const ourExtension = join(import.meta.dirname, '..', '..', '..', '.output', 'chrome-mv3')
