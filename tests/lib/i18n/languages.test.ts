import { describe, expect, test } from 'vitest'
import {
  chooseLanguage,
  type Dictionary,
  en,
  formatMessage,
  type MessageKey,
  pageDictionary,
  panelDictionary,
  panelEnglish,
} from '@/lib/i18n'
import { type InterfaceLanguage, interfaceLanguages } from '@/lib/rules/settings'
import { namesIn } from './names-in'

const others = interfaceLanguages.filter((language) => language !== 'en')
const files = import.meta.glob<Record<string, string>>('@/lib/i18n/*/*.json', {
  eager: true,
  import: 'default',
})

/** The same in another language, word for word, and rightly so: names, units, terms of the trade. */
const sameIsRight =
  /^[^\p{L}]*$|^(name|unit\.|side\.|mode\.|field\.|bar\.|check\.|order\.|journal\.)/u
const longEnough = (message: string) => message.split(' ').length > 4

/** Every number that a plural could be asked for. */
const counts = [0, 1, 2, 3, 4, 5, 6, 11, 12, 19, 21, 22, 25, 100, 101, 1_000_000]

describe.each(others)('%s', (language: InterfaceLanguage) => {
  const whole: Partial<Dictionary> = {
    ...files[`/lib/i18n/${language}/panel.json`],
    ...files[`/lib/i18n/${language}/pages.json`],
  }

  test('every message of English, and no other', () => {
    expect(Object.keys(whole).sort()).toEqual(Object.keys(en).sort())
    expect(panelDictionary(language)).toEqual(files[`/lib/i18n/${language}/panel.json`])
  })

  test('each wants what the English one wants, and can be filled in for every number', () => {
    const faults: string[] = []
    for (const key of Object.keys(en) as MessageKey[]) {
      const message = whole[key] ?? ''
      const names = namesIn(message)
      if (names.join() !== namesIn(en[key]).join()) faults.push(`${key} wants ${names.join()}`)
      for (const count of counts) {
        const given = Object.fromEntries(names.map((name) => [name, count]))
        const text = formatMessage(message, given, language)
        if (text.trim() === '' || /[{}#]|\s{2}/.test(text)) faults.push(`${key}: “${text}”`)
      }
    }
    // At once: fifty thousand expectations take longer than everything that they are about.
    expect(faults).toEqual([])
  })

  test('nothing is left in English, nothing is cut off, and the name stays', () => {
    const untouched = (Object.keys(en) as MessageKey[]).filter(
      (key) => whole[key] === en[key] && longEnough(en[key]) && !sameIsRight.test(key),
    )
    expect(untouched).toEqual([])
    expect(whole.name).toBe('Margin Brake')
    for (const [key, message] of Object.entries(whole)) {
      expect(message, key).not.toMatch(/^\s|\s$|\uFFFD/)
    }
  })

  test('the browser’s own texts fit where they stand', () => {
    // What the stores take.
    expect(whole['manifest.description']?.length).toBeLessThanOrEqual(132)
    expect(whole['manifest.description']).not.toMatch(/binance|币安|幣安|바이낸스/i)
  })

  test('our own pages load it when it is wanted', async () => {
    expect(await pageDictionary(language)).toEqual(whole)
  })
})

test('the words for margin and for size are never one: adding margin is not adding to the position', () => {
  for (const language of others) {
    const { 'lesson.not-size': lesson, 'warning.POSITION_INCREASED_WHILE_LOSING.detail': detail } =
      panelDictionary(language)
    expect(lesson).not.toBe('')
    expect(detail).not.toBe(panelEnglish['warning.POSITION_INCREASED_WHILE_LOSING.detail'])
  }
})

test.each([
  [['zh-CN'], 'zh-CN'],
  [['zh'], 'zh-CN'],
  [['zh-Hans-HK'], 'zh-CN'],
  [['zh-TC'], 'zh-TW'],
  [['zh-HK'], 'zh-TW'],
  [['zh-Hant'], 'zh-TW'],
  [['ru-UA'], 'ru'],
  [['uk-UA'], 'uk'],
  [['pt'], 'pt-BR'],
  [['pt-PT'], 'pt-BR'],
  [['es-LA'], 'es'],
  [['en-IN'], 'en'],
  [['in'], 'id'],
  [['id-ID'], 'id'],
  [['de', 'fr-CA'], 'fr'],
  [['de'], 'en'],
  [['', 'not a tag', 'ko'], 'ko'],
  [[], 'en'],
] as const)('wanted %j: %s', (wanted, language) => {
  expect(chooseLanguage('auto', wanted)).toBe(language)
})
