import type { ActionReading, Box } from '../action-reading'
import { isDrawn } from '../dom/visible'
import { watchSubtree } from '../dom/watch-subtree'
import type { PositionReading } from '../reading'
import { selectors } from '../selectors'
import { isVeil, windowBoxes } from './find-dialogs'
import { findOrderForm, formIn, type OrderForm } from './find-order-form'
import { findMarginDialog } from './read-margin-dialog'
import { readOrderForm } from './read-order-form'

export type WatchActionsOptions = {
  signal: AbortSignal
  onReading: (reading: ActionReading) => void
  /** Those of the table: they tell a dialog in a language without words. */
  positions?: () => readonly PositionReading[]
}

/** Typing comes letter by letter, previews figure by figure. */
const SETTLE_MS = 100

/** The page builds itself first: nobody has typed anything yet, and who types or clicks is read at once. */
const FIRST_READING_MS = 2_500

/** The whole page is searched for a form no more often than this: scrolling asks ten times a second. */
const SEARCH_MS = 2_000

const nothing: ActionReading = { dialog: null, order: null, dialogs: [] }

/** Where dialogs stand, with the one that no mark tells. */
const dialogBoxes = (dialogs: ReadonlySet<Element>): Box[] =>
  windowBoxes([...dialogs].filter((element) => isDrawn(element) && !isVeil(element)))

const same = (a: ActionReading, b: ActionReading): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/**
 * The form that was found stands until the page takes it away; its fields are those of now. A search that
 * comes too soon after the last one is made up for: a size may be typed as soon as the form is drawn.
 */
const formFinder = (
  root: Document,
  { again, signal }: { again: () => void; signal: AbortSignal },
) => {
  let form: Element | null = null
  let searchedAt = Number.NEGATIVE_INFINITY
  let later: ReturnType<typeof setTimeout> | undefined
  signal.addEventListener('abort', () => {
    clearTimeout(later)
  })
  return (): OrderForm | null => {
    const known = form?.isConnected === true && isDrawn(form) ? formIn(form) : null
    if (known !== null) return known
    const now = performance.now()
    clearTimeout(later)
    if (now - searchedAt < SEARCH_MS) {
      later = setTimeout(again, searchedAt + SEARCH_MS - now)
      return null
    }
    searchedAt = now
    const found = findOrderForm(root)
    form = found?.form ?? null
    return found
  }
}

/**
 * Reads what the trader is about to do: soon, when they click or type, and when a dialog changes, or a
 * form in which a size is typed. An empty form, which changes with every price, is left in peace.
 * Events are listened to in passing, and neither stopped nor changed. A fault is an empty reading.
 */
export const watchActions = (
  root: Document,
  { signal, onReading, positions = () => [] }: WatchActionsOptions,
): void => {
  let last: ActionReading | null = null
  let pending: ReturnType<typeof setTimeout> | null = null

  const first = setTimeout(() => {
    read()
  }, FIRST_READING_MS)
  const schedule = () => {
    pending ??= setTimeout(read, SETTLE_MS)
  }
  const findForm = formFinder(root, { again: schedule, signal })
  const inForm = watchSubtree(schedule)
  /** Dialogs are put on the body, or into something that has stood there from the beginning. */
  const portals = new MutationObserver(schedule)
  const dialogs = new MutationObserver(schedule)

  const attach = (elements: Iterable<Element>) => {
    dialogs.disconnect()
    for (const dialog of elements) {
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
    const open = new Set(root.querySelectorAll(selectors.dialog))
    try {
      const found = findForm()
      const order = readOrderForm(root, found)
      inForm.watch(order !== null && 'value' in order.size ? (found?.form ?? null) : null)
      const dialog = findMarginDialog(root, positions(), found?.form ?? null)
      if (dialog !== null) open.add(dialog.element)
      return { dialog: dialog?.reading ?? null, order, dialogs: dialogBoxes(open) }
    } catch {
      return nothing
    } finally {
      attach(open)
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
    clearTimeout(first)
    if (pending !== null) clearTimeout(pending)
  })
}
