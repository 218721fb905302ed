import { describe, expect, test } from 'vitest'
import { assetClass, isDollar, isSameContract, quoteAssets, splitPair } from '@/lib/margin'

const parts = (symbol: string, unit?: string) => {
  const split = splitPair(symbol, unit)
  return split && [split.base, split.quote, split.inverse ? 'inverse' : 'linear', split.suffix]
}

describe('a symbol in its parts', () => {
  test.each([
    ['BTCUSDT', ['BTC', 'USDT', 'linear', null]],
    ['4USDT', ['4', 'USDT', 'linear', null]],
    ['币安人生USDT', ['币安人生', 'USDT', 'linear', null]],
    ['1000PEPEUSDC', ['1000PEPE', 'USDC', 'linear', null]],
    ['USDCUSDT', ['USDC', 'USDT', 'linear', null]],
    ['ETHBTC', ['ETH', 'BTC', 'linear', null]],
    ['BTCU', ['BTC', 'U', 'linear', null]],
    ['BTCUSD1', ['BTC', 'USD1', 'linear', null]],
    ['BTCUSDT_260326', ['BTC', 'USDT', 'linear', '260326']],
    ['BTCUSDT_0326', ['BTC', 'USDT', 'linear', '0326']],
    ['BTCUSD_PERP', ['BTC', 'USD', 'inverse', 'PERP']],
    ['BTCUSD', ['BTC', 'USD', 'inverse', null]],
    ['BTCUSD_260925', ['BTC', 'USD', 'inverse', '260925']],
  ])('%s', (symbol, expected) => {
    expect(parts(symbol)).toEqual(expected)
  })

  test('a stablecoin whose name ends in USD is no COIN-M', () => {
    expect(parts('BTCBUSD')).toEqual(['BTC', 'BUSD', 'linear', null])
    expect(parts('BTCFDUSD')).toEqual(['BTC', 'FDUSD', 'linear', null])
    expect(parts('BTCTUSD')).toEqual(['BTC', 'TUSD', 'linear', null])
    expect(parts('BTCBUSD_210226')).toEqual(['BTC', 'BUSD', 'linear', '210226'])
  })

  test('a coin whose name ends like the front of a stablecoin is COIN-M', () => {
    expect(parts('BNBUSD')).toEqual(['BNB', 'USD', 'inverse', null])
    expect(parts('DOTUSD_210625')).toEqual(['DOT', 'USD', 'inverse', '210625'])
    expect(parts('GMTUSD_PERP')).toEqual(['GMT', 'USD', 'inverse', 'PERP'])
    // Not in the list, but the page prints its margin in the coin, or says that it is perpetual.
    expect(parts('XBUSD', 'XB')).toEqual(['XB', 'USD', 'inverse', null])
    expect(parts('NEWTUSD_PERP')).toEqual(['NEWT', 'USD', 'inverse', 'PERP'])
  })

  test('the printed unit proves a quote asset that is not listed', () => {
    expect(parts('BTCEURI')).toBeNull()
    expect(parts('BTCEURI', 'EURI')).toEqual(['BTC', 'EURI', 'linear', null])
    expect(parts('BTCXUSD', 'XUSD')).toEqual(['BTC', 'XUSD', 'linear', null])
  })

  test('a unit that says something else proves nothing', () => {
    // Multi-assets mode prints dollars under every row.
    expect(parts('BTCFDUSD', 'USD')).toEqual(['BTC', 'FDUSD', 'linear', null])
    expect(parts('BTCUSDT', 'BNFCR')).toEqual(['BTC', 'USDT', 'linear', null])
    expect(parts('BTCEURI', 'USDT')).toBeNull()
  })

  test.each(['', 'USDT', 'BTCUS', 'BTC_USDT', 'BTCUSDT_26', '_PERP'])('none: "%s"', (symbol) => {
    expect(splitPair(symbol)).toBeNull()
  })

  test('an asset alone is none, even where its name ends in another’s', () => {
    expect(quoteAssets.map((asset) => splitPair(asset))).toEqual(quoteAssets.map(() => null))
  })
})

test('dollars are one class, every coin its own', () => {
  const all = ['USDT', 'USDC', 'FDUSD', 'BUSD', 'TUSD', 'USD1', 'U', 'USD', 'BNFCR']
  expect(new Set(all.map(assetClass))).toEqual(new Set(['USD']))
  expect(all.every(isDollar)).toBe(true)
  expect(['BTC', 'ETH', 'EURI', ''].map(isDollar)).toEqual([false, false, false, false])
  expect(assetClass('BTC')).toBe('BTC')
})

test.each([
  ['BTCUSDT', 'BTCUSDT', true],
  ['BTCUSDT_0326', 'BTCUSDT_260326', true],
  ['BTCUSDT_260326', 'BTCUSDT_0326', true],
  ['BTCUSDT_0326', 'BTCUSDT_260626', false],
  ['BTCUSDT', 'BTCUSDT_260326', false],
  ['BTCUSDT', 'BTCUSDC', false],
  ['BTCUSD_PERP', 'BTCUSD_260925', false],
  ['BTCUSD', 'BTCUSD_PERP', null],
  ['btcusdt', 'BTCUSDT', null],
  ['BTC_USDT', 'BTCUSDT', null],
])('%s and %s are one contract: %s', (a, b, expected) => {
  expect(isSameContract(a, b)).toBe(expected)
})

test('a perpetual is not the dated contract of its pair, whichever is asked for first', () => {
  expect(isSameContract('BTCUSDT', 'BTCUSDT_260326')).toBe(false)
  expect(isSameContract('BTCUSDT_260326', 'BTCUSDT')).toBe(false)
})
