import { dictionaries } from './dictionaries'
import type { Word } from './dictionary'
import { fold } from './fold'

/** What each word is called in one language, folded. */
export type Spelled = { language: string; spellings: ReadonlyMap<Word, readonly string[]> }

/** "PNL (ROI %)" loses its bracket where the percentage has a column of its own, or none. */
const withoutPercentage = (word: Word, text: string): string[] => {
  const [, alone] =
    word === 'pnl' ? (/^(.+?)\s*[(（][^()（）]*%[^()（）]*[)）]$/u.exec(text) ?? []) : []
  return alone === undefined ? [] : [alone]
}

/** One entry for each language, no text twice. Ships packed (bundling/page-words.ts). */
export const spelled: readonly Spelled[] = [
  ...new Set(dictionaries.map(({ language }) => language)),
].map((language) => {
  const spellings = new Map<Word, string[]>()
  for (const dictionary of dictionaries.filter((one) => one.language === language)) {
    for (const part of [dictionary.seen, dictionary.unverified]) {
      for (const [word, texts] of Object.entries(part) as [Word, readonly string[]][]) {
        const known = spellings.get(word) ?? []
        const all = texts.flatMap((text) => [text, ...withoutPercentage(word, text)])
        spellings.set(word, [...new Set([...known, ...all.map(fold)])])
      }
    }
  }
  return { language, spellings }
})
