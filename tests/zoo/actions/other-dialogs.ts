import { figureMarkup } from '../look/figure-markup.ts'
import { el } from '../look/html.ts'
import { exactly } from '../look/numerals.ts'
import type { Random } from '../random.ts'
import type { Account, Position } from '../world/world.ts'
import { dialogFrame } from './dialog-frame.ts'
import { type ActionWriter, field, line, lines, switchOf } from './parts.ts'

type Given = { position: Position; account: Account; random: Random }

const confirm = ({ word, words }: ActionWriter): string => el('button', {}, word(words.confirm))

const stops = (writer: ActionWriter, { position, random }: Given): string => {
  const { words, text } = writer
  const { mark, entryPrice, contract } = position
  const price = (value: number) =>
    figureMarkup(writer, exactly(value, contract.priceDigits), { unit: contract.quote })
  const isTyped = random.chance(0.5)
  return dialogFrame(
    writer,
    words.stopsForPosition,
    lines(writer, [
      [words.columns.symbol, text(contract.pair)],
      [words.columns.entryPrice, price(entryPrice)],
      [words.columns.markPrice, price(mark)],
    ]),
    field(writer, { label: words.takeProfit, value: '' }),
    field(writer, {
      label: words.stopLoss,
      value: isTyped ? (mark * 0.97).toFixed(contract.priceDigits) : '',
    }),
    confirm(writer),
  )
}

const leverage = (writer: ActionWriter, { position, random }: Given): string => {
  const { text, css } = writer
  return dialogFrame(
    writer,
    'Adjust Leverage',
    field(writer, { label: 'Leverage', value: String(position.leverage), unit: 'x' }),
    el('input', { type: 'range', class: css('width:100%') }),
    el(
      'div',
      {},
      text(`Maximum position at current leverage: ${random.whole(1, 90)},000,000 USDT`),
    ),
    confirm(writer),
  )
}

const closing = (writer: ActionWriter, { position }: Given): string => {
  const { words } = writer
  const { mark, quantity, contract } = position
  return dialogFrame(
    writer,
    words.closeLong,
    field(writer, {
      label: words.price,
      value: mark.toFixed(contract.priceDigits),
      unit: contract.quote,
    }),
    field(writer, {
      label: words.size,
      value: quantity.toFixed(contract.lotDigits),
      unit: contract.base,
    }),
    confirm(writer),
  )
}

const mode = (writer: ActionWriter, { position, account }: Given): string => {
  const { words, text } = writer
  return dialogFrame(
    writer,
    'Margin Mode',
    line(writer, words.columns.symbol, text(position.contract.pair)),
    switchOf(writer, [
      { text: words.cross, isSelected: position.marginMode === 'cross' },
      { text: words.isolated, isSelected: position.marginMode === 'isolated' },
    ]),
    lines(writer, [
      [
        words.marginBalance,
        figureMarkup(writer, exactly(account.marginBalance, 2), { unit: account.unit }),
      ],
    ]),
    confirm(writer),
  )
}

/** A dialog that is something else: beside it nothing may be said. */
export const otherDialog = (writer: ActionWriter, given: Given): string => {
  switch (writer.action.dialog) {
    case 'stops for position':
      return stops(writer, given)
    case 'leverage':
      return leverage(writer, given)
    case 'close position':
      return closing(writer, given)
    case 'margin mode':
      return mode(writer, given)
    default:
      return ''
  }
}
