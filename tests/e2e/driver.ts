/** A node of the panel's closed shadow tree, as the browser's own protocol sees it. */
export type PanelNode = {
  name: string
  attributes: Readonly<Record<string, string>>
  text: string
  children: readonly PanelNode[]
  /** Names the element to the driver; good until the panel is drawn again. */
  handle: unknown
}

/** Runs in each world of a page. */
export const clockScript = (at: number): string => `(() => {
  globalThis.trueNow ??= Date.now
  const { trueNow } = globalThis
  const ahead = ${String(at)} - trueNow()
  Date.now = () => trueNow() + ahead
})()`

export type Box = { x: number; y: number; width: number; height: number }

export type BrowserPage = {
  /** Runs in the page's own world, where the extension is a stranger. */
  evaluate: <T, A extends readonly unknown[]>(
    run: (...given: A) => T,
    ...given: A
  ) => Promise<Awaited<T>>
  /** The same, of a script's text. */
  run: (script: string) => Promise<unknown>
  panel: () => Promise<PanelNode | null>
  /** Kilobytes of live script objects, page and content script together; `null` where a browser does not say. */
  heap: () => Promise<number | null>
  /** Where a node is once it is scrolled to. */
  box: (node: PanelNode) => Promise<Box>
  /** Where a node is now, in sight or not; `null`: it is not drawn. */
  place: (node: PanelNode) => Promise<Box | null>
  mouse: {
    click: (x: number, y: number) => Promise<void>
    move: (x: number, y: number) => Promise<void>
    down: () => Promise<void>
    up: () => Promise<void>
  }
  keyboard: { press: (key: string) => Promise<void>; type: (text: string) => Promise<void> }
  /**
   * Sets the clock of the page and of the extension's content script in it, by replacing `Date.now` in
   * both worlds; until the next load. What ships is not touched.
   */
  setClock: (at: number) => Promise<void>
  goto: (url: string) => Promise<void>
  back: () => Promise<void>
  reload: () => Promise<void>
  viewport: (width: number, height: number) => Promise<void>
  bringToFront: () => Promise<void>
  screenshot: (path: string) => Promise<void>
  close: () => Promise<void>
}

/** A page of the extension's own: popup, journal, welcome. Selectors are CSS. */
export type ExtensionPage = {
  evaluate: <T>(expression: string) => Promise<T>
  click: (selector: string) => Promise<void>
  /** Replaces what a field holds and leaves it, so that `change` fires. */
  fill: (selector: string, text: string) => Promise<void>
  press: (key: string) => Promise<void>
  text: (selector?: string) => Promise<string>
  screenshot: (path: string) => Promise<void>
  close: () => Promise<void>
}

export type Recorded = { where: string; text: string }

export type Driver = {
  name: BrowserName
  openPage: (url: string) => Promise<BrowserPage>
  openExtensionPage: (file: string) => Promise<ExtensionPage>
  /** Ends the browser and starts it again on the same profile. Pages are gone. */
  restart: () => Promise<void>
  /** Ends the extension's background as the browser does when it is idle. */
  killBackground: () => Promise<void>
  /** Loads the extension anew under its open pages, as an update does. */
  reloadExtension: () => Promise<void>
  /** Closes every page, installs the extension again with empty storage, and clears what was recorded. */
  startOver: () => Promise<void>
  /** Takes the extension away from under its open pages, as a user can. */
  removeExtension: () => Promise<void>
  /** From now on, until it is ended, the background's storage takes nothing more; or does again. */
  fillStorage: (full: boolean) => Promise<void>
  /** Lets the background ask for an address; whether it may. */
  askFromBackground: (address: string) => Promise<'answered' | 'refused'>
  /** Every request that was not answered by the practice exchange. */
  strayRequests: readonly string[]
  /** Every host that any part of the browser has asked for past the pages that are answered here. */
  contacted: readonly string[]
  /** Errors and warnings of every console that the driver can hear. */
  complaints: readonly Recorded[]
  /** Resolves when the browser is gone. */
  closed: () => Promise<unknown>
  close: () => Promise<void>
}

export type BrowserName = 'chromium' | 'firefox'

export type DriverOptions = {
  /** Path of the browser. */
  executable: string
  /** A folder that is not there yet, where the browser keeps everything; otherwise a temporary one. */
  profile?: string
  /** The production build of the extension. */
  extension: string
  /** Requests that go their own way, into the proxy. */
  letsPass?: (url: string) => boolean
  answer: (url: string) => {
    status: number
    headers: Record<string, string>
    body: Buffer | string
  }
  headless: boolean
  width?: number
  height?: number
}
