import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser, type KeyInput, type Page } from 'puppeteer-core'
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
import { until } from './until.ts'

const GECKO_ID = 'margin-brake@margin-brake.dev'
const UUID = '6d617267-696e-4272-816b-652d74657374'

type BidiNode = {
  sharedId?: string
  value?: {
    nodeType: number
    localName?: string
    nodeValue?: string
    attributes?: Record<string, string>
    children?: BidiNode[]
    shadowRoot?: BidiNode | null
  }
}

/** The part of puppeteer's BiDi connection that it does not show. */
type Connection = {
  send: (method: string, parameters: object) => Promise<{ result: Record<string, unknown> }>
}

const preferences = {
  'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'extensions.logging.enabled': false,
  // A permission that is asked for is given.
  'extensions.webextOptionalPermissionPrompts': false,
  'browser.startup.page': 0,
}

const proxyPreferences = (port: number) => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.allow_hijacking_localhost': true,
})

const panelNode = ({ value, sharedId }: BidiNode): PanelNode => ({
  name: value?.localName ?? '',
  attributes: value?.attributes ?? {},
  text: value?.nodeType === 3 ? (value.nodeValue ?? '') : '',
  children: [...(value?.shadowRoot ? [value.shadowRoot] : []), ...(value?.children ?? [])].map(
    panelNode,
  ),
  handle: sharedId,
})

/** A profile that Firefox has opened once, without the extension. */
export const openedProfile = join(
  import.meta.dirname,
  '..',
  '..',
  '.output',
  'opened-firefox-profile',
)

/**
 * A profile's first start takes Firefox twice as long as each later one (6.6 s, then 3.3 s): while tests run, each
 * browser begins with a copy of this one.
 */
export const openProfileOnce = async (executablePath: string): Promise<void> => {
  const proxy = await refusingProxy()
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    userDataDir: openedProfile,
    headless: true,
    extraPrefsFirefox: { ...preferences, ...proxyPreferences(proxy.port) },
  })
  await (await browser.newPage()).goto('data:text/html,')
  await browser.close()
  proxy.close()
}

