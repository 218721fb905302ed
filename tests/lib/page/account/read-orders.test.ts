import { describe, expect, test } from 'vitest'
import type { OpenOrder } from '@/lib/page'
import { readOrders } from '@/lib/page/account/read-orders'
import { pageOf } from './page-of'

const tab = (text: string, selected: boolean) =>
  `<div role="tab" aria-selected="${String(selected)}">${text}</div>`

const panel = (orders: string, { pane = '', inFront = true, sub = '' } = {}) =>
  `<div><div>${tab('Positions(1)', !inFront)}${tab(orders, inFront)}${tab('Order History', false)}</div>
   <div>${sub}${pane}</div></div>`

const cells = (...texts: string[]) => texts.map((text) => `<div>${text}</div>`).join('')
const stop = `<div>${cells('BTCUSDT', 'Perp', 'Stop Market', 'Sell', 'Mark Price &lt;= 57,000.0', '0.020 BTC')}</div>`
const limit = `<div>${cells('ETHUSDT', 'Perp', 'Limit', 'Buy', '1,830.00', '0.50 ETH')}</div>`

const read = (markup: string) => readOrders(pageOf(markup), 1_000).reading

const plain = ({ triggerPrice, quantity, ...order }: OpenOrder) => ({
  ...order,
  triggerPrice: 'value' in triggerPrice ? triggerPrice.value.toFixed() : triggerPrice.missing,
  quantity: 'value' in quantity ? quantity.value.toFixed() : quantity.missing,
})

describe('the number of open orders', () => {
  test.each([
    ['Open Orders(3)', 3],
    ['Open Orders (12)', 12],
    ['当前委托（9）', 9],
    ['<span>Open Orders</span><span>4</span>', 4],
    ['Open Orders', null],
  ])('%s', (text, count) => {
    expect(read(panel(text, { inFront: false }))).toEqual({
      count,
      orders: null,
      complete: false,
      readAt: null,
    })
  })

  test('none: proved without the pane', () => {
    expect(read(panel('Open Orders(0)', { inFront: false }))).toMatchObject({
      count: 0,
      orders: [],
      complete: true,
    })
  })

  test('the same words in a menu of the chart count nothing', () => {
    expect(read('<ul><li>Open Orders(3)</li></ul>').count).toBeNull()
  })
})

