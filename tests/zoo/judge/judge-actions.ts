import type { MarginDialogReading, OrderFormReading } from '@/lib/page'
import type { ActionTruth, DialogTruth, FormTruth, PreviewTruth } from '../actions/action-truth.ts'
import type { Printed } from '../truth.ts'
import { isRight, type Shown } from './is-right.ts'
import type { Judged, Judgement } from './judgement.ts'
import type { Plain } from './plain.ts'

export type ActionReadings = {
  dialog: Plain<MarginDialogReading> | null
  order: Plain<OrderFormReading> | null
}

type Asked = readonly [name: string, answer: boolean | null, isAsked: boolean]

const figure = (name: string, shown: Shown | undefined, printed: Printed | undefined): Asked => [
  name,
  shown === undefined ? null : isRight(shown, printed),
  printed !== undefined,
]

/** A word, or that nothing of the kind is there. */
const word = (
  name: string,
  shown: unknown,
  truth: unknown,
  isAsked = truth !== undefined && truth !== null,
): Asked => [
  name,
  shown === undefined || shown === null || shown === 'unknown' ? null : shown === truth,
  isAsked,
]

const dialogAnswers = (reading: ActionReadings['dialog'], truth: DialogTruth): Asked[] => [
  word('direction', reading?.direction, truth.direction),
  // "BTCUSD_PERP" is what the dialog calls "BTCUSD".
  word('symbol', reading?.symbol?.split('_')[0], truth.symbol, truth.namesSymbol),
  word('asset', reading?.asset, truth.asset),
  figure('amount', reading?.amount, truth.amount),
  figure('assignedMargin', reading?.assignedMargin, truth.assignedMargin),
  figure('most', reading?.most, truth.most),
  figure(
    'estimatedLiquidationPrice',
    reading?.estimatedLiquidationPrice,
    truth.estimatedLiquidationPrice,
  ),
]

const previewAnswers = (
  side: 'long' | 'short',
  reading: ActionReadings['order'],
  truth: PreviewTruth,
): Asked[] => [
  figure(`${side} liquidationPrice`, reading?.[side].liquidationPrice, truth.liquidationPrice),
  figure(`${side} cost`, reading?.[side].cost, truth.cost),
]

const formAnswers = (reading: ActionReadings['order'], truth: FormTruth): Asked[] => [
  word('symbol', reading?.symbol, truth.symbol),
  word('action', reading?.action, truth.action),
  word('type', reading?.type, truth.type),
  word('marginMode', reading?.marginMode, truth.marginMode),
  word('sizeUnit', reading?.sizeUnit, truth.sizeUnit),
  word('asset', reading?.asset, truth.asset),
  word(
    'reduceOnly',
    reading !== null && 'value' in reading.reduceOnly ? reading.reduceOnly.value : undefined,
    truth.reduceOnly,
  ),
  figure('leverage', reading?.leverage, truth.leverage),
  // A conditional order has prices of its own.
  ...(truth.type === 'other' ? [] : [figure('price', reading?.price, truth.price)]),
  figure('size', reading?.size, truth.size),
  figure('takeProfit', reading?.takeProfit, truth.takeProfit),
  figure('stopLoss', reading?.stopLoss, truth.stopLoss),
  figure('availableBalance', reading?.availableBalance, truth.availableBalance),
  ...previewAnswers('long', reading, truth.long),
  ...previewAnswers('short', reading, truth.short),
]

const needed = {
  dialog: ['direction', 'amount', 'estimatedLiquidationPrice'],
  form: ['action', 'type', 'price', 'size', 'sizeUnit'],
} as const

type Given = { answers: readonly Asked[]; isTellable: boolean; shown: unknown }

const judge = (what: 'dialog' | 'form', { answers, isTellable, shown }: Given): Judgement => {
  const asked = answers.filter(([, , isAsked]) => isAsked)
  const isUnderstood = needed[what].every((name) => {
    const found = asked.find(([each]) => each === name)
    return found === undefined || found[1] === true
  })
  const judged = (name: string, isShown: boolean): Judged => ({
    field: `${what} ${name}`,
    verdict: isShown ? 'shown' : isTellable ? 'missing' : 'untellable',
  })
  return {
    figures: [
      // All that a warning needs.
      judged('understood', isUnderstood),
      ...asked.map(([name, answer]) => judged(name, answer === true)),
    ],
    wrong: answers.flatMap(([name, answer]) =>
      answer === false ? [`${what} ${name}: ${JSON.stringify(shown)}`] : [],
    ),
  }
}

/** What is understood of dialog and order form, against what a person reads there. */
export const judgeActions = (truth: ActionTruth, { dialog, order }: ActionReadings): Judgement => {
  const form = judge('form', {
    answers: formAnswers(order, truth.form),
    isTellable: truth.form.isTellable,
    shown: order,
  })
  const isSpoken = truth.dialog === null && dialog !== null
  const open =
    truth.dialog === null
      ? {
          figures: [],
          wrong: isSpoken ? [`spoken beside another dialog: ${JSON.stringify(dialog)}`] : [],
        }
      : judge('dialog', {
          answers: dialogAnswers(dialog, truth.dialog),
          isTellable: truth.dialog.isTellable,
          shown: dialog,
        })
  return {
    figures: [...open.figures, ...form.figures],
    wrong: [...open.wrong, ...form.wrong],
  }
}
