import { expect, test } from 'vitest'
import { findOldWords, oldWordsIn } from './plain-words'

/**
 * What is written in plain words, and stays so: everything that ships, and all documents.
 * `OLD_WORDS=tests npx vitest run --project unit tests/laws/plain-words.test.ts` says what is left elsewhere.
 */
const plain = [
  'bundling',
  'components',
  'entrypoints',
  'lib',
  'tests/docs',
  'tests/lib/i18n',
  'docs',
  'CHANGELOG.md',
  'README.md',
  'CONTRIBUTING.md',
  'PRIVACY.md',
  'SECURITY.md',
]

const described = (places: readonly string[]): string[] =>
  oldWordsIn(places).map(
    ({ file, line, word, instead }) => `${file}:${String(line)} “${word}” → ${instead}`,
  )

test('texts, comments and documents are in plain modern English', () => {
  expect(described(plain)).toEqual([])
})

test.runIf(process.env['OLD_WORDS'])('what is left elsewhere', () => {
  expect(described((process.env['OLD_WORDS'] ?? '').split(','))).toEqual([])
})

test.each([
  ['a.ts', '// the trader is told at once', ['is told']],
  ['a.ts', '/** The how manieth, from 1. */', ['manieth']],
  ['a.ts', "'be it one that nobody speaks'", ['be it']],
  ['a.css', '/* beside the dialog */', ['beside']],
  ['a.md', 'Only the newest version is mended.', ['mended']],
  ['a.md', 'Write `besides`, not `beside`.', []],
  ['a.ts', 'const recommended = besides', []],
  ['a.ts', '// the panel told the page nothing', []],
])('%s: %s', (file, text, words) => {
  expect(findOldWords(file, text).map(({ word }) => word)).toEqual(words)
})
