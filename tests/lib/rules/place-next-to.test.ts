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

  test('12 px on each side are room enough, and a pixel less is not', () => {
    expect(at(716, 200)).toMatchObject({ left: 1_128 })
    expect(at(717, 200)).toMatchObject({ left: 405 })
    expect(at(324, 200, 1_100)).toMatchObject({ left: 12, top: 200 })
    expect(at(323, 40, 1_100)).toMatchObject({ left: 323, top: 472 })
  })

  test('160 px of height are enough to read it, below or above, and a pixel less is not', () => {
    expect(at(100, 40, 1_240, 676)).toEqual({ left: 100, top: 728, width: 300, maxHeight: 160 })
    expect(at(100, 40, 1_240, 677)).toBeNull()
    expect(at(100, 184, 1_240, 700)).toEqual({ left: 100, top: 12, width: 300, maxHeight: 160 })
    expect(at(100, 183, 1_240, 700)).toBeNull()
    // Next to a dialog far down it begins higher than the dialog.
    expect(at(520, 880)).toMatchObject({ left: 932, top: 728, maxHeight: 160 })
  })

  test('below it stays inside of a narrow window', () => {
    const narrow = (width: number, left: number) =>
      placeNextTo({
        dialog: { left, top: 40, width: 280, height: 300 },
        window: { width, height: 900 },
        width: 300,
      })
    expect(narrow(600, 310)).toEqual({ left: 288, top: 352, width: 300, maxHeight: 536 })
    expect(narrow(324, 20)).toEqual({ left: 12, top: 352, width: 300, maxHeight: 536 })
    expect(narrow(323, 20)).toBeNull()
  })

  test('200 px of width and 160 of height are the least; of two equal sides the right one', () => {
    const on = (left: number, width: number, height = 620) =>
      placeNextTo({
        dialog: { left, top: 60, width, height: 500 },
        window: { width: 900, height },
        width: 300,
      })
    expect(on(224, 652)).toMatchObject({ left: 12, width: 200 })
    expect(on(223, 652)).toBeNull()
    expect(on(250, 400)).toMatchObject({ left: 662, width: 226 })
    expect(on(250, 400, 184)).toMatchObject({ top: 12, maxHeight: 160 })
    expect(on(250, 400, 183)).toBeNull()
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
    expect(line(24, 20, 560, 560)).toEqual({ left: 596, top: 12, width: 152, maxHeight: 576 })
  })

  test('44 px of height make a line, 110 by 120 a column, and a pixel less does not', () => {
    expect(line(160, 68, 440, 508)).toMatchObject({ width: 736, maxHeight: 44 })
    expect(line(160, 67, 440, 508)).toMatchObject({ width: 136 })
    expect(line(134, 20, 560, 560)).toMatchObject({ width: 110 })
    expect(line(133, 20, 560, 560)).toBeNull()
    const low = (height: number) =>
      lineNextTo({
        dialog: { left: 160, top: 20, width: 440, height },
        window: { width: 760, height },
      })
    expect(low(144)).toMatchObject({ width: 136, maxHeight: 120 })
    expect(low(143)).toBeNull()
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

  test('in line with the form, clear of the order book on either side of it', () => {
    // The book takes 330 px next to the form, and places are 24 px apart.
    expect(at([])).toEqual({ left: 324, top: 60, width: 300, maxHeight: 728 })
    const wide = { keepClear: [], remark: size, window: { width: 1600, height: 800 } }
    expect(placeOfRemark({ ...wide, form: { ...form, left: 4 } })).toMatchObject({
      left: 660,
      top: 60,
    })
  })

  test('down to what lies below it, and not to what lies next to it or above it', () => {
    const place = (...keepClear: (typeof form)[]) =>
      placeOfRemark({
        form: { ...form, left: 1280 },
        keepClear,
        remark: size,
        window: { width: 1600, height: 800 },
      })
    const below = { left: 650, top: 500, width: 200, height: 100 }
    const aside = { left: 0, top: 460, width: 300, height: 100 }
    expect(place(below, aside)).toEqual({ left: 636, top: 60, width: 300, maxHeight: 428 })
    const half = { left: 0, top: 0, width: 1600, height: 400 }
    expect(place(half)).toEqual({ left: 636, top: 420, width: 300, maxHeight: 368 })
    expect(place({ ...half, top: 400 })).toEqual({ left: 636, top: 60, width: 300, maxHeight: 328 })
    // What touches its sides is next to it.
    const touching = { ...below, left: 936 }
    expect(place(touching).maxHeight).toBe(728)
    expect(place({ ...below, left: 436 }).maxHeight).toBe(728)
  })
})
