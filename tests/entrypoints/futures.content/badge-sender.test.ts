import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { badgeSender } from '@/entrypoints/futures.content/badge-sender'
import type { Badge } from '@/lib/rules'

const badge = (text: string, change: Partial<Badge> = {}): Badge => ({
  band: 'caution',
  symbol: 'BTCUSDT',
  text,
  ...change,
})

const sender = () => {
  const sent: (Badge | null)[] = []
  const send = (one: Badge | null) => {
    sent.push(one)
    return Promise.resolve()
  }
  const page = new EventTarget()
  const { signal } = new AbortController()
  return { sent, page, show: badgeSender({ send, page, signal }) }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('figures that follow each other are told now and then, the last of them for certain', () => {
  const { sent, show } = sender()
  for (let tick = 0; tick < 10; tick += 1) show(badge(`5.${String(tick)}`), tick * 100)
  expect(sent).toEqual([badge('5.0')])
  vi.advanceTimersByTime(2_000)
  expect(sent).toEqual([badge('5.0'), badge('5.9')])
})

test('another band or another position is told at once, and so is none', () => {
  const { sent, show } = sender()
  show(badge('5.0'), 0)
  show(badge('2.9', { band: 'danger' }), 100)
  show(badge('2.9', { band: 'danger', symbol: 'ETHUSDT' }), 200)
  show(null, 300)
  expect(sent).toHaveLength(4)
})

test('what is shown already is not told again', () => {
  const { sent, show } = sender()
  show(badge('5.0'), 0)
  show(badge('5.0'), 5_000)
  expect(sent).toHaveLength(1)
})

test('after a sleep it is told anew, though nothing has changed', () => {
  const { sent, page, show } = sender()
  show(badge('5.0'), 0)
  page.dispatchEvent(new Event('resume'))
  show(badge('5.0'), 100)
  expect(sent).toEqual([badge('5.0'), badge('5.0')])
  show(null, 200)
  page.dispatchEvent(new Event('resume'))
  show(null, 300)
  expect(sent.slice(2)).toEqual([null, null])
})
