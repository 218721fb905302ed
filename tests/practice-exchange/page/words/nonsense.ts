import { en } from './en.ts'
import type { Dictionary, Words } from './words.ts'

/** A script that no interface uses (Tifinagh), one letter per letter of the invented words. */
const SCRIPT: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('aeioudfghkmnpqrtvxz').map((letter, index) => [
    letter,
    String.fromCodePoint(0x2d30 + index),
  ]),
)
const ONSETS = ['z', 'v', 'q', 'x', 'kh', 'gr', 'pt', 'dz', 'fn', 'mr']
const VOWELS = ['a', 'e', 'i', 'o', 'u']
const CODAS = ['', 'k', 'm', 'zz', 'q', 'x', 'v']

/** FNV-1a: the same word is always invented in the same way. */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return value
}

const pickBy = (value: number, list: readonly string[]): string => list[value % list.length] ?? ''

const syllable = (value: number): string =>
  pickBy(value, ONSETS) +
  pickBy(Math.floor(value / 10), VOWELS) +
  pickBy(Math.floor(value / 50), CODAS)

/** "Liq" and "liq" are one word; a capital stays a capital. */
const inventWord = (word: string): string => {
  const value = hash(word.toLowerCase())
  const invented = syllable(value % 350) + syllable(Math.floor(value / 350) % 350)
  return /^\p{Lu}/u.test(word) ? invented.charAt(0).toUpperCase() + invented.slice(1) : invented
}

/** Every word is replaced; digits, percent signs, slashes, brackets and dots stay. */
export const invent = (text: string): string => text.replace(/\p{L}+/gu, inventWord)

const inScript = (text: string): string =>
  invent(text)
    .toLowerCase()
    .replace(/\p{L}/gu, (letter) => SCRIPT[letter] ?? letter)

const translate = (words: Words, change: (text: string) => string): Words => {
  const changed = <T extends object>(group: T): T =>
    Object.fromEntries(
      Object.entries(group).map(([name, text]) => [
        name,
        typeof text === 'string' ? change(text) : changed(text as object),
      ]),
    ) as T
  return changed(words)
}

/** A language that nobody knows: all of English, word by word, in invented words. */
export const nonsense: Dictionary = {
  usual: translate(en.usual, invent),
  other: translate(en.usual, inScript),
}
