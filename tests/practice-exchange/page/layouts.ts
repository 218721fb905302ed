import { useSyncExternalStore } from 'react'
import type { Layout } from 'react-grid-layout'
import type { Widget } from '../view.ts'

type Size = 'wide' | 'medium' | 'narrow'

export const columnCounts: Record<Size, number> = { wide: 24, medium: 16, narrow: 8 }

const place = (i: Widget, x: number, y: number, w: number, h: number): Layout => ({ i, x, y, w, h })

/** Where the widgets stand before the trader moves them. Rows are eleven pixels high. */
export const layouts: Record<Size, Layout[]> = {
  wide: [
    place('chart', 0, 0, 14, 47),
    place('book', 14, 0, 5, 28),
    place('trades', 14, 28, 5, 19),
    place('form', 19, 0, 5, 29),
    place('account', 19, 29, 5, 18),
    place('panel', 0, 47, 24, 27),
  ],
  medium: [
    place('chart', 0, 0, 10, 47),
    place('form', 10, 0, 6, 29),
    place('account', 10, 29, 6, 18),
    place('panel', 0, 47, 16, 27),
    place('book', 0, 74, 8, 26),
    place('trades', 8, 74, 8, 26),
  ],
  narrow: [
    place('chart', 0, 0, 8, 26),
    place('form', 0, 26, 8, 30),
    place('panel', 0, 56, 8, 29),
    place('account', 0, 85, 8, 18),
    place('book', 0, 103, 8, 26),
    place('trades', 0, 129, 8, 20),
  ],
}

const sizeNow = (): Size => (innerWidth >= 1200 ? 'wide' : innerWidth >= 760 ? 'medium' : 'narrow')

const onResize = (listener: () => void): (() => void) => {
  addEventListener('resize', listener)
  return () => removeEventListener('resize', listener)
}

export const useSize = (): Size => useSyncExternalStore(onResize, sizeNow)
