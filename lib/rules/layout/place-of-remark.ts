import type { Place } from './place-next-to'
import { type Box, overlap, type Size } from './panel-place'

/** Of the exchange's order book, which stands next to the form: about as wide in every layout of 2022–2026. */
const BOOK_PX = 330
const GAP_PX = 12
/** How fine the window is searched. */
const STEP_PX = 24

/** The columns to either side of the form: on one of them prices are read. */
const booksNextTo = ({ left, width }: Box, window: Size): Box[] => [
  { left: left - BOOK_PX, top: 0, width: BOOK_PX, height: window.height },
  { left: left + width, top: 0, width: BOOK_PX, height: window.height },
]

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(1, Math.floor((to - from) / STEP_PX) + 1) }, (_, at) =>
    Math.max(0, from + at * STEP_PX),
  )

type Question = {
  form: Box
  /** Our panel, and what else of the page is read and typed in. */
  keepClear: readonly Box[]
  /** What it is at least. */
  remark: Size
  window: Size
}

/**
 * Where the remark to an order stands: over neither the form nor the order book, tables and panel, and as
 * near to the form as that leaves. Where all is taken, it covers least; the form itself it never covers
 * while any place is free of it.
 */
export const placeOfRemark = ({ form, keepClear, remark, window }: Question): Place => {
  const books = booksNextTo(form, window)
  const cost = (box: Box): readonly [number, number, number] => [
    overlap(box, form),
    [...keepClear, ...books].reduce((sum, part) => sum + overlap(box, part), 0),
    Math.hypot(box.left - form.left, box.top - form.top),
  ]
  const boxes = range(GAP_PX, window.width - remark.width - GAP_PX).flatMap((left) =>
    range(GAP_PX, window.height - remark.height - GAP_PX).map((top) => ({ left, top, ...remark })),
  )
  const costs = boxes.map((box) => ({ box, cost: cost(box) }))
  const { box } = costs.reduce((best, each) => {
    const [a, b] = [each.cost, best.cost]
    return (a[0] - b[0] || a[1] - b[1] || a[2] - b[2]) < 0 ? each : best
  })
  const { left, top, width, height } = box
  // It may be higher, down to what is next below.
  const below = [form, ...keepClear].filter(
    (part) => part.top >= top + height && part.left < left + width && left < part.left + part.width,
  )
  const bottom = Math.min(window.height, ...below.map((part) => part.top))
  return { left, top, width, maxHeight: Math.max(height, bottom - top - GAP_PX) }
}
