import { expect, test } from 'vitest'
import { pageDictionary } from '@/lib/i18n'
import type { InterfaceLanguage } from '@/lib/rules/settings'

/** An ordinary space lets a line begin with the mark: "votre limite" and, below it, ": 2". */
const breaks: Partial<Record<InterfaceLanguage, RegExp>> = {
  fr: / [:;?!»%]|« /,
  es: / %/,
  ru: / %/,
  uk: / %/,
}

test.each(Object.entries(breaks))('%s: no line begins with a mark', async (language, mark) => {
  const texts = Object.entries(await pageDictionary(language as InterfaceLanguage))
  expect(texts.filter(([, text]) => mark.test(text))).toEqual([])
})
