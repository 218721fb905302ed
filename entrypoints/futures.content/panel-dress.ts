import {
  chooseLanguage,
  type Dictionary,
  panelEnglish,
  type PanelKey,
  type Translation,
  translation,
} from '@/lib/i18n'
import { askLanguage } from '@/lib/messages'
import { type PageTheme, watchLanguages, watchTheme } from '@/lib/page'
import type { Appearance, InterfaceLanguage } from '@/lib/rules'
import type { Mount } from './mount-panel'

type Options = {
  document: Document
  mount: Pick<Mount, 'dress'>
  /** What the trader has chosen. */
  appearance: () => Appearance
  signal: AbortSignal
  /** The words are others now. */
  onChange: () => void
}

/** Theme, colours and language of the panel: as chosen, else as the page is. */
export const panelDress = ({ document, mount, appearance, signal, onChange }: Options) => {
  let theme: PageTheme = 'dark'
  let tags: readonly string[] = []
  let dictionary: Dictionary<PanelKey> = panelEnglish
  let speech: Translation = translation('en', panelEnglish)
  /** On its way from the background. */
  let wanted: InterfaceLanguage = 'en'

  const dress = () => {
    const { theme: chosen, palette, hideAmounts } = appearance()
    if (hideAmounts !== speech.hidesAmounts) {
      speech = translation(speech.language, dictionary, { hideAmounts })
    }
    mount.dress({ theme: chosen === 'auto' ? theme : chosen, palette, language: speech.language })
  }

  const speak = async (language: InterfaceLanguage) => {
    if (language === wanted) return
    wanted = language
    const found = language === 'en' ? panelEnglish : await askLanguage(language)
    // Another one was wanted in the meantime, or the page is gone.
    if (wanted !== language || signal.aborted) return
    if (found === null) {
      wanted = speech.language
      return
    }
    dictionary = found
    speech = translation(language, found, { hideAmounts: appearance().hideAmounts })
    dress()
    onChange()
  }

  const follow = () => {
    const { language } = appearance()
    dress()
    void speak(chooseLanguage(language === 'auto' ? [...tags, ...navigator.languages] : [language]))
  }
  watchTheme(document, {
    signal,
    onTheme: (next) => {
      theme = next
      dress()
    },
  })
  watchLanguages(document, {
    signal,
    onLanguages: (next) => {
      tags = next
      follow()
    },
  })
  return {
    speech: () => speech,
    /** The trader has chosen otherwise. */
    follow,
  }
}
