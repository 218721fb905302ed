import type { InterfaceLanguage } from '@/lib/rules'
import { type Dictionary, panelEnglish, type PanelKey } from './en'

const dictionaries = import.meta.glob<Dictionary<PanelKey>>('./*/panel.json', {
  eager: true,
  import: 'default',
})

/** For the background, which has them all and gives a tab the one that it asks for. */
export const panelDictionary = (language: InterfaceLanguage): Dictionary<PanelKey> =>
  dictionaries[`./${language}/panel.json`] ?? panelEnglish
