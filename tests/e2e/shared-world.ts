import { join } from 'node:path'
import { aheadOfTheHour, withClocksAhead } from './away-from-the-hour.ts'
import type { BrowserName, Driver } from './driver.ts'
import { FUTURES, openWorld } from './world.ts'

/** The browser ends with the process that ran the files, too late to tidy up there: the set-up does. */
export const sharedProfile = (browser: BrowserName): string =>
  join(import.meta.dirname, '..', '..', '.output', `shared-${browser}`)

let shared: Promise<Driver> | undefined

/** The state after an installation, with an empty practice exchange. */
const startOver = async (driver: Driver): Promise<void> => {
  const page = await driver.openPage(new URL('/nothing', FUTURES).href)
  await page.evaluate(() => {
    localStorage.clear()
  })
  await driver.startOver()
}

/**
 * A world for a file of tests that asks for nothing special. All such files have one browser after the other: a new
 * one takes as long as ten tests. A file that removes the extension, or needs answers of its own, opens another one.
 */
export const sharedWorld = async (browser: BrowserName): Promise<Driver> => {
  const isNew = shared === undefined
  shared ??= openWorld({ browser, rebuild: false, ahead: 0, profile: sharedProfile(browser) })
  const driver = await shared
  if (!isNew) await startOver(driver)
  const borrowed = { ...driver, close: () => Promise.resolve() }
  return withClocksAhead(borrowed, aheadOfTheHour(Date.now()))
}
