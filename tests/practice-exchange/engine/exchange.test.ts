/** What happens to a position and its wallet, by hand: BTCUSDT, first bracket 0.4 %, taker fee 0.05 %. */
import { describe, expect, test } from 'vitest'
import { Exchange } from './exchange.ts'
import { newState } from './new-state.ts'
import type { OrderRequest } from './orders.ts'
import type { MarginMode, Position, TruthEvent } from './state.ts'
import { maintenance, tierTables } from './tiers.ts'

const BTC = 'BTCUSDT'

const fresh = (mode: MarginMode = 'isolated'): Exchange => {
  const exchange = new Exchange(newState({ now: 1, wallets: { USDT: 2_000, BTC: 0.05 } }))
  for (const symbol of [BTC, 'BTCUSD_PERP']) {
    exchange.setMarginMode(symbol, mode)
    exchange.setLeverage(symbol, 20)
  }
  return exchange
}

const order = (exchange: Exchange, given: Partial<OrderRequest>): Position | null => {
  const result = exchange.marketOrder({ symbol: BTC, side: 'buy', quantity: 0.02, ...given })
  if (result !== null && 'refused' in result) throw new Error(result.refused)
  return result
}

const opened = (exchange: Exchange, given: Partial<OrderRequest> = {}): Position => {
  const position = order(exchange, given)
  if (position === null) throw new Error('nothing was opened')
  return position
}

/** The wallet as it would be without the reserve for slippage, which is drawn by lot. */
const withWallet = (position: Position, wallet: number): Position =>
  Object.assign(position, { wallet })

const kinds = (events: readonly TruthEvent[]) => events.map(({ kind }) => kind)
const cash = (exchange: Exchange) => (exchange.account.wallets['USDT'] ?? Number.NaN).toFixed(6)
/** Money is neither made nor lost but by what the market pays. */
const whole = (exchange: Exchange): number =>
  exchange.account.positions.reduce(
    (sum, { wallet }) => sum + wallet,
    exchange.account.wallets['USDT'] ?? Number.NaN,
  )

describe('opening', () => {
  test('the wallet is notional ÷ leverage with up to 0.04 % of reserve, less the fee', () => {
    const { wallet, entryPrice } = opened(fresh())
    // 1,200 ÷ 20 − 0.60
    expect(entryPrice).toBe(60_000)
    expect(wallet).toBeGreaterThanOrEqual(59.4)
    expect(wallet).toBeLessThanOrEqual(59.4 + 60 * 0.0004)
  })

  test('the fee is all that is lost', () => {
    const exchange = fresh()
    opened(exchange)
    expect(whole(exchange).toFixed(6)).toBe('1999.400000')
  })

  test('more than the balance can carry is refused and changes nothing', () => {
    const exchange = fresh()
    expect(exchange.marketOrder({ symbol: BTC, side: 'buy', quantity: 1 })).toEqual({
      refused: 'Insufficient balance',
    })
    expect(cash(exchange)).toBe('2000.000000')
    expect(exchange.truth).toEqual([])
  })
})

