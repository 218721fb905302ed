import { join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { findBrowser } from '../run/find-browser.mjs'
import { openBlank } from '../zoo/harness/browser.ts'
import { bundle } from '../zoo/harness/bundle.ts'
import type { ZooPage } from '../zoo/draw-page.ts'
import type { Replayed } from './in-page/index.ts'

const HEIGHT = 1_000

export type Replayer = {
  /** The report of a drawn page, and what the reader finds on the page and on that of its report. */
  replay: (page: ZooPage) => Promise<Replayed>
  /** The report of a drawn page on which names and typed texts were planted. */
  reportOfPlanted: (page: ZooPage) => Promise<string>
  close: () => Promise<void>
}

/** A headless page at the exchange's address, with the reader and its report in it. */
export const openReplayer = async (): Promise<Replayer> => {
  const executablePath = findBrowser('chromium')
  if (executablePath === null) throw new Error('no Chromium on this machine')
  const browser = await puppeteer.launch({
    executablePath,
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND'],
  })
  const page = await browser.newPage()
  await openBlank(page, await bundle(join(import.meta.dirname, 'in-page', 'index.ts')))
  let current = 0
  const resize = async (width: number): Promise<void> => {
    if (width !== current) await page.setViewport({ width, height: HEIGHT })
    current = width
  }
  return {
    replay: async ({ seed, width, pathname, html }) => {
      await resize(width)
      return page.evaluate(
        (given, at) => globalThis.replayDrawn(given, at),
        { pathname, html },
        seed,
      )
    },
    reportOfPlanted: async ({ seed, width, pathname, html }) => {
      await resize(width)
      return page.evaluate(
        (given, at) => globalThis.reportOfPlanted(given, at),
        { pathname, html },
        seed,
      )
    },
    close: () => browser.close(),
  }
}
