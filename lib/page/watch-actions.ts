import type { ActionReading, Box } from './action-reading'
import { boxOf } from './box-of'
import { isVisible } from './is-visible'
import type { PositionReading } from './page-reading'
import { readMarginDialog } from './read-margin-dialog'
import { findOrderForm, readOrderForm } from './read-order-form'
import { selectors } from './selectors'
import { watchSubtree } from './dom/watch-subtree'

export type WatchActionsOptions = {
  signal: AbortSignal
  onReading: (reading: ActionReading) => void
  /** Those of the table: they tell a dialog in a language without words. */
  positions?: () => readonly PositionReading[]
}

/** Typing comes letter by letter, previews figure by figure. */
const SETTLE = 100

const nothing: ActionReading = { dialog: null, order: null, dialogs: [] }

/** What fills the window is the veil behind a dialog. */
const VEIL = 0.8

const dialogBoxes = (root: Document): Box[] => {
  const { clientWidth, clientHeight } = root.documentElement
  return [...root.querySelectorAll(selectors.dialog)]
    .filter(isVisible)
    .map(boxOf)
    .filter(({ width, height }) => width < VEIL * clientWidth || height < VEIL * clientHeight)
    .filter(({ width, height }) => width > 0 && height > 0)
}

const same = (a: ActionReading, b: ActionReading): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/**
 * Reads what the trader is about to do: now, when they click or type, and when a dialog changes, or a
 * form in which a size is typed. An empty form, which changes with every price, is left in peace.
 * Events are listened to in passing, and neither stopped nor changed. A fault is an empty reading.
 */
export const watchActions = (
  root: Document,
  { signal, onReading, positions = () => [] }: WatchActionsOptions,
): void => {
  let last: ActionReading | null = null
  let pending: ReturnType<typeof setTimeout> | null = null
  let form: Element | null = null

  const schedule = () => {
    pending ??= setTimeout(read, SETTLE)
  }
  const inForm = watchSubtree(schedule)
  /** Dialogs are put on the body, or into something that has stood there from the beginning. */
  const portals = new MutationObserver(schedule)
  const dialogs = new MutationObserver(schedule)

  const attach = () => {
    form = form?.isConnected === true ? form : (findOrderForm(root)?.form ?? null)
    dialogs.disconnect()
    for (const dialog of root.querySelectorAll(selectors.dialog)) {
      dialogs.observe(dialog, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: ['aria-selected', 'class', 'style', 'hidden'],
      })
      for (let at = dialog.parentElement; at !== null && at !== root.body; at = at.parentElement) {
        dialogs.observe(at, { childList: true })
      }
    }
    for (const portal of root.body.children) portals.observe(portal, { childList: true })
  }

  const readSafely = (): ActionReading => {
    try {
      attach()
      const order = readOrderForm(root)
      inForm.watch(order !== null && 'value' in order.size ? form : null)
      return { dialog: readMarginDialog(root, positions()), order, dialogs: dialogBoxes(root) }
    } catch {
      return nothing
    }
  }

  const read = () => {
    if (pending !== null) clearTimeout(pending)
    pending = null
    if (signal.aborted) return
    const reading = readSafely()
    if (last !== null && same(last, reading)) return
    last = reading
    onReading(reading)
  }

  portals.observe(root.body, { childList: true })
  for (const type of ['input', 'change', 'click'] as const) {
    root.addEventListener(type, schedule, { capture: true, passive: true, signal })
  }
  for (const type of ['resize', 'scroll'] as const) {
    root.defaultView?.addEventListener(type, schedule, { capture: true, passive: true, signal })
  }
  signal.addEventListener('abort', () => {
    inForm.watch(null)
    portals.disconnect()
    dialogs.disconnect()
    if (pending !== null) clearTimeout(pending)
  })
  read()
}
