import { namedScenes, sceneNamed } from '../../practice-exchange/demo-scenes.ts'
import type { FrameKind, FrameWindow } from '../browser/frame.ts'
import { memoryBrowser } from '../browser/memory-browser.ts'
import { forgetJournal } from '../browser/own-world.ts'
import { addressOf, playScene } from './play-scene.ts'
import { popupUnder } from './popup.ts'
import './style.css'
import { tabRow } from './tabs.ts'

/** The extension's own manifest, put here by the build. */
declare const __MANIFEST__: Record<string, unknown>

/** How long a notification stands. */
const NOTICE_MS = 8_000
const KEY_OF_PANEL = 'KeyK'

const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`no element ${id}`)
  return found
}

const [button, badge, says, frames] = ['extension', 'badge', 'says', 'frames'].map(byId) as [
  HTMLElement,
  HTMLElement,
  HTMLElement,
  HTMLElement,
]
const here = new URL('.', location.href).href
const base = `${here}extension/`
const tabs = tabRow(byId('tabs'), frames)
const popup = popupUnder({ button, frames, url: `${base}popup.html` })

const notify = (title: string, message: string): void => {
  const notice = document.createElement('p')
  const head = document.createElement('b')
  notice.className = 'notice'
  notice.setAttribute('role', 'alert')
  head.textContent = title
  notice.append(head, message)
  frames.append(notice)
  setTimeout(() => {
    notice.remove()
  }, NOTICE_MS)
}

const openTab = (url: string): void => {
  popup.close()
  tabs.open({ url, title: 'Margin Brake', isClosable: true })
}

const browser = memoryBrowser({
  base,
  manifest: __MANIFEST__,
  openTab,
  notify,
  showBadge: ({ text, title, colour }) => {
    badge.textContent = text
    badge.style.background = colour
    button.title = title
    button.setAttribute('aria-label', title)
  },
})

/** A link of ours that would open a tab opens one here: another window would not share the memory. */
const keepLinks = (window: FrameWindow): void => {
  window.document.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest<HTMLAnchorElement>('a[target="_blank"]')
    if (link?.href.startsWith(base) !== true) return
    event.preventDefault()
    openTab(link.href)
  })
}

const watchKeys = (window: Window): void => {
  window.addEventListener('keydown', ({ altKey, code }) => {
    if (altKey && code === KEY_OF_PANEL) browser.press('toggle-panel')
  })
}

/** Called by every page of the extension before anything of it runs; see frame.js. */
const connect = (window: FrameWindow, kind: FrameKind): void => {
  browser.connect(window, kind)
  popup.watch({ window })
  keepLinks(window)
  watchKeys(window)
}
Object.assign(window, { connectFrame: connect })

/** As a browser does it with a content script: once the page stands, its sheet and its script. */
const inject = (page: FrameWindow): Promise<void> => {
  connect(page, 'content')
  const { document } = page
  const sheet = document.createElement('link')
  sheet.rel = 'stylesheet'
  sheet.href = `${base}content-scripts/futures.css`
  const script = document.createElement('script')
  script.src = `${base}content-scripts/futures.js`
  document.head.append(sheet, script)
  return new Promise((resolve) => {
    script.addEventListener('load', () => {
      resolve()
    })
  })
}

const loaded = (frame: HTMLIFrameElement): Promise<void> =>
  new Promise((resolve) => {
    frame.addEventListener('load', () => {
      resolve()
    })
  })

const startBackground = (): Promise<void> => {
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.src = `${here}background.html`
  document.body.append(frame)
  return loaded(frame)
}

const wanted = new URLSearchParams(location.search).get('scene') ?? 'falling'
const scene = sceneNamed(wanted) ?? namedScenes[0]!
popup.watch({ window })
watchKeys(window)
await forgetJournal()
await startBackground()
const { frame } = tabs.open({
  url: `${here}exchange/index.html#${addressOf(scene)}`,
  title: 'Practice Exchange',
  isClosable: false,
})
await loaded(frame)
const exchange = frame.contentWindow as FrameWindow
await inject(exchange)
says.textContent = 'An invented exchange: no account, no money, and nothing is sent.'
playScene(scene, exchange, (sentence) => {
  says.textContent = sentence
})
