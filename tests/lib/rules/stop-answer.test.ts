import { describe, expect, test } from 'vitest'
import type { PositionFacts } from '@/lib/rules/facts'
import type { OpenOrderFacts, OpenOrdersFacts } from '@/lib/rules/facts/facts'
import { defaultLimits } from '@/lib/rules/limits'
import { type PanelModel, panelModel } from '@/lib/rules/panel'
import type { PositionMode } from '@/lib/rules/position/account'
import { d, episodeOf, is, longPosition, missing, noOrders, panelInput } from './facts'

const bare: PositionFacts = { ...longPosition, stopLoss: { state: 'absent' } }
const NOW = 1_000_000

/** A conditional order that closes the long at 58,000. */
const stopOrder: OpenOrderFacts = {
  symbol: 'BTCUSDT',
  kind: 'stop',
  direction: 'sell',
  positionSide: null,
  triggerPrice: is(58_000),
  quantity: is('0.02'),
  reduceOnly: { value: true },
  closePosition: { value: false },
}
const read = (...orders: OpenOrderFacts[]): OpenOrdersFacts => ({
  count: orders.length,
  orders,
  complete: true,
  readAt: NOW - 185_000,
})

const evaluate = (
  position: PositionFacts,
  openOrders: OpenOrdersFacts,
  positionMode: PositionMode = 'one-way',
) =>
  panelModel({
    input: panelInput([position], { openOrders, positionMode }),
    episodes: new Map([[position.key, episodeOf({ withoutStopSince: 0 })]]),
    limits: defaultLimits,
    previous: null,
    now: NOW,
  }).positions[0]?.evaluation

const answer = (...given: Parameters<typeof evaluate>) => evaluate(...given)?.stop
const codes = (...given: Parameters<typeof evaluate>) =>
  evaluate(...given)?.warnings.map(({ code }) => code)

describe('absence has to be proved', () => {
  test('Open Orders(0): absent, and after the grace time missing', () => {
    expect(answer(bare, noOrders)).toEqual({ state: 'absent' })
    expect(codes(bare, noOrders)).toEqual(['STOP_LOSS_MISSING'])
  })

  test('it proves it even where the columns are out of sight', () => {
    expect(answer({ ...bare, stopLoss: { state: 'unknown' } }, noOrders)?.state).toBe('absent')
  })

  test('R6: one open order may be one', () => {
    const one = { ...noOrders, count: 1 }
    expect(answer(bare, one)).toEqual({ state: 'possible', orders: 1, ordersRead: false })
    expect(evaluate(bare, one)?.warnings).toMatchObject([
      { code: 'STOP_LOSS_UNKNOWN', severity: 'info', columns: 'empty', orders: 1 },
    ])
  })

  test('a page that prints no number of orders', () => {
    const none = { ...noOrders, count: null }
    expect(answer(bare, none)).toEqual({ state: 'possible', orders: null, ordersRead: false })
    expect(answer({ ...bare, stopLoss: { state: 'unknown' } }, none)).toEqual({
      state: 'unknown',
      orders: null,
      ordersRead: false,
    })
  })

  test('all of them read, and none can be a stop for this position', () => {
    const others = read(
      { ...stopOrder, kind: 'limit' },
      { ...stopOrder, kind: 'take-profit' },
      { ...stopOrder, kind: 'market' },
      { ...stopOrder, symbol: 'ETHUSDT' },
      { ...stopOrder, direction: 'buy' },
    )
    expect(answer(bare, others)).toEqual({ state: 'absent' })
  })

  test.each<[string, OpenOrdersFacts]>([
    ['not all of them in sight', { ...read({ ...stopOrder, kind: 'limit' }), complete: false }],
    ['more by now than were in sight', { ...read({ ...stopOrder, kind: 'limit' }), count: 2 }],
    ['one whose symbol cannot be read', read({ ...stopOrder, symbol: null })],
    ['one whose kind cannot be read', read({ ...stopOrder, kind: 'unknown' })],
    ['one whose direction cannot be read', read({ ...stopOrder, direction: null })],
    ['one of a contract spelt in another way', read({ ...stopOrder, symbol: 'btcusdt' })],
  ])('%s: possible', (_, orders) => {
    expect(answer(bare, orders)?.state).toBe('possible')
  })
})

