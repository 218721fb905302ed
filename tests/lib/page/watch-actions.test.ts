import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type ActionReading, watchActions } from '@/lib/page'
import { futuresPage } from './futures-page'

const dialog = `<div role="dialog"><div>Adjust Margin</div><input>
  <div><span>Currently Assigned Margin</span><span>59.43 USDT</span></div></div>`

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The first reading comes by itself. */
const SOON_MS = 3_000

const watched = async (into: (page: Document) => Element) => {
  const page = futuresPage({ path: '/en/futures/BTCUSDT' })
  const place = into(page)
  place.insertAdjacentHTML('beforeend', dialog)
  // The observer of the document's own window; happy-dom has one for each.
  vi.stubGlobal(
    'MutationObserver',
    (page.defaultView as unknown as typeof globalThis).MutationObserver,
  )
  const readings: ActionReading[] = []
  const end = new AbortController()
  watchActions(page, { signal: end.signal, onReading: (reading) => readings.push(reading) })
  await vi.advanceTimersByTimeAsync(SOON_MS)
  return { page, place, readings, end }
}

const standing = (page: Document): Element => {
  const portal = page.createElement('div')
  page.body.append(portal)
  return portal
}

test.each([
  ['on the body', (page: Document) => page.body],
  ['in a portal that stands there always', standing],
])('a dialog that the page takes away %s is gone from the readings', async (_, into) => {
  const { page, readings, end } = await watched(into)
  expect(readings.at(-1)?.dialog).not.toBeNull()
  // The exchange answers, and no one clicks or types.
  page.querySelector('[role="dialog"]')?.remove()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(readings.at(-1)?.dialog).toBeNull()
  end.abort()
})

/** With a form in sight nothing is looked for on a timer. */
test('with an order form in sight, a dialog that leaves its standing portal is gone as well', async () => {
  const { page, readings, end } = await watched((page) => {
    page.body.insertAdjacentHTML(
      'beforeend',
      '<div class="react-grid-item"><div><input id="unitAmount-1"></div></div>',
    )
    return standing(page)
  })
  expect(readings.at(-1)?.order).not.toBeNull()
  expect(readings.at(-1)?.dialog).not.toBeNull()
  page.querySelector('[role="dialog"]')?.remove()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(readings.at(-1)?.dialog).toBeNull()
  end.abort()
})

test('a size typed as soon as the form is drawn is read, though a search has only just been made', async () => {
  const { page, readings, end } = await watched(standing)
  expect(readings.at(-1)?.order).toBeNull()
  page.body.insertAdjacentHTML(
    'beforeend',
    '<div class="react-grid-item"><div><input id="unitAmount-1"></div></div>',
  )
  const field = page.querySelector('#unitAmount-1')
  field?.dispatchEvent(
    new (page.defaultView as unknown as typeof globalThis).Event('input', { bubbles: true }),
  )
  await vi.advanceTimersByTimeAsync(10_000)
  expect(readings.at(-1)?.order).not.toBeNull()
  end.abort()
})
