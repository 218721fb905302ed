import { figureMarkup } from '../look/figure-markup.ts'
import { el } from '../look/html.ts'
import { exactly, type Figure, figureOf, grouped } from '../look/numerals.ts'
import type { Random } from '../random.ts'
import type { PositionTruth, Printed } from '../truth.ts'
import { maintenanceAt, notionalAt, pnlAt } from '../world/arithmetic.ts'
import type { Account, Position } from '../world/world.ts'
import { isolatedLiquidation } from '../world/liquidation.ts'
import type { DialogTruth } from './action-truth.ts'
import { dialogFrame } from './dialog-frame.ts'
import { type ActionWriter, field, lines, switchOf } from './parts.ts'

const digitsOf = (asset: string): number => (/USD|^U$|BNFCR/.test(asset) ? 2 : 8)

/** What the exchange lets a trader take out of an isolated position. */
const removable = (position: Position): number => {
  const { wallet, mark, leverage } = position
  const initial = notionalAt(position, mark) / leverage
  const withGain = wallet + Math.min(0, pnlAt(position, mark)) - initial
  return Math.max(0, Math.min(wallet - maintenanceAt(position, mark), withGain))
}

const shown = (figure: Figure | null): Printed =>
  figure === null ? { is: 'none' } : { is: 'figure', value: figure.value, digits: figure.digits }

/** As a person types it: in plain digits, whatever the page prints. */
const typedText = (figure: Figure, { action, choices }: ActionWriter): string => {
  switch (action.amount) {
    case 'empty':
      return ''
    case 'with thousands':
      // "1.000" in a field is a thousand to nobody who does not see the page.
      return choices['number style'] === '1,234.5' ? grouped(figure, choices) : figure.digits
    case 'a point at its end':
      return figure.value === Math.trunc(figure.value)
        ? `${Math.trunc(figure.value)}.`
        : figure.digits
    case 'typed':
      return String(figure.value)
  }
}

/** So many last digits: what moves the price by less could be a tick as well. */
const TELLING = 40

type Given = { position: Position; account: Account; truth: PositionTruth; random: Random }

/** Nobody knows its words: figures tell it, where only this dialog can have them. */
const isToldByFigures = (
  { position, truth }: Given,
  {
    estimate,
    typed,
    hasAssigned,
  }: { estimate: number | null; typed: Figure | null; hasAssigned: boolean },
): boolean => {
  const { contract, liquidationPrice } = position
  if (typed === null || estimate === null || liquidationPrice === null || !hasAssigned) return false
  const isInRow = (['quantity', 'liquidationPrice', 'margin'] as const).every(
    (name) => truth.printed[name]?.is === 'figure',
  )
  const moved = Math.abs(estimate - liquidationPrice) * 10 ** contract.priceDigits
  return isInRow && contract.kind === 'linear' && truth.sizeUnit === 'coin' && moved > TELLING
}

/** The Adjust Margin dialog of one position, and what a person reads there. */
export const marginDialog = (
  writer: ActionWriter,
  given: Given,
): { markup: string; truth: DialogTruth } => {
  const { choices, action, words, word, css, text } = writer
  const { position, account, random } = given
  const { contract, wallet } = position
  const { asset, priceDigits, pair } = contract
  const digits = digitsOf(asset)
  const isAdding = action['margin is'] === 'added'
  const limit = isAdding ? account.available : removable(position)
  const amount = exactly(
    isAdding ? wallet * random.spread(0.05, 2) : limit * random.between(0.1, 0.95),
    random.pick([0, 1, 2]),
  )
  const isEmpty = action.amount === 'empty' || amount.value === 0
  const change = isEmpty ? 0 : isAdding ? amount.value : -amount.value
  const estimated = isolatedLiquidation(position, wallet + change)
  const assigned = figureOf(wallet, digits, choices)
  const most = figureOf(limit, digits, { 'last digit': 'cut off' })
  const estimate = estimated === null ? null : exactly(estimated, priceDigits)
  const has = {
    assigned: action['dialog lines'] !== 'no assigned margin',
    most: action['dialog lines'] !== 'no maximum',
    estimate: action['dialog lines'] !== 'no estimate',
  }
  const money = (figure: Figure) => figureMarkup(writer, figure, { unit: asset })
  const price =
    estimate === null
      ? `-- ${text(contract.quote)}`
      : figureMarkup(writer, estimate, { unit: contract.quote })
  const names = isAdding
    ? { most: words.maxAddable, estimate: words.estimateAfterIncrease }
    : { most: words.maxRemovable, estimate: words.estimateAfterDecrease }
  const isShort = action['direction by'] === 'tabs' && random.chance(0.5)
  const named = action['dialog symbol']
  const markup = dialogFrame(
    writer,
    words.adjustMargin,
    named === 'in the title'
      ? el(
          'div',
          {},
          el('span', {}, text(pair)),
          el('span', { class: css('margin-inline-start:6px') }, word(words.perp)),
        )
      : '',
    switchOf(writer, [
      { text: isShort ? words.add : words.addMargin, isSelected: isAdding },
      { text: isShort ? words.remove : words.removeMargin, isSelected: !isAdding },
    ]),
    field(writer, {
      label: words.amount,
      value: isEmpty ? '' : typedText(amount, writer),
      unit: asset,
      id: 'adjustMargin-amount',
      behind: el('button', {}, word(words.max)),
    }),
    lines(writer, [
      ...(named === 'in a line' ? [[words.columns.symbol, text(pair)] as const] : []),
      ...(has.assigned ? [[words.assignedMargin, money(assigned)] as const] : []),
      ...(has.most ? [[names.most, money(most)] as const] : []),
      ...(has.estimate ? [[names.estimate, price] as const] : []),
    ]),
    el(
      'button',
      { class: css('width:100%;height:32px;margin-top:12px;background:#f0b90b') },
      word(words.confirm),
    ),
  )
  const typed = isEmpty ? null : amount
  return {
    markup,
    truth: {
      direction: isAdding ? 'add' : 'remove',
      symbol: contract.pair,
      namesSymbol: named !== 'not named',
      amount: shown(typed),
      asset: has.assigned || has.most ? asset : null,
      ...(has.assigned && { assignedMargin: shown(assigned) }),
      ...(has.most && { most: shown(most) }),
      ...(has.estimate && { estimatedLiquidationPrice: shown(estimate) }),
      isTellable:
        choices.language !== 'unknown' ||
        isToldByFigures(given, {
          estimate: has.estimate ? estimated : null,
          typed,
          hasAssigned: has.assigned,
        }),
    },
  }
}
