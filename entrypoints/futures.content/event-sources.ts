import { sendMessage } from '@/lib/messages'
import { onSelfCheckAsked } from '@/lib/tab-messages'
import {
  type PositionReading,
  watchActions,
  watchLanguages,
  watchPage,
  watchTheme,
} from '@/lib/page'
import type { Size } from '@/lib/rules/layout'
import {
  appearanceItem,
  limitsItem,
  placesItem,
  waitingLimitsItem,
  watchLedger,
} from '@/lib/storage'
import type { LedgerAnswer } from '@/lib/storage/ledger'
import { type Dispatch, saying } from '@/lib/store'
import type { Happening } from './loop/event'
import type { Beginning } from './loop/state'
import { watchPageParts } from './watch-page-parts'

const windowSize = ({ documentElement, defaultView }: Document): Size => ({
  width: documentElement.clientWidth,
  height: defaultView?.innerHeight ?? documentElement.clientHeight,
})

/** What is stored, at the start. */
export const readBeginning = async (document: Document): Promise<Beginning> => {
  const [limits, waiting, appearance, places] = await Promise.all([
    limitsItem.read(),
    waitingLimitsItem.read(),
    appearanceItem.read(),
    placesItem.read(),
  ])
  return {
    at: Date.now(),
    limits: limits.value,
    waiting: waiting.value.waiting,
    appearance: appearance.value,
    places: places.value,
    window: windowSize(document),
  }
}

/** The count is why the panel is there: the first picture waits for it this long, and no longer. Chosen. */
const LEDGER_PATIENCE_MS = 150

/** What the ledger knows before this tab tells it anything; `undefined`: nobody has answered in time. */
export const askLedger = (): Promise<LedgerAnswer | undefined> =>
  Promise.race([
    sendMessage({ type: 'ledger' }).catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, LEDGER_PATIENCE_MS)),
  ])

type SourceOptions = {
  document: Document
  /** In which the panel is drawn. */
  root: Element
  signal: AbortSignal
  private: boolean
  positions: () => readonly PositionReading[]
  dispatch: Dispatch<Happening>
}

/** The panel as it stands; `null`: folded, or not there. */
const boxOfPanel = (root: Element) =>
  [...root.children].find(({ localName }) => localName === 'section')?.getBoundingClientRect() ??
  null

/** Everything that can happen, until the signal ends it. */
export const watchSources = (options: SourceOptions): void => {
  const { document, root, signal, positions, private: isPrivate } = options
  const on = saying(options.dispatch)
  const ends = [
    limitsItem.watch(on((limits) => ({ type: 'limits', limits }))),
    waitingLimitsItem.watch(on(({ waiting }) => ({ type: 'waiting-limits', waiting }))),
    appearanceItem.watch(on((appearance) => ({ type: 'appearance', appearance }))),
    placesItem.watch(on((places) => ({ type: 'places', places }))),
    onSelfCheckAsked(on(() => ({ type: 'self-check-asked' }))),
    // What other windows do is none of a private one's business, and its own ledger is no item of the disk.
    ...(isPrivate ? [] : [watchLedger(on(() => ({ type: 'ledger-written' })))]),
  ]
  for (const end of ends) signal.addEventListener('abort', end)

  const onResize = on(() => ({ type: 'window', size: windowSize(document) }))
  document.defaultView?.addEventListener('resize', onResize, { passive: true, signal })
  // While the tab slept the background has put a "?" on the badge.
  const onAwake = on(() => ({ type: 'badge-unknown' }))
  for (const type of ['resume', 'visibilitychange']) {
    document.addEventListener(type, onAwake, { signal })
  }
  watchTheme(document, { signal, onTheme: on((theme) => ({ type: 'page-theme', theme })) })
  watchLanguages(document, {
    signal,
    onLanguages: on((tags) => ({ type: 'languages', tags: [...tags, ...navigator.languages] })),
  })
  watchActions(document, {
    signal,
    positions,
    onReading: on((action) => ({ type: 'action', action, panel: boxOfPanel(root) })),
  })
  watchPageParts(document, {
    root,
    signal,
    onBoxes: on((boxes) => ({ type: 'page-parts', boxes })),
  })
  watchPage(document, { signal, onReading: on((reading) => ({ type: 'reading', reading })) })
}