/** Firefox: over WebDriver BiDi. */
export const launchFirefox = async (options: DriverOptions): Promise<Driver> => {
  const { width = 1440, height = 900 } = options
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'margin-brake-firefox-'))
  if (existsSync(openedProfile)) cpSync(openedProfile, profile, { recursive: true })
  const proxy = await refusingProxy()
  const strayRequests: string[] = []
  const complaints: Recorded[] = []
  let browser: Browser

  const start = async (): Promise<void> => {
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: options.executable,
      userDataDir: profile,
      headless: options.headless,
      defaultViewport: options.headless ? { width, height } : null,
      args: [
        '-remote-allow-system-access',
        `--width=${String(width)}`,
        `--height=${String(height)}`,
      ],
      extraPrefsFirefox: { ...preferences, ...proxyPreferences(proxy.port) },
    })
    await browser.installExtension(options.extension)
  }
  await start()

  const connection = (): Connection => (browser as unknown as { connection: Connection }).connection
  const send = async (method: string, parameters: object) =>
    (await connection().send(method, parameters)).result

  /** It opens once, and in front of whatever a test has opened by then. */
  const closeWelcome = async (): Promise<void> => {
    const { context } = await until('the welcome page', async () => {
      const tree = await send('browsingContext.getTree', {})
      const open = tree['contexts'] as { context: string; url: string }[]
      return open.find(({ url }) => url.endsWith('/welcome.html'))
    })
    await send('browsingContext.close', { context })
  }
  await closeWelcome()

  const script = async (
    context: string,
    functionDeclaration: string,
    given: readonly object[] = [],
    serializationOptions: object = {},
  ): Promise<Record<string, unknown>> => {
    const answer = await send('script.callFunction', {
      functionDeclaration,
      awaitPromise: true,
      arguments: given,
      target: { context },
      serializationOptions,
      userActivation: true,
    })
    if (answer['type'] === 'exception') {
      throw new Error(JSON.stringify(answer['exceptionDetails']).slice(0, 500))
    }
    return answer['result'] as Record<string, unknown>
  }

  const contextOf = (page: Page): string => (page.mainFrame() as unknown as { _id: string })._id

  const chromeContext = async (): Promise<string> => {
    const tree = await send('browsingContext.getTree', { 'moz:scope': 'chrome' })
    const [first] = tree['contexts'] as { context: string }[]
    if (first === undefined) throw new Error('no chrome context')
    return first.context
  }

  /** In the sandbox of our content script in the tab that is in front. */
  const inContentScript = async (code: string): Promise<void> => {
    const frame = `
      const { ExtensionContent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionContent.sys.mjs')
      let fault = null
      try {
        const { cloneScope } = ExtensionContent.getContextByExtensionId(${JSON.stringify(GECKO_ID)}, content)
        Cu.evalInSandbox(${JSON.stringify(code)}, cloneScope)
      } catch (thrown) {
        fault = String(thrown)
      }
      sendAsyncMessage('margin-brake-test', { fault })`
    const result = await script(
      await chromeContext(),
      `() => new Promise((resolve) => {
        const { messageManager } = gBrowser.selectedBrowser
        const heard = ({ data }) => {
          messageManager.removeMessageListener('margin-brake-test', heard)
          resolve(data.fault)
        }
        messageManager.addMessageListener('margin-brake-test', heard)
        messageManager.loadFrameScript('data:,' + encodeURIComponent(${JSON.stringify(`{${frame}}`)}), false)
      })`,
    )
    if (result['type'] !== 'null') throw new Error(String(result['value']))
  }

  const openPage = async (url: string): Promise<BrowserPage> => {
    const page = await browser.newPage()
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) {
        complaints.push({ where: 'page', text: message.text() })
      }
    })
    page.on('pageerror', (fault) => {
      complaints.push({ where: 'page', text: String(fault) })
    })
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
    await page.goto(url)
    const context = contextOf(page)
    return {
      evaluate: (run, ...given) => page.evaluate(run as never, ...(given as unknown as never[])),
      run: (script) => page.evaluate(script),
      panel: async () => {
        const node = await script(
          context,
          "() => document.querySelector('body > margin-brake-panel')",
          [],
          { maxDomDepth: 40, includeShadowTree: 'all' },
        )
        return node['type'] === 'node' ? panelNode(node) : null
      },
      heap: () => Promise.resolve(null),
      box: async (node) => {
        const result = await script(
          context,
          "(element) => { element.scrollIntoView({ block: 'nearest' }); const b = element.getBoundingClientRect(); return JSON.stringify({ x: b.x, y: b.y, width: b.width, height: b.height }) }",
          [{ sharedId: node.handle }],
        )
        return JSON.parse(result['value'] as string) as never
      },
      place: async (node) => {
        const result = await script(
          context,
          '(element) => { const b = element.getBoundingClientRect(); return element.getClientRects().length === 0 ? null : JSON.stringify({ x: b.x, y: b.y, width: b.width, height: b.height }) }',
          [{ sharedId: node.handle }],
        )
        const text = result['value'] as string | undefined
        return text === undefined ? null : (JSON.parse(text) as never)
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
        await page.bringToFront()
        await inContentScript(clockScript(at))
        await page.evaluate(clockScript(at))
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

  /** puppeteer never hears an extension page load: raw BiDi does. */
  const openExtensionPage = async (file: string): Promise<ExtensionPage> => {
    const { context } = (await send('browsingContext.create', { type: 'tab' })) as {
      context: string
    }
    await send('browsingContext.navigate', {
      context,
      url: `moz-extension://${UUID}/${file}`,
      wait: 'complete',
    })
    await send('browsingContext.setViewport', { context, viewport: { width: 900, height: 900 } })
    const evaluate = async <T>(expression: string): Promise<T> => {
      const result = await script(
        context,
        `async () => JSON.stringify((await (${expression})) ?? null)`,
      )
      return JSON.parse(result['value'] as string) as T
    }
    const element = async (selector: string) => {
      const node = await script(context, '(selector) => document.querySelector(selector)', [
        { type: 'string', value: selector },
      ])
      if (node['type'] !== 'node') throw new Error(`nothing matches ${selector}`)
      return node
    }
    const keys = (...pressed: string[]) =>
      send('input.performActions', {
        context,
        actions: [
          {
            type: 'key',
            id: 'keyboard',
            actions: pressed.flatMap((value) => [
              { type: 'keyDown', value },
              { type: 'keyUp', value },
            ]),
          },
        ],
      })
    const displayed = async (selector: string): Promise<void> => {
      const query = `document.querySelector(${JSON.stringify(selector)})?.checkVisibility() === true`
      await until(`${selector}, displayed`, () => evaluate<boolean>(query))
    }
    const click = async (selector: string): Promise<void> => {
      // A dialog is opened after the click that asks for it was answered.
      await displayed(selector)
      const { sharedId } = await element(selector)
      await script(context, "(element) => element.scrollIntoView({ block: 'center' })", [
        { sharedId },
      ])
      const origin = { type: 'element', element: { sharedId } }
      await send('input.performActions', {
        context,
        actions: [
          {
            type: 'pointer',
            id: 'mouse',
            actions: [
              { type: 'pointerMove', x: 0, y: 0, origin },
              { type: 'pointerDown', button: 0 },
              { type: 'pointerUp', button: 0 },
            ],
          },
        ],
      })
    }
    return {
      evaluate,
      click,
      fill: async (selector, text) => {
        await click(selector)
        await evaluate(`document.querySelector(${JSON.stringify(selector)}).select()`)
        // Backspace, the text, Tab: by their code points in WebDriver.
        await keys('\uE003', ...Array.from(text), '\uE004')
      },
      press: async (key) => void (await keys(specialKeys[key] ?? key)),
      text: async (selector = 'body') => {
        const query = `document.querySelector(${JSON.stringify(selector)})`
        await until(`${selector} is there`, () => evaluate<boolean>(`${query} !== null`))
        return evaluate<string>(`${query}.textContent`)
      },
      screenshot: async (path) => {
        const shot = await send('browsingContext.captureScreenshot', {
          context,
          origin: 'document',
        })
        writeFileSync(path, Buffer.from(shot['data'] as string, 'base64'))
      },
      close: async () => void (await send('browsingContext.close', { context })),
    }
  }

  /** Whether storage outlives the extension, as it has to when the browser is started again. */
  const keepStorage = async (kept: boolean): Promise<void> => {
    await script(
      await chromeContext(),
      `() => Services.prefs.setBoolPref('extensions.webextensions.keepStorageOnUninstall', ${String(kept)})`,
    )
  }

  const addon = async (action: 'reload' | 'disable'): Promise<void> => {
    await script(
      await chromeContext(),
      `async () => {
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
        const addon = await AddonManager.getAddonByID(${JSON.stringify(GECKO_ID)})
        await addon.${action}()
      }`,
    )
  }

  return {
    name: 'firefox',
    openPage,
    openExtensionPage,
    restart: async () => {
      await browser.close()
      await start()
    },
    killBackground: async () => {
      await script(
        await chromeContext(),
        `() => WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).extension.terminateBackground()`,
      )
    },
    reloadExtension: () => addon('reload'),
    startOver: async () => {
      const { context: last } = (await send('browsingContext.create', { type: 'tab' })) as {
        context: string
      }
      const tree = await send('browsingContext.getTree', {})
      for (const { context } of tree['contexts'] as { context: string }[])
        if (context !== last) await send('browsingContext.close', { context })
      await keepStorage(false)
      await browser.uninstallExtension(GECKO_ID)
      await keepStorage(true)
      await browser.installExtension(options.extension)
      await closeWelcome()
      for (const heard of [strayRequests, proxy.contacted, complaints]) heard.length = 0
    },
    removeExtension: () => addon('disable'),
    askFromBackground: async (address) => {
      const page = await openExtensionPage('popup.html')
      const outcome = await page.evaluate<'answered' | 'refused'>(
        `browser.runtime.getBackgroundPage()
          .then((background) => background.fetch(${JSON.stringify(address)}, { mode: 'no-cors' }))
          .then(() => 'answered', () => 'refused')`,
      )
      await page.close()
      return outcome
    },
    fillStorage: async (full) => {
      const page = await openExtensionPage('popup.html')
      await page.evaluate(`browser.runtime.getBackgroundPage().then((background) => {
        const { local } = background.browser.storage
        background.trueSet ??= local.set.bind(local)
        local.set = ${String(full)}
          ? () => Promise.reject(new background.Error('QuotaExceededError: storage.local API call exceeded its quota'))
          : background.trueSet
        return 0
      })`)
      await page.close()
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

const specialKeys: Record<string, string> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  Backspace: '\uE003',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
}
