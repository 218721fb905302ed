import type { Dictionary, PanelKey, Translation } from '@/lib/i18n'
import type { Episode } from '@/lib/ledger'
import type { PageReading, PageTheme } from '@/lib/page'
import type { WarningMemory } from '@/lib/rules/alerts'
import type { EpisodeFacts } from '@/lib/rules/facts'
import { type TickerMemory, tickerMemory } from '@/lib/rules/insight'
import type { Size } from '@/lib/rules/layout'
import type { Limits } from '@/lib/rules/limits'
import { type PanelModel, panelModel } from '@/lib/rules/panel'
import type { Appearance, WaitingLimits } from '@/lib/rules/settings'
import type { LedgerNotice } from '@/lib/storage/ledger'
import { noBadge, type SentBadge } from './badge'
import { type Decision, noDecision } from './decision'
import type { Places } from './event'
import type { Layout } from './layout'
import { firstWording, type Wording } from './wording'

/** Everything that the content script knows. */
export type State = {
  /** When the last event happened, milliseconds since the epoch. */
  at: number
  reading: PageReading
  readingAt: number
  episodes: ReadonlyMap<string, EpisodeFacts>
  /** Ended in the last day or so, the latest first. */
  closed: readonly Episode[]
  notice: LedgerNotice
  /** The ledger was written since it was last heard of. */
  isLedgerOld: boolean
  limits: Limits
  waiting: WaitingLimits
  /** What the panel says, and what the next one remembers: bands and order. */
  model: PanelModel
  warnings: WarningMemory
  /** Read out, once: a risk that has risen, in the words of then. */
  announcement: { text: string; at: number; translation: Translation } | null
  badge: SentBadge
  decision: Decision
  layout: Layout
  /** What the lines over the charts have said: only one is in sight at a time. */
  tickers: TickerMemory
  pageTheme: PageTheme
  wording: Wording
  /** Counts up each time that the self-check is asked for by a key. */
  selfCheckAsked: number
}

/** What is there before anything happens. */
export type Beginning = {
  at: number
  limits: Limits
  waiting: WaitingLimits
  appearance: Appearance
  places: Places
  window: Size
  /** Languages that are wanted, and the words of the first one that we speak; `null`: English, or they are late. */
  words: { tags: readonly string[]; dictionary: Dictionary<PanelKey> | null }
}

export const initialState = (beginning: Beginning): State => {
  const { at, limits, waiting, appearance, places, window, words } = beginning
  const reading: PageReading = { status: 'loading' }
  const episodes = new Map<string, EpisodeFacts>()
  return {
    at,
    reading,
    readingAt: at,
    episodes,
    closed: [],
    notice: null,
    isLedgerOld: false,
    limits,
    waiting,
    model: panelModel({ input: reading, episodes, limits, previous: null, now: at }),
    warnings: new Map(),
    announcement: null,
    badge: noBadge,
    decision: noDecision,
    tickers: tickerMemory(),
    layout: { appearance, places, window, keepClear: [], yielded: null, remarkPlace: null },
    pageTheme: 'dark',
    wording: firstWording(words, appearance),
    selfCheckAsked: 0,
  }
}
