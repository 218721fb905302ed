import type { Word } from './dictionary'
import type { Spelled } from './spellings'

// No folded text holds one of these: `fold` drops them.
const [LINE, WORD, TEXT] = ['\n', ',', '/']

/** Names of the words, then a line for each language: its name, and for each word its texts. */
export const pack = (spelled: readonly Spelled[]): string => {
  const words = [...new Set(spelled.flatMap(({ spellings }) => [...spellings.keys()]))]
  const lines = spelled.map(({ language, spellings }) =>
    [language, ...words.map((word) => (spellings.get(word) ?? []).join(TEXT))].join(WORD),
  )
  return [words.join(WORD), ...lines].join(LINE)
}

export const unpack = (packed: string): Spelled[] => {
  const [first = '', ...lines] = packed.split(LINE)
  const words = first.split(WORD) as Word[]
  return lines.map((line) => {
    const [language = '', ...columns] = line.split(WORD)
    const spellings = words.flatMap((word, at): [Word, string[]][] => {
      const texts = columns[at] ?? ''
      return texts === '' ? [] : [[word, texts.split(TEXT)]]
    })
    return { language, spellings: new Map(spellings) }
  })
}
