import type { PracticeControls } from '../practice-exchange/controls.ts'
import type { BrowserPage, Driver } from './driver.ts'
import { waitForPanel } from './panel.ts'

const HOUR = 3_600_000
/** The longest file of tests takes less. */
const BEFORE = 300_000
const AFTER = 65_000

/**
 * Around a full hour a rise of margin may be funding, and the ledger asks instead of telling. So far are clocks
 * set forward near one; 0 elsewhere. CLOCK_AHEAD_MINUTES does it at any time.
 */
export const aheadOfTheHour = (now: number, env = process.env): number => {
  const wanted = env['CLOCK_AHEAD_MINUTES']
  if (wanted !== undefined) return Number(wanted) * 60_000
  const left = HOUR - (now % HOUR)
  return left < BEFORE || left > HOUR - AFTER ? (left < BEFORE ? left : left - HOUR) + AFTER : 0
}

const FUNDING_INTERVAL = 8 * HOUR
/** Where what the panel says of the next funding is to be the same at every hour: this long before it. */
const BEFORE_FUNDING = 45 * 60_000

export const aheadToFunding = (now: number): number => {
  const left = FUNDING_INTERVAL - (now % FUNDING_INTERVAL) - BEFORE_FUNDING
  return left < 0 ? left + FUNDING_INTERVAL : left
}

/** Moves the clock of a page, and of our script in it, forward. */
export const passTime = async (page: BrowserPage, milliseconds: number): Promise<void> => {
  await page.setClock((await page.evaluate(() => Date.now())) + milliseconds)
}

/** The practice exchange, still, as most tests open it; nothing is read of it before it is told to be ready. */
const isOurs = (url: string): boolean =>
  /[?&]path=off/.test(url) && !/[?&]state=|my\/wallet/.test(url)

/**
 * Clocks that are set forward before the first look: the page opens while it still loads, which nobody reads;
 * then both worlds get the time, and the page is shown.
 */
const setForward = async (page: BrowserPage, ahead: number): Promise<void> => {
  await waitForPanel(page, 'loading', ({ status }) => status === 'loading')
  await passTime(page, ahead)
  await page.evaluate(() => {
    const { practice } = window as unknown as { practice: PracticeControls }
    practice.syncClock()
    practice.setView({ state: 'ready' })
  })
}

/** A driver whose pages of the practice exchange have their clocks set forward, after every load; 0: as it is. */
export const withClocksAhead = (driver: Driver, ahead: number): Driver => ({
  ...driver,
  openPage: async (url) => {
    if (ahead === 0 || !isOurs(url)) return driver.openPage(url)
    const page = await driver.openPage(`${url}&state=loading`)
    await setForward(page, ahead)
    const isLoading = () => page.evaluate(() => location.search.includes('state=loading'))
    const again = async (): Promise<void> => {
      if (await isLoading()) await setForward(page, ahead)
    }
    return {
      ...page,
      goto: async (address) => {
        await page.goto(isOurs(address) ? `${address}&state=loading` : address)
        await again()
      },
      back: async () => {
        await page.back()
        await again()
      },
      reload: async () => {
        await page.reload()
        await again()
      },
    }
  },
})
