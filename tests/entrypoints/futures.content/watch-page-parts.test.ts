// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchPageParts } from '@/entrypoints/futures.content/watch-page-parts'
import * as page from '@/lib/page'

vi.mock('@/lib/page', () => ({ partsToKeepClear: () => [], windowBoxes: vi.fn(() => []) }))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('the panel stays where it is under the pointer, and while something is typed in it', () => {
  const root = document.body.appendChild(document.createElement('div'))
  const field = root.appendChild(document.createElement('input'))
  const told: number[] = []
  const control = new AbortController()
  const boxAt = (left: number) => {
    vi.mocked(page.windowBoxes).mockReturnValue([{ left, top: 0, width: 10, height: 10 }])
    vi.advanceTimersByTime(21_000)
  }
  watchPageParts(document, {
    root,
    signal: control.signal,
    onBoxes: (boxes) => told.push(...boxes.map(({ left }) => left)),
  })
  boxAt(1)
  root.dispatchEvent(new Event('pointerenter'))
  boxAt(2)
  field.focus()
  root.dispatchEvent(new Event('pointerleave'))
  boxAt(2)
  expect(told).toEqual([1])
  field.blur()
  boxAt(2)
  expect(told).toEqual([1, 2])
  control.abort()
})

test('a press takes the focus from another button, under the pointer: the panel stays where it is', () => {
  const root = document.body.appendChild(document.createElement('div'))
  const onBoxes = vi.fn()
  const control = new AbortController()
  const boxAt = (left: number) =>
    vi.mocked(page.windowBoxes).mockReturnValue([{ left, top: 0, width: 10, height: 10 }])
  boxAt(1)
  watchPageParts(document, { root, signal: control.signal, onBoxes })
  vi.advanceTimersByTime(4_000)
  // Seen before the pointer came, and still there behind it.
  boxAt(2)
  document.dispatchEvent(new Event('visibilitychange'))
  for (const type of ['pointerenter', 'focusin']) root.dispatchEvent(new Event(type))
  vi.advanceTimersByTime(1_000)
  root.dispatchEvent(new Event('focusout'))
  expect(onBoxes).toHaveBeenCalledTimes(1)
  root.dispatchEvent(new Event('pointerleave'))
  expect(onBoxes).toHaveBeenCalledTimes(2)
  control.abort()
})

test('a tab that comes to the front is looked at again when its widgets have landed', () => {
  const told: number[] = []
  const control = new AbortController()
  const boxAt = (left: number) =>
    vi.mocked(page.windowBoxes).mockReturnValue([{ left, top: 0, width: 10, height: 10 }])
  boxAt(1)
  watchPageParts(document, {
    root: document.body,
    signal: control.signal,
    onBoxes: (boxes) => told.push(...boxes.map(({ left }) => left)),
  })
  vi.advanceTimersByTime(4_000)
  document.dispatchEvent(new Event('visibilitychange'))
  boxAt(2)
  vi.advanceTimersByTime(1_000)
  expect(told).toEqual([1, 2])
  control.abort()
})
