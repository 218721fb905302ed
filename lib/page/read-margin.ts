import type { MarginMode } from '@/lib/margin'
import { type CellNumber, type Language, noCell, numberOf } from './read-cells'
import { drawnTexts } from './text-tokens'

export type MarginCell = { margin: CellNumber; marginMode: MarginMode | 'unknown' }

/** "160.12 USDT(Isolated)" is two texts in one. */
const apart = (text: string): string[] => {
  const match = /^(.*\S)\s*(\([^()\d]+\))$/u.exec(text)
  return match === null ? [text] : match.slice(1)
}

/** A mode in a language that nobody here speaks. */
const isWordInBrackets = (text: string): boolean => /^\([^()\d]*\p{L}[^()\d]*\)$/u.test(text)

/**
 * "160.12 USDT" with "(Isolated)" or "(Cross)" as a text of its own. Without the word the mode is
 * unknown: an edit icon or its absence proves nothing.
 */
export const readMargin = (cell: Element | undefined, language: Language): MarginCell => {
  if (cell === undefined) return { margin: noCell, marginMode: 'unknown' }
  const { marginModeOf } = language.vocabulary
  const texts = drawnTexts(cell).flatMap(apart)
  const modes = texts.flatMap((text) => marginModeOf(text) ?? [])
  const [mode, ...others] = modes
  return {
    margin: numberOf(
      texts.filter((text) => marginModeOf(text) === null && !isWordInBrackets(text)),
      language,
    ),
    marginMode: mode !== undefined && others.length === 0 ? mode : 'unknown',
  }
}
