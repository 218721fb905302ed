import type { ActionReading } from './action-reading'
import type { PositionReading } from './page-reading'
import { readMarginDialog } from './read-margin-dialog'
import { findOrderForm, readOrderForm } from './read-order-form'
import { selectors } from './selectors'
import { watchWidget } from './watch-widget'

export type WatchActionsOptions = {
  signal: AbortSignal
  onReading: (reading: ActionReading) => void
  /** Those of the table: they tell a dialog in a language without words. */
  positions?: () => readonly PositionReading[]
  /** `false`: dialogs alone are read, and the form, which changes with every price, is left in peace. */
  order?: boolean
}

/** Typing comes letter by letter, previews figure by figure. */
const SETTLE = 100
/** Looks for a form where there is none yet, and for what no mutation tells. */
const SEARCH = 2_000

const nothing: ActionReading = { dialog: null, order: null }

const same = (a: ActionReading, b: ActionReading): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/**
 * Reads what the trader is about to do: now, when they type, and when the form or a dialog changes.
 * Events are listened to in passing, and neither stopped nor changed. A fault is an empty reading.
 */
export const watchActions = (
  root: Document,
  { signal, onReading, positions = () => [], order = true }: WatchActionsOptions,
): void => {
  let last: ActionReading | null = null
  let pending: ReturnType<typeof setTimeout> | null = null
  let search: ReturnType<typeof setTimeout> | null = null
  let form: Element | null = null

  const schedule = () => {
    pending ??= setTimeout(read, SETTLE)
  }
  const inForm = watchWidget(schedule)
  /** Dialogs are put on the body, or into something that has stood there from the beginning. */
  const portals = new MutationObserver(schedule)
  const dialogs = new MutationObserver(schedule)

  const attach = () => {
    if (order) {
      form = form?.isConnected === true ? form : (findOrderForm(root)?.form ?? null)
      inForm.watch(form)
    }
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
      return {
        dialog: readMarginDialog(root, positions()),
        order: order ? readOrderForm(root) : null,
      }
    } catch {
      return nothing
    }
  }

  const read = () => {
    if (pending !== null) clearTimeout(pending)
    pending = null
    if (signal.aborted) return
    if (search !== null) clearTimeout(search)
    const reading = readSafely()
    search = order && form === null ? setTimeout(schedule, SEARCH) : null
    if (last !== null && same(last, reading)) return
    last = reading
    onReading(reading)
  }

  portals.observe(root.body, { childList: true })
  for (const type of ['input', 'change', 'click'] as const) {
    root.addEventListener(type, schedule, { capture: true, passive: true, signal })
  }
  root.defaultView?.addEventListener('resize', schedule, { passive: true, signal })
  signal.addEventListener('abort', () => {
    inForm.watch(null)
    portals.disconnect()
    dialogs.disconnect()
    for (const timer of [pending, search]) if (timer !== null) clearTimeout(timer)
  })
  read()
}
