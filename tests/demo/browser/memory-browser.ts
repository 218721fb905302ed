import { memoryArea } from './areas.ts'
import { deliver } from './deliver.ts'
import { type Frame, type FrameKind, type FrameWindow, newFrame, type Sender } from './frame.ts'
import { listeners } from './listeners.ts'
import { furnish } from './own-world.ts'

/** The tab in which the exchange is open. */
export const EXCHANGE_TAB = 1
const ID = 'margin-brake-demo'
/** As the browser calls it; the demo's own address is that of its host. */
const EXCHANGE = 'https://www.binance.com'

export type Badge = { text: string; title: string; colour: string }

/** What is around the pages: the browser's own surface. */
export type Surface = {
  /** Where the extension's files are. */
  base: string
  manifest: Record<string, unknown>
  openTab: (url: string) => void
  showBadge: (badge: Badge) => void
  notify: (title: string, message: string) => void
}

type Command = { name: string; shortcut: string }

/** The key of Linux and Windows, as the manifest suggests it. */
const commandsOf = ({ manifest }: Surface): Command[] =>
  Object.entries(
    (manifest['commands'] ?? {}) as Record<string, { suggested_key?: { linux?: string } }>,
  ).map(([name, { suggested_key }]) => ({ name, shortcut: suggested_key?.linux ?? '' }))

/**
 * A browser's interfaces for extensions, in memory: storage, messages, tabs, badge, permissions, keys. Every frame of
 * the extension gets its own view of them; everything else that it uses is the page's own.
 */
export const memoryBrowser = (surface: Surface) => {
  let frames: readonly Frame[] = []
  const alive = (): readonly Frame[] => (frames = frames.filter(({ window }) => !window.closed))
  const local = memoryArea('local', alive)
  const session = memoryArea('session', alive)
  const granted = new Set<string>()
  let badge: Badge = { text: '', title: 'Margin Brake', colour: '' }
  const changeBadge = (change: Partial<Badge>) => {
    badge = { ...badge, ...change }
    surface.showBadge(badge)
    return Promise.resolve()
  }
  const urlOf = (path: string) => `${surface.base}${path.replace(/^\//, '')}`
  const isGiven = (permissions: readonly string[] = []) =>
    permissions.every((each) => granted.has(each))

  const browserOf = (frame: Frame) => ({
    runtime: {
      id: ID,
      getURL: urlOf,
      getManifest: () => surface.manifest,
      onMessage: frame.messages.event,
      onInstalled: listeners().event,
      sendMessage: (message: unknown) =>
        deliver(
          frame,
          alive().filter((other) => other !== frame && other.kind !== 'content'),
          message,
        ),
    },
    extension: { inIncognitoContext: false },
    i18n: { getUILanguage: () => navigator.language },
    storage: { local: local(frame), session: session(frame) },
    tabs: {
      onUpdated: frame.tabUpdates.event,
      // The one tab stays.
      onRemoved: listeners().event,
      query: () => Promise.resolve([{ id: EXCHANGE_TAB }]),
      create: ({ url }: { url: string }) => {
        surface.openTab(url)
        return Promise.resolve({})
      },
      sendMessage: (tab: number, message: unknown) =>
        deliver(
          frame,
          alive().filter(({ kind, sender }) => kind === 'content' && sender.tab?.id === tab),
          message,
        ),
    },
    action: {
      getBadgeText: () => Promise.resolve(badge.text),
      setBadgeText: ({ text }: { text: string }) => changeBadge({ text }),
      setTitle: ({ title }: { title: string }) => changeBadge({ title }),
      setBadgeBackgroundColor: ({ color }: { color: string }) => changeBadge({ colour: color }),
    },
    permissions: {
      // The extension stands on the exchange's page already: nobody is asked for it.
      contains: ({ permissions }: { permissions?: string[] }) =>
        Promise.resolve(isGiven(permissions)),
      request: ({ permissions = [] }: { permissions?: string[] }) => {
        for (const each of permissions) granted.add(each)
        return Promise.resolve(true)
      },
    },
    notifications: {
      create: (id: string, { title, message }: { title: string; message: string }) => {
        surface.notify(title, message)
        return Promise.resolve(id)
      },
    },
    commands: {
      onCommand: frame.commands.event,
      getAll: () => Promise.resolve(commandsOf(surface)),
    },
  })

  const senderOf = (window: FrameWindow, kind: FrameKind): Sender =>
    kind === 'content'
      ? {
          id: ID,
          url: EXCHANGE + window.location.pathname,
          tab: { id: EXCHANGE_TAB, incognito: false },
        }
      : { id: ID, url: window.location.href }

  return {
    /** Puts the interfaces into a frame, under the names that an extension looks for. */
    connect: (window: FrameWindow, kind: FrameKind): void => {
      const frame = newFrame(window, kind, senderOf(window, kind))
      // The same window with another page in it: what listened there is gone.
      frames = [...alive().filter((other) => other.window !== window), frame]
      furnish(window)
      const browser = browserOf(frame)
      Object.assign(window, { browser, chrome: browser })
    },
    /** A key of the extension's was pressed. */
    press: (name: string): void => {
      for (const { commands } of alive()) {
        for (const listener of commands.all) listener(name, { id: EXCHANGE_TAB })
      }
    },
  }
}

export type MemoryBrowser = ReturnType<typeof memoryBrowser>
