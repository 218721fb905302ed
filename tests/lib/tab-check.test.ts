import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { Decimal } from '@/lib/margin'
import { answerPopup, askTab, type TabCheck } from '@/lib/tab-messages'

const check: TabCheck = {
  status: 'positions',
  rows: 1,
  unread: 0,
  columns: [{ column: 'size', foundBy: 'word' }],
  nearest: {
    symbol: 'BTCUSDT',
    side: 'long',
    band: 'calm',
    tone: 'danger',
    distance: { value: '0.0651' },
    additions: 2,
    additionsKnown: false,
    allowed: 1,
  },
}

const tabAnswers = (answer: () => Promise<unknown>) => {
  fakeBrowser.tabs.query = () => Promise.resolve([{ id: 7 }] as never)
  fakeBrowser.tabs.sendMessage = vi.fn(answer)
}

beforeEach(() => {
  fakeBrowser.reset()
})

test('the popup hears what the tab in front understands', async () => {
  tabAnswers(() => Promise.resolve(check))
  expect(await askTab()).toEqual({
    ...check,
    nearest: { ...check.nearest, distance: { value: new Decimal('0.0651') } },
  })
})

test('a tab without us: nobody', async () => {
  tabAnswers(() => Promise.reject(new Error('Could not establish connection')))
  expect(await askTab()).toBeNull()
})

test.each([
  undefined,
  'positions',
  { ...check, status: 'fine' },
  { ...check, rows: -1 },
  { ...check, columns: [{ column: 'balance', foundBy: 'word' }] },
  { ...check, columns: [{ column: 'size', foundBy: 'guess' }] },
  { ...check, nearest: { ...check.nearest, symbol: '<b>' } },
  { ...check, nearest: { ...check.nearest, distance: { value: 'NaN' } } },
  { ...check, nearest: { ...check.nearest, additions: -1 } },
])('an answer such as %j is none', async (answer) => {
  tabAnswers(() => Promise.resolve(answer))
  expect(await askTab()).toBeNull()
})

test('a tab answers our own popup, and nobody else', async () => {
  type Listener = (message: unknown, sender: { id?: string; url?: string }) => unknown
  const listeners: Listener[] = []
  fakeBrowser.runtime.onMessage.addListener = ((one: Listener) => listeners.push(one)) as never
  answerPopup({ check: () => check, judge: () => [] })
  const [listener] = listeners
  const popup = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/popup.html') }
  expect(await listener?.({ type: 'check' }, popup)).toEqual(check)
  expect(listener?.({ type: 'check' }, { ...popup, id: 'stranger' })).toBeUndefined()
  expect(listener?.({ type: 'check' }, { ...popup, url: 'https://a.example/' })).toBeUndefined()
  expect(listener?.({ type: 'check' }, { id: popup.id })).toBeUndefined()
  expect(listener?.({ type: 'observe' }, popup)).toBeUndefined()
})
