import { figureMarkup } from '../look/figure-markup.ts'
import { el } from '../look/html.ts'
import type { Figure } from '../look/numerals.ts'
import { type Habits, printPosition, type PrintedPosition } from '../look/print-position.ts'
import type { Writer } from '../look/writer.ts'
import type { Random } from '../random.ts'
import type { PositionField, PositionTruth, Printed } from '../truth.ts'
import type { Position } from '../world/world.ts'
import {
  fundingCell,
  marginCell,
  partialStopsCell,
  percentCell,
  pnlCell,
  priceCell,
  sizeCell,
  stopsCell,
} from './amount-cells.ts'
import type { ColumnName } from './columns.ts'
import { badgeSaysSide, leverageMarkup, symbolCell } from './symbol-cell.ts'

/** One position on the page: the markup of each cell, and what a person reads there. */
export type Row = {
  position: Position
  cells: Record<ColumnName, string>
  truth: PositionTruth
  /** Taken out of sight by a filter, and still in the document. */
  isHidden?: boolean
}

const buttons = ({ css, word, words }: Writer): string =>
  el(
    'div',
    { class: css('display:flex;gap:6px;align-items:center') },
    el(
      'button',
      { class: css('border:0;background:none;color:#f0b90b;font:inherit') },
      word(words.market),
    ),
    el(
      'button',
      { class: css('border:0;background:none;color:inherit;font:inherit') },
      word(words.limit),
    ),
    el('input', {
      type: 'text',
      class: css('width:48px;height:18px;background:none;color:inherit;border:1px solid #8886'),
    }),
  )

type Drawn = { printed: PrintedPosition; position: Position; random: Random }

const cellsOf = (writer: Writer, { printed, position, random }: Drawn): Row['cells'] => ({
  symbol: symbolCell(writer, position),
  leverage: leverageMarkup(writer, position.leverage),
  size: sizeCell(writer, printed, position),
  entryPrice: priceCell(writer, printed.entryPrice, position),
  breakEvenPrice: priceCell(writer, printed.breakEvenPrice, position),
  markPrice: priceCell(writer, printed.markPrice, position),
  liquidationPrice: priceCell(writer, printed.liquidationPrice, position),
  marginRatio: percentCell(writer, printed.marginRatio),
  margin: marginCell(writer, printed, position),
  pnl: pnlCell(writer, printed),
  roi:
    writer.choices['hidden amounts'] === 'yes' ? '*****' : percentCell(writer, printed.roi, true),
  funding: fundingCell(writer, printed),
  close: buttons(writer),
  reverse: el(
    'button',
    { class: writer.css('border:0;background:none;color:inherit;font:inherit') },
    writer.word(writer.words.reverse),
  ),
  positionStops: stopsCell(writer, printed),
  partialStops: partialStopsCell(writer, position.partialStops),
  adl: el(
    'div',
    { class: writer.css('display:inline-flex;gap:1px') },
    el('i', { class: writer.css('width:4px;height:10px;background:#0ecb81') }),
    el('i', { class: writer.css('width:4px;height:10px;background:#8886') }),
  ),
  notional: figureMarkup(writer, printed.notional, { unit: printed.amountUnit }),
  realized: figureMarkup(writer, printed.realized, { unit: printed.amountUnit, plus: true }),
  opened: `2026-11-${random.fork('day').whole(10, 28)} 14:0${random.fork('minute').whole(0, 9)}`,
})

const figure = (printed: Figure | null, scale = 1): Printed =>
  printed === null
    ? { is: 'none' }
    : { is: 'figure', value: printed.value / scale, digits: printed.digits }

type Fields = Partial<Record<PositionField, Printed>>

/** What the cells of a column say, where they are in sight. */
const printedIn = (
  column: ColumnName,
  { printed, writer }: { printed: PrintedPosition; writer: Writer },
): Fields => {
  const hidden = writer.choices['hidden amounts'] === 'yes'
  const money = (printed: Figure | null, scale = 1): Printed =>
    hidden ? { is: 'hidden' } : figure(printed, scale)
  switch (column) {
    case 'entryPrice':
    case 'breakEvenPrice':
    case 'markPrice':
    case 'liquidationPrice':
      return { [column]: figure(printed[column]) }
    case 'marginRatio':
      return { marginRatio: figure(printed.marginRatio, 100) }
    case 'margin':
      return { margin: money(printed.margin) }
    case 'pnl':
      return {
        unrealizedPnl: money(printed.pnl),
        ...(!['absent', 'own column'].includes(writer.choices.ROI) && {
          roi: money(printed.roi, 100),
        }),
      }
    case 'roi':
      return { roi: money(printed.roi, 100) }
    case 'funding':
      return {
        estimatedFunding: printed.funding === null ? { is: 'none' } : money(printed.funding),
      }
    case 'positionStops':
      return { takeProfit: figure(printed.takeProfit), stopLoss: figure(printed.stopLoss) }
    default:
      return {}
  }
}

/** The fields that a column prints. */
export const fieldsOf = (column: ColumnName): PositionField[] => {
  switch (column) {
    case 'size':
      return ['quantity']
    case 'pnl':
      return ['unrealizedPnl', 'roi']
    case 'entryPrice':
    case 'markPrice':
    case 'liquidationPrice':
    case 'marginRatio':
    case 'margin':
      return [column]
    default:
      return []
  }
}

const saysMode = ({ choices }: Writer, columns: readonly ColumnName[]): boolean =>
  choices.language !== 'unknown' &&
  (['beside symbol', 'with leverage'].includes(choices['mode word']) ||
    (choices['mode word'] !== 'none' && columns.includes('margin')))

const truthOf = (
  position: Position,
  printed: PrintedPosition,
  { writer, columns }: { writer: Writer; columns: readonly ColumnName[] },
): PositionTruth => {
  const { contract, side, marginMode, leverage, quantity } = position
  const { choices } = writer
  const hasSize = columns.includes('size')
  const sign = choices['sign of size']
  return {
    symbol: contract.symbol,
    pair: contract.pair,
    delivery: contract.delivery,
    kind: contract.kind,
    contractSize: contract.contractSize,
    asset: contract.asset,
    side,
    marginMode,
    quantity,
    sizeUnit: choices['unit of size'],
    hasStop: position.stopLoss !== null || position.partialStops > 0,
    seesAllStops: columns.includes('positionStops') && columns.includes('partialStops'),
    size: hasSize ? figure(printed.size) : null,
    printed: {
      leverage: { is: 'figure', value: leverage, digits: String(leverage) },
      ...(hasSize && {
        quantity: { is: 'figure', value: quantity, digits: String(quantity) },
      }),
      ...Object.fromEntries(
        columns.flatMap((column) => Object.entries(printedIn(column, { printed, writer }))),
      ),
    },
    saysSide:
      badgeSaysSide(writer) ||
      (hasSize && (sign === 'plus and minus' || (sign === 'minus' && side === 'short'))),
    saysMode: saysMode(writer, columns),
  }
}

export const rowOf = (
  writer: Writer,
  position: Position,
  { habits, columns, random }: { habits: Habits; columns: readonly ColumnName[]; random: Random },
): Row => {
  const printed = printPosition(position, habits, random)
  return {
    position,
    cells: cellsOf(writer, { printed, position, random }),
    truth: truthOf(position, printed, { writer, columns }),
  }
}
