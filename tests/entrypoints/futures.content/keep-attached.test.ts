// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepAttached } from '@/entrypoints/futures.content/keep-attached'

let ended: AbortController
let host: HTMLElement
/** Every time that the host came onto a body. */
let arrivals: number[]

beforeEach(() => {
  ended = new AbortController()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  host = document.createElement('margin-brake-panel')
  document.body.replaceChildren(document.createElement('main'), host)
  arrivals = []
})
afterEach(() => {
  ended.abort()
  vi.useRealTimers()
})

/** Observers are answered after the script that changed the page. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

const start = (): void => {
  const recorder = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      if ([...addedNodes].includes(host)) arrivals.push(performance.now())
    }
  })
  recorder.observe(document, { childList: true, subtree: true })
  ended.signal.addEventListener('abort', () => {
    recorder.disconnect()
  })
  keepAttached(host, ended.signal)
}

test('a body whose children are replaced: the host is back at once, and once', async () => {
  start()
  document.body.replaceChildren(document.createElement('main'))
  await settled()
  expect(host.parentNode).toBe(document.body)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(arrivals).toHaveLength(1)
})

test('another body, or another root: the host stands on that, and is kept there too', async () => {
  start()
  document.documentElement.replaceChild(document.createElement('body'), document.body)
  await settled()
  expect(host.parentNode).toBe(document.body)
  host.remove()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(host.parentNode).toBe(document.body)
})

test('a page that takes it away each time gets it back once a second', async () => {
  start()
  const fight = new MutationObserver(() => {
    host.remove()
  })
  fight.observe(document.body, { childList: true })
  host.remove()
  for (let step = 0; step < 100; step += 1) {
    await vi.advanceTimersByTimeAsync(100)
    await settled()
  }
  expect(arrivals.length).toBeGreaterThanOrEqual(9)
  expect(arrivals.length).toBeLessThanOrEqual(11)
  fight.disconnect()
})

test('carried into another element of the page it comes back to the body', async () => {
  start()
  document.querySelector('main')?.append(host)
  await settled()
  expect(host.parentNode).toBe(document.body)
})

test('after its end it stays away', async () => {
  start()
  ended.abort()
  host.remove()
  await vi.advanceTimersByTimeAsync(5_000)
  await settled()
  expect(host.isConnected).toBe(false)
})
