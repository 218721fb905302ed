import { alerts } from './alerts'
import { journal } from './journal'
import { journalEvents } from './journal-events'
import { limits } from './limits'
import { panelEnglish } from './panel-dictionary'
import { popup } from './popup'
import { settings } from './settings'
import { welcome } from './welcome'

/** What our own pages say, besides the panel’s texts. */
export const pagesEnglish = {
  ...limits,
  ...popup,
  ...journal,
  ...journalEvents,
  ...alerts,
  ...settings,
  ...welcome,
} as const

/** English, the source of every other language. Short, plain and calm; it never blames. */
export const en = { ...panelEnglish, ...pagesEnglish } as const

export { type PanelKey, panelEnglish } from './panel-dictionary'
export type MessageKey = keyof typeof en
export type PagesKey = keyof typeof pagesEnglish
/** A whole language; the panel's part of it is enough for the panel. */
export type Dictionary<Key extends MessageKey = MessageKey> = Readonly<Record<Key, string>>
