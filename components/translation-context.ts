import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { en, type Translation, translation } from '@/lib/i18n'

export const TranslationContext = createContext<Translation>(translation('en', en))

export const useTranslation = (): Translation => useContext(TranslationContext)
