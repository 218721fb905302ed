import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { type Answer, answer } from '../practice-exchange/answer.ts'
import { buildPracticeExchange } from '../practice-exchange/build.ts'
import type { PracticeControls } from '../practice-exchange/controls.ts'
import { findBrowser } from '../run/find-browser.mjs'
import { aheadOfTheHour, withClocksAhead } from './away-from-the-hour.ts'
import { launchChromium } from './chromium.ts'
import type { BrowserName, BrowserPage, Driver } from './driver.ts'
import { launchFirefox } from './firefox.ts'
import { until } from './until.ts'

const root = join(import.meta.dirname, '..', '..')

export const FUTURES = 'https://www.binance.com/en/futures/BTCUSDT'
/** Where the extension is at home; nobody else is played. */
const homes = ['www.binance.com', 'demo.binance.com']
const nothing: Answer = { status: 404, headers: { 'content-type': 'text/plain' }, body: '' }
/** Still prices, no dock: tests move the market themselves. */
export const QUIET = `${FUTURES}?dock=off&path=off&churn=4`

const build = (browser: BrowserName): string => {
  const target = browser === 'firefox' ? 'firefox' : 'chrome'
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs')
  execFileSync(process.execPath, [wxt, 'build', '-b', target], { cwd: root, stdio: 'pipe' })
  return join(root, '.output', `${target}-mv3`)
}

export type WorldOptions = {
  browser: BrowserName
  headless?: boolean
  rebuild?: boolean
  profile?: string
  width?: number
  height?: number
  /** Answers before the practice exchange does; `null` leaves it to that. */
  answerFirst?: (url: URL) => Answer | null
  letsPass?: (url: string) => boolean
  /** So far are the clocks of pages set forward; ms. */
  ahead?: number
}

/** A browser with the production build of the extension, on the practice exchange. */
export const openWorld = async ({
  browser,
  headless = true,
  rebuild = true,
  answerFirst = () => null,
  letsPass = () => false,
  ahead = aheadOfTheHour(Date.now()),
  ...size
}: WorldOptions): Promise<Driver> => {
  const executable = findBrowser(browser)
  if (executable === null)
    throw new Error(`no ${browser} on this machine: run npm test to set it up`)
  const folder = await buildPracticeExchange()
  const extension = rebuild
    ? build(browser)
    : join(root, '.output', `${browser === 'firefox' ? 'firefox' : 'chrome'}-mv3`)
  const launch = browser === 'firefox' ? launchFirefox : launchChromium
  const driver = await launch({
    executable,
    extension,
    headless,
    ...size,
    letsPass,
    answer: (url) => {
      const address = new URL(url)
      return answerFirst(address) ?? (homes.includes(address.host) ? answer(folder, url) : nothing)
    },
  })
  return withClocksAhead(driver, ahead)
}

/** Does something on the practice exchange by its control surface. */
export const practice = <N extends keyof PracticeControls>(
  page: BrowserPage,
  name: N,
  ...given: Parameters<PracticeControls[N]>
): Promise<ReturnType<PracticeControls[N]>> =>
  page.evaluate(
    (control: string, list: unknown[]) =>
      (
        window as unknown as { practice: Record<string, (...values: unknown[]) => unknown> }
      ).practice[control]?.(...list),
    name,
    given,
  ) as Promise<ReturnType<PracticeControls[N]>>

/** Where a mouse finds an element of the page: by selector, and by its text where that is given. */
const pointOf = (page: BrowserPage, selector: string, text: string | null) =>
  page.evaluate(
    (query: string, wanted: string | null) => {
      const visible = [...document.querySelectorAll(query)].filter(
        (element) =>
          element.getClientRects().length > 0 &&
          (wanted === null || element.textContent.trim() === wanted),
      )
      visible[0]?.scrollIntoView({ block: 'nearest', inline: 'center' })
      const box = visible[0]?.getBoundingClientRect()
      return box === undefined ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    },
    selector,
    text,
  )

/** Clicks an element of the exchange's page as a trader would. */
export const clickOnPage = async (
  page: BrowserPage,
  selector: string,
  text: string | null = null,
): Promise<void> => {
  const { x, y } = await until(`something to click, ${selector} ${text ?? ''}`, () =>
    pointOf(page, selector, text),
  )
  await page.mouse.click(x, y)
}

/** Types into a field of the exchange's page, replacing what it holds. */
export const typeOnPage = async (
  page: BrowserPage,
  selector: string,
  text: string,
): Promise<void> => {
  await clickOnPage(page, selector)
  await page.evaluate((query: string) => {
    document.querySelector<HTMLInputElement>(query)?.select()
  }, selector)
  await page.keyboard.type(text)
}

/** The one open position, as the exchange has it. */
export const positionOn = async (page: BrowserPage, symbol = 'BTCUSDT') => {
  const positions = await practice(page, 'positions')
  const position = positions.find((candidate) => candidate.symbol === symbol)
  if (position === undefined) throw new Error(`no position in ${symbol}`)
  return position
}
