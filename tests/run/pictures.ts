import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import puppeteer, { type Page } from 'puppeteer-core'
import { canDraw, committedPictures, PICTURE_SIZE } from '../e2e/committed-pictures.ts'
import { openWorld, QUIET } from '../e2e/world.ts'
import { findBrowser } from './find-browser.mjs'

/**
 * Draws icons and tile from the one vector, and takes the pictures of the docs and of the stores; `--out <folder>`
 * puts them there and leaves the project's own alone.
 */
const { values } = parseArgs({ options: { out: { type: 'string' } } })
const root = join(import.meta.dirname, '..', '..')
const target = values.out === undefined ? root : resolve(values.out)
const icons = join(target, 'public', 'icon')

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
    await page.screenshot({ path: join(target, 'docs', 'store', 'pictures', 'tile-440x280.png') })
  })

const takePictures = async (): Promise<void> => {
  const driver = await openWorld({ browser: 'chromium', ...PICTURE_SIZE })
  try {
    const stage = { driver, page: await driver.openPage(QUIET) }
    for (const { file, language, take } of committedPictures) {
      if (!(await canDraw(stage.page, language))) {
        console.log(`No font here draws ${language}: ${file} is left out.`)
        continue
      }
      mkdirSync(dirname(join(target, file)), { recursive: true })
      await take(stage, join(target, file))
      console.log(file)
    }
  } finally {
    await driver.close()
  }
}

await drawIcons()
await takePictures()
await drawTile()
