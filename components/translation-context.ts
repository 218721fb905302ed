import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { panelEnglish, type Translation, translation } from '@/lib/i18n'

export const TranslationContext = createContext<Translation>(translation('en', panelEnglish))

export const useTranslation = (): Translation => useContext(TranslationContext)
