import { describe, expect, test } from 'vitest'
import type { PositionFacts } from '@/lib/rules/facts'
import type { OrderFacts } from '@/lib/rules/facts/facts'
import { defaultLimits, type Limits } from '@/lib/rules/limits'
import { orderCheck } from '@/lib/rules/order'
import type { OrderQuestion } from '@/lib/rules/order/order-check'
import { accountOf } from '@/lib/rules/position'
import { accountFacts, d, is, longPosition, missing, noOrders } from './facts'

/** A market order of 0.03 BTC at 60,000 and 10x: 180 of margin, 9 % of 2,000. */
const order: OrderFacts = {
  symbol: 'BTCUSDT',
  action: 'open',
  type: 'market',
  marginMode: 'isolated',
  leverage: is(10),
  price: missing('none'),
  size: { value: d('0.03'), decimals: 2 },
  sizeUnit: 'BTC',
  stopLoss: { value: d(57_000), decimals: 0 },
  reduceOnly: { value: false },
  asset: 'USDT',
  long: { liquidationPrice: is('54216.9'), cost: is(180) },
  short: { liquidationPrice: is('65737.1'), cost: is(180) },
}
const account = accountOf({
  account: { ...accountFacts, marginBalance: is(4_000), availableBalance: is(4_000) },
  positionMode: 'one-way',
  openOrders: noOrders,
})

const check = (
  change: Partial<OrderFacts> = {},
  others: Partial<OrderQuestion> = {},
  limits: Partial<Limits> = {},
) =>
  orderCheck({
    order: { ...order, ...change },
    positions: [],
    mark: d(60_000),
    account,
    limits: { ...defaultLimits, ...limits },
    ...others,
  })
const long = (...given: Parameters<typeof check>) => check(...given)?.sides[0]

describe('quiet', () => {
  test.each<[string, Partial<OrderFacts>]>([
    ['nothing is typed', { size: missing('none') }],
    ['a size of zero', { size: is(0) }],
    ['the order closes', { action: 'close' }],
    ['the order only reduces', { reduceOnly: { value: true } }],
  ])('%s: no check', (_, change) => {
    expect(check(change)).toBeNull()
  })
  test('all as planned: no remark', () => {
    expect(check()?.remarks).toEqual([])
  })
})

describe('margin as a share of capital, with what is open in the symbol', () => {
  test('180 of 4,000 is 4.5 %', () => {
    expect(long()).toMatchObject({ share: d('0.045'), over: null, fits: null })
  })
  test('above 5 %: a second thought', () => {
    const asked = check({ long: { ...order.long, cost: is(240) } })
    expect(asked?.sides[0]).toMatchObject({
      share: d('0.06'),
      over: 'caution',
      threshold: d('0.05'),
      fits: null,
    })
    expect(asked?.remarks).toEqual(['share'])
  })
  test('over the limit: the size that keeps within it, rounded down', () => {
    const over = long({ long: { ...order.long, cost: is(700) } })
    // 0.03 × 400 ÷ 700 = 0.01714…
    expect(over).toMatchObject({ over: 'limit', threshold: d('0.1'), fits: d('0.0171') })
    expect(long()?.threshold).toBeNull()
  })
  test('what is open on the same side counts, the other side does not', () => {
    const positions: PositionFacts[] = [{ ...longPosition, wallet: is(300), margin: is(300) }]
    expect(long({}, { positions })).toMatchObject({
      margin: d(480),
      over: 'limit',
      fits: d('0.0166'),
    })
    expect(check({}, { positions })?.sides[1]).toMatchObject({ margin: d(180), over: null })
  })
  test('another symbol does not', () => {
    const positions: PositionFacts[] = [{ ...longPosition, symbol: 'ETHUSDT', wallet: is(300) }]
    expect(long({}, { positions })?.margin).toEqual(d(180))
  })
  test('of an open cross position its margin counts', () => {
    const cross = { marginMode: 'cross', margin: is(300), wallet: missing('unknown') } as const
    expect(long({}, { positions: [{ ...longPosition, ...cross }] })?.open).toEqual(d(300))
  })
  test('what is open already reaches the limit: nothing fits', () => {
    const positions: PositionFacts[] = [{ ...longPosition, wallet: is(500) }]
    expect(long({}, { positions })?.fits).toEqual(d(0))
  })
  test.each<[string, Partial<OrderQuestion>]>([
    ['not all positions are in sight', { positions: null }],
    [
      'an open margin cannot be read',
      { positions: [{ ...longPosition, wallet: missing('unknown') }] },
    ],
    [
      'the capital is in another asset',
      {
        account: {
          ...account,
          balance: account.balance && { ...account.balance, asset: 'BTC' },
        },
      },
    ],
    ['no account is in sight', { account: null }],
  ])('%s: no share', (_, others) => {
    expect(long({}, others)).toMatchObject({ share: null, over: null, fits: null })
  })
  test('the trader’s own capital stands before the balance', () => {
    expect(long({}, {}, { capital: { amount: '1000', asset: 'USDT' } })?.share).toEqual(d('0.18'))
  })
})

