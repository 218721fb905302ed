import { alerts } from './alerts'
import { journal } from './journal'
import { limits } from './limits'
import { panelEnglish } from './panel-dictionary'
import { popup } from './popup'

/** English: the language that all others are held to. Short, plain, calm; never blames. */
export const en = {
  ...panelEnglish,
  ...limits,
  ...popup,
  ...journal,
  ...alerts,
} as const

export { type PanelKey, panelEnglish } from './panel-dictionary'
export type MessageKey = keyof typeof en
/** A whole language; the panel's part of it is enough for the panel. */
export type Dictionary<Key extends MessageKey = MessageKey> = Readonly<Record<Key, string>>
