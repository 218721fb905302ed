import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { oldWords } from './old-words'

export type Finding = { file: string; line: number; word: string; instead: string }

const root = join(import.meta.dirname, '..', '..')

/** Documents name words in inline code when they speak about them. */
const withoutInlineCode = (text: string): string => text.replace(/`[^`\n]*`/g, '')

/** Old words in one text, with their lines. */
export const findOldWords = (file: string, text: string): Finding[] =>
  text.split('\n').flatMap((whole, index) => {
    const line = file.endsWith('.md') ? withoutInlineCode(whole) : whole
    return oldWords.flatMap(({ pattern, instead }) => {
      const word = new RegExp(pattern.source, 'i').exec(line)?.[0]
      return word === undefined ? [] : [{ file, line: index + 1, word, instead }]
    })
  })

/** Of files and folders, by their path from the root. */
export const oldWordsIn = (places: readonly string[]): Finding[] =>
  places
    .flatMap((place) =>
      /\.\w+$/.test(place)
        ? [place]
        : globSync(`${place}/**/*.{ts,tsx,css,md,html}`, { cwd: root }),
    )
    .flatMap((file) => findOldWords(file, readFileSync(join(root, file), 'utf8')))
