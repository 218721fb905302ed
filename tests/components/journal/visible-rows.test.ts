import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scrollToRow, visibleRows } from '@/components/journal/visible-rows'

const list = { viewport: 640, rowHeight: 64 }

describe('the rows that must exist', () => {
  test.each([
    ['at the top', 0, 10_000, { first: 0, end: 18 }],
    ['in the middle', 64_000, 10_000, { first: 992, end: 1_018 }],
    ['at the end', 640_000 - 640, 10_000, { first: 9_982, end: 10_000 }],
    ['a short list', 0, 3, { first: 0, end: 3 }],
    ['an empty list', 0, 0, { first: 0, end: 0 }],
    ['scrolled beyond a list that became shorter', 64_000, 4, { first: 4, end: 4 }],
    ['pulled beyond the top', -200, 10_000, { first: 0, end: 18 }],
  ])('%s', (_, scrollTop, count, expected) => {
    expect(visibleRows({ ...list, scrollTop, count })).toEqual(expected)
  })

  test('every row in sight is drawn, and never more than the window and its margins', () => {
    fc.assert(
      fc.property(fc.nat(640_000), fc.integer({ min: 1, max: 10_000 }), (scrollTop, count) => {
        const { first, end } = visibleRows({ ...list, scrollTop, count })
        for (let y = scrollTop; y < scrollTop + list.viewport; y += 32) {
          const row = Math.floor(y / list.rowHeight)
          if (row < count) expect(row >= first && row < end).toBe(true)
        }
        expect(end - first).toBeLessThanOrEqual(27)
      }),
    )
  })
})

describe('where the list is scrolled to for a row', () => {
  test.each([
    ['in sight: nowhere', 5, 0, 0],
    ['below: to the bottom edge', 10, 0, 64],
    ['above: to the top edge', 2, 640, 128],
  ])('%s', (_, row, scrollTop, expected) => {
    expect(scrollToRow(row, { ...list, scrollTop })).toBe(expected)
  })
})
