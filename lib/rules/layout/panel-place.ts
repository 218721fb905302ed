import type { PanelSize } from '../settings/appearance'

/** CSS pixels from the two edges of the window that are nearer. */
export type PanelPlace = {
  fromX: 'left' | 'right'
  x: number
  fromY: 'top' | 'bottom'
  y: number
}

/** Widths of the panel by its style; the pill is as wide as what it says, and this at most. */
export const PANEL_WIDTH_PX = { pill: 380, normal: 320, detailed: 360 } as const satisfies Record<
  PanelSize,
  number
>

export type Size = { width: number; height: number }
export type Box = Size & { left: number; top: number }

/** Next to the chart's tools, clear of the page's head and of its table. */
export const defaultPlace: PanelPlace = { fromX: 'left', x: 12, fromY: 'top', y: 108 }

/** This near an edge, it is meant. */
const SNAP = 28
/** What then stays between. */
const MARGIN = 12

const within = (value: number, room: number): number => Math.max(0, Math.min(value, room))

const nearer = (from: number, room: number): { far: boolean; distance: number } => {
  const inside = within(from, room)
  const far = inside > room / 2
  const distance = Math.round(far ? room - inside : inside)
  return { far, distance: distance < SNAP ? Math.min(MARGIN, Math.round(room / 2)) : distance }
}

/** Where a panel was let go: held to the nearer edges, snapped to those that it nearly touches. */
export const placeFor = (panel: Box, window: Size): PanelPlace => {
  const x = nearer(panel.left, window.width - panel.width)
  const y = nearer(panel.top, window.height - panel.height)
  return {
    fromX: x.far ? 'right' : 'left',
    x: x.distance,
    fromY: y.far ? 'bottom' : 'top',
    y: y.distance,
  }
}

/** The upper left corner of a panel at its place; always inside the window, if it fits at all. */
export const cornerOf = (place: PanelPlace, panel: Size, window: Size) => {
  const roomX = window.width - panel.width
  const roomY = window.height - panel.height
  return {
    left: within(place.fromX === 'left' ? place.x : roomX - place.x, roomX),
    top: within(place.fromY === 'top' ? place.y : roomY - place.y, roomY),
  }
}

/** One arrow key further; with `far`, all the way to the edge. */
export const movedBy = (
  panel: Box,
  window: Size,
  { dx, dy, far }: { dx: -1 | 0 | 1; dy: -1 | 0 | 1; far: boolean },
): PanelPlace => {
  const by = far ? Math.max(window.width, window.height) : 2 * SNAP
  return placeFor({ ...panel, left: panel.left + dx * by, top: panel.top + dy * by }, window)
}

/** Square pixels that two boxes share. */
export const overlap = (a: Box, b: Box): number => {
  const across = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)
  const down = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top)
  return Math.max(0, across) * Math.max(0, down)
}

/**
 * While a dialog of the page is open: the own place if that is clear of it, else the nearest corner that
 * is. `null`: none is.
 */
export const placeClearOf = (
  dialogs: readonly Box[],
  { place, panel, window }: { place: PanelPlace; panel: Size; window: Size },
): PanelPlace | null => {
  const own = cornerOf(place, panel, window)
  const corners = (['left', 'right'] as const).flatMap((fromX) =>
    (['top', 'bottom'] as const).map((fromY): PanelPlace => ({
      fromX,
      x: MARGIN,
      fromY,
      y: MARGIN,
    })),
  )
  const away = (candidate: PanelPlace): number => {
    const { left, top } = cornerOf(candidate, panel, window)
    return Math.hypot(left - own.left, top - own.top)
  }
  return (
    [place, ...corners.sort((a, b) => away(a) - away(b))].find((candidate) => {
      const box = { ...cornerOf(candidate, panel, window), ...panel }
      return !dialogs.some((dialog) => overlap(box, dialog) > 0)
    }) ?? null
  )
}

/** Windows of about one size share a place. */
export const windowClass = ({ width, height }: Size): string =>
  `${String(Math.floor(width / 256))}x${String(Math.floor(height / 256))}`
