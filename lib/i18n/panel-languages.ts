import type { InterfaceLanguage } from '@/lib/rules'
import { type Dictionary, panelEnglish, type PanelKey } from './en'
import { type Texts, withKeys } from './texts'

const languages = import.meta.glob<Texts>('./*/panel.json', {
  eager: true,
  import: 'default',
  query: '?texts',
})

/** For the background, which has all languages and sends each tab the one it asks for. */
export const panelDictionary = (language: InterfaceLanguage): Dictionary<PanelKey> => {
  const texts = languages[`./${language}/panel.json`]
  return texts === undefined ? panelEnglish : withKeys(texts, panelEnglish)
}
