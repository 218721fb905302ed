import { choose, openOwnPage } from './appearance.ts'
import type { Box, Driver } from './driver.ts'
import { waitForPanel } from './panel.ts'
import { scenes, type SceneStage } from './scenes.ts'
import { pause } from './until.ts'
import { practice } from './world.ts'

/** A picture of README, docs or stores: `npm run pictures` takes it, a test holds it to the product. */
export type CommittedPicture = {
  /** From the root of the project. */
  file: string
  /** Takes it into a file, and says which part of it counts. */
  take: (stage: SceneStage, file: string) => Promise<Box | null>
}

/** What the stores show, in this order: the scenes of these names, dark. */
const inStores = ['second-addition', 'companion', 'calm', 'thirty-positions']

const fromScenes: CommittedPicture[] = scenes.flatMap(({ name, take }) => {
  const at = inStores.indexOf(name)
  return at < 0
    ? []
    : [
        {
          file: `docs/store/pictures/${String(at + 1)}-${name}.png`,
          take: (stage: SceneStage, file: string) => take(stage, 'dark', file),
        },
      ]
})

const inLight = (driver: Driver) => choose(driver, { theme: 'light', language: 'en' })

const welcome: CommittedPicture = {
  file: 'docs/pictures/welcome.png',
  take: async ({ driver }, file) => {
    await inLight(driver)
    const page = await driver.openExtensionPage('welcome.html')
    for (const deed of ['add', 'down', 'add', 'down']) await page.click(`[data-deed="${deed}"]`)
    await pause(400)
    await page.screenshot(file)
    await page.close()
    return null
  },
}

/** The position of the other pictures, closed at a loss. */
const journal: CommittedPicture = {
  file: 'docs/pictures/journal.png',
  take: async ({ driver, page: exchange }, file) => {
    await inLight(driver)
    await exchange.bringToFront()
    await practice(exchange, 'close', 'BTCUSDT')
    await waitForPanel(exchange, 'closed', ({ status }) => status === 'flat')
    await pause(1_500)
    const page = await openOwnPage(driver, 'journal')
    await page.evaluate(
      `[...document.querySelectorAll('[data-episode]')].find((each) => each.textContent.includes('BTCUSDT')).click()`,
    )
    await pause(600)
    await page.screenshot(file)
    await page.close()
    return null
  },
}

/** In an order in which each leaves the page as the next one wants it. */
export const committedPictures: readonly CommittedPicture[] = [...fromScenes, welcome, journal]

/** The window in which they are taken, px. */
export const PICTURE_SIZE = { width: 1280, height: 800 }
