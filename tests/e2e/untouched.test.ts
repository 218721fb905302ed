import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { BrowserPage, Driver } from './driver.ts'
import { clickInPanel, findNode, type PanelState, waitForPanel } from './panel.ts'
import { clickOnPage, openWorld, practice, QUIET, typeOnPage } from './world.ts'
import { until } from './until.ts'

/**
 * A page that stands still: a copy of the practice exchange without its scripts, at the real address.
 * Whatever happens in it, the extension has done.
 */
const FROZEN = 'https://www.binance.com/en/futures/BTCUSDT?frozen'
const HOST = '<margin-brake-panel></margin-brake-panel>'

type Seen = { mutations: string[]; events: string[]; globals: string[] }
type Recorder = {
  seen: Seen
  flush: () => void
}

/** Runs in the page, before its first element. */
const record = () => {
  const seen: Seen = { mutations: [], events: [], globals: [] }
  const globals = new Set(Object.getOwnPropertyNames(window))
  const note = (records: MutationRecord[]) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      const nodes = (list: NodeList) =>
        [...list].map((node) => (node instanceof Element ? node.outerHTML : node.nodeValue)).join()
      const change = `+${nodes(addedNodes)} -${nodes(removedNodes)}`
      const what = type === 'childList' ? change : (attributeName ?? target.nodeValue ?? '')
      seen.mutations.push(`${type} ${target.nodeName} ${what}`)
    }
  }
  const observer = new MutationObserver(note)
  // The page's own elements are there; a content script comes later.
  document.addEventListener('DOMContentLoaded', () => {
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
  })
  const names = Object.keys(HTMLElement.prototype).concat(Object.keys(window))
  const kinds = names.filter((name) => name.startsWith('on')).map((name) => name.slice(2))
  // What a browser tells a window by itself.
  const ownAffairs = /^(load|pageshow|resize|visibilitychange|pagereveal|readystatechange|device)/
  for (const kind of new Set([...kinds, 'focusin', 'focusout', 'DOMActivate'])) {
    if (ownAffairs.test(kind)) continue
    window.addEventListener(
      kind,
      ({ type, target }) => {
        if (target instanceof Element || !/^(focus|blur)/.test(type)) seen.events.push(type)
      },
      true,
    )
  }
  const recorder: Recorder = {
    seen,
    flush: () => {
      note(observer.takeRecords())
      seen.globals = Object.getOwnPropertyNames(window).filter(
        (name) => !globals.has(name) && name !== 'recorder',
      )
    },
  }
  Object.assign(window, { recorder })
}

const seenBy = (page: BrowserPage): Promise<Seen> =>
  page.evaluate(() => {
    const { recorder } = window as unknown as { recorder: Recorder }
    recorder.flush()
    return recorder.seen
  })

/** The document without its scripts, with what is typed. */
const copyOf = async (live: BrowserPage): Promise<string> => {
  const copy = await live.evaluate(() => {
    const typed = [...document.querySelectorAll('input')].map(({ value }) => value)
    const root = document.documentElement.cloneNode(true) as HTMLElement
    for (const [at, input] of root.querySelectorAll('input').entries()) {
      input.setAttribute('value', typed[at] ?? '')
    }
    for (const gone of root.querySelectorAll('script, margin-brake-panel')) gone.remove()
    return root.outerHTML
  })
  return `<!doctype html>${copy.replace('<head>', '<head><script src="/recorder.js"></script>')}`
}

const oneLong = ({ positions }: PanelState): boolean => positions.length === 1

