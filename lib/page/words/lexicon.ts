import { only } from '../only'
import type { MarginMode, Side } from '@/lib/margin'
import { normalise } from '../dom/normalise'
import { isMoney } from './money'
import { buttonTexts } from './button-texts'
import { type Column, columns, tabs, type Word } from './dictionary'
import { fold } from './fold'
import { spelled } from './spellings'

type Entry = { words: Set<Word>; languages: Set<string> }

/**
 * The words of all languages in one index. A text of the page is held against all of them, never
 * against "the language of the page": a key without a translation shows English, so that header rows
 * in two languages are normal (page-evidence of 2026).
 */
const index = new Map<string, Entry>()
for (const { language, spellings } of [...spelled, ...buttonTexts(spelled)]) {
  for (const [word, texts] of spellings) {
    for (const text of texts) {
      const entry = index.get(text) ?? { words: new Set(), languages: new Set() }
      entry.words.add(word)
      if (word === 'markPrice') entry.words.add('mark')
      entry.languages.add(language)
      index.set(text, entry)
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

const ASSET_BEHIND = /\s*[([](\w{3,12})[)\]]$/

/**
 * "Liq.Price(USDT)", "margin balance (usdt)": some builds print the asset behind the word. "PNL (24H)" is another
 * word, and so is "margin (cross)".
 */
export const withoutAsset = (text: string): string => {
  const [behind, asset = ''] = ASSET_BEHIND.exec(text) ?? []
  const isAsset = /^[A-Z][A-Z0-9]+$/.test(asset) || isMoney(asset.toUpperCase())
  return behind !== undefined && isAsset ? text.slice(0, -behind.length) : text
}

export const columnOf = (text: string): Column | null => {
  const bare = withoutAsset(normalise(text))
  return among(columns, text) ?? (bare === text ? null : among(columns, bare))
}

/** "Size / Margin": two titles in one text. */
export const titlesIn = (text: string): string[] => text.split(/\s+\/\s+/)

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
