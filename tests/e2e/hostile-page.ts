/* eslint-disable @typescript-eslint/unbound-method -- it takes methods from their prototypes on purpose */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from '../practice-exchange/answer.ts'
import { buildPracticeExchange } from '../practice-exchange/build.ts'

type Spy = { heard: string[]; closedRoots: number }
declare global {
  // Merged into the browser's own interface: it is where a page keeps its globals.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Window {
    spy: Spy
  }
}

/** Runs in the page before its own scripts: every way a page has to listen in its own world, or to lie there. */
const spyOnEverything = () => {
  const spy: Spy = { heard: [], closedRoots: 0 }
  window.spy = spy
  const hear = (values: unknown) => {
    const text = Array.isArray(values) ? values.map(String).join() : String(values)
    if (/margin-?brake|capital|maxMarginAdditions|episode|4242/i.test(text)) spy.heard.push(text)
  }
  const stringify = JSON.stringify as (...given: unknown[]) => string | undefined
  Object.assign(JSON, {
    stringify: (...given: unknown[]) => {
      const text = stringify(...given)
      if (/maxMarginAdditions|episode|4242/.test(text ?? '')) spy.heard.push(text ?? '')
      return text
    },
  })
  // Prototypes that lie: whoever reads a property that is not there finds one.
  for (const [name, value] of Object.entries({
    missing: undefined,
    liquidationPrice: '1',
    distance: '0.99',
    status: 'flat',
    capital: '1',
    read: () => 'calm',
  })) {
    Object.defineProperty(Object.prototype, name, {
      configurable: true,
      get() {
        return value
      },
      set(this: object, given: unknown) {
        hear([name, given])
        Object.defineProperty(this, name, {
          value: given,
          writable: true,
          configurable: true,
          enumerable: true,
        })
      },
    })
  }
  for (const name of ['push', 'map', 'filter', 'find', 'slice', 'join'] as const) {
    const original = Array.prototype[name] as (...given: unknown[]) => unknown
    Object.assign(Array.prototype, {
      [name](this: unknown[], ...given: unknown[]) {
        const [first] = this
        if (typeof first === 'string') hear(first)
        return original.apply(this, given)
      },
    })
  }
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (given) {
    if (this.localName === 'margin-brake-panel') spy.closedRoots += 1
    return attach.call(this, { ...given, mode: 'open' })
  }
  // A lying observer: it never tells whoever uses it.
  window.MutationObserver = class {
    observe() {
      return undefined
    }
    disconnect() {
      return undefined
    }
    takeRecords() {
      return []
    }
  }
  Object.defineProperty(Document.prototype, 'querySelectorAll', { value: () => [] })
  const { now } = Date
  Date.now = () => now() + 86_400_000
  for (const kind of ['message', 'storage', 'error', 'unhandledrejection'] as const) {
    window.addEventListener(kind, (event) => {
      hear(kind === 'error' ? (event as ErrorEvent).message : ((event as MessageEvent).data ?? ''))
    })
  }
  const dispatch = EventTarget.prototype.dispatchEvent
  EventTarget.prototype.dispatchEvent = function (event) {
    hear(event.type)
    return dispatch.call(this, event)
  }
}

const HOSTILE = '/practice-exchange/hostile.js'

const script = (program: () => void): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/javascript; charset=utf-8' },
  body: `(${program.toString()})()`,
})
const document = (body: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
})
const beforeAll = (html: string): string =>
  html.replace('<head>', `<head><script src="${HOSTILE}"></script>`)

/** The practice exchange, of which every page runs a program before any other script. */
export const pagesWith = async (program: () => void): Promise<(url: URL) => Answer | null> => {
  const folder = await buildPracticeExchange()
  const html = beforeAll(readFileSync(join(folder, 'index.html'), 'utf8'))
  return ({ pathname }) =>
    pathname === HOSTILE
      ? script(program)
      : /\/(?:futures|delivery)\//.test(pathname)
        ? document(html)
        : null
}

/** The practice exchange, turned hostile by `?hostile=spy`, or with `markup` in its body by `?hostile=markup`. */
export const hostileAnswers = async (markup: string): Promise<(url: URL) => Answer | null> => {
  const folder = await buildPracticeExchange()
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  return ({ pathname, searchParams }) => {
    const kind = searchParams.get('hostile')
    if (pathname === HOSTILE) return script(spyOnEverything)
    if (kind === null) return null
    return document(
      kind === 'spy'
        ? beforeAll(html)
        : html.replace('<div id="__APP">', `${markup}<div id="__APP">`),
    )
  }
}
