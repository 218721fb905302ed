import { choose, openOwnPage } from './appearance.ts'
import { pictureLanguages } from '../run/release/store-limits.ts'
import type { Box, BrowserPage, Driver } from './driver.ts'
import { findNode, waitForPanel } from './panel.ts'
import { scenes, type SceneStage } from './scenes.ts'
import { pause, until } from './until.ts'
import { practice } from './world.ts'

type StoreLanguage = 'en' | (typeof pictureLanguages)[number]

/** A picture of README, docs or stores: `npm run pictures` takes it, a test holds it to the product. */
export type CommittedPicture = {
  /** From the root of the project. */
  file: string
  language: StoreLanguage
  /** Takes it into a file, and says which part of it counts. */
  take: (stage: SceneStage, file: string) => Promise<Box | null>
}

/** What the stores show, in this order: the scenes of these names, dark. */
const inStores = ['second-addition', 'companion', 'calm', 'thirty-positions'] as const
/** Two letters of each. Where no font has them, both are the same box. */
const letters: Record<StoreLanguage, string> = { en: 'ab', 'zh-CN': '币安', ru: 'жд' }

export const canDraw = (page: BrowserPage, language: StoreLanguage): Promise<boolean> =>
  page.evaluate((text: string) => {
    const [one, other] = Array.from(text, (letter) => {
      const canvas = document.createElement('canvas')
      canvas.getContext('2d')?.fillText(letter, 10, 20)
      return canvas.toDataURL()
    })
    return one !== other
  }, letters[language])

/** Page and panel in another language, in place: what is open there stays open. */
const speak = async ({ driver, page }: SceneStage, language: StoreLanguage): Promise<void> => {
  const path = await page.evaluate(() => location.pathname + location.search)
  await practice(page, 'navigate', path.replace(/^\/[a-zA-Z-]+\//, `/${language}/`))
  await choose(driver, { language })
  await page.bringToFront()
  await until(`the panel in ${language}`, async () => {
    const panel = await page.panel()
    return panel && findNode(panel, ({ attributes }) => attributes['lang'] === language)
  })
  await pause(600)
}

const fromScene = (name: (typeof inStores)[number]): CommittedPicture[] => {
  const scene = scenes.find((one) => one.name === name)
  if (scene === undefined) throw new Error(`no scene ${name}`)
  const file = `${String(inStores.indexOf(name) + 1)}-${name}.png`
  const inEnglish: CommittedPicture = {
    file: `docs/store/pictures/${file}`,
    language: 'en',
    take: (stage, to) => scene.take(stage, 'dark', to),
  }
  // It opens a page of its own.
  if (name === 'thirty-positions') return [inEnglish]
  const others = pictureLanguages.map((language): CommittedPicture => ({
    file: `docs/store/pictures/${language}/${file}`,
    language,
    take: async (stage, to) => {
      await speak(stage, language)
      await stage.page.screenshot(to)
      await speak(stage, 'en')
      return null
    },
  }))
  return [inEnglish, ...others]
}

const inLight = (driver: Driver) => choose(driver, { theme: 'light', language: 'en' })

const welcome: CommittedPicture = {
  file: 'docs/pictures/welcome.png',
  language: 'en',
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
  language: 'en',
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
    // On a slow machine the close is written after the page was opened.
    await until('the end', () => page.evaluate(`document.body.textContent.includes('Last PnL')`))
    // It comes from the archive, and the page grows by it.
    await until('the chart', () =>
      page.evaluate(`document.querySelector('.chart canvas') !== null`),
    )
    await pause(600)
    await page.screenshot(file)
    await page.close()
    return null
  },
}

/**
 * In an order in which each leaves the page as the next one wants it. Thirty positions replace all others, in every
 * page of the exchange.
 */
export const committedPictures: readonly CommittedPicture[] = [
  ...fromScene('calm'),
  ...fromScene('second-addition'),
  ...fromScene('companion'),
  welcome,
  journal,
  ...fromScene('thirty-positions'),
]

/** The window in which they are taken, px. */
export const PICTURE_SIZE = { width: 1280, height: 800 }
