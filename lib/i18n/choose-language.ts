import { type InterfaceLanguage, interfaceLanguages } from '@/lib/rules/settings'

const traditional = (locale: Intl.Locale): boolean =>
  // `zh-TC` is the exchange's tag for Traditional Chinese. As a region, TC is the Turks and Caicos Islands.
  locale.region === 'TC' || locale.maximize().script === 'Hant'

const languageOf = (tag: string): InterfaceLanguage | null => {
  try {
    const locale = new Intl.Locale(tag)
    if (locale.language === 'zh') return traditional(locale) ? 'zh-TW' : 'zh-CN'
    return interfaceLanguages.find((each) => each.split('-')[0] === locale.language) ?? null
  } catch {
    // Not a language tag: a page can write anything there.
    return null
  }
}

/** The first of these languages (BCP 47 tags) that the interface has, or English. */
export const chooseLanguage = (wanted: readonly string[]): InterfaceLanguage => {
  for (const tag of wanted) {
    const language = languageOf(tag)
    if (language !== null) return language
  }
  return 'en'
}
