import { describe, expect, test } from 'vitest'
import { readMarginDialog } from '@/lib/page'
import { line, pageOf } from '../account/page-of'

type Shape = {
  open?: string
  title?: string
  direction?: string
  lines?: string
  typed?: string
  field?: string
}

const tabs = (selected: 'add' | 'remove', mark = 'aria-selected') =>
  (['add', 'remove'] as const)
    .map(
      (name) =>
        `<div role="tab" ${mark}="${String(name === selected)}">${name === 'add' ? 'Add' : 'Remove'}</div>`,
    )
    .join('')

const allLines =
  line('Currently Assigned Margin', '59.43 USDT') +
  line('Max addable', '830.10 USDT') +
  line('Est.Liq.Price after increase', '56,000.0 USDT')

const pageWith = ({
  open = '<div role="dialog">',
  title = 'Adjust Margin',
  direction = '',
  lines = allLines,
  typed = '10',
  field = '<div><span>Amount</span><input class="amount"><span>USDT</span><button>Max</button></div>',
}: Shape = {}): Document => {
  const page = pageOf(
    `<main><input placeholder="Search"></main>${open}<div>${title}</div>${direction}${field}${lines}<button>Confirm</button></div>`,
  )
  for (const input of page.querySelectorAll<HTMLInputElement>('input.amount')) input.value = typed
  return page
}

const read = (shape?: Shape) => readMarginDialog(pageWith(shape))

describe('the Adjust Margin dialog, whatever marks it', () => {
  test.each(['<div role="dialog">', '<dialog open>', '<div class="modal">', '<div><div>'])(
    '%s',
    (open) => {
      expect(read({ open })).toMatchObject({
        direction: 'add',
        asset: 'USDT',
        amount: { text: '10' },
        assignedMargin: { text: '59.43 USDT' },
        most: { text: '830.10 USDT' },
        estimatedLiquidationPrice: { text: '56,000.0 USDT' },
      })
    },
  )

  test('what is and what would be, in place of lines of its own', () => {
    const lines =
      line('Margin', '<i>59.43</i><i>69.43</i>') +
      line('Liq. Price', '<i>57,277.0</i><i>56,774.0</i>')
    expect(read({ direction: tabs('add'), lines })).toMatchObject({
      direction: 'add',
      assignedMargin: { text: '59.43' },
      estimatedLiquidationPrice: { text: '56,774.0' },
    })
    // One price and no way to go: an article about it, a link to it.
    expect(read({ direction: tabs('add'), lines: line('Liq. Price', '57,277.0') })).toBeNull()
    expect(read({ lines })).toBeNull()
  })

  test('next to the amount, what share of the balance that is', () => {
    const field = '<div><input class="amount"><i>USDT</i></div><div><input><i>%</i></div>'
    expect(read({ field })).toMatchObject({ amount: { text: '10' } })
    expect(read({ field: field.replace('%', 'USDT') })).toBeNull()
  })

  test('without its name, by lines that only it has', () => {
    expect(read({ title: 'BTCUSDT' })).toMatchObject({ symbol: 'BTCUSDT', direction: 'add' })
  })

  test('the contract where it is named', () => {
    const title = (...texts: string[]) => texts.map((text) => `<span>${text}</span>`).join('')
    expect(read({ title: title('Adjust Margin', 'ETHUSDT', 'Perp') })?.symbol).toBe('ETHUSDT')
    expect(read({ title: title('Adjust Margin', 'BTCUSDT', '1225') })?.symbol).toBe('BTCUSDT_1225')
    expect(read()?.symbol).toBeNull()
  })
})

/** "Max" and "Est. Liq. Price" do not say which way it goes. */
const neutral =
  line('Currently Assigned Margin', '59.43 USDT') +
  line('Max.', '830.10 USDT') +
  line('Est. Liq. Price', '56,000.0 USDT')

describe('which way the margin goes', () => {
  test.each([
    ['tabs', tabs('remove'), 'remove'],
    ['tabs that say it otherwise', tabs('add', 'aria-pressed'), 'add'],
    ['a class', '<i class="tab active">Add</i><i class="tab">Remove</i>', 'add'],
    [
      'a look',
      '<b style="border-bottom:2px solid rgb(240,185,11)">Remove</b><b style="border-bottom:0">Add</b>',
      'remove',
    ],
    [
      'radio buttons',
      '<label><input type="radio" name="a">Add</label><label><input type="radio" name="a" checked>Remove</label>',
      'remove',
    ],
    [
      'a drop-down',
      '<select><option>Add Margin</option><option selected>Remove Margin</option></select>',
      'remove',
    ],
    ['the one word there is', '<h2>Add Margin</h2>', 'add'],
    [
      'the one word that is read, next to a selected one that is not',
      '<i role="tab" aria-selected="false">Add</i><i role="tab" aria-selected="true">Rydis</i>',
      null,
    ],
    ['tabs of which none is marked', '<i>Add</i><i>Remove</i>', null],
  ])('%s', (_, direction, expected) => {
    const reading = read({ direction, lines: neutral })
    expect(reading?.direction).toBe(expected)
    // What the figures are for is known only where the direction is.
    expect('value' in (reading?.most ?? {})).toBe(expected !== null)
    expect('value' in (reading?.estimatedLiquidationPrice ?? {})).toBe(expected !== null)
  })

  test('tab and lines that contradict each other say nothing', () => {
    expect(read({ direction: tabs('remove') })).toMatchObject({
      direction: null,
      most: { missing: 'unknown' },
    })
  })

  test('of "before → after" the estimate is what comes after', () => {
    const lines =
      line('Currently Assigned Margin', '59.43 USDT') +
      '<div><span>Est.Liq.Price after increase</span><p><b>57,276.3</b><i>→</i><b>56,774.3 USDT</b></p></div>'
    expect(read({ lines })?.estimatedLiquidationPrice).toMatchObject({ text: '56,774.3 USDT' })
  })
})

describe('nothing is said beside another dialog', () => {
  test.each<[string, Shape]>([
    ['leverage', { title: 'Adjust Leverage', lines: line('Max', '830.10 USDT') }],
    ['leverage, with a line of the margin', { title: 'Adjust Leverage' }],
    ['closing', { title: 'Close Position', lines: line('Est. Liq. Price', '56,000.0 USDT') }],
    [
      'a transfer',
      { title: 'Transfer', lines: line('Available', '830.10 USDT') + line('Max', '830.10 USDT') },
    ],
    ['stops', { title: 'TP/SL for entire position', field: '<input><input>' }],
    ['a dialog with one line of ours', { title: 'Qorvu', lines: line('Max addable', '1.00 USDT') }],
    ['an article', { title: 'Help', lines: '<a>Adjust Margin</a><a>Max addable</a>' }],
  ])('%s', (_, shape) => {
    expect(read(shape)).toBeNull()
  })
})
