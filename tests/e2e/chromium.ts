import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, {
  type Browser,
  type CDPSession,
  type KeyInput,
  type Page,
  TargetType,
} from 'puppeteer-core'
import {
  type BrowserPage,
  clockScript,
  type Driver,
  type DriverOptions,
  type ExtensionPage,
  type PanelNode,
  type Recorded,
} from './driver.ts'
import { refusingProxy } from './refusing-proxy.ts'
import { PATIENCE } from './until.ts'

type CdpNode = {
  nodeId: number
  backendNodeId: number
  nodeType: number
  localName: string
  nodeValue: string
  attributes?: string[]
  children?: CdpNode[]
  shadowRootType?: string
  shadowRoots?: CdpNode[]
}

const flags = [
  '--no-sandbox',
  // No machine that tests has one: to imitate it takes two fifths of the processor's time.
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=OptimizationHints,MediaRouter',
  // A page that is not in front goes on at full speed: tests look at more than one.
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
]

const attributesOf = (list: readonly string[] = []): Record<string, string> => {
  const attributes: Record<string, string> = {}
  for (let at = 0; at + 1 < list.length; at += 2) attributes[list[at]!] = list[at + 1]!
  return attributes
}

const panelNode = (node: CdpNode): PanelNode => ({
  name: node.localName,
  attributes: attributesOf(node.attributes),
  text: node.nodeType === 3 ? node.nodeValue : '',
  children: [
    // What the browser draws by itself, such as the arrow of `details`, is not ours.
    ...(node.shadowRoots ?? []).filter(({ shadowRootType }) => shadowRootType !== 'user-agent'),
    ...(node.children ?? []),
  ].map(panelNode),
  handle: node.backendNodeId,
})

const panelOf = async (session: CDPSession): Promise<PanelNode | null> => {
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeId } = await session.send('DOM.querySelector', {
    nodeId: root.nodeId,
    selector: 'body > margin-brake-panel',
  })
  if (nodeId === 0) return null
  const { node } = await session.send('DOM.describeNode', { nodeId, depth: -1, pierce: true })
  return panelNode(node)
}

