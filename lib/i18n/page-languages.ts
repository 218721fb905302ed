import type { InterfaceLanguage } from '@/lib/rules'
import { type Dictionary, en } from './en'

const parts = import.meta.glob<Partial<Dictionary>>('./*/*.json', { import: 'default' })

/** A whole language, for our own pages; loaded on demand. */
export const pageDictionary = async (language: InterfaceLanguage): Promise<Dictionary> => {
  const load = async (part: string) => (await parts[`./${language}/${part}.json`]?.()) ?? {}
  return { ...en, ...(await load('panel')), ...(await load('pages')) }
}
