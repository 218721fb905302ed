import { type Appearance, type InterfaceLanguage, interfaceLanguages } from '@/lib/rules/settings'

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

/** What the trader has chosen, else the first of these languages (BCP 47 tags) that we have, or English. */
export const chooseLanguage = (
  chosen: Appearance['language'],
  wanted: readonly string[],
): InterfaceLanguage => {
  if (chosen !== 'auto') return chosen
  return wanted.map(languageOf).find((language) => language !== null) ?? 'en'
}
