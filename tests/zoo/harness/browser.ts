import puppeteer, { type Page } from 'puppeteer-core'
import { findBrowser } from '../../run/find-browser.mjs'
import type { Answer, Given } from '../in-page.ts'
import { bundle } from './bundle.ts'

export type Reader = {
  /** All of one width. */
  readAll: (pages: readonly Given[], width: number) => Promise<Answer[]>
  /** Puts a page there and takes its picture. */
  screenshot: (given: Given, width: number, path: string) => Promise<void>
  close: () => Promise<void>
}

const address = 'https://www.binance.com/en/futures/BTCUSDT'
const height = 1000

const openPage = async (page: Page): Promise<void> => {
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    const isPage = request.isNavigationRequest()
    void request
      .respond(
        isPage
          ? {
              status: 200,
              contentType: 'text/html; charset=utf-8',
              body: '<!doctype html><html><head></head><body></body></html>',
            }
          : { status: 404 },
      )
      .catch(() => undefined)
  })
  await page.goto(address)
  await page.evaluate(await bundle())
}

/** One page of a headless browser at the exchange's address, with the reader in it. */
export const openReader = async (): Promise<Reader> => {
  const executablePath = findBrowser('chromium')
  if (executablePath === null) throw new Error('no Chromium on this machine')
  const browser = await puppeteer.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      // Whatever is not answered here goes nowhere.
      '--host-resolver-rules=MAP * ~NOTFOUND',
    ],
    defaultViewport: { width: 1440, height },
  })
  const page = await browser.newPage()
  await openPage(page)
  let current = 0
  const resize = async (width: number): Promise<void> => {
    if (width === current) return
    await page.setViewport({ width, height })
    current = width
  }
  return {
    readAll: async (pages, width) => {
      await resize(width)
      const answers = await page.evaluate((all) => globalThis.zoo.readAll(all), pages)
      return JSON.parse(answers) as Answer[]
    },
    screenshot: async (given, width, path) => {
      await resize(width)
      await page.evaluate((one) => {
        globalThis.zoo.put(one)
      }, given)
      await page.screenshot({ path, fullPage: true })
    },
    close: () => browser.close(),
  }
}
