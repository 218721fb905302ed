import type { PageReading } from './page-reading'
import { readPage } from './read-page'
import { emptyMemory } from './reader-memory'
import type { ToldColumn } from './told-column'

export type WatchOptions = {
  signal: AbortSignal
  onReading: (reading: PageReading) => void
  now?: () => number
  /** What the trader says of columns, asked anew for every reading. */
  told?: () => readonly ToldColumn[]
}

/** Cells of a row are updated one after the other: readings wait for the page to draw breath. */
const SETTLE = 60
/** A change is looked at twice: nothing counts before two readings agree. */
const SECOND_LOOK = 300
/** The page builds itself piece by piece: until then, what is not understood is still loading. */
const STARTING = 10_000
/** Finds the pane when there is none yet, and notices what no mutation of it tells. */
const HEARTBEAT = 1_000

/**
 * Reads the page now and whenever the positions widget changes, until the signal ends it. One
 * observer on the widget, re-attached when the page replaces it; timers, not frames, so that a
 * hidden tab goes on. A fault while reading becomes a reading, never an exception in the page.
 */
export const watchPage = (
  root: Document,
  { signal, onReading, now = Date.now, told = () => [] }: WatchOptions,
): void => {
  let pending: ReturnType<typeof setTimeout> | null = null
  let watched: Element | null = null
  const startedAt = now()
  let lastRead = 0
  let understood = false
  const memory = emptyMemory()

  let again: ReturnType<typeof setTimeout> | null = null

  const schedule = () => {
    pending ??= setTimeout(read, SETTLE)
    if (again !== null) clearTimeout(again)
    again = setTimeout(read, SETTLE + SECOND_LOOK)
  }
  const observer = new MutationObserver(schedule)

  const attach = () => {
    const { panel } = memory
    if (panel === watched) return
    observer.disconnect()
    watched = panel
    if (panel !== null) {
      observer.observe(panel, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: ['aria-selected', 'aria-checked', 'class', 'style', 'hidden'],
      })
    }
  }

  const readSafely = (): PageReading => {
    try {
      memory.told = told()
      const reading = readPage(root, lastRead, memory)
      attach()
      return reading
    } catch (fault) {
      return {
        status: 'unreadable',
        failure: { code: 'fault', detail: fault instanceof Error ? fault.message : String(fault) },
      }
    }
  }

  const read = () => {
    if (pending !== null) clearTimeout(pending)
    pending = null
    if (signal.aborted) return
    lastRead = now()
    const reading = readSafely()
    if (reading.status !== 'unreadable') understood = true
    const starting = !understood && lastRead - startedAt < STARTING
    onReading(starting && reading.status === 'unreadable' ? { status: 'loading' } : reading)
  }

  const heartbeat = setInterval(() => {
    if (now() - lastRead >= HEARTBEAT) schedule()
  }, HEARTBEAT)
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearInterval(heartbeat)
    if (pending !== null) clearTimeout(pending)
    if (again !== null) clearTimeout(again)
  })
  read()
}
