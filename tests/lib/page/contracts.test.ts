import { describe, expect, test } from 'vitest'
import { type PositionReading, readPage, type UnreadRow } from '@/lib/page'
import { type Cells, futuresPage, goodRow } from './futures-page'

const NOW = 1_700_000_000_000

const readRows = (rows: readonly Cells[], path = '/en/futures/BTCUSDT') => {
  const reading = readPage(futuresPage({ rows, path, card: '' }), NOW)
  if (reading.status !== 'positions') throw new Error(JSON.stringify(reading))
  return reading
}

const readRow = (row: Cells, path?: string): PositionReading | UnreadRow => {
  const { positions, unread } = readRows([row], path)
  const [first] = [...positions, ...unread]
  if (first === undefined) throw new Error('nothing read')
  return first
}

const textOf = (field: PositionReading['quantity']) =>
  'value' in field ? field.value.toFixed() : field.missing

const symbolCell = (...tokens: string[]) => tokens.map((text) => `<span>${text}</span>`).join('')

/** 120 contracts of 100 USD, long at 60,000, 20x, wallet 0.0102 BTC, maintenance rate 0.4 %. */
const coinRow: Cells = {
  Symbol: symbolCell('BTCUSD', 'Perp', '20x'),
  Size: '120 Cont',
  'Entry Price': '60,000.0',
  'Mark Price': '59,000.0',
  'Liq.Price': '57,316.8',
  'Margin Ratio': '11.95%',
  Margin: '<div>0.0102 BTC</div><div>(Isolated)</div>',
  'PNL(ROI %)': '<div>-0.0034 BTC</div><div>(-33.33%)</div>',
}

const DELIVERY = '/en/delivery/BTCUSD_PERP'

describe('COIN-M', () => {
  test('contracts, margin in the coin, inverse arithmetic', () => {
    const position = readRow(coinRow, DELIVERY) as PositionReading
    expect(position).toMatchObject({
      key: 'BTCUSD_PERP:long:isolated',
      marginAsset: 'BTC',
      contract: { value: { kind: 'inverse' } },
    })
    expect(textOf(position.quantity)).toBe('120')
    expect(textOf(position.liquidationPrice)).toBe('57316.8')
    expect(textOf(position.unrealizedPnl)).toBe('-0.0034')
  })

  test.each(['120Cont', '120 Contracts', '<b>120</b><b>Cont</b>'])('size "%s"', (Size) => {
    expect(textOf((readRow({ ...coinRow, Size }, DELIVERY) as PositionReading).quantity)).toBe(
      '120',
    )
  })

  test('a size in the coin is as many contracts as the entry price makes of it', () => {
    const position = readRow({ ...coinRow, Size: '0.2034 BTC' }, DELIVERY) as PositionReading
    expect(textOf(position.quantity)).toBe('120')
  })

  test('a dated contract has a name of its own', () => {
    const row = { ...coinRow, Symbol: symbolCell('BTCUSD', '1225', '20x') }
    expect(readRow(row, DELIVERY)).toMatchObject({
      key: 'BTCUSD_1225:long:isolated',
      contractType: { kind: 'dated', delivery: '1225' },
    })
  })

  test('a row of the other market is not read by the arithmetic of this one', () => {
    expect(readRow(goodRow, DELIVERY)).toEqual({ symbol: 'BTCUSDT', reason: 'no-symbol' })
    expect(readRow(coinRow)).toEqual({ symbol: 'BTCUSD', reason: 'no-symbol' })
  })

  test('contracts are no unit of a linear position', () => {
    const position = readRow({ ...goodRow, Size: '20 Cont' }) as PositionReading
    expect(textOf(position.quantity)).toBe('unknown')
  })
})

describe('dated linear contracts', () => {
  test.each([
    [symbolCell('BTCUSDT', '1225', '20x'), 'BTCUSDT_1225'],
    [symbolCell('BTCUSDT', '261225', '20x'), 'BTCUSDT_261225'],
    [symbolCell('BTCUSDT 261225 20x'), 'BTCUSDT_261225'],
  ])('%s', (Symbol, symbol) => {
    expect(readRow({ ...goodRow, Symbol })).toMatchObject({ symbol })
  })
})

/** The mirror of the usual row: short, without a sign. */
const shortRow: Cells = {
  ...goodRow,
  Size: '0.020 BTC',
  'Mark Price': '61,000.0',
  'Liq.Price': '62,739.4',
  'Margin Ratio': '12.24%',
  'PNL(ROI %)': '<div>-19.62 USDT</div><div>-32.17%</div>',
  'TP/SL for position': '-- / 62,000.0',
}

describe('hedge mode', () => {
  const badge = (row: Cells, word: string): Cells => ({
    ...row,
    Symbol: symbolCell('BTCUSDT', 'Perp', '20x', word),
  })

  test('both sides of one symbol', () => {
    const { positions, complete } = readRows([badge(goodRow, 'Long'), badge(shortRow, 'Short')])
    expect(positions.map(({ key }) => key)).toEqual([
      'BTCUSDT:long:isolated',
      'BTCUSDT:short:isolated',
    ])
    expect(complete).toBe(true)
  })

  test('a badge against the minus: the prices and the PnL decide', () => {
    const row = readRow(badge({ ...shortRow, Size: '-0.020 BTC' }, 'Long')) as PositionReading
    expect(row.side).toBe('short')
  })

  test('two badges: the prices and the PnL decide', () => {
    const row = { ...goodRow, Symbol: symbolCell('BTCUSDT', '20x', 'Long', 'Short') }
    expect((readRow(row) as PositionReading).side).toBe('long')
  })
})