describe('funding', () => {
  test.each([
    ['buy', 0.0001, -0.12],
    ['sell', 0.0001, 0.12],
    ['buy', -0.0002, 0.24],
    ['sell', -0.0002, -0.24],
  ] as const)('%s at a rate of %d: %d of 1,200', (side, rate, amount) => {
    const exchange = fresh()
    const position = withWallet(opened(exchange, { side }), 60)
    exchange.setFundingRate(BTC, rate)
    const before = cash(exchange)
    exchange.jumpToFunding(BTC)
    expect(position.wallet.toFixed(6)).toBe((60 + amount).toFixed(6))
    expect([position.quantity, position.entryPrice, cash(exchange)]).toEqual([0.02, 60_000, before])
    expect(exchange.truth.at(-1)).toMatchObject({ kind: 'funding', rate, at: 8 * 3_600_000 })
  })

  test('it moves the liquidation price as an addition of the same amount would', () => {
    const exchange = fresh()
    const position = withWallet(opened(exchange), 60)
    const asAddition = exchange.estimateLiquidation(position.id, 0.12)
    exchange.setFundingRate(BTC, -0.0001)
    exchange.jumpToFunding(BTC)
    expect(exchange.figures(position).liquidationPrice).toBeCloseTo(asAddition ?? Number.NaN, 6)
  })

  test('cross: it goes to the wallet of all, and three settle in a day', () => {
    const exchange = fresh('cross')
    opened(exchange)
    const before = whole(exchange)
    exchange.setFundingRate(BTC, 0.0001)
    exchange.advance(24 * 3_600_000 - 1)
    expect(whole(exchange).toFixed(6)).toBe((before - 3 * 0.12).toFixed(6))
    expect(kinds(exchange.truth)).toEqual(['opened', 'funding', 'funding', 'funding'])
  })

  test('a dated contract pays none', () => {
    const exchange = fresh()
    exchange.setMarginMode('BTCUSDT_261225', 'isolated')
    opened(exchange, { symbol: 'BTCUSDT_261225' })
    exchange.advance(24 * 3_600_000)
    expect(kinds(exchange.truth)).toEqual(['opened'])
  })
})

describe('liquidation', () => {
  // (60 − 0.02·60,000) ÷ (0.02·(0.004 − 1)) = 57,228.9157
  test.each([
    ['buy', '57228.9157', -0.1],
    ['sell', '62749.0040', 0.1],
  ] as const)('%s with 60: at %s, and not a tick before', (side, price, tick) => {
    const exchange = fresh()
    const position = withWallet(opened(exchange, { side }), 60)
    const at = exchange.figures(position).liquidationPrice ?? Number.NaN
    expect(at.toFixed(4)).toBe(price)

    const rest = cash(exchange)
    const last = side === 'buy' ? Math.ceil(at * 10) / 10 : Math.floor(at * 10) / 10
    exchange.setMark(BTC, last)
    expect(exchange.find(BTC)).toBe(position)
    exchange.setMark(BTC, last + tick)
    expect(exchange.find(BTC)).toBeUndefined()
    // All of the margin is gone, and nothing else.
    expect(cash(exchange)).toBe(rest)
    expect(exchange.truth.at(-1)).toMatchObject({ kind: 'closed', how: 'liquidated', pnl: -60 })
  })

  test('an addition moves it by amount ÷ (quantity · (rate − side)), and the loss stays', () => {
    const exchange = fresh()
    const position = withWallet(opened(exchange), 60)
    exchange.setMark(BTC, 58_000)
    const loss = exchange.figures(position).pnl
    const before = exchange.figures(position).liquidationPrice ?? Number.NaN
    expect(exchange.adjustMargin(position.id, 40)).toBeNull()
    const after = exchange.figures(position).liquidationPrice ?? Number.NaN
    // 40 ÷ (0.02 · 0.996)
    expect((before - after).toFixed(4)).toBe('2008.0321')
    expect(exchange.figures(position).pnl).toBe(loss)
    expect(exchange.truth.at(-1)).toMatchObject({ kind: 'margin-added', amount: 40, by: 'trader' })
  })

  test('cross: what all positions leave over decides, and the whole wallet goes', () => {
    const exchange = fresh('cross')
    exchange.setMarginMode('ETHUSDT', 'cross')
    opened(exchange, { quantity: 0.2 })
    opened(exchange, { symbol: 'ETHUSDT', quantity: 1 })
    const { liquidationPrice } = exchange.figures(exchange.find(BTC)!)
    exchange.setMark(BTC, Math.ceil((liquidationPrice ?? Number.NaN) * 10) / 10)
    expect(exchange.account.positions).toHaveLength(2)
    exchange.setMark(BTC, Math.floor((liquidationPrice ?? Number.NaN) * 10) / 10)
    expect(exchange.account.positions).toEqual([])
    expect(cash(exchange)).toBe('0.000000')
  })
})