/** Chromium, Chrome, Edge, Brave: over the DevTools protocol, by a pipe. */
export const launchChromium = async (options: DriverOptions): Promise<Driver> => {
  const { width = 1440, height = 900 } = options
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'margin-brake-chromium-'))
  const proxy = await refusingProxy()
  const strayRequests: string[] = []
  const complaints: Recorded[] = []
  let browser: Browser

  // A browser that guesses would connect to the exchange before it is asked to.
  mkdirSync(join(profile, 'Default'), { recursive: true })
  writeFileSync(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({
      net: { network_prediction_options: 2 },
      // Without it an unpacked extension that is loaded again stays off.
      extensions: { ui: { developer_mode: true } },
    }),
  )

  const start = async (): Promise<void> => {
    browser = await puppeteer.launch({
      executablePath: options.executable,
      userDataDir: profile,
      pipe: true,
      headless: options.headless,
      enableExtensions: [options.extension],
      defaultViewport: options.headless ? { width, height } : null,
      args: [
        ...flags,
        `--window-size=${String(width)},${String(height)}`,
        `--proxy-server=http://127.0.0.1:${String(proxy.port)}`,
        '--proxy-bypass-list=<-loopback>',
      ],
    })
  }
  /** The welcome page opens once, and in front of whatever a test has opened by then. Whose it is names the extension. */
  const closeWelcome = async (): Promise<string> => {
    const welcome = await browser.waitForTarget(
      (target) => target.url().endsWith('/welcome.html'),
      { timeout: 20_000 },
    )
    await (await welcome.page())?.close()
    return new URL(welcome.url()).hostname
  }
  await start()
  const extensionId = await closeWelcome()

  const runningBackground = (timeout: number) =>
    browser.waitForTarget(
      (target) =>
        target.type() === TargetType.SERVICE_WORKER && target.url().endsWith('/background.js'),
      { timeout },
    )
  const background = () =>
    runningBackground(3_000).catch(async () => {
      // It rests while there is nothing to do; a message wakes it, whatever it says.
      const page = await browser.newPage()
      await page.goto(`chrome-extension://${extensionId}/popup.html`)
      await page.evaluate('chrome.runtime.sendMessage({}).then(() => 0, () => 0)')
      await page.close()
      return runningBackground(PATIENCE)
    })

  const listen = (page: Page, where: string): void => {
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type()))
        complaints.push({ where, text: message.text() })
    })
    page.on('pageerror', (fault) => {
      complaints.push({ where, text: String(fault) })
    })
  }

  const openPage = async (url: string): Promise<BrowserPage> => {
    const page = await browser.newPage()
    listen(page, 'page')
    await page.setRequestInterception(true)
    page.on('request', (request) => {
      if (request.url().startsWith('data:') || options.letsPass?.(request.url()) === true) {
        void request.continue().catch(() => undefined)
        return
      }
      const answer = options.answer(request.url())
      if (answer.status === 404) strayRequests.push(request.url())
      void request.respond(answer).catch(() => undefined)
    })
    const session = await page.createCDPSession()
    const worlds = new Set<number>()
    session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
      if (origin.startsWith('chrome-extension://')) worlds.add(id)
    })
    session.on('Runtime.executionContextsCleared', () => {
      worlds.clear()
    })
    await session.send('Runtime.enable')
    await page.goto(url)
    return {
      evaluate: (run, ...given) => page.evaluate(run as never, ...(given as unknown as never[])),
      run: (script) => page.evaluate(script),
      panel: () => panelOf(session),
      heap: async () => {
        await session.send('HeapProfiler.collectGarbage')
        const { usedSize } = await session.send('Runtime.getHeapUsage')
        return usedSize / 1_024
      },
      box: async (node) => {
        await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node.handle as number })
        const { model } = await session.send('DOM.getBoxModel', {
          backendNodeId: node.handle as number,
        })
        const [x = 0, y = 0] = model.border
        return { x, y, width: model.width, height: model.height }
      },
      place: async (node) => {
        const box = await session
          .send('DOM.getBoxModel', { backendNodeId: node.handle as number })
          .catch(() => null)
        if (box === null) return null
        const [x = 0, y = 0] = box.model.border
        return { x, y, width: box.model.width, height: box.model.height }
      },
      mouse: {
        click: (x, y) => page.mouse.click(x, y),
        move: (x, y) => page.mouse.move(x, y, { steps: 5 }),
        down: () => page.mouse.down(),
        up: () => page.mouse.up(),
      },
      keyboard: {
        press: (key) => page.keyboard.press(key as KeyInput),
        type: (text) => page.keyboard.type(text),
      },
      setClock: async (at) => {
        const expression = clockScript(at)
        // Of an extension that was changed under the page, the world of before may still be listed.
        const set = await Promise.allSettled(
          [...worlds].map((contextId) =>
            session.send('Runtime.evaluate', { expression, contextId }),
          ),
        )
        if (!set.some(({ status }) => status === 'fulfilled'))
          throw new Error('no content script in the page')
        await page.evaluate(expression)
      },
      goto: async (address) => void (await page.goto(address)),
      back: async () => void (await page.goBack()),
      reload: async () => void (await page.reload()),
      viewport: (w, h) => page.setViewport({ width: w, height: h }),
      bringToFront: () => page.bringToFront(),
      screenshot: async (path) => void (await page.screenshot({ path: path })),
      close: () => page.close(),
    }
  }

  const openExtensionPage = async (file: string): Promise<ExtensionPage> => {
    const page = await browser.newPage()
    listen(page, file)
    await page.goto(`chrome-extension://${extensionId}/${file}`)
    /** What a page of ours shows is drawn after it is loaded, or after the click before. */
    const there = (selector: string) => page.waitForSelector(selector, { timeout: PATIENCE })
    return {
      evaluate: (expression) => page.evaluate(expression) as never,
      click: async (selector) => {
        await there(selector)
        await page.click(selector)
      },
      fill: async (selector, text) => {
        await there(selector)
        await page.click(selector, { count: 3 })
        await page.keyboard.press('Backspace')
        await page.keyboard.type(text)
        await page.keyboard.press('Tab')
      },
      press: (key) => page.keyboard.press(key as KeyInput),
      text: async (selector = 'body') => {
        await there(selector)
        return page.$eval(selector, (element) => element.textContent)
      },
      screenshot: async (path) => void (await page.screenshot({ path: path, fullPage: true })),
      close: () => page.close(),
    }
  }

  return {
    name: 'chromium',
    openPage,
    openExtensionPage,
    restart: async () => {
      await browser.close()
      await start()
    },
    killBackground: async () => {
      const worker = await (await background()).worker()
      // It may be gone before its session can be let go of: that is what was wanted.
      await worker?.close().catch((fault: unknown) => {
        if (!/No session|No target|Target closed|Session closed/.test(String(fault))) throw fault
      })
    },
    reloadExtension: async () => {
      await browser.installExtension(options.extension)
      await background()
    },
    startOver: async () => {
      // Without any page left the browser would end.
      const last = await browser.newPage()
      for (const page of await browser.pages()) if (page !== last) await page.close()
      await browser.uninstallExtension(extensionId)
      await browser.installExtension(options.extension)
      await closeWelcome()
      for (const heard of [strayRequests, proxy.contacted, complaints]) heard.length = 0
    },
    removeExtension: async () => browser.uninstallExtension(extensionId),
    askFromBackground: async (address) => {
      const worker = await (await background()).worker()
      if (worker === null) throw new Error('no background')
      return worker.evaluate(
        (url: string) =>
          fetch(url, { mode: 'no-cors' }).then(
            () => 'answered' as const,
            () => 'refused' as const,
          ),
        address,
      )
    },
    fillStorage: async (full) => {
      const worker = await (await background()).worker()
      if (worker === null) throw new Error('no background')
      await worker.evaluate((isFull: boolean) => {
        const { local } = (
          globalThis as unknown as {
            chrome: { storage: { local: { set: unknown; trueSet?: unknown } } }
          }
        ).chrome.storage
        local.trueSet ??= local.set
        local.set = isFull
          ? () => {
              throw new Error('QUOTA_BYTES quota exceeded')
            }
          : local.trueSet
      }, full)
    },
    strayRequests,
    contacted: proxy.contacted,
    complaints,
    closed: () =>
      new Promise((resolve) => {
        browser.once('disconnected', resolve)
      }),
    close: async () => {
      await browser.close().catch(() => browser.process()?.kill('SIGKILL'))
      proxy.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
