import { describe, expect, test } from 'vitest'
import { lineNextTo, placeNextTo, placeOfRemark } from '@/lib/rules/layout'

const window = { width: 1440, height: 900 }
const at = (left: number, top: number, width = 400, height = 420) =>
  placeNextTo({ dialog: { left, top, width, height }, window, width: 300 })

describe('beside a dialog, never over it', () => {
  test('on its right where there is room', () => {
    expect(at(520, 200)).toEqual({ left: 932, top: 200, width: 300, maxHeight: 688 })
  })

  test('else on its left', () => {
    expect(at(1_000, 200)).toMatchObject({ left: 688, top: 200 })
  })

  test('else below, or above', () => {
    expect(at(100, 40, 1_240, 500)).toMatchObject({ top: 552 })
    expect(at(100, 380, 1_240, 500)).toEqual({ left: 100, top: 12, width: 300, maxHeight: 356 })
  })

  test('else narrower, on the wider side', () => {
    const small = (left: number) =>
      placeNextTo({
        dialog: { left, top: 60, width: 400, height: 500 },
        window: { width: 900, height: 620 },
        width: 300,
      })
    expect(small(260)).toEqual({ left: 12, top: 60, width: 236, maxHeight: 548 })
    expect(small(236)).toEqual({ left: 648, top: 60, width: 240, maxHeight: 548 })
  })

  test('nowhere, where a dialog fills the window', () => {
    expect(at(0, 0, 1_440, 900)).toBeNull()
  })

  test('it never reaches out of the window, nor over the dialog', () => {
    for (let left = -50; left < 1_440; left += 97) {
      for (let top = -50; top < 900; top += 83) {
        const place = at(left, top)
        if (place === null) continue
        expect(place.left).toBeGreaterThanOrEqual(0)
        expect(place.left + place.width).toBeLessThanOrEqual(1_440)
        expect(place.top + place.maxHeight).toBeLessThanOrEqual(900)
        const beside = place.left >= left + 400 || place.left + place.width <= left
        const apart = place.top >= top + 420 || place.top + place.maxHeight <= top
        expect(beside || apart).toBe(true)
      }
    }
  })
})

describe('a sentence, where there is no room for figures', () => {
  const small = { width: 760, height: 600 }
  const line = (left: number, top: number, width: number, height: number) =>
    lineNextTo({ dialog: { left, top, width, height }, window: small })

  test('above or below, where there is more', () => {
    expect(line(160, 80, 440, 440)).toEqual({ left: 12, top: 12, width: 736, maxHeight: 56 })
    expect(line(160, 40, 440, 440)).toEqual({ left: 12, top: 492, width: 736, maxHeight: 96 })
  })

  test('else in the column on a side', () => {
    expect(line(160, 20, 440, 560)).toEqual({ left: 12, top: 12, width: 136, maxHeight: 576 })
  })

  test('nowhere, where a dialog fills the window', () => {
    expect(line(0, 0, 760, 600)).toBeNull()
  })
})

describe('the remark to an order', () => {
  const form = { left: 960, top: 60, width: 320, height: 620 }
  const tables = { left: 0, top: 560, width: 960, height: 240 }
  const panel = { left: 12, top: 108, width: 320, height: 300 }
  const size = { width: 300, height: 264 }
  const at = (keepClear: readonly (typeof form)[], window = { width: 1280, height: 800 }) =>
    placeOfRemark({ form, keepClear, remark: size, window })
  const covers = (place: ReturnType<typeof at>, part: typeof form) =>
    place.left < part.left + part.width &&
    part.left < place.left + place.width &&
    place.top < part.top + part.height &&
    part.top < place.top + place.maxHeight

  test('over neither form, order book, tables nor panel, where there is room', () => {
    const wide = { ...form, left: 1280 }
    const place = placeOfRemark({
      form: wide,
      keepClear: [tables, panel],
      remark: size,
      window: { width: 1600, height: 900 },
    })
    const book = { left: 950, top: 0, width: 330, height: 900 }
    expect([wide, book, tables, panel].filter((part) => covers(place, part))).toEqual([])
    // As near to the form as that leaves.
    expect(place.left).toBeGreaterThan(600)
  })

  test('with less room it covers least, and never the form', () => {
    const place = at([tables, panel])
    expect(covers(place, form)).toBe(false)
    const book = { left: 630, top: 0, width: 330, height: 800 }
    expect(covers(place, book)).toBe(false)
  })

  test('in a window that is smaller than it', () => {
    expect(at([], { width: 200, height: 150 })).toMatchObject({ left: 12, top: 12 })
  })
})
