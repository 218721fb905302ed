import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import puppeteer, { type Page } from 'puppeteer-core'
import { choose, openOwnPage } from '../e2e/appearance.ts'
import { findNode, waitForPanel } from '../e2e/panel.ts'
import { scenes, type SceneStage } from '../e2e/scenes.ts'
import { pause, until } from '../e2e/until.ts'
import { openWorld, practice, QUIET } from '../e2e/world.ts'
import { findBrowser } from './find-browser.mjs'
import { pictureLanguages } from './release/store-limits.ts'

/**
 * Draws icons and tile from the one vector, and takes the pictures of the docs and of the stores; `--out <folder>`
 * puts them there and leaves the project's own alone.
 */
const { values } = parseArgs({ options: { out: { type: 'string' } } })
const root = join(import.meta.dirname, '..', '..')
const target = values.out === undefined ? root : resolve(values.out)
const icons = join(target, 'public', 'icon')
const pictures = join(target, 'docs', 'pictures')
const storePictures = join(target, 'docs', 'store', 'pictures')
/** By scene; the stores show them in this order. */
const taken = ['second-addition', 'companion', 'calm', 'thirty-positions'] as const
type StoreLanguage = (typeof pictureLanguages)[number]
/** Two letters of each. Where no font has them, both are the same box. */
const letters: Record<StoreLanguage, string> = { 'zh-CN': '币安', ru: 'жд' }

const drawing = async (draw: (page: Page) => Promise<void>): Promise<void> => {
  const executablePath = findBrowser('chromium')
  if (executablePath === null) throw new Error('no Chromium on this machine: run npm test')
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    await draw(await browser.newPage())
  } finally {
    await browser.close()
  }
}

const svg = readFileSync(join(root, 'public', 'icon.svg'), 'utf8')

const drawIcons = (): Promise<void> =>
  drawing(async (page) => {
    mkdirSync(icons, { recursive: true })
    for (const size of [16, 32, 48, 96, 128]) {
      await page.setViewport({ width: size, height: size })
      await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`)
      await page.screenshot({ path: join(icons, `${String(size)}.png`), omitBackground: true })
    }
  })

/** The small promotional tile of the Chrome Web Store. */
const drawTile = (): Promise<void> =>
  drawing(async (page) => {
    await page.setViewport({ width: 440, height: 280 })
    await page.setContent(`<style>
      body { margin: 0; height: 100vh; display: grid; place-content: center; justify-items: center;
        gap: 14px; font: 600 30px system-ui, sans-serif; color: #e8ecf1; background: #14181f }
      svg { width: 96px } p { margin: 0; font: 400 17px system-ui, sans-serif; color: #97a3b3 }
    </style>${svg}<div>Margin Brake</div><p>Distance to liquidation. Additions counted.</p>`)
    await page.screenshot({ path: join(storePictures, 'tile-440x280.png') })
  })

/** Page and panel in another language, in place: what is open there stays open. */
const speak = async (
  { driver, page }: SceneStage,
  language: StoreLanguage | 'en',
): Promise<void> => {
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

const canDraw = ({ page }: SceneStage, language: StoreLanguage) =>
  page.evaluate((text: string) => {
    const [one, other] = Array.from(text, (letter) => {
      const canvas = document.createElement('canvas')
      const drawn = canvas.getContext('2d')
      if (drawn === null) return ''
      drawn.font = '40px sans-serif'
      drawn.fillText(letter, 10, 60)
      return canvas.toDataURL()
    })
    return one !== other
  }, letters[language])

/** What was just taken in English, in the other languages of the stores. */
const takeInOthers = async (stage: SceneStage, file: string): Promise<string[]> => {
  const files: string[] = []
  for (const language of pictureLanguages) {
    if (!(await canDraw(stage, language))) {
      console.log(`No font here draws ${language}: its pictures are left out.`)
      continue
    }
    const folder = join(storePictures, language)
    mkdirSync(folder, { recursive: true })
    await speak(stage, language)
    files.push(join(folder, file))
    await stage.page.screenshot(join(folder, file))
  }
  await speak(stage, 'en')
  return files
}

const takePictures = async (): Promise<void> => {
  const driver = await openWorld({ browser: 'chromium', width: 1280, height: 800 })
  const told: string[] = []
  try {
    const stage = { driver, page: await driver.openPage(QUIET) }
    // In the order of the scenes: each leaves the page as the next one wants it.
    for (const { name, take } of scenes) {
      const at = taken.findIndex((each) => each === name)
      if (at < 0) continue
      const title = `${String(at + 1)}-${name}.png`
      const file = join(storePictures, title)
      await take(stage, 'dark', file)
      told.push(file)
      if (name !== 'thirty-positions') told.push(...(await takeInOthers(stage, title)))
    }
    const readme = join(pictures, 'second-addition.png')
    copyFileSync(join(storePictures, '1-second-addition.png'), readme)
    told.push(readme)
    await choose(driver, { theme: 'light', language: 'en' })
    const welcome = await driver.openExtensionPage('welcome.html')
    for (const deed of ['add', 'down', 'add', 'down']) await welcome.click(`[data-deed="${deed}"]`)
    await pause(400)
    await welcome.screenshot(join(pictures, 'welcome.png'))
    told.push(join(pictures, 'welcome.png'))
    await practice(stage.page, 'close', 'BTCUSDT')
    await waitForPanel(stage.page, 'closed', ({ status }) => status === 'flat')
    await pause(1_500)
    const journal = await openOwnPage(driver, 'journal')
    // The one that was closed at a loss, of those of other pictures.
    await journal.evaluate(
      `[...document.querySelectorAll('[data-episode]')].find((each) => each.textContent.includes('BTCUSDT')).click()`,
    )
    await pause(600)
    await journal.screenshot(join(pictures, 'journal.png'))
    told.push(join(pictures, 'journal.png'))
  } finally {
    await driver.close()
  }
  for (const file of told) console.log(relative(root, file))
}

for (const folder of [pictures, storePictures]) mkdirSync(folder, { recursive: true })
await drawIcons()
await drawTile()
await takePictures()
