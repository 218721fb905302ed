import {
  chooseLanguage,
  type Dictionary,
  panelEnglish,
  type PanelKey,
  type Translation,
  translation,
} from '@/lib/i18n'
import type { Appearance, InterfaceLanguage } from '@/lib/rules/settings'
import type { Step } from '@/lib/store'
import type { Effect } from './effect'

/** The words of the panel, in the trader's language or the page's. */
export type Wording = {
  /** Of the page and the browser, most wanted first; BCP 47. */
  tags: readonly string[]
  dictionary: Dictionary<PanelKey>
  translation: Translation
  /** On its way from the background, or here already. */
  wanted: InterfaceLanguage
}

type Wish = Pick<Appearance, 'language' | 'hideAmounts'>

const inWords = (
  language: InterfaceLanguage,
  dictionary: Dictionary<PanelKey>,
  { hideAmounts }: Wish,
): Pick<Wording, 'dictionary' | 'translation'> => ({
  dictionary,
  translation: translation(language, dictionary, { hideAmounts }),
})

/** In the language that is wanted if its words are here already, else in English until they come. */
export const firstWording = (
  { tags, dictionary }: { tags: readonly string[]; dictionary: Dictionary<PanelKey> | null },
  wish: Wish,
): Wording => {
  const wanted = chooseLanguage(wish.language, tags)
  return dictionary === null
    ? { tags, ...inWords('en', panelEnglish, wish), wanted: 'en' }
    : { tags, ...inWords(wanted, dictionary, wish), wanted }
}

/** Follows what the trader and the page want; words other than English are asked for. */
export const followLanguage = (wording: Wording, wish: Wish): Step<Wording, Effect> => {
  const { translation: shown, dictionary, tags, wanted } = wording
  const language = chooseLanguage(wish.language, tags)
  const state =
    wish.hideAmounts === shown.hidesAmounts
      ? wording
      : { ...wording, ...inWords(shown.language, dictionary, wish) }
  if (language === wanted) return { state, effects: [] }
  if (language === 'en') {
    return { state: { ...state, ...inWords('en', panelEnglish, wish), wanted: 'en' }, effects: [] }
  }
  return { state: { ...state, wanted: language }, effects: [{ type: 'load-language', language }] }
}

/** The words that were asked for are here; `null`: nobody had them, and those of before stay. */
export const withDictionary = (
  wording: Wording,
  answer: { language: InterfaceLanguage; dictionary: Dictionary<PanelKey> | null },
  wish: Wish,
): Wording => {
  const { language, dictionary } = answer
  // Another language was wanted in the meantime.
  if (language !== wording.wanted) return wording
  return dictionary === null
    ? { ...wording, wanted: wording.translation.language }
    : { ...wording, ...inWords(language, dictionary, wish) }
}
