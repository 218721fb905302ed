import {
  type Box,
  cornerOf,
  defaultPlace,
  overlap,
  type PanelPlace,
  type Size,
} from './panel-place'

/** Between the panel and a part of the page that it keeps clear of, px. */
const GAP_PX = 8

/** A panel of one position in full: with less room it says less than it should. */
const LEAST_HEIGHT_PX = 300

/** Corners to try when the usual place is taken: over the chart, whose middle matters less than its edge. */
const otherPlaces: readonly PanelPlace[] = [
  { fromX: 'right', x: 12, fromY: 'top', y: 108 },
  { fromX: 'left', x: 12, fromY: 'bottom', y: 12 },
  { fromX: 'right', x: 12, fromY: 'bottom', y: 12 },
  { fromX: 'left', x: 12, fromY: 'top', y: 12 },
]

type Question = {
  /** Boxes of the order form and of the tables. */
  keepClear: readonly Box[]
  /** Of the panel with one position. */
  panel: Size
  window: Size
}

/** Where the panel stands on this page as long as nobody has moved it: where it covers least of what is used. */
export const placeOnPage = ({ keepClear, panel, window }: Question): PanelPlace => {
  const covers = (place: PanelPlace): number => {
    const box = { ...cornerOf(place, panel, window), ...panel }
    return keepClear.reduce((sum, part) => sum + overlap(box, part), 0)
  }
  return [defaultPlace, ...otherPlaces].reduce((best, place) =>
    covers(place) < covers(best) ? place : best,
  )
}

/**
 * How high the panel may grow from its place without covering what it keeps clear of, px. `null`: there is
 * no room for one position next to it, and then it is as high as the window lets it be.
 */
export const heightOnPage = (
  place: PanelPlace,
  { keepClear, panel, window }: Question,
): number | null => {
  const corner = cornerOf(place, panel, window)
  const column = { left: corner.left, width: panel.width, top: 0, height: window.height }
  const growsDown = place.fromY === 'top'
  const edge = growsDown ? corner.top : corner.top + panel.height
  const rooms = keepClear
    .filter((part) => overlap(column, { ...part, top: 0, height: window.height }) > 0)
    .map((part) =>
      growsDown ? part.top - edge - GAP_PX : edge - (part.top + part.height) - GAP_PX,
    )
    // What lies on the other side of the place is not grown into.
    .filter((room) => room > 0)
  const room = Math.min(...rooms)
  return rooms.length === 0 || room < LEAST_HEIGHT_PX ? null : room
}
