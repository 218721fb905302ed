import { describe, expect, test } from 'vitest'
import { hasLeverage, parseSymbol as parse, withQuotes } from '@/lib/page/scan/symbol'

const parseSymbol = (texts: readonly string[], isInverse = false) => parse(texts, isInverse)

describe('symbol cells', () => {
  test('tokens apart', () => {
    expect(parseSymbol(['BTCUSDT', 'Perp', '20x'])).toEqual({
      symbol: 'BTCUSDT',
      pair: 'BTCUSDT',
      contractType: { kind: 'perpetual' },
      leverage: 20,
      side: null,
      initial: null,
      marginMode: null,
    })
  })

  test('one text', () => {
    expect(parseSymbol(['1000PEPEUSDT Perp 125x'])?.symbol).toBe('1000PEPEUSDT')
  })

  test.each(['SOL USDT', 'SOL-USDT', 'SOL/USDT', 'SOL USDT Perp 20x'])('"%s"', (text) => {
    expect(parseSymbol([text])?.symbol).toBe('SOLUSDT')
  })

  test('a pair that is quoted in dollars, with a space or in two elements', () => {
    expect(parseSymbol(['BTC USD', '10x'], true)?.symbol).toBe('BTCUSD_PERP')
    expect(parseSymbol(['BTC', 'USD', '10x'], true)?.symbol).toBe('BTCUSD_PERP')
  })

  test.each(['12.30 USDT', '1 USDT', 'SIZE USDT'])('"%s" is no pair', (text) => {
    expect(parseSymbol([text])).toBeNull()
  })

  test('the label of a field and its unit are no pair', () => {
    expect(withQuotes([{ text: '价格' }, { text: 'USDT' }])).toHaveLength(2)
  })

  test('a space within the leverage', () => {
    expect(parseSymbol(['BTCUSDT', 'Perp', '20 x'])?.leverage).toBe(20)
    expect(parseSymbol(['BTCUSDT Perp Cross 20 x'])?.leverage).toBe(20)
    expect(hasLeverage('20 x')).toBe(true)
    expect(hasLeverage('150 XRP')).toBe(false)
  })

  test('glued: the word for a perpetual tells where the leverage begins', () => {
    expect(parseSymbol(['BTCUSDTPerp20x'])).toMatchObject({ symbol: 'BTCUSDT', leverage: 20 })
    expect(parseSymbol(['BTCUSDTVzok20x'])?.leverage ?? null).toBeNull()
  })

  test('glued: so does a day of delivery', () => {
    const glued = (text: string) => {
      const parsed = parseSymbol([text])
      return parsed && [parsed.symbol, parsed.leverage]
    }
    expect(glued('BTCUSDT12258x')).toEqual(['BTCUSDT_1225', 8])
    expect(glued('BTCUSDT122520x')).toEqual(['BTCUSDT_1225', 20])
    expect(glued('BTCUSD26122575x')).toEqual(['BTCUSD_261225', 75])
  })

  test.each(['BTCUSDT1212125x', 'BTCUSDT13258x', 'BTCUSDT122508x', 'BTCUSDT20x'])(
    'glued, and no one way to part it: %s',
    (text) => {
      expect(parseSymbol([text])?.leverage ?? null).toBeNull()
    },
  )

  test('hedge badge', () => {
    expect(parseSymbol(['ETHUSDT', 'Perp', '10x', 'Short'])?.side).toBe('short')
  })

  test('dated contract: the delivery is part of its name', () => {
    expect(parseSymbol(['BTCUSDT', '1225', '5x'])).toMatchObject({
      symbol: 'BTCUSDT_1225',
      contractType: { kind: 'dated', delivery: '1225' },
    })
  })

  test('COIN-M perpetual', () => {
    expect(parseSymbol(['BTCUSD Perp', '20x'], true)?.symbol).toBe('BTCUSD_PERP')
  })

  test('letters of any script', () => {
    expect(parseSymbol(['龙虾USDT', 'Perp', '3x'])?.symbol).toBe('龙虾USDT')
  })

  test.each([
    [['20x']],
    [['BTCUSDT', 'ETHUSDT', '20x']],
    [['<img onerror>', '20x']],
    [['12345', '20x']],
  ])('not a symbol: %s', (texts) => {
    expect(parseSymbol(texts)).toBeNull()
  })
})

describe('a leverage', () => {
  test.each([
    [['BTCUSDT', 'x20']],
    [['BTCUSDT', 'Cross 20x']],
    [['BTCUSDT', '20', 'x']],
    [['BTCUSDT Perp 20X']],
  ])('in any spelling: %s', (texts) => {
    expect(parseSymbol(texts)?.leverage).toBe(20)
  })

  test('with the margin mode in one text', () => {
    expect(parseSymbol(['B', 'ETHUSDT', 'Perp', 'Isolated 10x'])).toMatchObject({
      symbol: 'ETHUSDT',
      side: 'long',
      marginMode: 'isolated',
      leverage: 10,
    })
  })

  test.each(['Quarterly 0326', '0326'])('beside %s, which is the delivery', (day) => {
    expect(parseSymbol(['BTCUSDT', day, '5x'])?.symbol).toBe('BTCUSDT_0326')
  })

  test.each([
    [['BTC', 'USDT'], ['BTCUSDT']],
    [['4', 'USDT'], ['4USDT']],
    // The last digits of an amount, and a badge in two languages.
    [
      ['0.05', '91', 'ETH'],
      ['0.05', '91', 'ETH'],
    ],
    [
      ['S', 'U'],
      ['S', 'U'],
    ],
  ])('of %j %j are symbols or none', (texts, joined) => {
    expect(withQuotes(texts.map((text) => ({ text }))).map(({ text }) => text)).toEqual(joined)
  })

  test.each(['4USDT', '币安人生USDT', 'ETHBTC', 'TSLAUSDT'])('%s is a symbol', (name) => {
    expect(parseSymbol([name, '3x'])?.symbol).toBe(name)
  })

  test('in two texts, and a name that needs no second one', () => {
    expect(parseSymbol(['XAU', 'USDT', 'Perp', '3x'])?.symbol).toBe('XAUUSDT')
    expect(parseSymbol(['BNB', 'USDT', '3x'])?.symbol).toBe('BNBUSDT')
    expect(parseSymbol(['ETHBTC', 'USDT', '3x'])?.symbol).toBe('ETHBTC')
  })

  test('a letter may be the initial of the coin: it is no proof of the side', () => {
    expect(parseSymbol(['S', 'SOLUSDT', '3x'])).toMatchObject({ side: null, initial: 'short' })
    expect(parseSymbol(['S', 'BTCUSDT', '3x'])).toMatchObject({ side: 'short', initial: null })
  })

  test('a price with an x behind it is none', () => {
    expect(hasLeverage('1.20x')).toBe(false)
    expect(hasLeverage('BTCUSDT 20x')).toBe(true)
  })
})
