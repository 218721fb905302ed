import type { InterfaceLanguage } from '@/lib/rules'
import { type Dictionary, en, pagesEnglish, panelEnglish } from './en'
import { type Texts, withKeys } from './texts'

const parts = import.meta.glob<Texts>('./*/*.json', { import: 'default', query: '?texts' })

/** A whole language, for our own pages; loaded on demand. */
export const pageDictionary = async (language: InterfaceLanguage): Promise<Dictionary> => {
  const texts = async (part: 'panel' | 'pages') => parts[`./${language}/${part}.json`]?.()
  const [panel, pages] = [await texts('panel'), await texts('pages')]
  if (panel === undefined || pages === undefined) return en
  return { ...withKeys(panel, panelEnglish), ...withKeys(pages, pagesEnglish) }
}
