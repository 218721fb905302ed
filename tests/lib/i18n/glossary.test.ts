import { describe, expect, test } from 'vitest'
import { type Dictionary, en, pageDictionary } from '@/lib/i18n'
import { type InterfaceLanguage, interfaceLanguages } from '@/lib/rules/settings'
import { addsWithoutMargin, bannedWords, glossaryOf, wordPattern } from './glossary'

const dictionaryOf = (language: InterfaceLanguage): Promise<Dictionary> =>
  language === 'en' ? Promise.resolve(en) : pageDictionary(language)

const textsOf = async (language: InterfaceLanguage): Promise<[string, string][]> =>
  Object.entries(await dictionaryOf(language))

describe.each(interfaceLanguages)('%s', (language) => {
  const glossary = glossaryOf(language)

  test('the glossary says how it speaks of adding', () => {
    expect(glossary.adding.length).toBeGreaterThan(0)
    expect(glossary.margin.length).toBeGreaterThan(0)
    expect(glossary.banned.length).toBeGreaterThan(5)
  })

  test('what is added is margin: alone, the word means enlarging the position', async () => {
    const texts = await textsOf(language)
    expect(texts.filter(([, text]) => addsWithoutMargin(text, glossary))).toEqual([])
  })

  test('one term for one thing', async () => {
    const found = (await textsOf(language)).flatMap(([key, text]) =>
      bannedWords(key, text, glossary).map((word) => `${key}: ${word}`),
    )
    expect(found).toEqual([])
  })
})

describe('the texts that the reviews of November 2026 found', () => {
  test.each([
    ['en', 'This would be your first addition to this position.'],
    ['es', 'Ya aportaste antes, y la pérdida sigue ahí.'],
    ['fr', 'Vous avez déjà ajouté, et la perte est toujours là.'],
    ['id', 'Penambahan tidak perlu dan tidak mungkin.'],
    ['ru', 'Вы уже добавляли, а убыток всё ещё здесь.'],
    ['uk', 'Це не було поповненням'],
    ['tr', 'Bir ekleme, sermayenin en çok %10’u, 10× kaldıraç.'],
    ['vi', 'Bạn đã thêm rồi, và khoản lỗ vẫn còn đó.'],
    ['zh-CN', '一再追加，坑越挖越深。'],
    ['zh-TW', '這不是追加'],
    ['ko', '추가 없음, 총 투자금의 최대 5%.'],
  ] as const)('%s, adding without margin: %s', (language, text) => {
    expect(addsWithoutMargin(text, glossaryOf(language))).toBe(true)
  })

  test.each([
    ['ko', 'way.close', '닫기'],
    ['es', 'tool.count', '¿La cuenta está mal?'],
    ['fr', 'record.damaged', 'Le compte recommence.'],
    ['ru', 'tool.count', 'Счёт неверен?'],
    ['ru', 'limit.loosenDelay.why', 'Достаточно, чтобы с этим переспать.'],
    ['uk', 'limit.loosenDelay.why', 'Досить, щоб із цим переспати.'],
    ['tr', 'check.title', 'Öz denetim'],
    ['pt-BR', 'status.not-in-sight', '{read} de {declared} posições à vista'],
    ['id', 'journal.erase.cancel', 'Simpan'],
    ['zh-CN', 'limits.group.holding', '坚持到底'],
  ] as const)('%s, %s: %s', (language, key, text) => {
    expect(bannedWords(key, text, glossaryOf(language))).not.toEqual([])
  })

  test('an increase of the position is no addition of margin', () => {
    expect(addsWithoutMargin('손실 중 추가 진입', glossaryOf('ko'))).toBe(false)
  })
})

test.each([
  ['add', 'add more', true],
  ['add', 'The address', false],
  ['addition*', 'two additions', true],
  ['*ambah*', 'penambahan', true],
  ['cuenta', 'Se cuentan', false],
  ['Осталось: ', 'Осталось: 2', true],
  ['닫', '닫기', true],
])('%s in “%s”: %s', (word, text, expected) => {
  expect(wordPattern(word).test(text)).toBe(expected)
})
