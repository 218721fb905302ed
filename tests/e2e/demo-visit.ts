import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core'
import { serveFolder } from '../demo/serve.ts'
import { findBrowser } from '../run/find-browser.mjs'
import type { BrowserName } from './driver.ts'
import { until } from './until.ts'

/** Without https and at a name of its own, as a file server in a house has it: what needs a secure page is not there. */
const HOST = 'files.example'
const PATH = '/some/where/'

export type Visit = {
  page: Page
  address: string
  /** Of every request, by any frame. */
  requested: readonly string[]
  faults: readonly string[]
  close: () => Promise<void>
}

const launch = (browser: BrowserName): Promise<Browser> => {
  const executablePath = findBrowser(browser)
  if (executablePath === null) throw new Error(`no ${browser} on this machine`)
  const size = { defaultViewport: { width: 1440, height: 900 } }
  return browser === 'firefox'
    ? puppeteer.launch({
        browser: 'firefox',
        executablePath,
        ...size,
        extraPrefsFirefox: { 'network.dns.localDomains': HOST },
      })
    : puppeteer.launch({
        executablePath,
        ...size,
        args: ['--no-sandbox', `--host-resolver-rules=MAP ${HOST} 127.0.0.1, MAP * ~NOTFOUND`],
      })
}

/** Closed shadow roots stay closed; the test keeps its own hold on them. */
const holdRoots = (): void => {
  const attach = Reflect.get(Element.prototype, 'attachShadow') as (init: ShadowRootInit) => unknown
  Object.assign(Element.prototype, {
    attachShadow(this: Element, options: ShadowRootInit) {
      const panelRoot = attach.call(this, options)
      Object.assign(globalThis, { panelRoot })
      return panelRoot
    },
  })
}

/** The demo's scene, twenty seconds sooner: the price falls faster, and the two additions are as far apart as ever. */
const hurry = (): void => {
  if (window.top !== window) return
  const wait = globalThis.setTimeout
  const sooner = (ms: number): number => {
    if (ms > 28_000) return ms - 20_000
    return ms > 7_000 ? ms * 0.28 : ms
  }
  Object.assign(globalThis, {
    setTimeout: (run: () => void, ms = 0) => wait(run, sooner(ms)),
  })
}

/** A browser without any extension, on a folder that is served from a path. */
export const visitDemo = async (name: BrowserName, folder: string): Promise<Visit> => {
  const server = await serveFolder(folder, { under: PATH })
  const browser = await launch(name)
  const page = await browser.newPage()
  const requested: string[] = []
  const faults: string[] = []
  page.on('request', (request) => requested.push(request.url()))
  page.on('pageerror', (fault) => faults.push(String(fault)))
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) faults.push(message.text())
  })
  await page.evaluateOnNewDocument(holdRoots)
  await page.evaluateOnNewDocument(hurry)
  const address = `http://${HOST}:${String(server.port)}${PATH}`
  await page.goto(address)
  return {
    page,
    address,
    requested,
    faults,
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}

/** The frame of a page, by a part of its address, once it is there. */
export const frameOf = ({ page }: Visit, part: string): Promise<Frame> =>
  until(`a frame of ${part}`, () =>
    Promise.resolve(page.frames().find((frame) => frame.url().includes(part))),
  )

/** Waits for an element of a frame, in its panel or on its page, that holds a text. */
export const waitForText = (
  frame: Frame,
  selector: string,
  text: RegExp,
  patience?: number,
): Promise<string> =>
  until(
    `${selector} with ${String(text)}`,
    async () => {
      const found = await frame.evaluate((query) => {
        const { panelRoot } = globalThis as unknown as { panelRoot?: ShadowRoot }
        const all = [document, ...(panelRoot === undefined ? [] : [panelRoot])]
        return all.flatMap((root) => [...root.querySelectorAll(query)].map((e) => e.textContent))
      }, selector)
      return found.find((each) => text.test(each))
    },
    patience === undefined ? {} : { patience },
  )
