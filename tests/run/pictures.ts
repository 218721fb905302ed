import { mkdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import puppeteer from 'puppeteer-core'
import { story } from '../e2e/story/story.ts'
import { openWorld, QUIET } from '../e2e/world.ts'
import { findBrowser } from './find-browser.mjs'

/** Draws the icons from the one vector, and takes the README's picture from the story. */
const root = join(import.meta.dirname, '..', '..')
const icons = join(root, 'public', 'icon')
const pictures = join(root, 'docs', 'pictures')
const README_PICTURE = 'second-addition'

const drawIcons = async (): Promise<void> => {
  mkdirSync(icons, { recursive: true })
  const svg = readFileSync(join(root, 'public', 'icon.svg'), 'utf8')
  const executablePath = findBrowser('chromium')
  if (executablePath === null) throw new Error('no Chromium on this machine: run npm test')
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    for (const size of [16, 32, 48, 96, 128]) {
      await page.setViewport({ width: size, height: size })
      await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`)
      await page.screenshot({ path: join(icons, `${String(size)}.png`), omitBackground: true })
    }
  } finally {
    await browser.close()
  }
}

const takePicture = async (): Promise<void> => {
  mkdirSync(pictures, { recursive: true })
  const driver = await openWorld({ browser: 'chromium' })
  try {
    const scene = { driver, page: await driver.openPage(QUIET) }
    for (const step of story) {
      await step.run(scene)
      if (step.picture === README_PICTURE) {
        const file = join(pictures, `${README_PICTURE}.png`)
        await scene.page.screenshot(file)
        console.log(relative(root, file))
        return
      }
      await step.after?.(scene)
    }
    throw new Error(`the story has no picture ${README_PICTURE}`)
  } finally {
    await driver.close()
  }
}

await drawIcons()
await takePicture()
