import { PANEL_WIDTH_PX, type PanelPlace, type Size } from '@/lib/rules/layout'
import type { PanelSize } from '@/lib/rules/settings'

/** How much of the panel is shown, where, and what its buttons do to that. */
export type PanelFrame = {
  size: PanelSize
  /** `null`: it stands where it is put, and is not moved. */
  place: PanelPlace | null
  /** What is left of the page next to its order form and tables, px; `null`: the window is the limit. */
  room?: number | null
  window: Size
  hideAmounts: boolean
  onSize: (size: PanelSize) => void
  onMove: (place: PanelPlace) => void
  onHideAmounts: (hide: boolean) => void
}

/** CSS of a place: it holds through every change of the window without a line of ours being run. */
export const frameStyle = ({
  size,
  place,
  room = null,
}: Pick<PanelFrame, 'size' | 'place' | 'room'>) => {
  if (place === null) return {}
  const { fromX, x, fromY, y } = place
  // A pill is held to its edge: nobody knows how wide it is before it is drawn.
  const width = size === 'pill' ? 120 : PANEL_WIDTH_PX[size]
  const window = `calc(100vh - ${String(y)}px - 8px)`
  return {
    [fromX]: `clamp(0px, ${String(x)}px, max(0px, calc(100vw - ${String(width)}px)))`,
    [fromY]: `clamp(0px, ${String(y)}px, max(0px, calc(100vh - 48px)))`,
    maxHeight: room === null || size === 'detailed' ? window : `min(${window}, ${String(room)}px)`,
  }
}
