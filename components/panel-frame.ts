import type { PanelPlace, PanelSize, Size } from '@/lib/rules'

/** How much of the panel is shown, where, and what its buttons do to that. */
export type PanelFrame = {
  size: PanelSize
  /** `null`: it stands where it is put, and is not moved. */
  place: PanelPlace | null
  window: Size
  hideAmounts: boolean
  onSize: (size: PanelSize) => void
  onMove: (place: PanelPlace) => void
  onHideAmounts: (hide: boolean) => void
}

const WIDTH = { pill: 260, normal: 340, detailed: 420 } as const

/** CSS of a place: it holds through every change of the window without a line of ours being run. */
export const frameStyle = ({ size, place }: Pick<PanelFrame, 'size' | 'place'>) => {
  if (place === null) return {}
  const { fromX, x, fromY, y } = place
  const room = `calc(100vh - ${String(y)}px - 8px)`
  // The normal panel leaves the page's table of positions in sight.
  const normal = `min(${room}, max(320px, calc(100vh - 420px)))`
  return {
    [fromX]: `clamp(0px, ${String(x)}px, max(0px, calc(100vw - ${String(WIDTH[size])}px)))`,
    [fromY]: `clamp(0px, ${String(y)}px, max(0px, calc(100vh - 48px)))`,
    maxHeight: size === 'normal' ? normal : room,
  }
}
