import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { findBrowser } from '../../run/find-browser.mjs'
import type { Answer, Given, GivenStory } from '../in-page/index.ts'
import { bundle } from './bundle.ts'

/** What is asked of the reader in the page: `zoo[kind](pages)` there. */
export type Question = 'pages' | 'actions' | 'stories'

export type Reader = {
  /** All of one width. */
  readAll: (
    kind: Question,
    all: readonly (Given | GivenStory)[],
    width: number,
  ) => Promise<Answer[]>
  /** Puts a page there and takes its picture. */
  screenshot: (given: Given, width: number, path: string) => Promise<void>
  close: () => Promise<void>
}

const address = 'https://www.binance.com/en/futures/BTCUSDT'
const height = 1000
const blank = '<!doctype html><html><head></head><body></body></html>'

/** A reader that takes longer than this for one page never ends: chosen, for a busy machine. */
const PATIENCE_MS = 40_000

/** An empty page at the exchange's address with a script in it; nothing goes out. */
export const openBlank = async (page: Page, script: string): Promise<void> => {
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    const answer = request.isNavigationRequest()
      ? { status: 200, contentType: 'text/html; charset=utf-8', body: blank }
      : { status: 404 }
    void request.respond(answer).catch(() => undefined)
  })
  await page.goto(address)
  await page.evaluate(script)
}

const launch = async (script: string): Promise<{ browser: Browser; page: Page }> => {
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
    protocolTimeout: 0,
  })
  const page = await browser.newPage()
  await openBlank(page, script)
  return { browser, page }
}

const inTime = async <T>(work: Promise<T>, milliseconds: number): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`not read within ${milliseconds / 1000} s`))
    }, milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** One page of a headless browser at the exchange's address, with the reader in it. */
export const openReader = async (): Promise<Reader> => {
  const script = await bundle()
  let at = await launch(script)
  let current = 0
  const resize = async (width: number): Promise<void> => {
    if (width === current) return
    await at.page.setViewport({ width, height })
    current = width
  }
  const restart = async (): Promise<void> => {
    at.browser.process()?.kill('SIGKILL')
    at = await launch(script)
    current = 0
  }
  const readAll: Reader['readAll'] = async (kind, pages, width) => {
    await resize(width)
    try {
      const reading = at.page.evaluate(
        (asked, all) => globalThis.zoo[asked](all as never),
        kind,
        pages,
      )
      const answers = await inTime(
        reading,
        PATIENCE_MS + pages.length * (kind === 'stories' ? 60_000 : 3_000),
      )
      return JSON.parse(answers) as Answer[]
    } catch (fault) {
      await restart()
      if (pages.length === 1) return [{ fault: String(fault) }]
      // One of them ends the browser or never ends: the others are read all the same.
      const answers: Answer[] = []
      for (const page of pages) answers.push(...(await readAll(kind, [page], width)))
      return answers
    }
  }
  return {
    readAll,
    screenshot: async (given, width, path) => {
      await resize(width)
      await at.page.evaluate((one) => {
        globalThis.zoo.put(one)
      }, given)
      await at.page.screenshot({ path, fullPage: true })
    },
    close: () => at.browser.close(),
  }
}