describe('the page under the panel', () => {
  let driver: Driver
  /** The still page, as it is served. */
  let html: string
  /** The same with a dialog open, and amounts typed. */
  let deciding: string
  let page: BrowserPage

  beforeAll(async () => {
    const reply = (type: string, body: string) => ({
      status: 200,
      headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' },
      body,
    })
    driver = await openWorld({
      browser: inject('browser'),
      rebuild: false,
      answerFirst: ({ search, pathname }) =>
        pathname === '/recorder.js'
          ? reply('text/javascript', `(${record.toString()})()`)
          : search === '?frozen'
            ? reply('text/html', html)
            : search === '?deciding'
              ? reply('text/html', deciding)
              : null,
    })
    const live = await driver.openPage(QUIET)
    await waitForPanel(live, 'flat', ({ status }) => status === 'flat')
    await practice(live, 'open', {
      symbol: 'BTCUSDT',
      side: 'buy',
      quantity: 0.02,
      leverage: 20,
      marginMode: 'isolated',
    })
    await waitForPanel(live, 'the position', oneLong)
    html = await copyOf(live)
    await typeOnPage(live, '#unitAmount-1', '0.2')
    await clickOnPage(live, 'svg[aria-label="Adjust Margin"]')
    await typeOnPage(live, '[role="dialog"] input', '25')
    deciding = await copyOf(live)
    await live.close()
  })
  afterAll(() => driver.close())

  beforeEach(async () => {
    page = await driver.openPage(FROZEN)
    await waitForPanel(page, 'the position', oneLong)
    return () => page.close()
  })

  test('one element is added, and nothing else is changed, sent or left behind', async () => {
    expect(await seenBy(page)).toEqual({
      mutations: [`childList BODY +${HOST} -`],
      events: [],
      globals: [],
    })
    const traces = await page.evaluate(async () => ({
      shadow: document.querySelector('margin-brake-panel')?.shadowRoot ?? null,
      storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(
        (name) => !name.startsWith('practice-exchange-'),
      ),
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
      asked: performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).origin)
        .filter((origin) => origin !== location.origin),
      focus: document.activeElement?.nodeName,
      selection: getSelection()?.rangeCount,
      scrolled: [scrollX, scrollY],
      title: document.title,
    }))
    const title = /<title>(.*?)<\/title>/.exec(html)?.[1]
    expect(traces).toEqual({
      shadow: null,
      // Next to the exchange's own.
      storage: [],
      cookies: '',
      databases: 0,
      asked: [],
      focus: 'BODY',
      selection: 0,
      scrolled: [0, 0],
      title,
    })
  })

  test('the document is the one that was served, but for that element', async () => {
    const [now, served] = await page.evaluate(async (host: string) => {
      const source = await (await fetch(location.href)).text()
      const clean = new DOMParser().parseFromString(source, 'text/html')
      return [document.documentElement.outerHTML.replace(host, ''), clean.documentElement.outerHTML]
    }, HOST)
    expect(now).toBe(served)
  })

  test('nor while the price moves, a limit is changed and the panel is folded', async () => {
    const before = (await seenBy(page)).mutations.length
    const moved = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (node.nodeValue !== 'Positions(1)') continue
        node.nodeValue = 'Positions(2)'
        return true
      }
      return false
    })
    expect(moved).toBe(true)
    await waitForPanel(page, 'one of two', ({ statusText }) =>
      statusText.includes('1 of 2 read so far'),
    )
    const popup = await driver.openExtensionPage('popup.html')
    await popup.fill('[data-limit="maxMarginAdditions"] input', '3')
    await popup.close()
    await page.bringToFront()
    await waitForPanel(
      page,
      'the new limit',
      ({ positions }) => positions[0]?.fields['margin-additions']?.text === '0 of 3',
    )
    await clickInPanel(page, ({ attributes }) => attributes['data-action'] === 'collapse')
    await waitForPanel(page, 'folded', ({ positions }) => positions.length === 0)
    await clickInPanel(page, ({ attributes }) => attributes['data-action'] === 'expand')
    await waitForPanel(page, 'open again', oneLong)
    const { mutations, globals } = await seenBy(page)
    expect(mutations.slice(before)).toEqual(['characterData #text Positions(2)'])
    expect(globals).toEqual([])
  })

  test('nor while we stand beside a dialog in which an amount is typed', async () => {
    await page.goto(FROZEN.replace('?frozen', '?deciding'))
    await until('the companion beside the dialog', async () => {
      const root = await page.panel()
      return (
        root && findNode(root, ({ attributes }) => attributes['data-field'] === 'at-stake-after')
      )
    })
    expect(await seenBy(page)).toEqual({
      mutations: [`childList BODY +${HOST} -`],
      events: [],
      globals: [],
    })
    const state = await page.evaluate(() => ({
      focus: document.activeElement?.nodeName,
      values: [...document.querySelectorAll('input')].map(({ value, defaultValue }) => [
        value,
        defaultValue,
      ]),
    }))
    expect(state.focus).toBe('BODY')
    expect(state.values.filter(([value]) => value === '25' || value === '0.2')).toHaveLength(2)
    for (const [value, served] of state.values) expect(value).toBe(served)
  })
})
