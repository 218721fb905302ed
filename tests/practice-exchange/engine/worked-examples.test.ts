/**
 * The exchange's own worked examples, on the practice exchange's search. Figures: Binance FAQ "How to
 * Calculate Liquidation Price of USDⓈ-M Futures Contracts" (and its COIN-M sister, and the
 * liquidation calculator's example in dev.binance.vision topic 6292), read 2026-11.
 */
import { describe, expect, test } from 'vitest'
import { contractOf, contracts, type ContractSpec } from './contracts.ts'
import { Exchange } from './exchange.ts'
import { isolatedLiquidation } from './figures.ts'
import { newState } from './new-state.ts'
import type { Position } from './state.ts'

/** A contract of the example's own: the bracket that the example names, and ticks fine enough. */
const list = (symbol: string, like: string, [rate, amount]: [number, number]): string => {
  const tiers = [{ floor: 0, cap: Infinity, rate, amount, maxLeverage: 125 }]
  const spec: ContractSpec = { ...contractOf(like), symbol, tick: 0.001, tiers }
  ;(contracts as Map<string, ContractSpec>).set(symbol, spec)
  return symbol
}

const BTC = list('FAQBTCUSDT', 'BTCUSDT', [0.025, 16_300])
const ETH = list('FAQETHUSDT', 'ETHUSDT', [0.1, 135_365])
const BTC_COIN = list('FAQBTCUSD', 'BTCUSD_PERP', [0.125, 11.605])
const BNB_COIN = list('FAQBNBUSD', 'BNBUSD_PERP', [0.025, 0])
const BTC_COIN_SMALL = list('FAQBTCUSDSMALL', 'BTCUSD_PERP', [0.004, 0])

const held = (given: Pick<Position, 'symbol' | 'quantity' | 'entryPrice'> & Partial<Position>) => ({
  id: 1,
  side: 'long' as const,
  marginMode: 'cross' as const,
  leverage: 20,
  fees: 0,
  wallet: 0,
  openedAt: 0,
  autoAddMargin: false,
  takeProfit: null,
  stopLoss: null,
  partialStops: [],
  ...given,
})

const exchangeWith = (
  wallets: Record<string, number>,
  marks: Record<string, number>,
  positions: Position[],
): Exchange => {
  const exchange = new Exchange(newState({ wallets }))
  exchange.account.positions.push(...positions)
  for (const [symbol, mark] of Object.entries(marks)) exchange.market(symbol).mark = mark
  return exchange
}

const liquidation = (exchange: Exchange, symbol: string): number | null => {
  const position = exchange.find(symbol)
  if (position === undefined) throw new Error(`no position in ${symbol}`)
  return exchange.figures(position).liquidationPrice
}

describe('two longs on one cross wallet of 1,535,443.01 USDT', () => {
  const eth = held({ symbol: ETH, quantity: 3_683.979, entryPrice: 1_456.84 })
  const btc = held({ id: 2, symbol: BTC, quantity: 109.488, entryPrice: 32_481.98 })
  const marks = { [ETH]: 1_335.18, [BTC]: 31_967.27 }
  const exchange = exchangeWith({ USDT: 1_535_443.01 }, marks, [eth, btc])

  test('unrealised PnL and maintenance margin of each', () => {
    expect(exchange.figures(eth).pnl.toFixed(5)).toBe('-448192.88514')
    expect(exchange.figures(eth).maintenanceMargin.toFixed(6)).toBe('356512.508122')
    expect(exchange.figures(btc).pnl.toFixed(5)).toBe('-56354.56848')
    expect(exchange.figures(btc).maintenanceMargin.toFixed(5)).toBe('71200.81144')
  })

  test('liquidation: 1,153.26 and 26,316.89', () => {
    expect(liquidation(exchange, ETH)?.toFixed(2)).toBe('1153.26')
    expect(liquidation(exchange, BTC)?.toFixed(2)).toBe('26316.89')
    expect(liquidation(exchange, ETH)?.toFixed(6)).toBe('1153.256464')
    expect(liquidation(exchange, BTC)?.toFixed(6)).toBe('26316.893265')
  })

  test('each alone with all of the wallet as isolated margin: 1,114.78 and 18,778.73', () => {
    expect(isolatedLiquidation(eth, 1_535_443.01, 1_335.18)?.toFixed(4)).toBe('1114.7850')
    expect(isolatedLiquidation(btc, 1_535_443.01, 31_967.27)?.toFixed(4)).toBe('18778.7259')
  })

  test('the ratio is the account’s, the same in both rows, and 1 at either liquidation price', () => {
    expect(exchange.figures(eth).marginRatio.toFixed(6)).toBe('0.414895')
    expect(exchange.figures(btc).marginRatio).toBe(exchange.figures(eth).marginRatio)
    for (const symbol of [ETH, BTC]) {
      const mark = liquidation(exchange, symbol) ?? Number.NaN
      const there = exchangeWith({ USDT: 1_535_443.01 }, { ...marks, [symbol]: mark }, [eth, btc])
      expect(there.figures(eth).marginRatio).toBeCloseTo(1, 9)
    }
  })
})

describe('COIN-M', () => {
  test('the calculator’s example: 100,000 contracts at 45,000 on 101 BTC: 33,599.40', () => {
    const position = held({ symbol: BTC_COIN, quantity: 100_000, entryPrice: 45_000 })
    const exchange = exchangeWith({ BTC: 101 }, { [BTC_COIN]: 45_000 }, [position])
    // The calculator rounds its 33,599.4186 to a coarser step.
    expect(liquidation(exchange, BTC_COIN)?.toFixed(4)).toBe('33599.4186')
  })

  test('maintenance margin of 100 contracts at 25,000: 0.0016 BTC', () => {
    const position = held({ symbol: BTC_COIN_SMALL, quantity: 100, entryPrice: 25_000 })
    const marks = { [BTC_COIN_SMALL]: 25_000 }
    const exchange = exchangeWith({ BTC: 1 }, marks, [position])
    expect(exchange.figures(position).notional).toBe(0.4)
    expect(exchange.figures(position).maintenanceMargin.toFixed(8)).toBe('0.00160000')
  })

  test('a row of the app: 6 contracts BNBUSD, 20x cross', () => {
    const position = held({ symbol: BNB_COIN, quantity: 6, entryPrice: 663.449 })
    const exchange = exchangeWith({ BNB: 0.0236148 }, { [BNB_COIN]: 663.25 }, [position])
    const { notional, margin, roi, marginRatio } = exchange.figures(position)
    expect(notional.toFixed(4)).toBe('0.0905')
    expect(margin.toFixed(4)).toBe('0.0045')
    expect((roi * 100).toFixed(2)).toBe('-0.60')
    expect((marginRatio * 100).toFixed(2)).toBe('9.59')
    expect(liquidation(exchange, BNB_COIN)?.toFixed(3)).toBe('539.231')
  })

  test('a short that its own coins cover cannot be liquidated', () => {
    const short = held({ symbol: BTC_COIN, side: 'short', quantity: 10, entryPrice: 50_000 })
    expect(isolatedLiquidation(short, 0.021, 50_000)).toBeNull()
  })
})

test('a long that its own wallet covers to zero cannot be liquidated', () => {
  const position = held({ symbol: 'BTCUSDT', quantity: 0.01, entryPrice: 60_000 })
  expect(isolatedLiquidation(position, 601, 60_000)).toBeNull()
  expect(isolatedLiquidation(position, 599, 60_000)?.toFixed(4)).toBe('100.4016')
})
