import type { Language, View } from '../../view.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { ko } from './ko.ts'
import { nonsense } from './nonsense.ts'
import { ptBr } from './pt-br.ts'
import { ru } from './ru.ts'
import { tr } from './tr.ts'
import { vi } from './vi.ts'
import type { Dictionary, Words } from './words.ts'
import { zhCn } from './zh-cn.ts'
import { zhTw } from './zh-tw.ts'

export type { Words } from './words.ts'

const dictionaries: Record<Language, Dictionary> = {
  en,
  'zh-CN': zhCn,
  'zh-TW': zhTw,
  ru,
  tr,
  vi,
  es,
  'pt-BR': ptBr,
  ko,
  nonsense,
}

/** How addresses name the languages, where they do not name them as they are. */
const segments: Readonly<Record<string, Language>> = {
  'zh-TC': 'zh-TW',
  'ru-UA': 'ru',
  'es-LA': 'es',
  'es-ES': 'es',
  'es-MX': 'es',
  pt: 'pt-BR',
  qaa: 'nonsense',
}

/** The language of "/zh-CN/futures/…": English where there is none, or one that we do not speak. */
export const languageOfSegment = (segment: string): Language =>
  segments[segment] ??
  Object.keys(dictionaries).find((known): known is Language => known === segment) ??
  'en'

const merge = ({ usual, other = {} }: Dictionary): Words => ({
  ...usual,
  ...other,
  columns: { ...usual.columns, ...other.columns },
  tabs: { ...usual.tabs, ...other.tabs },
})

const spelt = {
  usual: new Map<Language, Words>(),
  other: new Map<Language, Words>(),
}

export const wordsFor = (language: Language, spelling: View['spelling'] = 'usual'): Words => {
  const known = spelt[spelling].get(language)
  if (known !== undefined) return known
  const dictionary = dictionaries[language]
  const words = spelling === 'usual' ? dictionary.usual : merge(dictionary)
  spelt[spelling].set(language, words)
  return words
}