describe('what the order takes', () => {
  test('the page’s own cost leads', () => {
    expect(long({ long: { ...order.long, cost: is('180.43') } })?.cost).toEqual(d('180.43'))
  })
  test('no cost is printed: worth ÷ leverage', () => {
    expect(long({ long: { ...order.long, cost: missing('unknown') } })?.cost).toEqual(d(180))
  })
  test('a limit order by its own price', () => {
    const change = { long: { ...order.long, cost: missing('unknown') }, type: 'limit' } as const
    expect(long({ ...change, price: is(50_000) })?.cost).toEqual(d(150))
    expect(long({ ...change, price: missing('none') })?.cost).toBeNull()
  })
  test('a size in the quote asset may be worth or margin: the cost decides', () => {
    const stop = (size: number) => check({ sizeUnit: 'USDT', size: is(size) })?.stop
    // 1,800 of worth or 180 of margin: 0.03 BTC either way; 0.03 × 3,000.
    expect(stop(1_800)).toMatchObject({ loss: d(90) })
    expect(stop(180)).toMatchObject({ loss: d(90) })
    expect(stop(900)).toMatchObject({ loss: null })
  })
  test('the cost of either side decides it', () => {
    const long = { ...order.long, cost: missing('unknown') }
    const asked = check({ sizeUnit: 'USDT', size: is(1_800), long })
    expect(asked?.stop).toMatchObject({ loss: d(90) })
  })
  test('a size in a unit of neither asset, or a contract without a name, is no quantity', () => {
    expect(check({ sizeUnit: 'Cont' })?.stop).toMatchObject({ loss: null })
    expect(check({ symbol: null })).toMatchObject({
      sides: [
        { open: null, share: null },
        { open: null, share: null },
      ],
      stop: { loss: null },
    })
  })
  test('at a trigger price nobody knows where it fills', () => {
    const none = { liquidationPrice: missing('unknown'), cost: missing('unknown') }
    const asked = check({ type: 'other', long: none, short: none })
    expect(asked?.sides[0]).toMatchObject({ cost: null, liquidation: null })
    expect(asked?.stop).toMatchObject({ side: null, loss: null, share: null, acts: 'unknown' })
  })
  test('at 1x worth and margin are the same, and not told apart', () => {
    const change = { sizeUnit: 'USDT', size: is(180), leverage: is(1) }
    expect(check(change)?.stop).toMatchObject({ loss: null })
  })
  test('contracts of an inverse symbol: the quantity is not known', () => {
    const change = { symbol: 'BTCUSD_PERP', sizeUnit: 'Cont', size: is(18), asset: 'BTC' }
    expect(check(change)?.stop).toMatchObject({ loss: null })
  })
})

