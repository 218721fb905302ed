import { only } from '../only'
import type { MarginMode, Side } from '@/lib/margin'
import { normalise } from '../dom/normalise'
import { type Column, columns, type Dictionary, tabs, type Word } from './dictionary'
import { en } from './en'
import { es } from './es'
import { ko } from './ko'
import { moreWords } from './more'
import { buttonsFrom, orderDictionaries } from './order-words'
import { ptBr } from './pt-br'
import { ru } from './ru'
import { tr } from './tr'
import { vi } from './vi'
import { zhCn } from './zh-cn'
import { zhTw } from './zh-tw'

/**
 * The words of all languages in one index. A text of the page is held against all of them, never
 * against "the language of the page": a key without a translation shows English, so that header rows
 * in two languages are normal (page-evidence of 2026).
 */
export const dictionaries: readonly Dictionary[] = [
  ...[en, zhCn, zhTw, ru, tr, vi, es, ptBr, ko],
  ...moreWords,
  ...orderDictionaries,
]

/** "Liq.Price", "Liq. Price" and "liq-price" are one word; "PNL (%ROE)" is "PNL(ROI %)". */
export const fold = (text: string): string =>
  normalise(text)
    .toLowerCase()
    .replace(/[\s.。·\-:：%()[\]（）/|,'’]/g, '')
    .replace(/roe/g, 'roi')

type Entry = { words: Set<Word>; languages: Set<string> }

/** "PNL (ROI %)" loses its bracket where the percentage has a column of its own, or none. */
const withoutPercentage = (word: Word, text: string): string[] => {
  const [, alone] =
    word === 'pnl' ? (/^(.+?)\s*[(（][^()（）]*%[^()（）]*[)）]$/u.exec(text) ?? []) : []
  return alone === undefined ? [] : [alone]
}

const index = new Map<string, Entry>()
for (const { language, seen, unverified } of [...dictionaries, ...buttonsFrom(dictionaries)]) {
  for (const spellings of [seen, unverified]) {
    for (const [word, texts] of Object.entries(spellings) as [Word, readonly string[]][]) {
      for (const text of texts.flatMap((one) => [one, ...withoutPercentage(word, one)])) {
        const entry = index.get(fold(text)) ?? { words: new Set(), languages: new Set() }
        entry.words.add(word)
        entry.languages.add(language)
        index.set(fold(text), entry)
      }
    }
  }
}

const nothing: ReadonlySet<Word> = new Set()

/** Everything that the text means in some language. */
export const wordsIn = (text: string): ReadonlySet<Word> => index.get(fold(text))?.words ?? nothing

export const means = (word: Word, text: string): boolean => wordsIn(text).has(word)

/** The languages in which the text is a word; empty: in none that is known. */
export const languagesOf = (text: string): ReadonlySet<string> =>
  index.get(fold(text))?.languages ?? new Set()

/** The one of these that the text means; two at once mean nothing. */
const among = <W extends Word>(words: readonly W[], text: string): W | null => {
  const known = wordsIn(text)
  return only(words.filter((word) => known.has(word)))
}

/** "Liq.Price(USDT)": some builds print the asset behind the word. */
const withoutAsset = (text: string): string =>
  text.replace(/\s*[([](?:USD[TC1]?|[A-Z0-9]{3,5})[)\]]$/, '')

export const columnOf = (text: string): Column | null =>
  among(columns, text) ?? among(columns, withoutAsset(normalise(text)))

export const marginModeOf = (text: string): MarginMode | null => among(['isolated', 'cross'], text)

export const sideOf = (text: string): Side | null => among(['long', 'short'], text)

export type TabMeaning = { tab: (typeof tabs)[number]; count: number | null }

/** "Positions(2)", "Positions (2)", "Positions". */
export const tabOf = (text: string): TabMeaning | null => {
  const match = /^(.*?)\s*(?:[([](\d{1,4})[)\]]|(?<=\s)(\d{1,4}))?$/u.exec(normalise(text))
  const tab = among(tabs, match?.[1] ?? '')
  const count = match?.[2] ?? match?.[3]
  return tab === null ? null : { tab, count: count === undefined ? null : Number(count) }
}
