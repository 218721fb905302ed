import { describe, expect, test } from 'vitest'
import { type NumberField, readOrderForm } from '@/lib/page'
import { line, pageOf } from '../account/page-of'

type Shape = {
  modes?: string
  types?: string
  fields?: string
  ticks?: string
  buttons?: string
  previews?: string
  path?: string
  values?: readonly string[]
}

const button = (text: string) => `<button>${text}</button>`
const tab = (text: string, selected: boolean) =>
  `<div role="tab" aria-selected="${String(selected)}">${text}</div>`
const field = (label: string, unit: string) =>
  `<div><span>${label}</span><input><span>${unit}</span></div>`

const pageWith = ({
  modes = button('Isolated') + button('20x') + button('S'),
  types = tab('Limit', true) + tab('Market', false),
  fields = field('Price', 'USDT') + field('Size', 'BTC'),
  ticks = '<label><input type="checkbox">TP/SL</label><label><input type="checkbox">Reduce-Only</label>',
  buttons = button('Buy/Long') + button('Sell/Short'),
  previews = '',
  path = '/en/futures/BTCUSDT',
  values = ['59,500.0', '0.03'],
}: Shape = {}): Document => {
  const page = pageOf(
    `<main><table><tr><th>Entry Price</th></tr></table><aside><div>${modes}</div><div>${types}</div>
      ${line('Avbl', '100.00 USDT')}${fields}${ticks}<div>${buttons}</div>${previews}</aside></main>`,
    { path },
  )
  const inputs = [...page.querySelectorAll<HTMLInputElement>('aside input:not([type="checkbox"])')]
  inputs.forEach((input, at) => (input.value = values[at] ?? ''))
  return page
}

const read = (shape?: Shape) => readOrderForm(pageWith(shape))

describe('a form for one side at a time', () => {
  const previews = line('Liq. Price', '57,000.0 USDT') + line('Cost', '89.25 USDT')
  test.each([
    ['Buy/Long', 'long', 'short'],
    ['Sell/Short', 'short', 'long'],
  ] as const)('%s', (text, side, other) => {
    const form = read({ buttons: button(text), previews })
    expect(form?.[side]).toMatchObject({
      liquidationPrice: { text: '57,000.0 USDT' },
      cost: { text: '89.25 USDT' },
    })
    expect(form?.[other]).toEqual({
      liquidationPrice: { missing: 'unknown' },
      cost: { missing: 'unknown' },
    })
  })
})

describe('the order form without a mark of the page', () => {
  test('by its words', () => {
    expect(read()).toMatchObject({
      symbol: 'BTCUSDT',
      action: 'open',
      type: 'limit',
      marginMode: 'isolated',
      leverage: { text: '20x' },
      price: { text: '59,500.0' },
      size: { text: '0.03' },
      sizeUnit: 'BTC',
      takeProfit: { missing: 'none' },
      stopLoss: { missing: 'none' },
      reduceOnly: { value: false },
      availableBalance: { text: '100.00 USDT' },
      asset: 'USDT',
    })
  })

  test.each([
    [
      'in the field',
      '<div><input placeholder="Price"><i>USDT</i></div><div><input placeholder="Size (BTC)"></div>',
    ],
    [
      'in a drop-down',
      `${field('Price', 'USDT')}<div><span>Amount</span><input><select><option>USDT</option><option selected>BTC</option></select></div>`,
    ],
    [
      'above the element of the field',
      '<p>Price</p><div><input><i>USDT</i></div><p>Size</p><div><input><i>BTC ▾</i></div>',
    ],
    ['in brackets', `${field('Price', 'USDT')}<div><label>Size(BTC)<input></label></div>`],
    [
      'above, without an element of its own',
      '<span>Price</span><input><span>USDT</span><span>Size</span><span>BTC</span><input>',
    ],
  ])('label and unit %s', (_, fields) => {
    expect(read({ fields })).toMatchObject({
      price: { text: '59,500.0' },
      size: { text: '0.03' },
      sizeUnit: 'BTC',
    })
  })

  test('one field without a word is the size of a market order', () => {
    const types = tab('Limit', false) + tab('Market', true)
    expect(read({ types, fields: '<input>', values: ['0.03'] })).toMatchObject({
      type: 'market',
      price: { missing: 'none' },
      size: { text: '0.03' },
      sizeUnit: null,
    })
  })

  test('mode and leverage on one button, leverage first', () => {
    expect(read({ modes: button('Cross x20') })).toMatchObject({
      marginMode: 'cross',
      leverage: { value: expect.objectContaining({ d: [20] }) as unknown },
    })
  })
})

