import { type Box, partsToKeepClear } from '@/lib/page'

type Options = {
  /** In which the panel is drawn. */
  root: Element
  signal: AbortSignal
  onBoxes: (boxes: readonly Box[]) => void
}

/** The page puts its parts up one after the other: looked for soon after the start, … */
const FIRST_LOOKS_MS = [300, 1_500, 3_000]
/** … after each click, which may end a drag, … */
const AFTER_CLICK_MS = 300
/** … and at this interval. Chosen; a look takes a few milliseconds. */
const LOOK_MS = 20_000

/** Where the page has what the panel keeps clear of, whenever that changes. */
export const watchPageParts = (document: Document, { root, signal, onBoxes }: Options): void => {
  let isUsed = false
  let last = '[]'
  for (const [type, used] of [
    ['pointerenter', true],
    ['focusin', true],
    ['pointerleave', false],
    ['focusout', false],
  ] as const) {
    root.addEventListener(type, () => (isUsed = used), { signal })
  }
  const look = () => {
    // A panel that moves under the pointer, or while something is typed in it, is in the way.
    if (document.visibilityState !== 'visible' || isUsed) return
    const boxes = partsToKeepClear(document)
    const text = JSON.stringify(boxes)
    if (text === last) return
    last = text
    onBoxes(boxes)
  }
  document.defaultView?.addEventListener('resize', look, { passive: true, signal })
  let afterClick: ReturnType<typeof setTimeout> | undefined
  document.addEventListener(
    'pointerup',
    () => {
      clearTimeout(afterClick)
      afterClick = setTimeout(look, AFTER_CLICK_MS)
    },
    { capture: true, passive: true, signal },
  )
  const timers = [
    ...FIRST_LOOKS_MS.map((after) => setTimeout(look, after)),
    setInterval(look, LOOK_MS),
  ]
  signal.addEventListener('abort', () => {
    for (const timer of [...timers, afterClick]) clearInterval(timer)
  })
}
