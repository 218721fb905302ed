import type { Correction } from '@/lib/ledger'
import type { PageReading } from '@/lib/page'
import type { Alert } from '@/lib/rules/alerts'
import type { Badge } from '@/lib/rules/panel'
import type { Appearance, InterfaceLanguage } from '@/lib/rules/settings'
import type { Places } from './event'

/** All that the content script does to the world, apart from drawing. */
export type Effect =
  /** Reports what the page shows to the ledger, which decides what is news. */
  | { type: 'observe'; reading: PageReading; at: number }
  /** Notes for the journal and the trader's own corrections, in one message. */
  | { type: 'correct'; corrections: readonly Correction[] }
  | { type: 'ask-ledger' }
  /** A notification or a tone, as the trader wants it. */
  | { type: 'alert'; alert: Alert }
  | { type: 'badge'; badge: Badge | null; language: InterfaceLanguage }
  | { type: 'load-language'; language: InterfaceLanguage }
  | { type: 'save-appearance'; appearance: Pick<Appearance, 'size' | 'hideAmounts'> }
  | { type: 'save-places'; places: Places }
