import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { en, type MessageKey, type Translation, translation } from '@/lib/i18n'

/** For our own pages, which know every message; the panel knows its own. */
export type PageTranslation = Translation<MessageKey>

export const PageTranslationContext = createContext<PageTranslation>(translation('en', en))

export const usePageTranslation = (): PageTranslation => useContext(PageTranslationContext)
