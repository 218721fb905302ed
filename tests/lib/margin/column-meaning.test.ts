import { describe, expect, test } from 'vitest'
import {
  type Column,
  type ColumnCell,
  type ColumnField,
  columnMeaning,
  type ColumnRow,
} from '@/lib/margin/rows'

const PRICES: readonly ColumnField[] = [
  'entryPrice',
  'breakEvenPrice',
  'markPrice',
  'liquidationPrice',
]
const AMOUNTS: readonly ColumnField[] = ['margin', 'unrealizedPnl']

/** What is printed in each column, by its place; sizes and prices stand alone, amounts in the asset. */
type Printed = Readonly<Record<number, string>>

const table = (
  kinds: Readonly<Record<number, readonly ColumnField[]>>,
  rows: readonly { leverage: number; side?: 'long' | 'short'; printed: Printed }[],
  sizeUnit: Column['sizeUnit'] = 'base',
) => {
  const columns = Object.entries(kinds).map(([place, may]): Column => ({
    place: Number(place),
    may: new Set(may),
    sizeUnit,
  }))
  const asked = rows.map(({ leverage, side = null, printed }): ColumnRow => ({
    contract: { kind: 'linear' },
    leverage,
    side,
    marginModes: ['isolated', 'cross'],
    cells: new Map(
      columns.flatMap((column) => {
        const text = printed[Number(column.place)]
        if (text === undefined) return []
        const isPercentage = text.endsWith('%')
        const digits = (text.split('.')[1] ?? '').replace('%', '').length
        const decimals = digits + (isPercentage ? 2 : 0)
        const value = parseFloat(text) / (isPercentage ? 100 : 1)
        return [[column, { value, decimals, tick: 10 ** -decimals }]]
      }),
    ),
  }))
  const meaning = columnMeaning(columns, asked)
  return Object.fromEntries([...meaning].map(([field, { place }]) => [field, place]))
}

const kinds = {
  0: ['size'],
  1: PRICES,
  2: PRICES,
  3: PRICES,
  4: ['marginRatio', 'roi'],
  5: AMOUNTS,
  6: AMOUNTS,
  7: ['roi', 'marginRatio'],
} as const

/** BTCUSDT, long at 20x, isolated and opened at 60,018.80. */
const long = {
  leverage: 20,
  printed: {
    0: '0.020',
    1: '60018.80',
    2: '59312.4',
    3: '57277.0',
    4: '10.48%',
    5: '59.42',
    6: '-14.13',
    7: '-23.82%',
  },
}

/** ETHUSDT, short at 10x, isolated, with as much added as was put in. */
const short = {
  leverage: 10,
  side: 'short' as const,
  printed: {
    0: '1.000',
    1: '3000.00',
    2: '2900.00',
    3: '3582.00',
    4: '2.07%',
    5: '600.00',
    6: '100.00',
    7: '34.48%',
  },
}