describe('an open order that is a stop for the position', () => {
  test('is a present stop with its trigger and its age', () => {
    expect(answer(bare, read(stopOrder))).toEqual({
      state: 'present',
      price: is(58_000),
      readAt: NOW - 185_000,
    })
    expect(codes(bare, read(stopOrder))).toEqual([])
  })

  test('also where the page prints no number of orders', () => {
    expect(answer(bare, { ...read(stopOrder), count: null })?.state).toBe('present')
  })

  test('one that trails the price prints where it begins to: until then it stops nothing', () => {
    const trailing = { ...stopOrder, kind: 'trailing-stop', triggerPrice: is(65_000) } as const
    expect(answer(bare, read(trailing))).toEqual({
      state: 'possible',
      orders: 1,
      ordersRead: true,
    })
    expect(codes(bare, read(trailing))).toEqual(['STOP_LOSS_UNKNOWN'])
    // Next to one that is a stop, it changes nothing.
    expect(answer(bare, read(trailing, stopOrder))).toMatchObject({ price: is(58_000) })
  })

  test('all of them read: only those that may be one are counted, and there is nothing left to open', () => {
    const limit = { ...stopOrder, kind: 'limit' } as const
    const unclear = { ...stopOrder, kind: 'unknown' } as const
    const possible = { state: 'possible', orders: 1, ordersRead: true }
    expect(answer(bare, read(limit, limit, unclear))).toEqual(possible)
    const hidden: PositionFacts = { ...bare, stopLoss: { state: 'unknown' } }
    expect(answer(hidden, read(limit, unclear))).toEqual({ ...possible, state: 'unknown' })
    const some = { ...read(limit, unclear), complete: false, count: 5 }
    expect(answer(bare, some)).toEqual({ ...possible, orders: 5, ordersRead: false })
    const uncounted = { ...read(limit, unclear), complete: false, count: null }
    expect(answer(bare, uncounted)).toEqual({ ...possible, orders: null })
  })

  test('one whose trigger cannot be read stands at a price that is not known', () => {
    const unread = { ...stopOrder, triggerPrice: missing('unparsed') }
    expect(answer(bare, read(unread))).toMatchObject({
      state: 'present',
      price: { missing: 'unknown' },
    })
    const other = { ...stopOrder, triggerPrice: is(57_000) }
    expect(answer(bare, read(unread, other))).toMatchObject({ price: is(57_000) })
  })

  test('of a position whose side nobody can tell it may be one', () => {
    const key = 'BTCUSDT:unknown:isolated'
    expect(answer({ ...bare, key, side: 'unknown' }, read(stopOrder))?.state).toBe('possible')
  })

  test('not all of them in sight: what was seen stands until fewer are left', () => {
    const some = { ...read(stopOrder, { ...stopOrder, kind: 'limit' }), complete: false }
    expect(answer(bare, { ...some, count: 3 })?.state).toBe('present')
    expect(answer(bare, { ...some, count: 2 })?.state).toBe('present')
    expect(answer(bare, { ...some, count: 1 })?.state).toBe('possible')
  })

  test('is judged like any other: beyond liquidation it never triggers', () => {
    const late = { ...stopOrder, triggerPrice: is(49_000) }
    expect(codes(bare, read(late))).toEqual(['STOP_LOSS_BEYOND_LIQUIDATION'])
  })

  test('the columns go first', () => {
    expect(answer(longPosition, read({ ...stopOrder, triggerPrice: is(1) }))).toEqual({
      state: 'present',
      price: is(58_000),
      readAt: null,
    })
  })

  test('it has gone since: one order fewer', () => {
    expect(answer(bare, { ...read(stopOrder), count: 0 })).toEqual({ state: 'absent' })
    expect(answer(bare, { ...read(stopOrder, { ...stopOrder, kind: 'limit' }), count: 1 })).toEqual(
      {
        state: 'possible',
        orders: 1,
        ordersRead: false,
      },
    )
  })

  test('of a short it buys', () => {
    const short: PositionFacts = {
      ...bare,
      key: 'BTCUSDT:short:isolated',
      side: 'short',
      liquidationPrice: is(70_000),
    }
    const buy = { ...stopOrder, direction: 'buy', triggerPrice: is(62_000) } as const
    expect(answer(short, read(buy))?.state).toBe('present')
    expect(answer(short, read(stopOrder))?.state).toBe('absent')
  })

  test('hedge mode: of the leg that it names; without a name it may open the other one', () => {
    const open = { ...stopOrder, reduceOnly: { value: false } }
    expect(answer(bare, read({ ...open, positionSide: 'long' }), 'hedge')?.state).toBe('present')
    expect(answer(bare, read({ ...open, positionSide: 'short' }), 'hedge')?.state).toBe('absent')
    expect(answer(bare, read(open), 'hedge')?.state).toBe('possible')
    expect(answer(bare, read(open), 'one-way')?.state).toBe('present')
    expect(answer(bare, read(open), 'unknown')?.state).toBe('possible')
    // What only closes opens nothing, whatever the mode.
    expect(answer(bare, read({ ...open, closePosition: { value: true } }), 'hedge')?.state).toBe(
      'present',
    )
    expect(answer(bare, read(stopOrder), 'hedge')?.state).toBe('present')
  })

  test('a day of delivery printed in another way is the same contract', () => {
    const dated = { ...bare, symbol: 'BTCUSDT_1225', key: 'BTCUSDT_1225:long:isolated' }
    expect(answer(dated, read({ ...stopOrder, symbol: 'BTCUSDT_261225' }))?.state).toBe('present')
    expect(answer(dated, read({ ...stopOrder, symbol: 'BTCUSDT' }))?.state).toBe('absent')
  })
})

