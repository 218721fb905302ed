import type { Box } from '@/lib/page'
import {
  cornerOf,
  heightOnPage,
  overlap,
  PANEL_WIDTH_PX,
  type PanelPlace,
  placeClearOf,
  placeOnPage,
  rememberedPlace,
  type Size,
  windowClass,
} from '@/lib/rules/layout'
import type { Appearance, PanelSize } from '@/lib/rules/settings'
import type { Places } from './event'

/** How much of the panel is shown, and where. */
export type Layout = {
  appearance: Appearance
  places: Places
  window: Size
  /** What of the page is typed in and read: its order form and its tables. */
  keepClear: readonly Box[]
  /** Where it went to clear a dialog; `null`: it stands where the trader has put it. */
  yielded: { place: PanelPlace | null } | null
  /** Where the trader has put the remark to an order; `null`: where it covers least. */
  remarkPlace: PanelPlace | null
}

/** A folded panel in CSS pixels, by its style. */
const PILL_PX = { width: 260, height: 34 }

/** A panel with one position. */
const ONE_PX = { width: PANEL_WIDTH_PX.normal, height: 300 }

const onPage = ({ keepClear, window }: Layout) => ({ keepClear, panel: ONE_PX, window })

const ownPlace = (layout: Layout): PanelPlace =>
  rememberedPlace(layout.places, layout.window) ?? placeOnPage(onPage(layout))

/**
 * Where the panel would stand now; `null`: a dialog leaves no room for it. `room`: how high it may be next to what
 * it keeps clear of, px; `null`: as high as the window.
 */
export const standing = (layout: Layout) => {
  const { appearance, yielded } = layout
  if (yielded === null) {
    const place = ownPlace(layout)
    return { size: appearance.size, place, room: heightOnPage(place, onPage(layout)) }
  }
  return yielded.place === null ? null : { size: 'pill' as const, place: yielded.place, room: null }
}

/** The box that dialogs must not cover: as a pill it is known, else it was measured. */
const boxOf = (layout: Layout, measured: Box | null): Box | null => {
  const { yielded, window } = layout
  if (yielded === null) return measured
  return yielded.place === null ? null : { ...cornerOf(yielded.place, PILL_PX, window), ...PILL_PX }
}

/** Dialogs of the page came, went or moved: the panel folds and stands aside for as long as they are there. */
export const yieldTo = (
  dialogs: readonly Box[],
  { layout, panel }: { layout: Layout; panel: Box | null },
): Layout => {
  if (dialogs.length === 0) return { ...layout, yielded: null }
  const box = boxOf(layout, panel)
  const isClear = box !== null && !dialogs.some((dialog) => overlap(box, dialog) > 0)
  const isNowhere = layout.yielded === null && box === null
  if (isClear || isNowhere) return layout
  const place = placeClearOf(dialogs, {
    place: ownPlace(layout),
    panel: PILL_PX,
    window: layout.window,
  })
  return { ...layout, yielded: { place } }
}

/** The trader wants it there, dialog or no dialog. */
export const movedTo = (layout: Layout, place: PanelPlace): Layout => ({
  ...layout,
  yielded: null,
  places: { ...layout.places, [windowClass(layout.window)]: place },
})

export const resizedTo = (layout: Layout, size: PanelSize): Layout => ({
  ...layout,
  yielded: null,
  appearance: { ...layout.appearance, size },
})

/** The panel with one position, or folded, where it stands; `null`: it is not there. */
export const likelyBoxOfPanel = (layout: Layout): Box | null => {
  const stands = standing(layout)
  if (stands === null) return null
  const size = stands.size === 'pill' ? PILL_PX : ONE_PX
  return { ...cornerOf(stands.place, size, layout.window), ...size }
}
