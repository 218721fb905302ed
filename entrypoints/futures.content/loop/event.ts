import type { Dictionary, PanelKey } from '@/lib/i18n'
import type { Correction } from '@/lib/ledger'
import type { ActionReading, Box, PageReading, PageTheme } from '@/lib/page'
import type { PanelPlace, Size } from '@/lib/rules/layout'
import type { Limits } from '@/lib/rules/limits'
import type { Appearance, InterfaceLanguage, PanelSize, WaitingLimits } from '@/lib/rules/settings'
import type { LedgerAnswer } from '@/lib/storage/ledger'
import type { At } from '@/lib/store'

type WithoutTime<T> = T extends { at: number } ? Omit<T, 'at'> : never

/** All that can happen to the content script. */
export type Happening =
  // The page.
  /** What it shows: after each change, and every second or three without one. */
  | { type: 'reading'; reading: PageReading }
  /** `panel`: where ours stands, for it to make room for a dialog; `null`: folded, or not there. */
  | { type: 'action'; action: ActionReading; panel: Box | null }
  | { type: 'page-theme'; theme: PageTheme }
  /** The page's languages and the browser's, most wanted first. */
  | { type: 'languages'; tags: readonly string[] }
  | { type: 'window'; size: Size }
  /** Where the page has its order form and its tables. */
  | { type: 'page-parts'; boxes: readonly Box[] }
  // The background.
  | { type: 'ledger'; answer: LedgerAnswer }
  /** Somebody has written the ledger; perhaps not because of us. */
  | { type: 'ledger-written' }
  /** `null`: nobody answered, or not with all of the words. */
  | { type: 'dictionary'; language: InterfaceLanguage; dictionary: Dictionary<PanelKey> | null }
  /** It did not arrive, or the page was asleep: nobody knows what it shows. */
  | { type: 'badge-unknown'; because: 'lost' | 'asleep' }
  | { type: 'self-check-asked' }
  // Storage.
  | { type: 'limits'; limits: Limits }
  | { type: 'waiting-limits'; waiting: WaitingLimits }
  | { type: 'appearance'; appearance: Appearance }
  | { type: 'places'; places: Places }
  // The trader, in our panel.
  | { type: 'size'; size: PanelSize }
  | { type: 'move'; place: PanelPlace }
  | { type: 'hide-amounts'; hide: boolean }
  | { type: 'correction'; correction: WithoutTime<Correction> }
  | { type: 'hide-remark' }
  | { type: 'move-remark'; place: PanelPlace }

/** Places of the panel, by the class of the window's size. */
export type Places = Readonly<Record<string, PanelPlace>>

export type Event = At<Happening>
