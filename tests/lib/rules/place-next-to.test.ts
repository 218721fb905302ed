import { describe, expect, test } from 'vitest'
import { placeNextTo } from '@/lib/rules/layout'

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
