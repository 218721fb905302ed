import type { Word } from './dictionary'
import type { Spelled } from './spellings'

/** "B" and "L" are badges, and part of no button. */
const isBadge = (text: string): boolean => /^[a-z]$/.test(text)

/**
 * The buttons of the order form are put together from two words: "Buy/Long", "Open Long", "Long Aç",
 * "매수/롱". What is known in parts is known as a whole.
 */
export const buttonTexts = (spelled: readonly Spelled[]): Spelled[] =>
  spelled.map(({ language }) => {
    // "Long" and "Short" are English in half of the languages.
    const own = spelled.filter((one) => [language, 'en'].includes(one.language))
    const of = (word: Word): string[] =>
      own.flatMap(({ spellings }) => spellings.get(word) ?? []).filter((text) => !isBadge(text))
    const pairs = (first: readonly string[], second: readonly string[]): string[] =>
      first.flatMap((a) => second.flatMap((b) => (a === b ? [] : [a + b, b + a])))
    const [longs, shorts] = [of('long'), of('short')]
    const [opens, closes] = [of('openAction'), of('closeAction')]
    const spellings = new Map<Word, string[]>([
      ['buyLong', pairs(longs, longs)],
      ['sellShort', pairs(shorts, shorts)],
      ['openLong', pairs(opens, longs)],
      ['openShort', pairs(opens, shorts)],
      ['closeLong', pairs(closes, longs)],
      ['closeShort', pairs(closes, shorts)],
    ])
    return { language, spellings }
  })
