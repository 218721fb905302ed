import type { MissingField } from './page-reading'
import { type CellNumber, hiddenColumn, type Language, numberOf } from './read-cells'
import type { Token } from './text-tokens'
import type { Word } from './words/dictionary'

const bare = (field: MissingField): CellNumber => ({ field, unit: '', signed: false })

const isLabel = (word: Word, text: string, { vocabulary }: Language): boolean =>
  vocabulary.is(word, text)

/** "12.34 USDT", "12.34" and "USDT", or "-- USDT": what stands behind a label. */
const figureBehind = (texts: readonly string[], language: Language): CellNumber => {
  const [figure, unit] = texts
  if (figure === undefined) return bare({ missing: 'unparsed' })
  const alone = numberOf([figure], language)
  if ('value' in alone.field && alone.unit !== '') return alone
  // Not the next label, nor a link.
  if (unit === undefined || !/^[A-Z0-9]{2,12}$/.test(unit)) return alone
  const whole = numberOf([figure, unit], language)
  return 'value' in whole.field && whole.unit !== '' ? whole : alone
}

/** Every figure that stands behind this label, in order. */
export const figuresBehind = (
  word: Word,
  tokens: readonly Token[],
  language: Language,
): CellNumber[] =>
  tokens.flatMap(({ text }, place) =>
    isLabel(word, text, language)
      ? [
          figureBehind(
            tokens.slice(place + 1, place + 3).map((token) => token.text),
            language,
          ),
        ]
      : [],
  )

/** The figure behind a label that stands there once; twice, nobody knows which one is meant. */
export const figureOf = (word: Word, tokens: readonly Token[], language: Language): CellNumber => {
  const [only, ...others] = figuresBehind(word, tokens, language)
  if (only === undefined) return bare(hiddenColumn)
  return others.length === 0 ? only : bare({ missing: 'unknown' })
}
