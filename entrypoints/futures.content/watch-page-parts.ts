import { focusIn } from '@/components/focus-in'
import { type Box, partsToKeepClear, windowBoxes } from '@/lib/page'

type Options = {
  /** In which the panel is drawn. */
  root: Element
  signal: AbortSignal
  onBoxes: (boxes: readonly Box[]) => void
}

/** The page puts its parts up one after the other: looked for at the start and soon after it, … */
const FIRST_LOOKS_MS = [300, 1_500, 3_000]
/** … after each click, which may end a drag, and each other width, which may be another layout, … */
const AFTER_CHANGE_MS = 300
/** … and at this interval. Chosen; a look takes a few milliseconds. */
const LOOK_MS = 20_000

/**
 * When the page puts widgets up or lays them out again, they fly to their places for a fifth of a second: boxes
 * count after they have stood for that time. A panel that makes room for what only passes stands in another corner.
 */
const STILL_MS = 200
/** … and are measured again after a little more than that. */
const MEASURE_AGAIN_MS = 250

const NONE = JSON.stringify([])

/** Where the page has what the panel keeps clear of, whenever that changes. */
export const watchPageParts = (document: Document, { root, signal, onBoxes }: Options): void => {
  let parts: readonly Element[] = []
  let hasPointer = false
  let hasFocus = false
  let seen = { text: NONE, since: 0 }
  let told = NONE
  let nextLook: ReturnType<typeof setTimeout> | undefined
  let nextMeasure: ReturnType<typeof setTimeout> | undefined
  const lookAfter = (delay: number) => {
    clearTimeout(nextLook)
    nextLook = setTimeout(look, delay)
  }
  const measure = () => {
    // A panel that moves under the pointer, or while something is typed in it, is in the way.
    if (hasPointer || hasFocus || focusIn(root)?.localName === 'input') return
    const boxes = windowBoxes(parts)
    const text = JSON.stringify(boxes)
    const now = performance.now()
    if (text !== seen.text) {
      seen = { text, since: now }
      clearTimeout(nextMeasure)
      nextMeasure = setTimeout(measure, MEASURE_AGAIN_MS)
    }
    const isStill = now - seen.since >= STILL_MS
    // The first of them count at once: anything is better than nothing.
    if ((!isStill && told !== NONE) || text === told) return
    told = text
    onBoxes(boxes)
  }
  const sizes = new ResizeObserver(measure)
  const look = () => {
    if (document.visibilityState !== 'visible') return
    parts = partsToKeepClear(document)
    sizes.disconnect()
    for (const part of parts) sizes.observe(part)
    measure()
  }
  // The focus goes from one button to the next with the press on it: the pointer is there all the while.
  // A pointer that leaves ends the focus of its last press as well.
  const onUse = ({ type }: Event) => {
    if (type.startsWith('pointer')) hasPointer = type === 'pointerenter'
    hasFocus = type === 'focusin'
    measure()
  }
  for (const type of ['pointerenter', 'focusin', 'pointerleave', 'focusout']) {
    root.addEventListener(type, onUse, { signal })
  }
  const onChange = () => lookAfter(AFTER_CHANGE_MS)
  // In a tab behind others nothing flies: what stood still there goes on once it is in front.
  const onFront = () => {
    look()
    onChange()
  }
  document.addEventListener('visibilitychange', onFront, { signal })
  document.defaultView?.addEventListener('resize', onChange, { passive: true, signal })
  document.addEventListener('pointerup', onChange, { capture: true, passive: true, signal })
  const timers = [
    ...FIRST_LOOKS_MS.map((after) => setTimeout(look, after)),
    setInterval(look, LOOK_MS),
  ]
  signal.addEventListener('abort', () => {
    sizes.disconnect()
    for (const timer of [...timers, nextLook, nextMeasure]) clearInterval(timer)
  })
  look()
}