describe('margin that can be added and removed', () => {
  test('addable: what the cross wallet leaves above the cross positions’ margins', () => {
    const exchange = fresh()
    const position = opened(exchange)
    expect(exchange.maxAddable(position.id).toFixed(6)).toBe(cash(exchange))
    exchange.setMarginMode('ETHUSDT', 'cross')
    exchange.setLeverage('ETHUSDT', 10)
    opened(exchange, { symbol: 'ETHUSDT', quantity: 1 })
    // Available: wallet − 3,000 ÷ 10, which is less than wallet − maintenance margin of 12.
    const wallet = exchange.account.wallets['USDT'] ?? Number.NaN
    expect(exchange.maxAddable(position.id)).toBeCloseTo(wallet - 300, 9)
  })

  test('addable: a loss of a cross position takes from it', () => {
    const exchange = fresh()
    const position = opened(exchange)
    exchange.setMarginMode('ETHUSDT', 'cross')
    opened(exchange, { symbol: 'ETHUSDT', quantity: 1 })
    exchange.setMark('ETHUSDT', 2_900)
    const wallet = exchange.account.wallets['USDT'] ?? Number.NaN
    expect(exchange.maxAddable(position.id)).toBeCloseTo(wallet - 100 - 2_900 / 20, 9)
  })

  test.each([
    // min(160 − 4.80, 160 + 0 − 60)
    ['at entry', 60_000, '100.000000'],
    // Winning: min(160 − 4.96, 160 + 40 − 62)
    ['winning', 62_000, '138.000000'],
    // Far ahead, the loss is gone and the wallet itself is the bound: 160 − 0.004 · 1,300
    ['far ahead', 65_000, '154.800000'],
    // Losing: 160 − 40 − 58
    ['losing', 58_000, '62.000000'],
    ['nothing left to take', 54_000, '0.000000'],
  ])('removable, %s', (_, mark, amount) => {
    const exchange = fresh()
    const position = withWallet(opened(exchange), 160)
    exchange.setMark(BTC, mark)
    expect(exchange.maxRemovable(position.id).toFixed(6)).toBe(amount)
  })

  test('a cent more is refused, either way; so is cross', () => {
    const exchange = fresh()
    const position = withWallet(opened(exchange), 160)
    const insufficient = { refused: 'Insufficient margin' }
    expect(exchange.adjustMargin(position.id, -100.01)).toEqual(insufficient)
    expect(exchange.adjustMargin(position.id, exchange.maxAddable(position.id) + 0.01)).toEqual(
      insufficient,
    )
    expect(position.wallet).toBe(160)
    expect(exchange.adjustMargin(position.id, -100)).toBeNull()
    expect(position.wallet).toBe(60)

    const cross = fresh('cross')
    expect(cross.adjustMargin(opened(cross).id, 10)).toEqual({
      refused: 'Margin can be adjusted in isolated mode only',
    })
  })
})

