import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type InterfaceLanguage, interfaceLanguages } from '@/lib/rules/settings'
import { addsWithoutMargin, bannedWords, glossaryOf } from '../lib/i18n/glossary'

/**
 * The strictest of the stores, read in November 2026: Chrome's and Edge's name 45 letters (Firefox 50), Firefox's
 * summary 250, Edge's description 250 to 10,000. The summary of Chrome and Edge is the manifest's description, whose
 * 132 letters `languages.test.ts` checks.
 */
const NAME_LETTERS = 45
const SUMMARY_LETTERS = 250
const DESCRIPTION_LETTERS = { least: 250, most: 10_000 }

const store = join(import.meta.dirname, '..', '..', 'docs', 'store')

type Listing = { name: string; summary: string; description: string }

const listingOf = (language: InterfaceLanguage): Listing => {
  const file = language === 'en' ? 'listing.md' : join('listings', `${language}.md`)
  const text = readFileSync(join(store, file), 'utf8').replaceAll('\r\n', '\n')
  const section = (title: string) =>
    text.split(`\n## ${title}\n`)[1]?.split('\n## ')[0]?.trim() ?? ''
  return {
    name: /^\*\*Name\*\* (.+)$/m.exec(text)?.[1] ?? '',
    summary: section('Summary'),
    description: section('Description'),
  }
}

/** Heads of what a description is made of: a paragraph, or an item of its list. */
const shapeOf = (description: string): string =>
  description
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (line.startsWith('- ') ? '-' : '¶'))
    .join('')

describe.each(interfaceLanguages)('the listing in %s', (language) => {
  const { name, summary, description } = listingOf(language)

  test('fits the stores', () => {
    expect(name).toBe('Margin Brake')
    expect(name.length).toBeLessThanOrEqual(NAME_LETTERS)
    expect(summary).not.toBe('')
    expect(summary.length).toBeLessThanOrEqual(SUMMARY_LETTERS)
    expect(description.length).toBeGreaterThanOrEqual(DESCRIPTION_LETTERS.least)
    expect(description.length).toBeLessThanOrEqual(DESCRIPTION_LETTERS.most)
  })

  test('says what the English one says, paragraph by paragraph', () => {
    expect(shapeOf(description)).toBe(shapeOf(listingOf('en').description))
  })

  test('keeps to the glossary', () => {
    const glossary = glossaryOf(language)
    const lines = [summary, ...description.split('\n')]
    expect(lines.filter((line) => addsWithoutMargin(line, glossary))).toEqual([])
    expect(lines.flatMap((line) => bannedWords('listing', line, glossary))).toEqual([])
  })

  test('names the exchange in the description, which says whose it is not, and not in the summary', () => {
    expect(description).toMatch(/Binance|币安|幣安|바이낸스/)
    expect(summary).not.toMatch(/Binance|币安|幣安|바이낸스/)
  })
})
