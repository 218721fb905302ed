import { expect, test } from 'vitest'
import type { ActionTruth } from '../actions/action-truth.ts'
import { drawActionPage } from '../actions/draw-action-page.ts'
import type { Printed } from '../truth.ts'
import { type ActionReadings, judgeActions } from './judge-actions.ts'

const seeds = Array.from({ length: 300 }, (_, at) => at + 1)

const field = (printed: Printed | undefined) =>
  printed?.is === 'figure'
    ? { value: String(printed.value), decimals: 0, text: printed.digits }
    : { missing: printed?.is === 'none' ? ('none' as const) : ('unknown' as const) }

const box = { left: 0, top: 0, width: 0, height: 0 }

/** What a reader would say that sees all that a person sees. */
const ideal = ({ dialog, form }: ActionTruth): ActionReadings => ({
  dialog:
    dialog === null
      ? null
      : {
          direction: dialog.direction,
          symbol: dialog.symbol,
          amount: field(dialog.amount),
          asset: dialog.asset,
          assignedMargin: field(dialog.assignedMargin),
          most: field(dialog.most),
          estimatedLiquidationPrice: field(dialog.estimatedLiquidationPrice),
          box,
        },
  order: {
    symbol: form.symbol,
    action: form.action,
    type: form.type,
    marginMode: form.marginMode ?? 'unknown',
    leverage: field(form.leverage),
    price: field(form.price),
    size: field(form.size),
    sizeUnit: form.sizeUnit,
    takeProfit: field(form.takeProfit),
    stopLoss: field(form.stopLoss),
    reduceOnly:
      form.reduceOnly === undefined ? { missing: 'unknown' } : { value: form.reduceOnly, text: '' },
    availableBalance: field(form.availableBalance),
    asset: form.asset,
    long: {
      liquidationPrice: field(form.long.liquidationPrice),
      cost: field(form.long.cost),
    },
    short: {
      liquidationPrice: field(form.short.liquidationPrice),
      cost: field(form.short.cost),
    },
    box,
  },
})

const truths = seeds.map((seed) => drawActionPage(seed).truth)
const withDialog = truths.find(({ dialog }) => dialog?.amount.is === 'figure')!
const without = truths.find(({ dialog }) => dialog === null)!

test('one seed is one dialog', () => {
  for (const seed of seeds.slice(0, 20)) expect(drawActionPage(seed)).toEqual(drawActionPage(seed))
})

test('who sees all that a person sees understands everything, and nothing wrong', () => {
  for (const truth of truths) {
    const { figures, wrong } = judgeActions(truth, ideal(truth))
    expect(wrong).toEqual([])
    expect(figures.filter(({ verdict }) => verdict === 'missing')).toEqual([])
  }
})

test('the other direction is wrong', () => {
  const reading = ideal(withDialog)
  const direction = withDialog.dialog?.direction === 'add' ? 'remove' : 'add'
  const turned = { ...reading, dialog: { ...reading.dialog!, direction } as const }
  expect(judgeActions(withDialog, turned).wrong).not.toEqual([])
})

test('an amount that is said to be none, and was typed, is wrong', () => {
  const reading = ideal(withDialog)
  const emptied = { ...reading.dialog!, amount: { missing: 'none' as const } }
  expect(judgeActions(withDialog, { ...reading, dialog: emptied }).wrong).not.toEqual([])
})

test('whatever is said beside a dialog that is another is wrong', () => {
  const spoken = { ...ideal(without), dialog: ideal(withDialog).dialog }
  expect(judgeActions(without, spoken).wrong).not.toEqual([])
})