describe('the size changes', () => {
  test('buying more moves the entry price to the average, and is no addition of margin', () => {
    const exchange = fresh()
    const position = opened(exchange)
    exchange.setMark(BTC, 57_600)
    opened(exchange, { quantity: 0.01 })
    expect(position.quantity).toBe(0.03)
    // (0.02 · 60,000 + 0.01 · 57,600) ÷ 0.03
    expect(position.entryPrice).toBeCloseTo(59_200, 9)
    expect(exchange.truth.at(-1)).toMatchObject({ kind: 'increased', losing: true })
    expect(kinds(exchange.truth)).not.toContain('margin-added')
  })

  test('inverse contracts average by their coins', () => {
    const exchange = fresh()
    const position = opened(exchange, { symbol: 'BTCUSD_PERP', quantity: 2 })
    exchange.setMark('BTCUSD_PERP', 59_000)
    opened(exchange, { symbol: 'BTCUSD_PERP', quantity: 2 })
    // 4 ÷ (2 ÷ 60,010 + 2 ÷ 59,000); the plain average would be 59,505.0000
    expect(position.entryPrice.toFixed(4)).toBe('59500.7142')
    expect(position.quantity).toBe(4)
  })

  test('closing a part frees the same part of the wallet; entry and liquidation price stay', () => {
    const exchange = fresh()
    const position = withWallet(opened(exchange), 60)
    const before = exchange.figures(position).liquidationPrice ?? Number.NaN
    exchange.setMark(BTC, 59_000)
    const cashBefore = exchange.account.wallets['USDT'] ?? Number.NaN
    exchange.reduce(position.id, 0.005)
    expect(position.quantity).toBe(0.015)
    expect(position.entryPrice).toBe(60_000)
    expect(position.wallet).toBeCloseTo(45, 9)
    expect(exchange.figures(position).liquidationPrice).toBeCloseTo(before, 6)
    // 15 of wallet, −5 of PnL, 0.05 % of 295
    const paid = (exchange.account.wallets['USDT'] ?? Number.NaN) - cashBefore
    expect(paid.toFixed(6)).toBe((15 - 5 - 0.1475).toFixed(6))
    expect(exchange.truth.at(-1)).toMatchObject({ kind: 'reduced', quantity: 0.005, price: 59_000 })
  })

  test('an order the other way closes, and opens a new position with what is left', () => {
    const exchange = fresh()
    const first = opened(exchange)
    exchange.setMark(BTC, 61_000)
    const second = opened(exchange, { side: 'sell', quantity: 0.05 })
    expect(second.id).not.toBe(first.id)
    expect([second.side, second.quantity, second.entryPrice]).toEqual(['short', 0.03, 61_000])
    expect(exchange.account.positions).toEqual([second])
    expect(kinds(exchange.truth)).toEqual(['opened', 'closed', 'opened'])
    expect(exchange.truth[1]).toMatchObject({ how: 'reversed', price: 61_000 })
  })

  test('an order the other way of the same size, or that may only reduce, leaves none', () => {
    for (const given of [{ quantity: 0.02 }, { quantity: 0.05, reduceOnly: true }]) {
      const exchange = fresh()
      opened(exchange)
      expect(order(exchange, { side: 'sell', ...given })).toBeNull()
      expect(exchange.account.positions).toEqual([])
      expect(exchange.truth.at(-1)).toMatchObject({ kind: 'closed', how: 'closed' })
    }
  })

  test('hedge mode: the legs stand beside each other', () => {
    const exchange = fresh()
    exchange.setPositionMode('hedge')
    const long = opened(exchange, { leg: 'long' })
    const short = opened(exchange, { side: 'sell', leg: 'short', quantity: 0.01 })
    expect(exchange.account.positions).toEqual([long, short])
    expect(order(exchange, { side: 'sell', leg: 'long', quantity: 0.02 })).toBeNull()
    expect(exchange.account.positions).toEqual([short])
  })
})

describe('stops', () => {
  test('a stop closes at the mark that reaches it', () => {
    const exchange = fresh()
    const position = opened(exchange)
    expect(exchange.setStops(position.id, { takeProfit: null, stopLoss: 58_500 })).toBeNull()
    exchange.setMark(BTC, 58_500.1)
    expect(exchange.find(BTC)).toBe(position)
    exchange.setMark(BTC, 58_500)
    expect(exchange.truth.at(-1)).toMatchObject({ kind: 'closed', how: 'closed', price: 58_500 })
  })

  test('one that would trigger at once is refused', () => {
    const exchange = fresh()
    const { id } = opened(exchange)
    expect(exchange.setStops(id, { takeProfit: null, stopLoss: 60_000 })).toEqual({
      refused: 'The stop-loss would trigger at once',
    })
    expect(exchange.setStops(id, { takeProfit: 59_000, stopLoss: null })).toEqual({
      refused: 'The take-profit would trigger at once',
    })
  })
})

