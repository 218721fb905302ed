import { TargetType } from 'puppeteer-core'
import type { Stage } from './stage.ts'
import { sleep } from './measure-load.ts'

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

export const measureBackground = async (
  { browser }: Stage,
  seconds: number,
): Promise<Background> => {
  const target = await browser.waitForTarget(
    (one) => one.type() === TargetType.SERVICE_WORKER && one.url().endsWith('/background.js'),
  )
  const worker = await target.worker()
  if (worker === null) throw new Error('no background')
  await worker.evaluate(watch)
  await sleep(seconds * 1_000)
  const counted = (await worker.evaluate('counted')) as Background
  const perMinute = (count: number) => (count / seconds) * 60
  return {
    messages: perMinute(counted.messages),
    writes: perMinute(counted.writes),
    bytes: perMinute(counted.bytes),
  }
}