describe('where it would be liquidated', () => {
  test('the page’s own figure', () => {
    expect(long()?.liquidation).toEqual({
      from: 'page',
      value: d('54216.9'),
      decimals: null,
    })
  })
  test('none is printed: between the first margin used up and the entry', () => {
    const none = { liquidationPrice: missing('unknown'), cost: is(180) }
    const asked = check({ long: none, short: none })
    expect(asked?.sides.map(({ liquidation }) => liquidation)).toEqual([
      { from: 'ours', low: d(54_000), high: d(60_000) },
      { from: 'ours', low: d(60_000), high: d(66_000) },
    ])
  })
  test.each<[string, Partial<OrderFacts>, Partial<OrderQuestion>]>([
    ['in cross mode', { marginMode: 'cross' }, {}],
    ['with a position open in the symbol', {}, { positions: [longPosition] }],
    ['without a mark', {}, { mark: null }],
    ['of an inverse contract', { symbol: 'BTCUSD_PERP', asset: 'BTC' }, {}],
    ['of a contract without a name', { symbol: null }, {}],
    ['where not all positions are in sight', {}, { positions: null }],
    ['at 1x', { leverage: is(1) }, {}],
  ])('%s nothing is foretold', (_, change, others) => {
    const none = { liquidationPrice: missing('unknown'), cost: is(180) }
    expect(long({ ...change, long: none }, others)?.liquidation).toBeNull()
  })
})

describe('the stop in the order', () => {
  test('it protects a long: 0.03 × 3,000, before liquidation', () => {
    expect(check()?.stop).toEqual({
      state: 'set',
      price: d(57_000),
      decimals: 0,
      side: 'long',
      loss: d(90),
      share: d('0.0225'),
      acts: 'before-liquidation',
    })
  })
  test('above the price it protects a short', () => {
    expect(check({ stopLoss: is(63_000) })?.stop).toMatchObject({ side: 'short' })
  })
  test('of a short, beyond liquidation is above it', () => {
    expect(check({ stopLoss: is(65_737) })?.stop).toMatchObject({ acts: 'before-liquidation' })
    expect(check({ stopLoss: is(66_000) })?.stop).toMatchObject({ acts: 'after-liquidation' })
    // Bounded by the margin of the short: 0.03 · 9,000 is more than 180.
    expect(
      check({ stopLoss: is(69_000), long: { ...order.long, cost: is(500) } })?.stop,
    ).toMatchObject({ loss: d(180) })
  })
  test('without the page’s own liquidation price, whether it acts is not known', () => {
    const none = { liquidationPrice: missing('unknown'), cost: is(180) }
    expect(check({ long: none })?.stop).toMatchObject({ acts: 'unknown' })
  })
  test('at the price itself it protects neither side; at zero it is no price', () => {
    expect(check({ stopLoss: is(60_000) })?.stop).toMatchObject({ side: null, acts: 'unknown' })
    expect(check({ stopLoss: is(0) })?.stop).toEqual({ state: 'unknown' })
  })
  test('beyond liquidation it never acts', () => {
    const asked = check({ stopLoss: is(54_000) })
    expect(asked?.stop).toMatchObject({ acts: 'after-liquidation' })
    expect(asked?.remarks).toEqual(['stop-late'])
  })
  test('none in the order: said only where a stop is required', () => {
    expect(check({ stopLoss: missing('none') })?.remarks).toEqual(['no-stop'])
    expect(check({ stopLoss: missing('none') }, {}, { requireStopLoss: false })?.remarks).toEqual(
      [],
    )
  })
  test('not in sight: nothing is said', () => {
    expect(check({ stopLoss: missing('unknown') })).toMatchObject({
      stop: { state: 'unknown' },
      remarks: [],
    })
  })
})