describe('conditional orders', () => {
  const stop = { symbol: BTC, side: 'sell', kind: 'stop-loss', trigger: 58_500 } as const

  test('one that closes the position stands in no column, and fires at the mark that reaches it', () => {
    const exchange = fresh()
    const position = opened(exchange)
    expect(exchange.conditionalOrder({ ...stop, quantity: null })).toBeNull()
    expect([position.stopLoss, position.partialStops]).toEqual([null, []])
    exchange.setMark(BTC, 58_500.1)
    expect(exchange.find(BTC)).toBe(position)
    exchange.setMark(BTC, 58_500)
    expect(exchange.truth.at(-1)).toMatchObject({ kind: 'closed', how: 'closed', price: 58_500 })
    expect(exchange.account.conditionals).toEqual([])
  })

  test('a part closes that part; a take-profit fires the other way', () => {
    const exchange = fresh()
    const position = opened(exchange, { quantity: 0.02 })
    exchange.conditionalOrder({ ...stop, kind: 'take-profit', trigger: 61_000, quantity: 0.005 })
    exchange.setMark(BTC, 61_000)
    expect(position.quantity).toBe(0.015)
  })

  test('it meets the leg that it names, and expires where there is none', () => {
    const exchange = fresh()
    exchange.setPositionMode('hedge')
    const short = opened(exchange, { side: 'sell', leg: 'short' })
    exchange.conditionalOrder({ ...stop, leg: 'long', quantity: null })
    exchange.setMark(BTC, 58_400)
    expect(exchange.account.positions).toEqual([short])
    expect(exchange.account.conditionals).toEqual([])
  })

  test('one that would trigger at once is refused, and one can be cancelled', () => {
    const exchange = fresh()
    opened(exchange)
    expect(exchange.conditionalOrder({ ...stop, trigger: 60_100, quantity: null })).toEqual({
      refused: 'The order would trigger at once',
    })
    exchange.conditionalOrder({ ...stop, quantity: null })
    const [order] = exchange.account.conditionals
    exchange.cancelConditional(order?.id ?? 0)
    expect(exchange.account.conditionals).toEqual([])
  })
})

test('leverage may be raised with an open isolated position, not lowered; wallet and price stand', () => {
  const exchange = fresh()
  const position = withWallet(opened(exchange), 60)
  const before = exchange.figures(position).liquidationPrice
  expect(exchange.setLeverage(BTC, 10)).toEqual({
    refused: 'Leverage reduction is not supported with an open isolated position',
  })
  expect(exchange.setLeverage(BTC, 50)).toBeNull()
  expect([position.leverage, position.wallet]).toEqual([50, 60])
  expect(exchange.figures(position).liquidationPrice).toBe(before)
})

test.each(Object.entries(tierTables))(
  '%s: maintenance margin has no jump at a floor',
  (_, tiers) => {
    for (const { floor, rate, amount } of tiers.slice(1)) {
      expect(floor * rate - amount).toBeCloseTo(maintenance(tiers, floor), 6)
    }
  },
)

test('the same seed walks the same way, another does not', () => {
  const walked = (seed: number) => {
    const exchange = new Exchange(newState({ seed }))
    for (let step = 0; step < 50; step += 1) exchange.walk([BTC])
    return exchange.market(BTC).mark
  }
  expect(walked(7)).toBe(walked(7))
  expect(walked(7)).not.toBe(walked(8))
})

test('the state is plain: an exchange that was saved goes on where it was', () => {
  const exchange = fresh()
  opened(exchange)
  const again = new Exchange(JSON.parse(JSON.stringify(exchange.state)) as typeof exchange.state)
  for (const each of [exchange, again]) {
    each.walk([BTC])
    each.jumpToFunding(BTC)
  }
  expect(again.state).toEqual(exchange.state)
})
