import glossaryText from '@/lib/i18n/glossary.md?raw'
import type { InterfaceLanguage } from '@/lib/rules/settings'

/** A word that must not occur; `keys`: only in texts of these keys, `null`: in all. */
export type Banned = { word: string; pattern: RegExp; keys: readonly RegExp[] | null; why: string }

export type Glossary = {
  /** Words that speak of adding, and what is no such word though it looks like one. */
  adding: readonly RegExp[]
  except: readonly RegExp[]
  margin: readonly RegExp[]
  banned: readonly Banned[]
}

/** Han and Hangul put no space between words, so a word is found anywhere in the text. */
const hasNoSpaces = /[\p{Script=Han}\p{Script=Hangul}]/u

/** `word*`, `*word`: the star stands for the rest of a word. */
export const wordPattern = (word: string): RegExp => {
  const inner = word.replace(/^\*|\*$/g, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  if (hasNoSpaces.test(word)) return new RegExp(inner, 'u')
  const start = word.startsWith('*') ? '' : '(?<!\\p{L})'
  const end = word.endsWith('*') || !/\p{L}$/u.test(word) ? '' : '(?!\\p{L})'
  return new RegExp(start + inner + end, 'iu')
}

const wordsIn = (text: string): string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)

const keyPattern = (key: string): RegExp =>
  new RegExp(`^${key.replaceAll('\\', '').replaceAll('.', '\\.').replace('*', '.*')}$`)

const bannedIn = (cell: string): Banned[] =>
  cell.split(';').flatMap((entry) => {
    const [said = '', why = ''] = entry.split(' – ')
    const [words = '', keys] = said.split('` in ')
    return wordsIn(keys === undefined ? words : `${words}\``).map((word) => ({
      word,
      pattern: wordPattern(word),
      keys: keys === undefined ? null : keys.trim().split(/\s+/).map(keyPattern),
      why: why.trim(),
    }))
  })

const section = (language: string): string => {
  const text = glossaryText.split(/^## /m).find((part) => part.startsWith(`${language}\n`))
  if (text === undefined) throw new Error(`the glossary has no section "${language}"`)
  return text
}

/** What the glossary says of one language. */
export const glossaryOf = (language: InterfaceLanguage): Glossary => {
  const lines = section(language).split('\n')
  const rule = lines.find((line) => line.startsWith('Adding: ')) ?? ''
  const [adding = '', margin = ''] = rule.split('Margin: ')
  const [speaks = '', except = ''] = adding.split(', except ')
  const rows = lines.filter((line) => line.startsWith('|')).slice(2)
  return {
    adding: wordsIn(speaks).map(wordPattern),
    except: wordsIn(except).map(wordPattern),
    margin: wordsIn(margin).map(wordPattern),
    banned: rows.flatMap((row) => bannedIn(row.split('|')[3] ?? '')),
  }
}

/** It speaks of adding, and does not say that margin is added. */
export const addsWithoutMargin = (text: string, { adding, except, margin }: Glossary): boolean => {
  const rest = except.reduce((left, word) => left.replace(word, ''), text)
  return adding.some((word) => word.test(rest)) && !margin.some((word) => word.test(text))
}

/** The banned words of a text, with the reason where there is one. */
export const bannedWords = (key: string, text: string, { banned }: Glossary): string[] =>
  banned
    .filter(
      ({ pattern, keys }) => pattern.test(text) && (keys?.some((one) => one.test(key)) ?? true),
    )
    .map(({ word, why }) => (why === '' ? word : `${word} (${why})`))
