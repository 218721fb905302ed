import type { PageReading } from './page-reading'
import { readChanged, readPage } from './read-page'
import { emptyMemory } from './reader-memory'
import type { ToldColumn } from './told-column'
import type { MayWait } from './waiting-rows'
import { watchWidget } from './watch-widget'

export type WatchOptions = {
  signal: AbortSignal
  onReading: (reading: PageReading) => void
  now?: () => number
  /** What the trader says of columns, asked anew for every reading. */
  told?: () => readonly ToldColumn[]
  /** Rows of which only the price has moved, and that nobody looks at. */
  mayWait?: MayWait
}

/**
 * Cells of a row may be updated one after the other: a row that does not hold together yet, and whatever
 * is more than figures, is read when the page has drawn breath.
 */
const SETTLE = 60
/** After a rest a change is read before the page draws it, so that both are one frame; then so often. */
const PACE = 80
/** A change is looked at twice: nothing counts before two readings agree. */
const SECOND_LOOK = 300
/** The page builds itself piece by piece: until then, what is not understood is still loading. */
const STARTING = 10_000
/** Finds the pane when there is none yet, and keeps the age of what is shown. */
const HEARTBEAT = 1_000
/** The same while rows wait to be read. */
const CATCH_UP = 400
/** So often everything is read from nothing, for what no mutation tells; */
const WHOLE = 10_000
/** and at most for this part of the time, however long the table is. */
const WHOLE_SHARE = 0.005

/**
 * Reads the page now and whenever the positions widget changes, until the signal ends it. Of a change
 * within cells only the rows are read; of any other the whole page. Timers, not frames, so that a hidden
 * tab goes on; none while there is no position. A fault while reading becomes a reading, never an
 * exception in the page.
 */
export const watchPage = (
  root: Document,
  { signal, onReading, now = Date.now, told = () => [], mayWait = () => false }: WatchOptions,
): void => {
  const startedAt = now()
  const memory = emptyMemory()
  let changed = new Set<Node>()
  let pending: ReturnType<typeof setTimeout> | null = null
  let again: ReturnType<typeof setTimeout> | null = null
  let heartbeat: ReturnType<typeof setTimeout> | null = null
  let lastWhole = Number.NEGATIVE_INFINITY
  let readAt = Number.NEGATIVE_INFINITY
  let wholeEvery = WHOLE
  let understood = false
  let status: PageReading['status'] = 'loading'
  let lastTold: PageReading | null = null

  const schedule = () => {
    if (again !== null) clearTimeout(again)
    again = setTimeout(lookTwice, SETTLE + SECOND_LOOK)
    if (pending !== null) return
    pending = setTimeout(read, SETTLE)
    if (Math.abs(now() - readAt) >= PACE) root.defaultView?.requestAnimationFrame(readInFrame)
  }
  const widget = watchWidget((nodes) => {
    if (nodes === 'elsewhere') lastWhole = Number.NEGATIVE_INFINITY
    else for (const node of nodes) changed.add(node)
    schedule()
  })

  const readParts = (at: number, nodes: Iterable<Node>) =>
    at - lastWhole < wholeEvery ? readChanged(root, at, { memory, changed: nodes, mayWait }) : null

  const readWhole = (at: number): PageReading => {
    lastWhole = at
    const began = performance.now()
    const reading = readPage(root, at, memory)
    widget.watch(memory.panel)
    wholeEvery = Math.max(WHOLE, (performance.now() - began) / WHOLE_SHARE)
    return reading
  }

  const readSafely = (at: number): PageReading | 'same' => {
    const nodes = changed
    changed = new Set()
    try {
      memory.told = told()
      return readParts(at, nodes) ?? readWhole(at)
    } catch (fault) {
      return {
        status: 'unreadable',
        failure: { code: 'fault', detail: fault instanceof Error ? fault.message : String(fault) },
      }
    }
  }

  const beat = () => {
    if (heartbeat !== null) clearTimeout(heartbeat)
    const rests = (status === 'flat' || status === 'hidden') && memory.panel !== null
    // While prices move, every reading takes what has waited; this is for when they stop.
    heartbeat = rests ? null : setTimeout(read, memory.waiting.isEmpty() ? HEARTBEAT : CATCH_UP)
  }

  const partsSafely = (at: number): PageReading | 'same' | null => {
    try {
      memory.told = told()
      return readParts(at, changed)
    } catch {
      return null
    }
  }

  /** What cannot be read from the rows alone, or not without a fault, is left to the timer. */
  const readInFrame = () => {
    if (signal.aborted || pending === null) return
    const at = now()
    const reading = partsSafely(at)
    if (reading === null) return
    changed = new Set()
    tell(reading, at)
  }

  const read = () => {
    if (signal.aborted) return
    const at = now()
    tell(readSafely(at), at)
  }

  /** Nothing has changed since: that is a second look, and whoever waits for one is told so. */
  const lookTwice = () => {
    if (signal.aborted) return
    const at = now()
    const reading = readSafely(at)
    tell(reading === 'same' ? (lastTold ?? reading) : reading, at)
  }

  const tell = (reading: PageReading | 'same', at: number) => {
    if (pending !== null) clearTimeout(pending)
    pending = null
    readAt = at
    if (reading !== 'same') status = reading.status
    beat()
    if (reading === 'same') return
    lastTold = reading
    if (reading.status !== 'unreadable') understood = true
    const starting = !understood && at - startedAt < STARTING
    onReading(starting && reading.status === 'unreadable' ? { status: 'loading' } : reading)
  }

  signal.addEventListener('abort', () => {
    widget.watch(null)
    for (const timer of [pending, again, heartbeat]) if (timer !== null) clearTimeout(timer)
  })
  read()
}
