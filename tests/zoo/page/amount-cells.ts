import { figureMarkup } from '../look/figure-markup.ts'
import { el } from '../look/html.ts'
import { icon } from '../look/icons.ts'
import type { Figure } from '../look/numerals.ts'
import type { PrintedPosition } from '../look/print-position.ts'
import type { Writer } from '../look/writer.ts'
import type { Position } from '../world/world.ts'
import { modeWord } from './symbol-cell.ts'

const green = '#0ecb81'
const red = '#f6465d'

export const hiddenText = '*****'

export const sizeCell = (writer: Writer, printed: PrintedPosition, position: Position): string => {
  const { choices, css } = writer
  const colour = css(`color:${position.side === 'long' ? green : red}`)
  const plus = choices['sign of size'] === 'plus and minus'
  const { size, sizeUnit: unit } = printed
  const inside = (): string => {
    switch (choices['size in']) {
      case 'one text':
        return figureMarkup(writer, size, { unit, plus, parts: 'one element' })
      case 'two elements':
        return figureMarkup(writer, size, {
          unit,
          plus,
          parts: choices['figures in'] === 'one element' ? 'unit apart' : choices['figures in'],
        })
      case 'number over unit':
        return (
          el('div', {}, figureMarkup(writer, size, { plus })) + el('div', {}, writer.text(unit))
        )
      case 'coin over quote':
        return (
          el('div', {}, figureMarkup(writer, size, { unit, plus, parts: 'one element' })) +
          el(
            'div',
            { class: css('opacity:.6') },
            figureMarkup(writer, printed.sizeInQuote, {
              unit: position.contract.quote,
              plus,
              parts: 'one element',
            }),
          )
        )
    }
  }
  return el('div', { class: choices['side badge'] === 'none' ? '' : colour }, inside())
}

export const priceCell = (writer: Writer, price: Figure | null, position: Position): string =>
  price === null
    ? '--'
    : figureMarkup(writer, price, {
        ...(writer.choices.prices === 'with unit' && { unit: position.contract.quote }),
      })

export const percentCell = (writer: Writer, ratio: Figure, plus = false): string =>
  figureMarkup(writer, ratio, { unit: '%', plus })

const amount = (
  writer: Writer,
  figure: Figure,
  unit: string,
  options: { plus?: boolean; isHidden: boolean },
): string =>
  options.isHidden
    ? hiddenText
    : figureMarkup(writer, figure, { unit, plus: options.plus === true })

export const marginCell = (
  writer: Writer,
  printed: PrintedPosition,
  position: Position,
): string => {
  const { choices, css } = writer
  const isHidden = choices['hidden amounts'] === 'yes'
  const mode = writer.word(`(${modeWord(writer, position)})`)
  const edit = position.marginMode === 'isolated' ? icon(writer, 'edit') : ''
  const text = amount(writer, printed.margin, printed.amountUnit, { isHidden })
  switch (choices['mode word']) {
    case 'under margin':
      return el('div', {}, text, edit) + el('div', {}, mode)
    case 'behind margin':
      return choices.wording === 'plain' || choices.wording === 'mixed with English'
        ? el('div', {}, `${text} ${mode}`, edit)
        : el(
            'div',
            { class: css('display:flex;gap:4px') },
            el('span', {}, text),
            el('span', {}, mode),
            edit,
          )
    default:
      return el('div', {}, text, edit)
  }
}

/** Amount and ROI; where the ROI has a place of its own, the amount alone. */
export const pnlCell = (writer: Writer, printed: PrintedPosition): string => {
  const { choices, css } = writer
  const isHidden = choices['hidden amounts'] === 'yes'
  const colour = css(`color:${printed.pnl.value < 0 ? red : green}`)
  const plus = true
  const money = amount(writer, printed.pnl, printed.amountUnit, { plus, isHidden })
  const roi = isHidden
    ? hiddenText
    : figureMarkup(writer, printed.roi, { unit: '%', plus, parts: 'one element' })
  switch (choices.ROI) {
    case 'in brackets':
      return el(
        'div',
        { class: colour },
        el('div', {}, money, icon(writer, 'share')),
        el('div', {}, `(${roi})`),
      )
    case 'bare, below':
      return el('div', { class: colour }, el('div', {}, money), el('div', {}, roi))
    case 'one text':
      return el('span', { class: colour }, `${money} (${roi})`)
    default:
      return el('span', { class: colour }, money)
  }
}

export const fundingCell = (writer: Writer, printed: PrintedPosition): string =>
  printed.funding === null
    ? '--'
    : amount(writer, printed.funding, printed.amountUnit, {
        isHidden: writer.choices['hidden amounts'] === 'yes',
      })

export const stopsCell = (writer: Writer, printed: PrintedPosition): string => {
  const { choices, random, css } = writer
  const text = (figure: Figure | null) =>
    figure === null ? '--' : figureMarkup(writer, figure, { parts: 'one element' })
  const [profit, loss] = [text(printed.takeProfit), text(printed.stopLoss)]
  const isNone = printed.takeProfit === null && printed.stopLoss === null
  if (isNone && random.fork('add stop').chance(0.3)) {
    return el('a', { class: css('color:#f0b90b') }, writer.word(writer.words.add))
  }
  return choices['symbol cell'] === 'two lines'
    ? el('div', {}, `${profit} /`) + el('div', {}, loss)
    : `${profit} / ${loss}`
}

export const partialStopsCell = (writer: Writer, count: number): string =>
  count === 0
    ? el('a', {}, writer.word(writer.words.add))
    : el('span', {}, writer.text(String(count))) +
      (writer.random.fork('add partial').chance(0.5)
        ? el('a', {}, writer.word(writer.words.add))
        : '')
