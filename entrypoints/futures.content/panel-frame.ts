import type { PanelFrame } from '@/components/panel-frame'
import {
  type Appearance,
  type Box,
  cornerOf,
  defaultPlace,
  type PanelPlace,
  placeClearOf,
  windowClass,
} from '@/lib/rules'
import { sendMessage } from '@/lib/messages'
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

  const ownPlace = (): PanelPlace => places[windowClass(around)] ?? defaultPlace
  const change = (part: Partial<Appearance>) => {
    appearance = { ...appearance, ...part }
    onChange()
    // Full storage: it is so in this tab at least.
    void sendMessage({ type: 'appearance', change: part }).catch(() => undefined)
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
      onChange()
    },
    { passive: true, signal },
  )

  return {
    appearance: () => appearance,
    /** `null`: a dialog leaves no room for it. */
    current: (): PanelFrame | null => {
      if (yielded !== null && yielded.place === null) return null
      return {
        size: yielded === null ? appearance.size : 'pill',
        place: yielded?.place ?? ownPlace(),
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
