import { describe, expect, test } from 'vitest'
import {
  cornerOf,
  movedBy,
  type PanelPlace,
  placeClearOf,
  placeFor,
  windowClass,
} from '@/lib/rules/layout'
import { generator } from '../margin/simulation/positions'

const window = { width: 1440, height: 900 }
const panel = { width: 340, height: 400 }
const at = (left: number, top: number) => placeFor({ ...panel, left, top }, window)

describe('where it was let go', () => {
  test('it is held to the nearer edges', () => {
    expect(at(200, 150)).toEqual({ fromX: 'left', x: 200, fromY: 'top', y: 150 })
    expect(at(900, 450)).toEqual({ fromX: 'right', x: 200, fromY: 'bottom', y: 50 })
  })
  test('near an edge it snaps to it, beyond it as well', () => {
    expect(at(5, 25)).toEqual({ fromX: 'left', x: 12, fromY: 'top', y: 12 })
    expect(at(-300, 2_000)).toEqual({ fromX: 'left', x: 12, fromY: 'bottom', y: 12 })
    expect(at(27, 28)).toMatchObject({ x: 12, y: 28 })
  })
  test('in the middle it is held to the left and to the top', () => {
    expect(at(550, 250)).toEqual({ fromX: 'left', x: 550, fromY: 'top', y: 250 })
    expect(at(551, 251)).toEqual({ fromX: 'right', x: 549, fromY: 'bottom', y: 249 })
  })
  test('where there is hardly room it keeps half of it', () => {
    const tight = { width: 350, height: 900 }
    expect(placeFor({ ...panel, left: 3, top: 150 }, tight).x).toBe(5)
  })
  test('it hangs on the edge that it is held to, in another window as well', () => {
    const place: PanelPlace = { fromX: 'right', x: 200, fromY: 'bottom', y: 50 }
    expect(cornerOf(place, panel, window)).toEqual({ left: 900, top: 450 })
    expect(cornerOf(place, panel, { width: 1920, height: 1080 })).toEqual({ left: 1380, top: 630 })
  })
})

test('it stays where it was put, and inside of every window', () => {
  const random = generator(3)
  for (let count = 0; count < 3_000; count += 1) {
    const box = { ...panel, left: random() * 1_600 - 200, top: random() * 1_100 - 200 }
    const place = placeFor(box, window)
    const other = { width: 200 + random() * 3_000, height: 120 + random() * 2_000 }
    const corner = cornerOf(place, panel, other)
    expect(corner.left).toBeGreaterThanOrEqual(0)
    expect(corner.top).toBeGreaterThanOrEqual(0)
    if (other.width > panel.width) {
      expect(corner.left + panel.width).toBeLessThanOrEqual(other.width)
    }
    if (other.height > panel.height) {
      expect(corner.top + panel.height).toBeLessThanOrEqual(other.height)
    }
    const here = cornerOf(place, panel, window)
    expect(cornerOf(placeFor({ ...panel, ...here }, window), panel, window)).toEqual(here)
  }
})

test('arrows move it, with Shift to the edge', () => {
  const box = { ...panel, left: 300, top: 300 }
  const once = movedBy(box, window, { dx: 1, dy: 0, far: false })
  expect(cornerOf(once, panel, window).left).toBe(356)
  const left = { ...box, left: 0 }
  expect(movedBy(left, window, { dx: 1, dy: 0, far: true })).toMatchObject({
    fromX: 'right',
    x: 12,
  })
  expect(movedBy(box, window, { dx: 0, dy: 1, far: true })).toMatchObject({
    fromY: 'bottom',
    y: 12,
  })
})

describe('a dialog of the page has the right of way', () => {
  const place: PanelPlace = { fromX: 'left', x: 12, fromY: 'top', y: 108 }
  const pill = { width: 220, height: 34 }
  const clear = (...dialogs: { left: number; top: number; width: number; height: number }[]) =>
    placeClearOf(dialogs, { place, panel: pill, window })

  test('clear of it the panel stays', () => {
    expect(clear({ left: 500, top: 200, width: 400, height: 420 })).toEqual(place)
  })
  test('else it goes to the nearest corner that is', () => {
    const left = { left: 0, top: 90, width: 400, height: 500 }
    expect(clear(left)).toEqual({ fromX: 'left', x: 12, fromY: 'top', y: 12 })
    const whole = { left: 0, top: 0, width: 500, height: 900 }
    expect(clear(whole)).toEqual({ fromX: 'right', x: 12, fromY: 'top', y: 12 })
  })
  test.each([
    ['right', { left: 232, top: 108, width: 50, height: 50 }],
    ['left', { left: 0, top: 108, width: 12, height: 50 }],
    ['below', { left: 12, top: 142, width: 50, height: 50 }],
    ['above', { left: 12, top: 0, width: 50, height: 108 }],
  ])('what only touches it (%s) is not over it', (_, dialog) => {
    expect(clear(dialog)).toEqual(place)
  })
  test('one of two dialogs is enough; the nearest corner is the one next to its own place', () => {
    const low: PanelPlace = { fromX: 'right', x: 40, fromY: 'bottom', y: 200 }
    const dialogs = [
      { left: 1_100, top: 600, width: 340, height: 150 },
      { left: 500, top: 200, width: 100, height: 100 },
    ]
    expect(placeClearOf(dialogs, { place: low, panel: pill, window })).toEqual({
      fromX: 'right',
      x: 12,
      fromY: 'bottom',
      y: 12,
    })
  })
  test('a dialog as large as the window leaves none', () => {
    expect(clear({ left: 0, top: 0, ...window })).toBeNull()
  })
})

test('windows of about one size share a place', () => {
  expect(windowClass({ width: 1440, height: 900 })).toBe(windowClass({ width: 1460, height: 880 }))
  expect(windowClass({ width: 1440, height: 900 })).not.toBe(
    windowClass({ width: 1920, height: 1080 }),
  )
})
