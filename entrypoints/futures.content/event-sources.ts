import { chooseLanguage } from '@/lib/i18n'
import { askLanguage, sendMessage } from '@/lib/messages'
import { onSelfCheckAsked } from '@/lib/tab-messages'
import {
  type PositionReading,
  readLanguages,
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

/** The page's languages and the browser's, most wanted first. */
const languageTags = (ofPage: readonly string[]) => [...ofPage, ...navigator.languages]

/** The first picture waits this long for what the background knows, and no longer. Chosen. */
const PATIENCE_MS = 150

const inTime = <T>(answer: Promise<T>): Promise<T | null> =>
  Promise.race([
    answer.catch(() => null),
    new Promise<null>((resolve) => {
      setTimeout(resolve, PATIENCE_MS, null)
    }),
  ])

/** What is stored and known at the start: the first picture has the count, and the trader's language. */
export const readBeginning = async (
  document: Document,
): Promise<{ beginning: Beginning; ledger: LedgerAnswer | null }> => {
  const asked = inTime(sendMessage({ type: 'ledger' }))
  const [limits, waiting, appearance, places] = await Promise.all([
    limitsItem.read(),
    waitingLimitsItem.read(),
    appearanceItem.read(),
    placesItem.read(),
  ])
  const tags = languageTags(readLanguages(document))
  const language = chooseLanguage(appearance.value.language, tags)
  const dictionary = language === 'en' ? null : await inTime(askLanguage(language))
  const ledger = (await asked) ?? null
  const beginning = {
    at: Date.now(),
    limits: limits.value,
    waiting: waiting.value.waiting,
    appearance: appearance.value,
    places: places.value,
    window: windowSize(document),
    words: { tags, dictionary },
  }
  return { beginning, ledger }
}

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
  const onAwake = on(() => ({ type: 'badge-unknown', because: 'asleep' }))
  for (const type of ['resume', 'visibilitychange']) {
    document.addEventListener(type, onAwake, { signal })
  }
  watchTheme(document, { signal, onTheme: on((theme) => ({ type: 'page-theme', theme })) })
  watchLanguages(document, {
    signal,
    onLanguages: on((tags) => ({ type: 'languages', tags: languageTags(tags) })),
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