describe('the orders, while their pane is in front', () => {
  test('rows without titles', () => {
    const { orders, complete } = read(panel('Open Orders(2)', { pane: stop + limit }))
    expect(complete).toBe(true)
    expect(orders?.map(plain)).toMatchObject([
      {
        symbol: 'BTCUSDT',
        kind: 'stop',
        direction: 'sell',
        triggerPrice: '57000',
        quantity: '0.02',
      },
      { symbol: 'ETHUSDT', kind: 'limit', direction: 'buy', triggerPrice: 'none', quantity: '0.5' },
    ])
  })

  test.each([
    ['/en/futures/BTCUSDT', ['BTCUSDT', 'Perp'], 'BTCUSDT'],
    ['/en/futures/BTCUSDT', ['BTCUSDT', '1225'], 'BTCUSDT_1225'],
    ['/en/delivery/BTCUSD_PERP', ['BTCUSD', 'Perp'], 'BTCUSD_PERP'],
    ['/en/delivery/BTCUSD_PERP', ['BTCUSD 1225'], 'BTCUSD_1225'],
  ])('the contract, as positions name it: %s %s', (path, names, symbol) => {
    const pane = `<div>${cells(...names, 'Stop Market', 'Sell', 'Mark Price &lt;= 57,000.0', '2 Cont')}</div>`
    const page = pageOf(panel('Open Orders(1)', { pane }), { path })
    expect(readOrders(page, 1_000).reading.orders).toMatchObject([{ symbol }])
  })

  test('cards with labels inside', () => {
    const card = `<section><b>BTCUSDT</b><i>Perp</i>
      <p><span>Type</span><span>Take Profit Market</span></p><p><span>Side</span><span>Close Short</span></p>
      <p><span>Trigger Conditions</span><span>Last Price &gt;= 63,000</span></p>
      <p><span>Amount</span><span>Close Position</span></p><p><span>Reduce Only</span><span>Yes</span></p></section>`
    const { orders } = read(panel('Open Orders(1)', { pane: card }))
    expect(orders?.map(plain)).toMatchObject([
      {
        symbol: 'BTCUSDT',
        kind: 'take-profit',
        direction: 'buy',
        positionSide: 'short',
        triggerPrice: '63000',
        quantity: 'none',
        reduceOnly: { value: true },
        closePosition: { value: true },
      },
    ])
  })

  test.each(['Amount', 'Количество'])(
    'a table (%s): a text belongs to the title over it',
    (size) => {
      const row = (top: number, texts: readonly string[]) =>
        `<div data-box="0 ${String(top)} 800 16">${texts
          .map(
            (text, at) =>
              `<span data-box="${String(at * 100)} ${String(top)} 90 16">${text}</span>`,
          )
          .join('')}</div>`
      const pane = `<div data-box="0 40 800 80">${[
        ['Time', 'Symbol', 'Type', 'Side', size, 'Reduce Only', 'Trigger Conditions', 'TIF'],
        ['10:00:00', 'BTCUSDT', 'Qorvu zent', 'Sell', '0.020 BTC', 'No', '&lt;= 57,000.0', 'GTC'],
        ['10:00:01', 'ETHUSDT', 'Limit', 'Buy', '0.50 ETH', 'No', '--', 'GTC'],
      ]
        .map((texts, at) => row(40 + 20 * at, texts))
        .join('')}</div>`
      const { orders, complete } = read(panel('Open Orders(2)', { pane }))
      expect(complete).toBe(true)
      expect(orders?.map(plain)).toMatchObject([
        {
          symbol: 'BTCUSDT',
          kind: 'unknown',
          direction: 'sell',
          triggerPrice: '57000',
          reduceOnly: { value: false },
        },
        {
          symbol: 'ETHUSDT',
          kind: 'limit',
          direction: 'buy',
          triggerPrice: 'none',
          quantity: '0.5',
        },
      ])
    },
  )

  test('fewer rows than the tab counts are not all', () => {
    expect(read(panel('Open Orders(3)', { pane: stop + limit })).complete).toBe(false)
  })

  test('with other symbols hidden they are not all', () => {
    const pane = `<i role="checkbox" name="hideOtherSymbol" aria-checked="true"></i>${stop}`
    expect(read(panel('Open Orders(1)', { pane })).complete).toBe(false)
  })

  test('a pane that is not in front is not read, whatever is left in it', () => {
    expect(read(panel('Open Orders(1)', { pane: stop, inFront: false })).orders).toBeNull()
  })

  test("a position's row with buttons for market and limit is no order", () => {
    const pane = `<div>${cells('BTCUSDT', 'Perp', '20x', 'Long', '0.020 BTC', 'Market', 'Limit')}</div>`
    expect(read(panel('Open Orders(1)', { pane })).orders).toEqual([])
  })
})

test('each sub-tab shows its own: what both showed is all', () => {
  const sub = (basic: boolean) => tab('Basic(1)', basic) + tab('Conditional(1)', !basic)
  const first = readOrders(pageOf(panel('Open Orders(2)', { pane: limit, sub: sub(true) })), 1_000)
  expect(first.reading).toMatchObject({ complete: false, orders: [{ kind: 'limit' }] })
  const page = pageOf(panel('Open Orders(2)', { pane: stop, sub: sub(false) }))
  const second = readOrders(page, 2_000, first.memory)
  expect(second.reading).toMatchObject({
    complete: true,
    orders: [{ kind: 'limit' }, { kind: 'stop' }],
    readAt: 2_000,
  })
  // Behind another tab they are as old as they are.
  const later = readOrders(
    pageOf(panel('Open Orders(2)', { inFront: false })),
    9_000,
    second.memory,
  )
  expect(later.reading).toMatchObject({ complete: true, readAt: 2_000 })
  const grown = readOrders(
    pageOf(panel('Open Orders(3)', { inFront: false })),
    9_000,
    second.memory,
  )
  expect(grown.reading.complete).toBe(false)
})
