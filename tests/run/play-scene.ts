import type { DemoScene, Moment } from '../practice-exchange/demo-scenes.ts'
import type { Step } from '../practice-exchange/page-fixture/scene-steps.ts'
import type { BrowserPage, Driver } from '../e2e/driver.ts'
import { pause } from '../e2e/until.ts'

const ORIGIN = 'https://www.binance.com'
/** A new beginning, and prices that only the scene moves; the dock moves them by hand. */
const steady = { reset: 'on', path: 'off' }

export const addressOf = ({ path, parameters }: DemoScene): string =>
  `${ORIGIN}${path}?${new URLSearchParams({ ...steady, ...parameters }).toString()}`

const take = (page: BrowserPage, steps: readonly Step[]): Promise<void> =>
  page.evaluate((list: unknown) => {
    const { practice } = window as unknown as {
      practice: Record<string, (...given: unknown[]) => void>
    }
    for (const [name, ...given] of list as [string, ...unknown[]][]) practice[name]?.(...given)
  }, steps)

/** Opens a scene and does what it says was done there. */
export const openScene = async (driver: Driver, scene: DemoScene): Promise<BrowserPage> => {
  const page = await driver.openPage(addressOf(scene))
  await take(page, scene.steps)
  return page
}

/** What happens then, by itself, until it is over or the position or the page is gone. */
export const playOn = async (
  page: BrowserPage,
  then: readonly Moment[],
  say: (sentence: string) => void,
): Promise<void> => {
  const began = Date.now()
  for (const { atMs, says, step } of [...then].sort((a, b) => a.atMs - b.atMs)) {
    await pause(Math.max(0, began + atMs - Date.now()))
    try {
      await take(page, [step])
    } catch {
      // Whoever tries it out has closed the position, or the browser.
      return
    }
    if (says !== undefined) say(says)
  }
}
