import type { InterfaceLanguage } from '@/lib/rules'
import { type Dictionary, panelEnglish, type PanelKey } from './en'

const dictionaries = import.meta.glob<Dictionary<PanelKey>>('./*/panel.json', {
  eager: true,
  import: 'default',
})

/** For the background, which has all languages and sends each tab the one it asks for. */
export const panelDictionary = (language: InterfaceLanguage): Dictionary<PanelKey> =>
  dictionaries[`./${language}/panel.json`] ?? panelEnglish
