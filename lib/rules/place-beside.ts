/** In CSS pixels of the window. */
export type Surroundings = {
  dialog: { left: number; top: number; width: number; height: number }
  window: { width: number; height: number }
  /** Of what is to be placed. */
  width: number
}

export type Place = { left: number; top: number; maxHeight: number }

const GAP = 12
/** Less than this cannot be read. */
const LEAST_HEIGHT = 160

/**
 * Beside a dialog, never over it: on its right, else on its left, else above or below. `null`: there is
 * no room.
 */
export const placeBeside = ({ dialog, window, width }: Surroundings): Place | null => {
  const top = Math.max(GAP, Math.min(dialog.top, window.height - GAP - LEAST_HEIGHT))
  const maxHeight = window.height - top - GAP
  const right = dialog.left + dialog.width + GAP
  if (right + width + GAP <= window.width) return { left: right, top, maxHeight }
  const left = dialog.left - GAP - width
  if (left >= GAP) return { left, top, maxHeight }
  const across = Math.max(GAP, Math.min(dialog.left, window.width - width - GAP))
  const below = dialog.top + dialog.height + GAP
  if (window.height - below - GAP >= LEAST_HEIGHT) {
    return { left: across, top: below, maxHeight: window.height - below - GAP }
  }
  const above = dialog.top - GAP - GAP
  return above >= LEAST_HEIGHT ? { left: across, top: GAP, maxHeight: above } : null
}