describe('a stop for a part is called one', () => {
  test('in the columns: the page does not say of what', () => {
    const partial: PositionFacts = { ...bare, stopLoss: { state: 'partial', count: 1 } }
    expect(answer(partial, { ...noOrders, count: 1 })).toEqual({
      state: 'partial',
      count: 1,
      price: null,
      readAt: null,
      ordersRead: false,
    })
    expect(evaluate(partial, { ...noOrders, count: 1 })?.warnings).toMatchObject([
      { code: 'STOP_LOSS_PARTIAL', sure: false, count: 1, severity: 'info' },
    ])
  })

  test('in the columns, and all open orders read: as many take-profits are what is set for a part', () => {
    const partial: PositionFacts = { ...bare, stopLoss: { state: 'partial', count: 1 } }
    const profit = { ...stopOrder, kind: 'take-profit', triggerPrice: is(65_000) } as const
    expect(answer(partial, read(profit))).toEqual({ state: 'absent' })
    expect(codes(partial, read(profit))).toEqual(['STOP_LOSS_MISSING'])
    const two: PositionFacts = { ...bare, stopLoss: { state: 'partial', count: 2 } }
    const unsure = { state: 'partial', price: null, ordersRead: true }
    expect(answer(two, read(profit))).toMatchObject(unsure)
    expect(answer(partial, read({ ...profit, symbol: 'ETHUSDT' }))).toMatchObject(unsure)
    const uncounted: PositionFacts = { ...bare, stopLoss: { state: 'partial', count: null } }
    expect(answer(uncounted, read(profit))).toMatchObject(unsure)
    const more = { ...read(profit), count: 2 }
    expect(answer(partial, more)).toMatchObject({ ...unsure, ordersRead: false })
    expect(answer(partial, read(profit, { ...stopOrder, kind: 'unknown' }))).toMatchObject(unsure)
  })

  test('as an order: it closes a part, and that is a caution', () => {
    const part = read({ ...stopOrder, quantity: is('0.01') })
    expect(answer(bare, part)).toMatchObject({ state: 'partial', count: 1, price: is(58_000) })
    expect(evaluate(bare, part)?.warnings).toMatchObject([
      { code: 'STOP_LOSS_PARTIAL', sure: true, severity: 'caution' },
    ])
  })

  test('parts that make up the whole are the whole; the first to act is told', () => {
    const half = { ...stopOrder, quantity: is('0.01') }
    expect(answer(bare, read(half, { ...half, triggerPrice: is(59_000) }))).toMatchObject({
      state: 'present',
      price: is(59_000),
    })
  })

  test('an order that closes the whole position prints no quantity', () => {
    const all = { ...stopOrder, quantity: missing('none') }
    expect(answer(bare, read(all))?.state).toBe('present')
    const said = { ...stopOrder, quantity: is('0.001'), closePosition: { value: true } }
    expect(answer(bare, read(said))?.state).toBe('present')
    // One of two is enough.
    const part = { ...stopOrder, quantity: is('0.001') }
    expect(answer(bare, read(all, part))?.state).toBe('present')
  })

  test('a quantity that cannot be read, of the order or of the position, is not certainly the whole', () => {
    const unread = { ...stopOrder, quantity: missing('unparsed') }
    expect(answer(bare, read(unread))?.state).toBe('partial')
    expect(answer({ ...bare, quantity: missing('unparsed') }, read(stopOrder))?.state).toBe(
      'partial',
    )
  })

  test('of a short the first to act is the lowest', () => {
    const short: PositionFacts = {
      ...bare,
      key: 'BTCUSDT:short:isolated',
      side: 'short',
      liquidationPrice: is(70_000),
    }
    const half = { ...stopOrder, direction: 'buy', quantity: is('0.01') } as const
    const at = (...prices: number[]) =>
      answer(short, read(...prices.map((price) => ({ ...half, triggerPrice: is(price) }))))
    expect(at(63_000, 62_000)).toMatchObject({ state: 'present', price: is(62_000) })
    expect(at(62_000, 63_000)).toMatchObject({ state: 'present', price: is(62_000) })
  })
})

