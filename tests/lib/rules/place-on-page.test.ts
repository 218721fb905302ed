import { describe, expect, test } from 'vitest'
import {
  type Box,
  cornerOf,
  heightOnPage,
  type PanelPlace,
  placeOnPage,
  rememberedPlace,
} from '@/lib/rules/layout'
import { defaultPlace } from '@/lib/rules/layout/panel-place'

const panel = { width: 320, height: 300 }
/** As the page lays them out at 1280 × 800. */
const window = { width: 1280, height: 800 }
const form: Box = { left: 1014, top: 104, width: 262, height: 315 }
const tables: Box = { left: 4, top: 621, width: 1272, height: 293 }
const clear = (keepClear: readonly Box[], other = window) => ({ keepClear, panel, window: other })

describe('where nobody has moved it', () => {
  test('over the chart, clear of the order form and of the tables', () => {
    expect(placeOnPage(clear([form, tables]))).toEqual(defaultPlace)
    expect(placeOnPage(clear([]))).toEqual(defaultPlace)
  })

  test('a page with its form on the left has it on the right', () => {
    const left = { ...form, left: 4 }
    const place = placeOnPage(clear([left, tables]))
    const { left: at } = cornerOf(place, panel, window)
    expect(place.fromX).toBe('right')
    expect(at).toBeGreaterThan(left.left + left.width)
  })

  test.each<[string, readonly Box[], PanelPlace]>([
    [
      'at the lower left, where the upper half is taken',
      [{ left: 0, top: 10, width: 1280, height: 400 }],
      { fromX: 'left', x: 12, fromY: 'bottom', y: 12 },
    ],
    [
      'at the lower right, where the left is taken as well',
      [
        { left: 0, top: 10, width: 1280, height: 400 },
        { left: 0, top: 480, width: 400, height: 320 },
      ],
      { fromX: 'right', x: 12, fromY: 'bottom', y: 12 },
    ],
    [
      'in the upper left corner, where all below it is taken',
      [{ left: 0, top: 320, width: 1280, height: 480 }],
      { fromX: 'left', x: 12, fromY: 'top', y: 12 },
    ],
    [
      'on the right, where the left is taken',
      [{ left: 0, top: 0, width: 400, height: 800 }],
      { fromX: 'right', x: 12, fromY: 'top', y: 108 },
    ],
  ])('%s', (_, keepClear, place) => {
    expect(placeOnPage(clear(keepClear))).toEqual(place)
  })

  test('where everything is taken it covers the least of it', () => {
    const narrow = { width: 700, height: 480 }
    const whole: Box = { left: 0, top: 200, width: 700, height: 400 }
    const place = placeOnPage(clear([whole], narrow))
    const { top } = cornerOf(place, panel, narrow)
    expect(top).toBeLessThan(200)
  })
})

describe('how high it may grow', () => {
  test('down to the tables, and not over them', () => {
    // 621 − 108 − 8
    expect(heightOnPage(defaultPlace, clear([form, tables]))).toBe(505)
  })

  test('down to the first of what lies below it, whatever lies over it', () => {
    const head: Box = { left: 0, top: 0, width: 1280, height: 100 }
    const first: Box = { left: 200, top: 500, width: 40, height: 40 }
    expect(heightOnPage(defaultPlace, clear([head, tables]))).toBe(505)
    expect(heightOnPage(defaultPlace, clear([tables, first]))).toBe(384)
    // It touches the column, and is next to it.
    expect(heightOnPage(defaultPlace, clear([tables, { ...first, left: 332 }]))).toBe(505)
  })

  test('300 px are room enough', () => {
    expect(heightOnPage(defaultPlace, clear([{ ...tables, top: 416 }]))).toBe(300)
    expect(heightOnPage(defaultPlace, clear([{ ...tables, top: 415 }]))).toBeNull()
  })

  test('up to what lies over it, from the lower edge', () => {
    const low: PanelPlace = { fromX: 'right', x: 12, fromY: 'bottom', y: 12 }
    // The form ends at 419, the panel at 788.
    expect(heightOnPage(low, clear([form]))).toBe(361)
  })

  test('what lies beside it, or on its other side, limits nothing', () => {
    expect(heightOnPage(defaultPlace, clear([form]))).toBeNull()
    const head: Box = { left: 0, top: 0, width: 1280, height: 100 }
    expect(heightOnPage(defaultPlace, clear([head]))).toBeNull()
  })

  test('without room for one position it is as high as the window lets it be', () => {
    const high = { ...tables, top: 380 }
    expect(heightOnPage(defaultPlace, clear([high]))).toBeNull()
  })
})

describe('where it was put', () => {
  const here: PanelPlace = { fromX: 'right', x: 40, fromY: 'bottom', y: 30 }
  const there: PanelPlace = { fromX: 'left', x: 200, fromY: 'top', y: 60 }

  test('it is after a window has become a little wider or lower', () => {
    const places = { '5x3': here }
    for (const [width, height] of [
      [1280, 800],
      [1535, 1023],
      [1536, 800],
      [1279, 700],
      [683, 400],
      [3840, 2160],
    ] as const) {
      expect(rememberedPlace(places, { width, height })).toEqual(here)
    }
  })

  test('of two windows each has its own, and a third the nearer one’s', () => {
    const places = { '5x3': here, '15x8': there }
    expect(rememberedPlace(places, { width: 1300, height: 820 })).toEqual(here)
    expect(rememberedPlace(places, { width: 3_900, height: 2_100 })).toEqual(there)
    expect(rememberedPlace(places, { width: 3_000, height: 1_800 })).toEqual(there)
  })

  test('never moved, it has none', () => {
    expect(rememberedPlace({}, window)).toBeNull()
  })
})
