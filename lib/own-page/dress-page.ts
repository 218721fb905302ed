import {
  chooseLanguage,
  type MessageKey,
  pageDictionary,
  type Translation,
  translation,
} from '@/lib/i18n'
import type { Appearance, InterfaceLanguage } from '@/lib/rules/settings'
import { appearanceItem } from '@/lib/storage'

/** How a page of ours looks and speaks now. */
export type PageDress = {
  appearance: Appearance
  theme: 'dark' | 'light'
  speech: Translation<MessageKey>
}

const languageOf = ({ language }: Appearance) => chooseLanguage(language, navigator.languages)

const speechIn = async (language: InterfaceLanguage) =>
  translation(language, await pageDictionary(language))

/**
 * Dresses a page of ours as the trader has chosen (`auto`: as the system is), and again whenever the choice or
 * the system changes. Settled when the page is dressed for the first time.
 */
export const dressPage = async (
  titleOf: (speech: Translation<MessageKey>) => string,
  onDress: (dress: PageDress) => void,
): Promise<void> => {
  const light = matchMedia('(prefers-color-scheme: light)')
  let appearance = (await appearanceItem.load()).value
  let speech: Translation<MessageKey> | null = null

  const dress = async () => {
    const { theme: chosen, palette } = appearance
    const theme = chosen === 'auto' ? (light.matches ? 'light' : 'dark') : chosen
    const { dataset } = document.documentElement
    dataset['theme'] = theme
    dataset['palette'] = palette
    const language = languageOf(appearance)
    const spoken = speech?.language === language ? speech : await speechIn(language)
    // Chosen otherwise while it was loaded.
    if (language !== languageOf(appearance)) return
    speech = spoken
    document.documentElement.lang = language
    document.title = titleOf(spoken)
    onDress({ appearance, theme, speech: spoken })
  }
  light.addEventListener('change', () => void dress())
  appearanceItem.watch((changed) => {
    appearance = changed
    void dress()
  })
  await dress()
}