describe('a stop that went', () => {
  const key = bare.key
  const limits = { ...defaultLimits, stopLossGrace: 60_000 }
  const at = (now: number, openOrders: OpenOrdersFacts, previous: PanelModel | null) =>
    panelModel({
      input: panelInput([bare], { openOrders, positionMode: 'one-way' }),
      episodes: new Map([[key, episodeOf({ withoutStopSince: 0 })]]),
      limits,
      previous,
      now,
    })
  const since = (model: PanelModel) =>
    model.positions[0]?.evaluation.warnings.flatMap((warning) =>
      warning.code === 'STOP_LOSS_MISSING' ? [warning.since] : [],
    )

  test('was in the open orders for hours: there has been none only since then', () => {
    const held = at(NOW, read(stopOrder), null)
    const gone = at(NOW + 1_000, noOrders, held)
    expect(since(gone)).toEqual([])
    const later = at(NOW + 61_000, noOrders, gone)
    expect(since(later)).toEqual([NOW])
    expect(later.positions[0]?.episode?.withoutStopSince).toBe(NOW)
  })

  test('one that nobody saw changes nothing', () => {
    const before = at(NOW, { ...noOrders, count: 1 }, null)
    expect(since(at(NOW + 1_000, noOrders, before))).toEqual([0])
  })
})

test('the mark has passed the stop: filling, or set on the wrong side; not the text of an unseen one', () => {
  const passed: PositionFacts = { ...bare, stopLoss: { state: 'present', price: is(60_500) } }
  expect(evaluate(passed, noOrders)?.warnings).toMatchObject([
    { code: 'STOP_LOSS_WRONG_SIDE', stopPrice: d(60_500), markPrice: d(60_000) },
  ])
})
