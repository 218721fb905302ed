import { type InterfaceLanguage, interfaceLanguages } from '@/lib/rules'

const traditional = (locale: Intl.Locale): boolean =>
  // The exchange's own tag for Traditional Chinese; its region would be the Turks and Caicos Islands.
  locale.region === 'TC' || locale.maximize().script === 'Hant'

const languageOf = (tag: string): InterfaceLanguage | null => {
  try {
    const locale = new Intl.Locale(tag)
    if (locale.language === 'zh') return traditional(locale) ? 'zh-TW' : 'zh-CN'
    return interfaceLanguages.find((each) => each.split('-')[0] === locale.language) ?? null
  } catch {
    // No language tag at all: a page may write anything there.
    return null
  }
}

/** The first of the wanted languages (BCP 47) that the interface has; English where it has none. */
export const chooseLanguage = (wanted: readonly string[]): InterfaceLanguage => {
  for (const tag of wanted) {
    const language = languageOf(tag)
    if (language !== null) return language
  }
  return 'en'
}
