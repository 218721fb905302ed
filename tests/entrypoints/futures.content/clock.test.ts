import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { silenceClock } from '@/entrypoints/futures.content/clock'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a second of silence, counted from the last event', () => {
  const seconds = vi.fn()
  const run = silenceClock(new AbortController().signal, seconds)
  run(true)
  vi.advanceTimersByTime(900)
  run(true)
  vi.advanceTimersByTime(900)
  expect(seconds).not.toHaveBeenCalled()
  vi.advanceTimersByTime(100)
  expect(seconds).toHaveBeenCalledOnce()
})

test('silent when it is not needed, and after the end', () => {
  const seconds = vi.fn()
  const life = new AbortController()
  const run = silenceClock(life.signal, seconds)
  run(true)
  run(false)
  vi.advanceTimersByTime(5_000)
  run(true)
  life.abort()
  run(true)
  vi.advanceTimersByTime(5_000)
  expect(seconds).not.toHaveBeenCalled()
})