describe('what the order does', () => {
  const hedge = (words: readonly [string, string]) => words.map(button).join('')
  test.each<[string, Shape, string]>([
    ['buttons that open', { buttons: hedge(['Open Long', 'Open Short']), ticks: '' }, 'open'],
    ['buttons that close', { buttons: hedge(['平多', '平空']), ticks: '' }, 'close'],
    ['tabs', { modes: tab('Open', false) + tab('Close', true), ticks: '' }, 'close'],
    [
      'tabs against buttons',
      {
        modes: tab('Open', false) + tab('Close', true),
        buttons: hedge(['Open Long', 'Open Short']),
      },
      'unknown',
    ],
    [
      'a switch that is on',
      { ticks: '<p><i role="switch" aria-checked="true"></i><b>Reduce-Only</b></p>' },
      'close',
    ],
    ['no tick for reducing in sight', { ticks: '' }, 'unknown'],
  ])('%s', (_, shape, action) => {
    expect(read(shape)?.action).toBe(action)
  })
})

describe('its stops', () => {
  const ticked = '<label><input type="checkbox" checked>TP/SL</label>'
  test('ticked, one of them typed', () => {
    const fields = field('Size', 'BTC') + field('Take Profit', '') + field('Stop Loss', '')
    const types = tab('Limit', false) + tab('Market', true)
    expect(read({ types, fields, ticks: ticked, values: ['0.03', '', '57,800.0'] })).toMatchObject({
      size: { text: '0.03' },
      takeProfit: { missing: 'none' },
      stopLoss: { text: '57,800.0' },
    })
  })

  test('ticked, and no field in sight', () => {
    expect(read({ ticks: ticked })).toMatchObject({ stopLoss: { missing: 'unknown' } })
  })
})

describe('a price that could be two', () => {
  const ticker = (mark: string) =>
    `<header><h1>BTCUSDT</h1><div>${line('Marca', mark)}${line('Índice', mark)}</div></header>`
  const spanish = (mark: string): NumberField | undefined => {
    const page = pageWith({
      types: tab('Límite', true),
      fields: field('Precio', 'USDT') + field('Tamaño', 'BTC'),
      previews: line('Coste', '1.250,00 USDT'),
      values: ['59.500', '1.234'],
    })
    page.body.insertAdjacentHTML('afterbegin', ticker(mark))
    return readOrderForm(page)?.price
  }

  test.each([
    ['60.018,8', '59500'],
    ['60,02', '59.5'],
  ])('mark price %s: %s', (mark, price) => {
    const read = spanish(mark)
    expect(read !== undefined && 'value' in read && read.value.toFixed()).toBe(price)
  })

  test('without a market price, and for a size, it is refused', () => {
    expect(spanish('--')).toEqual({ missing: 'unparsed', text: '59.500' })
    expect(read({ previews: line('Cost', '1.250,00 USDT'), values: ['5', '1.234'] })?.size).toEqual(
      {
        missing: 'unparsed',
        text: '1.234',
      },
    )
  })
})

test('a coin whose name is a word is a unit all the same', () => {
  const fields = field('Price', 'USDT') + field('Size', 'QTY')
  expect(read({ fields, path: '/en/futures/QTYUSDT' })?.sizeUnit).toBe('QTY')
})

test('a unit that begins with digits is no figure', () => {
  const fields = field('Price', 'USDT') + field('Size', '1000PEPE')
  expect(read({ fields, path: '/en/futures/1000PEPEUSDT' })).toMatchObject({
    sizeUnit: '1000PEPE',
    availableBalance: { text: '100.00 USDT' },
  })
})

test('one of two liquidation prices: the price of the order tells whose it is', () => {
  const block = (price: string, cost: string) => line('Liq Price', price) + line('Cost', cost)
  const previews = block('-- USDT', '10.00 USDT') + block('62,000.0 USDT', '11.00 USDT')
  expect(read({ previews })).toMatchObject({
    long: { liquidationPrice: { missing: 'unknown' }, cost: { text: '10.00 USDT' } },
    short: { liquidationPrice: { text: '62,000.0 USDT' }, cost: { text: '11.00 USDT' } },
  })
})

test('previews one beside the other behind one label', () => {
  const two = (label: string, a: string, b: string) =>
    `<div><span>${label}</span><span>${a}</span> / <span>${b}</span></div>`
  const previews =
    two('Liq Price', '57,000.0', '62,000.0 USDT') + two('Cost', '88.97', '89.10 USDT')
  expect(read({ previews })).toMatchObject({
    long: { liquidationPrice: { text: '57,000.0' }, cost: { text: '88.97' } },
    short: { liquidationPrice: { text: '62,000.0 USDT' }, cost: { text: '89.10 USDT' } },
  })
})

test('the buttons of a dialog are not the form', () => {
  const page = pageOf(
    `<div role="dialog"><input>${button('Buy/Long')}${button('Sell/Short')}</div>`,
  )
  expect(readOrderForm(page)).toBeNull()
})