describe('which column holds which figure', () => {
  test('one row names what printed digits tie together, and not what could be another figure', () => {
    const one = table(kinds, [long])
    // The rates at mark and at liquidation are the same: that is no chance. Any price near the mark makes the ROI.
    expect(one).toEqual({
      size: 0,
      entryPrice: 1,
      markPrice: 2,
      liquidationPrice: 3,
      marginRatio: 4,
      margin: 5,
      unrealizedPnl: 6,
    })
    expect(table(kinds, [long, short])).toMatchObject({ roi: 7 })
  })

  test('several rows name what a range allows', () => {
    expect(table(kinds, [long, short, long, short])).toEqual({
      size: 0,
      entryPrice: 1,
      markPrice: 2,
      liquidationPrice: 3,
      marginRatio: 4,
      margin: 5,
      unrealizedPnl: 6,
      roi: 7,
    })
  })

  test('a row that contradicts it leaves nothing but the coin of the size', () => {
    const broken = { ...long, printed: { ...long.printed, 6: '-99.00' } }
    expect(table(kinds, [broken])).toEqual({ size: 0 })
    expect(table(kinds, [long, short, broken])).not.toHaveProperty('unrealizedPnl')
  })

  test('at 1x a size at a price is as large as the margin: neither is certain', () => {
    const inDollars = { ...kinds, 0: [...AMOUNTS, 'size'] } as const
    const at = (leverage: number, printed: Printed) => ({
      leverage,
      printed: { ...long.printed, 0: '1186.25', ...printed },
    })
    expect(table(inDollars, [at(20, {})], 'quote')).toMatchObject({ size: 0, unrealizedPnl: 6 })
    const once = { 3: '240.00', 4: '0.40%', 5: '1200.38', 7: '-1.19%' }
    expect(table(inDollars, [at(1, once)], 'quote')).not.toHaveProperty('size')
  })

  test('a mark near the entry, in positions that all lose, is no entry price before fees', () => {
    const columns = { 0: ['size'], 1: PRICES, 2: PRICES, 6: AMOUNTS, 7: ['roi'] } as const
    const losing = [
      {
        leverage: 4,
        printed: { 0: '-108202.3480', 1: '4.6679495', 2: '4.6701', 6: '-290.13', 7: '-1.07%' },
      },
      {
        leverage: 50,
        printed: { 0: '445.0895', 1: '45.431713', 2: '45.401', 6: '-0.59', 7: '-6.68%' },
      },
      {
        leverage: 75,
        printed: { 0: '-3774.2679', 1: '1.2724847', 2: '1.2769', 6: '-12.16', 7: '-24.17%' },
      },
      {
        leverage: 2,
        printed: { 0: '-346.6800', 1: '0.13798729', 2: '0.13832', 6: '-0.88', 7: '-0.50%' },
      },
    ]
    const meaning = table(columns, losing, 'quote')
    expect(meaning).toMatchObject({ size: 0, unrealizedPnl: 6 })
    expect(meaning['entryPrice'] ?? 1).toBe(1)
    expect(meaning).not.toHaveProperty('breakEvenPrice')
  })

  test('entry and mark exchanged, with the side, make the same PnL', () => {
    const printed = { 0: '0.020', 1: '60018.80', 2: '59312.4', 6: '-14.13' }
    expect(
      table({ 0: ['size'], 1: PRICES, 2: PRICES, 6: AMOUNTS }, [{ leverage: 20, printed }]),
    ).not.toHaveProperty('entryPrice')
    const said = table({ 0: ['size'], 1: PRICES, 2: PRICES, 6: AMOUNTS }, [
      { leverage: 20, side: 'long', printed },
      short,
    ])
    expect(said).toMatchObject({ entryPrice: 1, markPrice: 2, unrealizedPnl: 6 })
  })

  test('a PnL at the last price fits break-even as well as the entry', () => {
    const printed = { 0: '0.020', 1: '60018.80', 2: '59312.4', 6: '-13.40', 7: '-22.59%' }
    const at = { 0: ['size'], 1: PRICES, 2: PRICES, 6: AMOUNTS, 7: ['roi'] } as const
    expect(table(at, [{ leverage: 20, side: 'long', printed }])).not.toHaveProperty('entryPrice')
  })

  test('entry and break-even side by side make no mark of the third price', () => {
    const row = (side: 'long' | 'short', printed: Printed) => ({ leverage: 3, side, printed })
    const at = { 0: ['size'], 1: PRICES, 2: PRICES, 3: PRICES, 4: ['marginRatio', 'roi'] } as const
    const rows = [
      row('short', { 0: '105.330', 1: '2719.335', 2: '2717.165', 3: '2753.70', 4: '30.60%' }),
      row('long', { 0: '139249', 1: '0.225042', 2: '0.225279', 3: '0.21916', 4: '33.67%' }),
      row('short', { 0: '52.481', 1: '3260.582', 2: '3257.723', 3: '4140.73', 4: '11.53%' }),
      row('short', { 0: '260.80', 1: '36.8610', 2: '36.8372', 3: '51.048', 4: '1.03%' }),
      row('short', { 0: '5301824', 1: '0.00788231', 2: '0.00787405', 3: '0.0104093', 4: '22.50%' }),
    ]
    expect(table(at, rows)).not.toHaveProperty('markPrice')
  })

  test('a fee is no PnL where many meanings say as little as a simple one', () => {
    const rows = [
      [8, '1630.30 0.71059 0.71020 0.6053 0.9947 1.51% 791.89 0.8796'],
      [25, '85754.24 49.6372 49.6611 49.765 48.262 40.32% 4031.54 -16.9954'],
      [20, '16481.84 0.153018 0.152913 0.15306 0.15752 40.01% 826.67 6.1891'],
      [20, '5417.53 0.153815 0.153880 0.15306 0.13805 17.21% 657.16 0.2151'],
      [2, '1481.81 134.984 134.916 134.75 211.19 7.74% 954.46 -0.2277'],
      [4, '2862.49 173.810 173.963 174.33 9495.79 4.49% 715.50 0.2504'],
      [4, '4238.20 175.559 175.485 174.33 9495.79 4.49% 1059.67 -0.7582'],
    ] as const
    const any: readonly ColumnField[] = [...AMOUNTS, ...PRICES, 'size']
    const at = { 0: any, 1: any, 2: any, 3: any, 4: any, 5: kinds[4], 6: any, 7: AMOUNTS }
    const printed = rows.map(([leverage, texts]) => ({
      leverage,
      printed: Object.fromEntries(texts.split(' ').entries()),
    }))
    const meaning = table(at, printed, 'quote')
    expect(meaning).toMatchObject({ size: 0, margin: 6 })
    expect(meaning).not.toHaveProperty('unrealizedPnl')
  })

  test('a size and the notional are as large: the one with a minus is the size, else the first', () => {
    const at = { 0: [...AMOUNTS, 'size'], 1: ['margin', 'size'], 5: AMOUNTS } as const
    const rows = (sign: 1 | -1) =>
      [20, 5, 10].map((leverage, row) => {
        const value = [1_186.25, 86_204.4, 421.92][row] ?? 0
        const printed = {
          0: (sign * value).toFixed(2),
          1: (value * 1.001).toFixed(2),
          5: ((value * 1.001) / leverage).toFixed(2),
        }
        return { leverage, printed }
      })
    expect(table(at, rows(1), 'quote')).toEqual({ size: 0, margin: 5 })
    expect(table(at, rows(-1), 'quote')).toEqual({ size: 0, margin: 5 })
    const turned = { 0: ['margin', 'size'], 1: [...AMOUNTS, 'size'], 5: AMOUNTS } as const
    const exchanged = rows(-1).map(({ leverage, printed }) => ({
      leverage,
      printed: { 0: printed[1], 1: printed[0], 5: printed[5] },
    }))
    expect(table(turned, exchanged, 'quote')).toEqual({ size: 1, margin: 5 })
  })

  test('a fee is no PnL where break-even is as near to the entry as fees are', () => {
    const rows = [
      [20, '9186.43 0.012643 0.012654 0.012591 16.12% 458.01 3.0868'],
      [10, '-106922.73 0.0024092 0.0024081 0.0024035 16.12% 10691.82 55.9714'],
      [50, '-1554.88 0.22653 0.22642 0.22604 16.12% 31.10 -0.6078'],
    ] as const
    const at = { 0: ['size'], 1: PRICES, 2: PRICES, 3: PRICES, 4: kinds[4], 5: AMOUNTS, 6: AMOUNTS }
    const printed = rows.map(([leverage, texts]) => ({
      leverage,
      printed: Object.fromEntries(texts.split(' ').entries()),
    }))
    const meaning = table({ ...at, 0: ['size'] }, printed, 'quote')
    expect(meaning).toMatchObject({ size: 0, margin: 5 })
    expect(meaning).not.toHaveProperty('unrealizedPnl')
  })

  test('a fee is no PnL, however well the margin fits', () => {
    const row = (scale: number) => ({
      leverage: 20,
      printed: {
        0: (0.2 * scale).toFixed(3),
        1: '60000.0',
        2: '60030.0',
        5: (600.3 * scale).toFixed(2),
        6: (1.37 * scale).toFixed(2),
      },
    })
    const at = { 0: ['size'], 1: PRICES, 2: PRICES, 5: AMOUNTS, 6: AMOUNTS } as const
    expect(table(at, [row(1), row(3), row(7), row(11)])).not.toHaveProperty('unrealizedPnl')
  })
})

