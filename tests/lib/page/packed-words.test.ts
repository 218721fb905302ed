import { expect, test } from 'vitest'
import { pack, unpack } from '@/lib/page/words/pack'
import { spelled } from '@/lib/page/words/spellings'

test('what ships says the same words in the same languages', () => {
  expect(spelled.length).toBeGreaterThan(15)
  expect(unpack(pack(spelled))).toEqual(
    spelled.map(({ language, spellings }) => ({
      language,
      // A word without a text is not there.
      spellings: new Map([...spellings].filter(([, texts]) => texts.length > 0)),
    })),
  )
})

test('no text holds what the texts are divided by', () => {
  const texts = spelled.flatMap(({ spellings }) => [...spellings.values()].flat())
  expect(texts.length).toBeGreaterThan(1000)
  expect(texts.filter((text) => text === '' || /[\n,/]/.test(text))).toEqual([])
})
