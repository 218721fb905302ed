import { describe, expect, test } from 'vitest'
import {
  type MarginDialogReading,
  type NumberField,
  type OrderFormReading,
  readMarginDialog,
  readOrderForm,
  readPage,
} from '@/lib/page'
import { fixtureNames, readFixture } from '../../practice-exchange/page-fixture/page-fixture'
import { replayPage } from '../../practice-exchange/page-fixture/replay-page'
import { seededRandom } from '../../seeded-random'

const names = fixtureNames()
const actions = names.filter((name) => name.startsWith('action-'))

const open = (name: string) => {
  const { html, truth } = readFixture(name)
  const page = replayPage(html, truth.url)
  const reading = readPage(page, 0)
  const positions = reading.status === 'positions' ? reading.positions : []
  return { page, truth, positions }
}

/** A page that is only read: each is opened once, for all the tests that ask it. */
const opened = new Map<string, ReturnType<typeof open>>()
const openOnce = (name: string): ReturnType<typeof open> => {
  const found = opened.get(name) ?? open(name)
  opened.set(name, found)
  return found
}

/** Shown, and not what is so: half a unit of the last digit is rounding. */
const isWrong = (field: NumberField, truth: number | null | undefined): boolean =>
  'value' in field &&
  (truth === null ||
    truth === undefined ||
    Math.abs(field.value.toNumber() - truth) > 1.01 * 10 ** -field.decimals)

type Truth = NonNullable<ReturnType<typeof readFixture>['truth']['action']>

const wrongInDialog = (dialog: MarginDialogReading, truth: Truth): string[] => [
  ...(dialog.symbol !== null && dialog.symbol !== truth.symbol ? ['symbol'] : []),
  ...(dialog.direction === 'remove' ? ['direction'] : []),
  ...(isWrong(dialog.amount, truth.amount) ? ['amount'] : []),
  ...(dialog.asset !== null && dialog.asset !== 'USDT' ? ['asset'] : []),
  ...(isWrong(dialog.assignedMargin, truth.wallet) ? ['assignedMargin'] : []),
  ...(isWrong(dialog.most, truth.most) ? ['most'] : []),
  ...(isWrong(dialog.estimatedLiquidationPrice, truth.estimate) ? ['estimate'] : []),
]

const wrongInOrder = (order: OrderFormReading, available: number): string[] => [
  ...(order.symbol !== 'BTCUSDT' ? ['symbol'] : []),
  ...(order.action === 'close' ? ['action'] : []),
  ...(order.type === 'limit' || order.type === 'other' ? ['type'] : []),
  ...(order.marginMode === 'cross' ? ['marginMode'] : []),
  ...(isWrong(order.leverage, 20) ? ['leverage'] : []),
  ...(isWrong(order.size, 0.03) ? ['size'] : []),
  ...(order.sizeUnit !== null && order.sizeUnit !== 'BTC' ? ['sizeUnit'] : []),
  ...('value' in order.price || 'value' in order.stopLoss || 'value' in order.takeProfit
    ? ['prices']
    : []),
  ...('value' in order.reduceOnly && order.reduceOnly.value ? ['reduceOnly'] : []),
  ...(isWrong(order.availableBalance, available) ? ['availableBalance'] : []),
  // 0.03 at 59,312.4 and 20x.
  ...(isWrong(order.long.cost, 88.97) || isWrong(order.short.cost, 88.97) ? ['cost'] : []),
]

describe('about to add margin, on every generation and in every language', () => {
  test.each(actions)('%s', (name) => {
    const { page, truth, positions } = openOnce(name)
    const dialog = readMarginDialog(page, positions)
    if (!truth.action) throw new Error('no dialog on this page')
    expect(dialog).not.toBeNull()
    if (dialog === null) return
    expect(wrongInDialog(dialog, truth.action)).toEqual([])
    expect(dialog.amount).toMatchObject({ text: '25.5' })
    expect(dialog.assignedMargin).toHaveProperty('value')
    expect(dialog.estimatedLiquidationPrice).toHaveProperty('value')
    if (truth.language === 'nonsense') return
    expect(dialog.direction).toBe('add')
    expect(dialog.most).toHaveProperty('value')
  })
})

describe('about to open, on every generation and in every language', () => {
  test.each(actions)('%s', (name) => {
    const { page, truth } = openOnce(name)
    const order = readOrderForm(page)
    expect(order).not.toBeNull()
    if (order === null) return
    expect(wrongInOrder(order, truth.action?.most ?? 0)).toEqual([])
    expect(order.size).toMatchObject({ text: '0.03' })
    expect(order.leverage).toHaveProperty('value')
    if (truth.language === 'nonsense') return
    expect(order).toMatchObject({ action: 'open', marginMode: 'isolated', asset: 'USDT' })
    expect(order.availableBalance).toHaveProperty('value')
    expect(order.long.liquidationPrice).toHaveProperty('value')
    expect(order.stopLoss).toEqual({ missing: 'none' })
  })
})

test('no other page has a dialog in which margin is adjusted', () => {
  const others = names.filter((name) => !name.startsWith('action-'))
  const found = others.filter((name) => {
    const { page, positions } = open(name)
    return readMarginDialog(page, positions) !== null
  })
  expect(found).toEqual([])
})

test('the page is as it was after being read', () => {
  const { page, positions } = open('action-2026-en')
  const before = page.documentElement.outerHTML
  for (let read = 0; read < 50; read += 1) {
    readMarginDialog(page, positions)
    readOrderForm(page)
  }
  expect(page.documentElement.outerHTML).toBe(before)
})

/** What another build of the page does to a dialog and a form. The zoo draws them in all other ways. */
const mutations: Readonly<
  Record<string, (page: Document, pick: (count: number) => number) => void>
> = {
  'a label that stands twice': (page, pick) => {
    const lines = [...page.querySelectorAll('.line')]
    const line = lines[pick(lines.length)]
    line?.after(line.cloneNode(true))
  },
  'lines in another order': (page, pick) => {
    const lines = [...page.querySelectorAll('.line')]
    const line = lines[pick(lines.length)]
    line?.parentElement?.append(line)
  },
  'another dialog on top': (page) => {
    const dialog = page.querySelector('[role=dialog], .modal')
    dialog?.parentElement?.append(dialog.cloneNode(true))
  },
  'a field more': (page) => {
    const item = page.querySelector('[role=dialog] .bn-formItem, .modal label')
    item?.after(item.cloneNode(true))
  },
}

test('whatever the page does to them, nothing wrong is read', () => {
  const wrong: string[] = []
  let shown = 0
  for (const name of actions.filter((_, at) => at % 3 === 0)) {
    const { positions } = openOnce(name)
    for (const [kind, mutate] of Object.entries(mutations)) {
      const random = seededRandom(31 + name.length)
      const { html, truth } = readFixture(name)
      const page = replayPage(html, truth.url)
      mutate(page, (count) => Math.floor(random() * count))
      const dialog = readMarginDialog(page, positions)
      const order = readOrderForm(page)
      const found = [
        ...(dialog === null || !truth.action ? [] : wrongInDialog(dialog, truth.action)),
        ...(order === null ? [] : wrongInOrder(order, truth.action?.most ?? 0)),
      ]
      shown += Number(dialog !== null)
      for (const what of found) wrong.push(`${name}, ${kind}: ${what}`)
    }
  }
  expect(wrong).toEqual([])
  expect(shown).toBeGreaterThan(15)
})
