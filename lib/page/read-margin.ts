import type { MarginMode } from '@/lib/margin'
import type { NumberStyle } from './parse-number'
import { type CellNumber, hiddenColumn, numberOf } from './read-cells'
import { textTokens } from './text-tokens'
import { marginModeOf } from './words'

export type MarginCell = { margin: CellNumber; marginMode: MarginMode | 'unknown' }

/**
 * "160.12 USDT" with "(Isolated)" or "(Cross)" as a text of its own. Without the word the mode is
 * unknown: an edit icon or its absence proves nothing.
 */
export const readMargin = (cell: Element | undefined, style: NumberStyle): MarginCell => {
  if (cell === undefined) {
    return { margin: { field: hiddenColumn, unit: '', signed: false }, marginMode: 'unknown' }
  }
  const texts = textTokens(cell).map(({ text }) => text)
  const modes = texts.flatMap((text) => marginModeOf(text) ?? [])
  const [mode, ...others] = modes
  return {
    margin: numberOf(
      texts.filter((text) => marginModeOf(text) === null),
      style,
    ),
    marginMode: mode !== undefined && others.length === 0 ? mode : 'unknown',
  }
}