describe('mode and leverage by the trader’s limits', () => {
  test('cross where isolated is preferred', () => {
    expect(check({ marginMode: 'cross' })?.remarks).toEqual(['cross'])
    expect(check({ marginMode: 'cross' }, {}, { preferIsolated: false })?.remarks).toEqual([])
    expect(check({ marginMode: 'unknown' })?.remarks).toEqual([])
  })
  test('leverage above the limit', () => {
    expect(check({ leverage: is(11) })?.remarks).toEqual(['leverage'])
    expect(check({ leverage: missing('unknown') })?.remarks).toEqual([])
  })
})

describe('a loss at the stop ends where the margin does', () => {
  /** 0.2 BTC at 10x: a stop at 50,000 would lose 2,000 where only 1,200 stand behind it. */
  const late = { size: is('0.2'), stopLoss: is(50_000), long: { ...order.long, cost: is(1_200) } }

  test('isolated: never more than the margin', () => {
    expect(check(late)?.stop).toMatchObject({ loss: d(1_200), share: d('0.3') })
  })
  test('with what is open beside it: the margin of both', () => {
    const positions = [{ ...longPosition, wallet: is(300) }]
    expect(check(late, { positions })?.stop).toMatchObject({ loss: d(1_500) })
  })
  test('cross: the balance pays for all of it', () => {
    expect(check({ ...late, marginMode: 'cross' })?.stop).toMatchObject({ loss: d(2_000) })
  })
})

describe('which contract the order is for', () => {
  const open = (symbol: string, row: Partial<PositionFacts> = {}) =>
    long({ symbol }, { positions: [{ ...longPosition, wallet: is(300), ...row }] })?.open

  test.each(['btcusdt', 'BTC_USDT'])(
    '%s matches no row for sure: not known, and not nothing',
    (symbol) => {
      expect(open(symbol)).toBeNull()
      expect(long({ symbol }, { positions: [] })?.open).toEqual(d(0))
    },
  )
  test('a day of delivery with and without its year', () => {
    expect(open('BTCUSDT_261225', { symbol: 'BTCUSDT_1225' })).toEqual(d(300))
    expect(open('BTCUSDT_261225', { symbol: 'BTCUSDT_0326' })).toEqual(d(0))
    expect(open('BTCUSDT_261225')).toEqual(d(0))
  })
  test('a row whose side is not known: not known', () => {
    expect(open('BTCUSDT', { side: 'unknown' })).toBeNull()
    expect(open('ETHUSDT', { side: 'unknown' })).toEqual(d(0))
  })
  test('BTCFDUSD is linear: its size is a quantity', () => {
    const change = { symbol: 'BTCFDUSD', asset: 'FDUSD' }
    expect(check(change, {}, { capital: { amount: '4000', asset: 'USDT' } })?.stop).toMatchObject({
      loss: d(90),
      share: d('0.0225'),
    })
  })
  test('a quote asset that nobody has listed is proved by the costs', () => {
    expect(check({ symbol: 'BTCEURI', asset: 'EURI' })?.stop).toMatchObject({ loss: d(90) })
  })
})

describe('a capital in another asset', () => {
  const coin = { symbol: 'BTCUSD_PERP', sizeUnit: 'Cont', size: is(18), asset: 'BTC' } as const
  test('no share, and why', () => {
    const asked = check(coin, {}, { capital: { amount: '1000', asset: 'USDT' } })
    expect(asked?.sides[0]?.share).toBeNull()
    expect(asked?.noShare).toBe('other-asset')
    expect(check()?.noShare).toBeNull()
    expect(check({}, { account: null })?.noShare).toBe('unknown')
  })
})

test('a mark of zero is none: nothing thrown, nothing claimed', () => {
  const none = { liquidationPrice: missing('unknown'), cost: missing('unknown') }
  const asked = check({ long: none, short: none }, { mark: d(0) })
  expect(asked?.sides).toMatchObject([
    { cost: null, share: null, liquidation: null },
    { cost: null, share: null, liquidation: null },
  ])
  expect(asked?.stop).toMatchObject({ state: 'set', side: null, loss: null })
})
