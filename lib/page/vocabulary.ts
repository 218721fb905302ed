import type { MarginMode, Side } from '@/lib/margin'
import { normalise } from './parse-number'
import { type Column, columns, type Dictionary, tabs, type Word } from './words/dictionary'
import { en } from './words/en'
import { es } from './words/es'
import { ko } from './words/ko'
import { ptBr } from './words/pt-br'
import { ru } from './words/ru'
import { tr } from './words/tr'
import { vi } from './words/vi'
import { zhCn } from './words/zh-cn'
import { zhTw } from './words/zh-tw'

export const dictionaries = [en, zhCn, zhTw, ru, tr, vi, es, ptBr, ko] as const

/** Compared without case, spaces, dots and hyphens: "Liq.Price" and "Liq. Price" are one word. */
export const foldWord = (text: string): string =>
  normalise(text)
    .toLowerCase()
    .replace(/[\s.。\-:]/g, '')

export type TabMeaning = { tab: (typeof tabs)[number]; count: number | null }

export type Vocabulary = {
  language: string
  printsPoint: boolean
  /** The word means what the page calls so, in this language or in English. */
  is: (word: Word, text: string) => boolean
  columnOf: (header: string) => Column | null
  tabOf: (text: string) => TabMeaning | null
  marginModeOf: (text: string) => MarginMode | null
  sideOf: (text: string) => Side | null
  /** Every spelling of a word, folded. */
  spellings: (word: Word) => ReadonlySet<string>
}

const nothing: ReadonlySet<string> = new Set()

/** A language and English, in which a page leaves what nobody has translated. */
const vocabularyFrom = (dictionary: Dictionary): Vocabulary => {
  const known = new Map<Word, Set<string>>()
  for (const { seen, unverified } of new Set([dictionary, en])) {
    for (const spellings of [seen, unverified]) {
      for (const [word, texts] of Object.entries(spellings) as [Word, readonly string[]][]) {
        const set = known.get(word) ?? new Set<string>()
        for (const text of texts) set.add(foldWord(text))
        known.set(word, set)
      }
    }
  }
  const spellings: Vocabulary['spellings'] = (word) => known.get(word) ?? nothing
  /** The one of these that the text means; two at once mean nothing. */
  const among = <W extends Word>(words: readonly W[], folded: string): W | null => {
    const [only, ...others] = words.filter((word) => spellings(word).has(folded))
    return only !== undefined && others.length === 0 ? only : null
  }
  const inBrackets = (text: string): string => foldWord(text).replace(/^\((.*)\)$/, '$1')
  return {
    language: dictionary.language,
    printsPoint: dictionary.printsPoint ?? false,
    spellings,
    is: (word, text) => spellings(word).has(foldWord(text)),
    columnOf: (header) => {
      const folded = foldWord(header)
      // "Liq.Price(USDT)": some builds print the asset behind the word.
      return (
        among(columns, folded) ?? among(columns, folded.replace(/\((?:usd[tc]?|[a-z]{3})\)$/, ''))
      )
    },
    tabOf: (text) => {
      const match = /^(.*?)\s*(?:\((\d+)\))?$/u.exec(normalise(text))
      const tab = among(tabs, foldWord(match?.[1] ?? ''))
      return tab === null
        ? null
        : { tab, count: match?.[2] === undefined ? null : Number(match[2]) }
    },
    marginModeOf: (text) => among(['isolated', 'cross'], inBrackets(text)),
    sideOf: (text) => among(['long', 'short'], inBrackets(text)),
  }
}

const vocabularies: readonly Vocabulary[] = dictionaries.map(vocabularyFrom)

const namesOf = ({ language, alias = [] }: Dictionary): readonly string[] => [
  language.toLowerCase(),
  ...alias,
]

const named = (name: string): Vocabulary[] => {
  const exact = dictionaries.findIndex((one) => namesOf(one).includes(name.toLowerCase()))
  const general = name.toLowerCase().split('-')[0] ?? ''
  const at = exact === -1 ? dictionaries.findIndex((one) => namesOf(one).includes(general)) : exact
  const found = vocabularies[at]
  return found === undefined ? [] : [found]
}

/** "/zh-CN/futures/…" names the language; without such a segment the address says nothing. */
const segmentOf = (pathname: string): string =>
  /^\/([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)\//.exec(pathname)?.[1] ?? ''

/** What the page says of its language, be it one that nobody here speaks; "": nothing. */
export const pageLanguage = (root: Document): string => {
  const said =
    segmentOf(root.location.pathname) || (root.documentElement.getAttribute('lang') ?? '')
  return /^[a-z]{2,3}(?:-[a-z]{2,4})?$/i.test(said) ? said.toLowerCase() : ''
}

/**
 * The vocabularies in the order in which they are worth a try: the language of the address, the one
 * that the document declares, English, and all others.
 */
export const vocabulariesFor = (root: Document): readonly Vocabulary[] => [
  ...new Set([
    ...named(segmentOf(root.location.pathname)),
    ...named(root.documentElement.getAttribute('lang') ?? ''),
    ...vocabularies,
  ]),
]

export const english: Vocabulary = vocabularyFrom(en)

/** Of a language that nobody here speaks, beside what was left in English. */
export const wordless: Vocabulary = { ...english, language: 'unknown', printsPoint: false }