describe('titles that say what they are', () => {
  const titled = (place: ColumnField): Column => ({
    place,
    may: new Set([place]),
    sizeUnit: 'base',
  })
  const row = (printed: Partial<Record<ColumnField, number | 'none'>>) => {
    const columns = (Object.keys(printed) as ColumnField[]).map(titled)
    const cells = columns.map(({ place }): [Column, ColumnCell] => {
      const value = printed[place as ColumnField]
      const column = columns.find((one) => one.place === place) ?? titled('size')
      return [column, typeof value === 'number' ? { value, decimals: 2, tick: 0.01 } : 'none']
    })
    const asked: ColumnRow = {
      contract: { kind: 'linear' },
      leverage: 20,
      side: 'long',
      marginModes: ['isolated'],
      cells: new Map(cells),
    }
    return columnMeaning(columns, [asked])
  }

  test('are that, whatever else is not known', () => {
    expect([...row({ size: 1, unrealizedPnl: 5 }).keys()]).toEqual(['size', 'unrealizedPnl'])
  })

  test('are nothing where a badge, the arithmetic or a dash contradicts them', () => {
    expect(row({ size: 1, entryPrice: 100, markPrice: 110, unrealizedPnl: -50 }).size).toBe(0)
    expect(row({ size: 1, entryPrice: 100, markPrice: 'none' }).size).toBe(0)
    expect(row({ size: -1, entryPrice: 100 }).size).toBe(0)
  })
})
