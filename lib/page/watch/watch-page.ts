import { watchSubtree } from '../dom/watch-subtree'
import type { PageReading } from '../reading'
import { forgetAround } from './around'
import { emptyMemory } from './memory'
import { addChanges, type Changes } from './known-table'
import { type Pace, restAfter } from './pace'
import { readChanged, readPage } from './read-page'

export type WatchOptions = {
  signal: AbortSignal
  onReading: (reading: PageReading) => void
  now?: () => number
}

/** Cells of a row may be written one after the other: what comes within this of a reading is read once more, at once. */
const SETTLE_MS = 60
/**
 * After a rest a change is read in the frame that the page makes for it. In between reading, judging and drawing take
 * this share of the time: twenty positions rest for a second on a slow machine, as long as a mark price stands.
 */
const TICKS: Pace = { share: 0.004, leastMs: 80, longestMs: 2_000 }
/** The page builds and moves its table piece by piece: in between it is read from nothing within this share … */
const REBUILDING: Pace = { share: 0.2, leastMs: SETTLE_MS, longestMs: 1_000 }
/** … and within this one for what no mutation says (a stylesheet, a resize). */
const WHOLE: Pace = { share: 0.001, leastMs: 10_000, longestMs: 30_000 }
/** A change is read once more: the ledger counts nothing before two equal readings. */
const SECOND_READING_MS = 360
/** The page builds itself piece by piece: until then, what is not understood is still loading. */
const STARTING_MS = 10_000
/**
 * Finds the positions when there are none yet, keeps the age of what is shown, and is the second look that the ledger
 * waits for, however long ticks rest: each second, and of hundreds of rows every other one.
 */
const HEARTBEAT: Pace = { share: 0.03, leastMs: 1_000, longestMs: 2_000 }
/** A flat pane says by itself when a position comes; the balance and the mark price, for the next order, do not. */
const FLAT_HEARTBEAT_MS = 3_000

/**
 * Reads the page now and whenever the positions change, until the signal ends it. Of a change within
 * cells only the rows are read; of any other the whole page. Timers stand behind the frames, so that a
 * hidden tab goes on. A fault while reading becomes a reading, never an exception in the page.
 */
export const watchPage = (
  root: Document,
  { signal, onReading, now = () => Date.now() }: WatchOptions,
): void => {
  const startedAt = now()
  const memory = emptyMemory()
  const timers: Partial<Record<'due' | 'second' | 'heartbeat', ReturnType<typeof setTimeout>>> = {}
  const state = {
    changes: new Map() as Changes,
    /** Something else than the figures of known cells has changed, or it is time. */
    wholeAt: Number.NEGATIVE_INFINITY,
    readAt: Number.NEGATIVE_INFINITY,
    /** What the readings of one change took, in milliseconds, and how long what follows in known cells waits for it. */
    spent: 0,
    restUntil: Number.NEGATIVE_INFINITY,
    hasSettled: false,
    dueAt: Number.POSITIVE_INFINITY,
    frameAsked: false,
    understood: false,
    /** Until then the whole page is not read again for what the page is still building. */
    rebuildingUntil: Number.NEGATIVE_INFINITY,
  }

  /** A clock that was set back by hours does not put it off. */
  const isWholeDue = (at: number): boolean =>
    at >= state.wholeAt || state.wholeAt - at > WHOLE.longestMs

  const readWhole = (at: number): PageReading => {
    const began = performance.now()
    const reading = readPage(root, at, memory)
    subtree.watch(memory.scope)
    const cost = performance.now() - began
    state.wholeAt = at + restAfter(cost, WHOLE)
    state.rebuildingUntil = at + restAfter(cost, REBUILDING)
    return reading
  }

  const readSafely = (at: number, isWhole: boolean): PageReading => {
    const { changes } = state
    state.changes = new Map()
    try {
      const parts = isWhole ? null : readChanged(root, at, { memory, changes })
      return parts ?? readWhole(at)
    } catch (fault) {
      state.wholeAt = Number.NEGATIVE_INFINITY
      const detail = fault instanceof Error ? fault.message : String(fault)
      return { status: 'unreadable', failure: { code: 'fault', detail }, outOfSight: [] }
    }
  }

  const read = () => {
    if (signal.aborted) return
    clearTimeout(timers.due)
    delete timers.due
    const [at, began] = [now(), performance.now()]
    const isWhole = isWholeDue(at)
    state.hasSettled = Math.abs(at - state.readAt) <= 2 * SETTLE_MS
    state.readAt = at
    const reading = readSafely(at, isWhole)
    scheduleHeartbeat()
    if (reading.status !== 'unreadable') state.understood = true
    const isStarting = !state.understood && at - startedAt < STARTING_MS
    onReading(isStarting && reading.status === 'unreadable' ? { status: 'loading' } : reading)
    // A whole reading has a share of its own.
    const cost = isWhole ? 0 : performance.now() - began
    state.spent = state.hasSettled ? state.spent + cost : cost
    state.restUntil = at + restAfter(state.spent, TICKS)
  }

  const readAtRest = () => {
    forgetAround(memory)
    read()
  }

  const readWithin = (milliseconds: number) => {
    const dueAt = now() + milliseconds
    if (timers.due !== undefined && state.dueAt <= dueAt) return
    clearTimeout(timers.due)
    timers.due = setTimeout(read, milliseconds)
    state.dueAt = dueAt
  }

  /** Before what follows, which may fail. */
  const scheduleHeartbeat = () => {
    clearTimeout(timers.heartbeat)
    const rest = memory.isFlat ? FLAT_HEARTBEAT_MS : restAfter(state.spent, HEARTBEAT)
    timers.heartbeat = setTimeout(read, rest)
  }

  /** Only what is known to be within cells: the page is still writing what has moved. */
  const readInFrame = () => {
    state.frameAsked = false
    if (signal.aborted || timers.due === undefined || memory.known === null) return
    if (!isWholeDue(now())) read()
  }

  const onChange = (nodes: readonly Node[] | 'elsewhere') => {
    const { known } = memory
    const isTick =
      nodes !== 'elsewhere' && known !== null && addChanges(state.changes, nodes, known)
    if (!isTick) state.wholeAt = Number.NEGATIVE_INFINITY
    clearTimeout(timers.second)
    timers.second = setTimeout(readAtRest, SECOND_READING_MS)
    const left = (isTick ? state.restUntil : state.rebuildingUntil) - now()
    // A clock that was set back makes no rest.
    const rest = left > TICKS.longestMs ? 0 : left
    const isSameChange = isTick && !state.hasSettled && now() - state.readAt <= SETTLE_MS
    readWithin(isSameChange ? SETTLE_MS : Math.max(SETTLE_MS, rest))
    if (state.frameAsked || rest > 0) return
    state.frameAsked = true
    root.defaultView?.requestAnimationFrame(readInFrame)
  }
  const subtree = watchSubtree(onChange)

  signal.addEventListener('abort', () => {
    subtree.watch(null)
    for (const timer of Object.values(timers)) clearTimeout(timer)
  })
  read()
}