describe('size in quote', () => {
  test('the size is worked out by the mark price, the side by the PnL', () => {
    const long = readRow({ ...goodRow, Size: '1,180.00 USDT' }) as PositionReading
    expect([long.side, textOf(long.quantity)]).toEqual(['long', '0.02'])
    const short = readRow({ ...shortRow, Size: '1,220.00 USDT' }) as PositionReading
    expect([short.side, textOf(short.quantity)]).toEqual(['short', '0.02'])
  })

  test('a PnL as large as size and prices make it tells the side by itself', () => {
    const row = { ...goodRow, Size: '1,180.00 USDT', 'Liq.Price': '--' }
    expect((readRow(row) as PositionReading).side).toBe('long')
  })

  test('counted at the entry price: likewise', () => {
    const row = { ...goodRow, Size: '1,200.38 USDT', 'Liq.Price': '--' }
    expect((readRow(row) as PositionReading).side).toBe('long')
  })

  test('isolated without a liquidation price: a dash is no figure of a short', () => {
    const row = readRow({ ...shortRow, Size: '1,220.00 USDT', 'Liq.Price': '--' })
    const { side, liquidationPrice } = row as PositionReading
    expect([side, textOf(liquidationPrice)]).toEqual(['short', 'contradicted'])
  })

  test('the title has the unit: where half of the row is written, 651.21 are no coins', () => {
    const title = 'Size (USDT)'
    const row = {
      Symbol: symbolCell('SOLUSDT', 'Perp', '10x', 'Cross'),
      [title]: '-651.21',
      'Entry Price': '148.19585',
      'Liq.Price': '6,248.43',
      'PNL(ROI %)': '<div>-0.68</div><div>(-0.43%)</div>',
    }
    const page = futuresPage({ rows: [row], headers: Object.keys(row) })
    expect(readPage(page, 0)).toMatchObject({
      positions: [{ quantity: { missing: 'contradicted', text: '-651.21' } }],
    })
  })

  test('in another coin than the position is settled in: no size', () => {
    const row = readRow({ ...goodRow, Size: '1,180.00 USDC', 'Liq.Price': '--' })
    const { side, quantity } = row as PositionReading
    expect([side, textOf(quantity)]).toEqual(['long', 'unknown'])
  })

  test('a tenth of what the PnL is worth: no size', () => {
    const row = readRow({ ...goodRow, Size: '118.00 USDT', 'Liq.Price': '--' })
    expect(textOf((row as PositionReading).quantity)).toBe('contradicted')
  })

  test('a PnL that it refutes is not shown', () => {
    const row = {
      ...shortRow,
      Size: '-1,220.00 USDT',
      'PNL(ROI %)': '<div>-40.76 USDT</div><div>(-34.54%)</div>',
    }
    expect(textOf((readRow(row) as PositionReading).unrealizedPnl)).toBe('contradicted')
  })

  test('a unit that only begins like the symbol is not its coin', () => {
    const row = { ...goodRow, Size: '0.020 BT' }
    expect(textOf((readRow(row) as PositionReading).quantity)).toBe('unknown')
  })
})

describe('texts that stand in one', () => {
  test.each([
    ['Symbol', 'BTCUSDTPerp20x'],
    ['Symbol', 'BTCUSDT Perp 20x'],
    ['Margin', '59.43 USDT(Isolated)'],
    ['Margin', '59.43 USDT (Isolated)'],
    ['PNL(ROI %)', '-20.38 USDT (-34.54%)'],
  ])('%s: "%s"', (header, text) => {
    const position = readRow({ ...goodRow, [header]: text }) as PositionReading
    expect(position.key).toBe('BTCUSDT:long:isolated')
    expect([position.margin, position.unrealizedPnl, position.roi].map(textOf)).toEqual([
      '59.43',
      '-20.38',
      '-0.3454',
    ])
  })
})

describe('is there a stop-loss?', () => {
  test.each([
    ['-- / --', 'Add', 'absent'],
    ['Add', 'Add', 'absent'],
    ['[Add]', '--', 'absent'],
    ['63,000.0 / --', 'Add', 'absent'],
    ['-- / 57,800.0', 'Add', 'present'],
    ['<div>63,000.0 /</div><div>57,800.0</div>', '2', 'present'],
    ['-- / --', '2', 'partial'],
    ['-- / --', '<a>1</a> <a>Add</a>', 'partial'],
    ['-- / --', '', 'unknown'],
    ['soon', 'Add', 'unknown'],
  ])('position "%s", partial "%s": %s', (whole, partial, state) => {
    const row = { ...goodRow, 'TP/SL for position': whole, 'TP/SL': partial }
    expect((readRow(row) as PositionReading).stopLoss.state).toBe(state)
  })

  test('one column for both (2022): a stop in it is one, its absence says nothing', () => {
    const headers = ['Symbol', 'Size', 'Entry Price', 'Mark Price', 'Liq.Price', 'Margin', 'TP/SL']
    const stopOf = (text: string) => {
      const rows = [{ ...goodRow, 'TP/SL': text }]
      const reading = readPage(futuresPage({ rows, headers }), NOW)
      return reading.status === 'positions' ? reading.positions[0]?.stopLoss.state : reading.status
    }
    expect([stopOf('-- / 57,800.0'), stopOf('-- / --')]).toEqual(['present', 'unknown'])
    // A number of stops next to an amount is no pair of prices.
    expect(stopOf('<a>3</a> <span>-564.84 USDT</span>')).toBe('partial')
  })
})
