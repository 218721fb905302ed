import { type Browser, TargetType, type WebWorker } from 'puppeteer-core'
import { sleep } from './measure-load.ts'
import type { Stage } from './stage.ts'

/** Per minute, while nothing but prices moves. */
export type Background = { messages: number; writes: number; bytes: number }

/** Runs in the service worker: counts what arrives and what is kept. */
const watch = `(() => {
  const counted = { messages: 0, writes: 0, bytes: 0 }
  globalThis.counted = counted
  chrome.runtime.onMessage.addListener(() => { counted.messages += 1 })
  chrome.storage.onChanged.addListener((changes) => {
    counted.writes += 1
    counted.bytes += JSON.stringify(changes).length
  })
  const put = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = function (...given) {
    counted.writes += 1
    counted.bytes += JSON.stringify(given[0])?.length ?? 0
    return put.apply(this, given)
  }
})()`

/** What was counted since it was last asked. A call to the browser puts off the worker's rest. */
const take = `chrome.runtime.getPlatformInfo().then(() => {
  const taken = { ...counted }
  Object.assign(counted, { messages: 0, writes: 0, bytes: 0 })
  return taken
})`

const TRIES = 10

/** The running background, counting. One that rests is woken by the next message of the page. */
const watched = async (browser: Browser, tries = TRIES): Promise<WebWorker> => {
  const target = await browser.waitForTarget(
    (one) => one.type() === TargetType.SERVICE_WORKER && one.url().endsWith('/background.js'),
  )
  try {
    const worker = await target.worker()
    if (worker === null) throw new Error('the background is no worker')
    await worker.evaluate(watch)
    return worker
  } catch (fault) {
    // It went to rest between the two.
    if (tries === 0) throw fault
    await sleep(1_000)
    return watched(browser, tries - 1)
  }
}

export const measureBackground = async (
  { browser }: Stage,
  seconds: number,
): Promise<Background> => {
  const total: Background = { messages: 0, writes: 0, bytes: 0 }
  let worker = await watched(browser)
  const began = performance.now()
  const passed = () => (performance.now() - began) / 1_000
  while (passed() < seconds) {
    await sleep(1_000)
    const taken = await (worker.evaluate(take) as Promise<Background>).catch(() => null)
    if (taken === null) worker = await watched(browser)
    total.messages += taken?.messages ?? 0
    total.writes += taken?.writes ?? 0
    total.bytes += taken?.bytes ?? 0
  }
  const perMinute = 60 / passed()
  return {
    messages: total.messages * perMinute,
    writes: total.writes * perMinute,
    bytes: total.bytes * perMinute,
  }
}
