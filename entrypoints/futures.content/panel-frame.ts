import { PANEL_WIDTH, type PanelFrame } from '@/components/panel-frame'
import { partsToKeepClear } from '@/lib/page'
import {
  type Appearance,
  type Box,
  cornerOf,
  heightOnPage,
  type PanelPlace,
  placeClearOf,
  placeOnPage,
  rememberedPlace,
  windowClass,
} from '@/lib/rules'
import { appearanceItem, placesItem } from '@/lib/storage'

type Options = {
  document: Document
  /** In which the panel is drawn. */
  root: Element
  signal: AbortSignal
  onChange: () => void
}

/** A folded panel, by its style. */
const PILL = { width: 260, height: 34 }
/** One with one position. */
const ONE = { width: PANEL_WIDTH.normal, height: 300 }

/**
 * The page puts its parts up one after the other, and lets the trader drag them: looked for soon after
 * the start, and then so often.
 */
const FIRST_LOOKS_MS = [300, 1_500, 3_000]
const LOOK_MS = 5_000

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height

/** Size and place of the panel: the trader's own, unless a dialog of the page needs the room. */
export const panelFrame = async ({ document, root, signal, onChange }: Options) => {
  const view = document.defaultView ?? window
  const measure = () => ({
    width: document.documentElement.clientWidth,
    height: view.innerHeight,
  })
  let appearance: Appearance = (await appearanceItem.read()).value
  let places = (await placesItem.read()).value
  let around = measure()
  /** Where it went to clear a dialog; `null`: it stands where the trader has put it. */
  let yielded: { place: PanelPlace | null } | null = null

  let keepClear: readonly Box[] = []
  const onPage = () => ({ keepClear, panel: ONE, window: around })
  const ownPlace = (): PanelPlace => rememberedPlace(places, around) ?? placeOnPage(onPage())

  const lookAround = () => {
    around = measure()
    const parts = partsToKeepClear(document)
    if (JSON.stringify(parts) === JSON.stringify(keepClear)) return
    keepClear = parts
    onChange()
  }
  let isUsed = false
  for (const [type, used] of [
    ['pointerenter', true],
    ['focusin', true],
    ['pointerleave', false],
    ['focusout', false],
  ] as const) {
    root.addEventListener(type, () => (isUsed = used), { signal })
  }
  /** Not under the pointer, and not while the trader types in it: a panel that jumps is in the way. */
  const lookWhenIdle = () => {
    if (document.visibilityState === 'visible' && !isUsed) lookAround()
  }
  const change = (part: Partial<Appearance>) => {
    appearance = { ...appearance, ...part }
    onChange()
    // Full storage: it is so in this tab at least.
    appearanceItem.write(appearance).catch(() => undefined)
  }

  const stop = [
    appearanceItem.watch((changed) => {
      appearance = changed
      onChange()
    }),
    placesItem.watch((changed) => {
      places = changed
      onChange()
    }),
  ]
  signal.addEventListener('abort', () => {
    for (const end of stop) end()
  })
  view.addEventListener(
    'resize',
    () => {
      around = measure()
      lookAround()
      onChange()
    },
    { passive: true, signal },
  )
  const looks = [
    ...FIRST_LOOKS_MS.map((after) => setTimeout(lookWhenIdle, after)),
    setInterval(lookWhenIdle, LOOK_MS),
  ]
  signal.addEventListener('abort', () => {
    for (const look of looks) clearInterval(look)
  })

  return {
    appearance: () => appearance,
    /** `null`: a dialog leaves no room for it. */
    current: (): PanelFrame | null => {
      if (yielded !== null && yielded.place === null) return null
      return {
        size: yielded === null ? appearance.size : 'pill',
        place: yielded?.place ?? ownPlace(),
        room: heightOnPage(ownPlace(), onPage()),
        window: around,
        hideAmounts: appearance.hideAmounts,
        onSize: (size) => {
          yielded = null
          change({ size })
        },
        onMove: (place) => {
          yielded = null
          places = { ...places, [windowClass(around)]: place }
          onChange()
          placesItem.write(places).catch(() => undefined)
        },
        onHideAmounts: (hideAmounts) => {
          change({ hideAmounts })
        },
      }
    },
    /** Boxes of the page's open dialogs. Measured only when they change. */
    makeRoomFor: (dialogs: readonly Box[]): void => {
      if (dialogs.length === 0) {
        yielded = null
        return
      }
      if (yielded !== null) {
        const place = yielded.place ?? ownPlace()
        const box = { ...cornerOf(place, PILL, around), ...PILL }
        if (yielded.place !== null && !dialogs.some((dialog) => overlaps(box, dialog))) return
      } else {
        const shown = [...root.children].find(({ localName }) => localName === 'section')
        const box = shown?.getBoundingClientRect()
        if (box === undefined || !dialogs.some((dialog) => overlaps(box, dialog))) return
      }
      yielded = { place: placeClearOf(dialogs, { place: ownPlace(), panel: PILL, window: around }) }
    },
  }
}
