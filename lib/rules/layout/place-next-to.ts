import type { Box, Size } from './panel-place'

/** In CSS pixels of the window. */
export type Surroundings = {
  dialog: Box
  window: Size
  /** Of what is to be placed, where there is room for it. */
  width: number
}

export type Place = { left: number; top: number; width: number; maxHeight: number }

const GAP = 12
/** Less than this cannot be read. */
const LEAST_HEIGHT = 160
const LEAST_WIDTH = 200

/**
 * Next to a dialog, never over it: on its right, else on its left, else above or below, else narrower on
 * the wider side. `null`: there is no room.
 */
export const placeNextTo = ({ dialog, window, width }: Surroundings): Place | null => {
  const top = Math.max(GAP, Math.min(dialog.top, window.height - GAP - LEAST_HEIGHT))
  const maxHeight = window.height - top - GAP
  const right = dialog.left + dialog.width + GAP
  if (right + width + GAP <= window.width) return { left: right, top, width, maxHeight }
  const left = dialog.left - GAP - width
  if (left >= GAP) return { left, top, width, maxHeight }
  const across = Math.max(GAP, Math.min(dialog.left, window.width - width - GAP))
  const below = dialog.top + dialog.height + GAP
  const fits = across + width + GAP <= window.width
  if (fits && window.height - below - GAP >= LEAST_HEIGHT) {
    return { left: across, top: below, width, maxHeight: window.height - below - GAP }
  }
  const above = dialog.top - GAP - GAP
  if (fits && above >= LEAST_HEIGHT) return { left: across, top: GAP, width, maxHeight: above }

  const onRight = window.width - GAP - right
  const onLeft = dialog.left - GAP - GAP
  const room = Math.min(width, Math.max(onRight, onLeft))
  if (room < LEAST_WIDTH || maxHeight < LEAST_HEIGHT) return null
  return { left: onRight >= onLeft ? right : GAP, top, width: room, maxHeight }
}

/** One sentence: as high above or below a dialog, as wide and high on a side of it. */
const LINE_PX = 44
const COLUMN_PX = { width: 110, height: 120 }

/** Room for a sentence, where there is none for figures: above, below or on a side. `null`: not even that. */
export const lineNextTo = ({ dialog, window }: Omit<Surroundings, 'width'>): Place | null => {
  const width = window.width - 2 * GAP
  const above = dialog.top - 2 * GAP
  const below = window.height - dialog.top - dialog.height - 2 * GAP
  if (Math.max(above, below) >= LINE_PX) {
    return above >= below
      ? { left: GAP, top: GAP, width, maxHeight: above }
      : { left: GAP, top: window.height - GAP - below, width, maxHeight: below }
  }
  const onLeft = dialog.left - 2 * GAP
  const onRight = window.width - dialog.left - dialog.width - 2 * GAP
  const column = Math.max(onLeft, onRight)
  const maxHeight = window.height - 2 * GAP
  if (column < COLUMN_PX.width || maxHeight < COLUMN_PX.height) return null
  return {
    left: onLeft >= onRight ? GAP : window.width - GAP - column,
    top: GAP,
    width: column,
    maxHeight,
  }
}
