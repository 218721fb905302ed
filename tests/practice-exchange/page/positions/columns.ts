import type { Column, View } from '../../view.ts'
import type { Skin } from '../skins/skin.ts'
import type { Words } from '../words/index.ts'
import type { ShownColumn } from './shown-column.ts'

/** What the cells need, in pixels; a long header word asks for more. */
const cellWidths: Record<Column, number> = {
  symbol: 176,
  size: 122,
  entryPrice: 100,
  breakEvenPrice: 100,
  markPrice: 96,
  liquidationPrice: 96,
  marginRatio: 88,
  margin: 130,
  pnl: 116,
  funding: 116,
  close: 200,
  pnlClose: 96,
  reverse: 76,
  positionStops: 168,
  partialStops: 72,
}

/** A generous estimate at 12 px: ideographs and syllables are square, capitals wide. */
const textWidth = (text: string): number =>
  Array.from(text).reduce(
    (sum, letter) =>
      sum +
      (/[\u1100-\u11ff\u2e80-\uffef]/u.test(letter) ? 12.5 : /\p{Lu}/u.test(letter) ? 8.6 : 6.9),
    0,
  )

const HEADER_ROOM = 26
/** Two fields, and the gaps between them and the buttons. */
const CLOSE_ROOM = 176

/** Amounts with all the digits of a coin ask for more than the usual ones. */
const amountWidth = ({ coinDigits }: View): number =>
  coinDigits === '8' ? textWidth('-0.00000000 BTC') + 2 * HEADER_ROOM : 0

/** What a cell needs for the words in it. */
const wordsWidth = (column: Column, view: View, words: Words): number => {
  switch (column) {
    case 'close':
      return textWidth(words.market) + textWidth(words.limit) + CLOSE_ROOM
    case 'reverse':
      return textWidth(words.reverse) + HEADER_ROOM
    case 'symbol':
      return cellWidths.symbol + Math.max(0, textWidth(words.perp) - 28)
    case 'margin':
      return Math.max(
        view.marginMode === 'glued'
          ? textWidth(`1,000.00 USDT(${words.isolated})`) + HEADER_ROOM
          : 0,
        amountWidth(view),
      )
    case 'size':
    case 'pnl':
    case 'funding':
      return amountWidth(view)
    default:
      return 0
  }
}

/** The columns in sight, in the order of the view, as far as the generation has them. */
export const shownColumns = (view: View, words: Words, skin: Skin): readonly ShownColumn[] => {
  const titles = skin.titles(words)
  return view.columns
    .filter((column) => skin.columns.includes(column))
    .map((column, index) => ({
      key: `${column}-${String(index)}`,
      column,
      title: titles[column],
      width: Math.ceil(
        Math.max(
          cellWidths[column],
          textWidth(titles[column]) + HEADER_ROOM,
          wordsWidth(column, view, words),
        ),
      ),
    }))
}

/** Two header actions over one cell of buttons: the cell takes the room of both. */
export const bodyColumns = (
  columns: readonly ShownColumn[],
  { mergedCloseCell }: Pick<View, 'mergedCloseCell'>,
): readonly ShownColumn[] => {
  if (!mergedCloseCell) return columns
  return columns.flatMap((shown, index) => {
    const [before, after] = [columns[index - 1], columns[index + 1]]
    if (shown.column === 'pnlClose' && before?.column === 'close') return []
    return shown.column === 'close' && after?.column === 'pnlClose'
      ? [{ ...shown, width: shown.width + after.width }]
      : [shown]
  })
}
