import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  Decimal,
  initialMargin,
  liquidationPrice,
  powerOfTen,
  maintenanceMargin,
  marginRatio,
  notional,
  unrealizedPnl,
} from '@/lib/margin'
import { d, inverse, linear, tableWith } from './figures'

type Row = {
  kind: 'usdm' | 'coinm'
  mode: 'isolated' | 'cross'
  symbol: string
  size: string
  entryPrice: string
  markPrice: string | null
  liqPrice: string
  isolatedWallet: string | null
  unrealizedPnl: string | null
  maintMargin?: string
  maintMarginRate?: string
  bracketFit?: { mmr: string; cum: string; resid: string }
  asOf: string
  notes: string
}

const { positions } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'vectors', 'positions.json'), 'utf8'),
) as { positions: Row[] }

/** Half a unit of the last printed digit: "0.12743750" → 5e-9. */
const halfDigit = (printed: string): Decimal =>
  powerOfTen(-(printed.split('.')[1]?.length ?? 0)).div(2)

const sideOf = (row: Row): 'long' | 'short' => (row.size.startsWith('-') ? 'short' : 'long')
const sizeOf = (row: Row): string => row.size.replace('-', '')

/** Rows that miss half a digit, and why. */
const looser: Record<string, { tolerance: string; why: string }> = {
  VETUSDT: {
    tolerance: '1e-6',
    why: 'wallet and liquidation price look as if they were read at different times',
  },
  SANDUSDT: { tolerance: '1.1e-8', why: 'the entry price was printed with finite digits' },
}

const isolated = positions.filter(
  (row): row is Row & { isolatedWallet: string; bracketFit: NonNullable<Row['bracketFit']> } =>
    row.kind === 'usdm' && row.mode === 'isolated' && row.bracketFit !== undefined,
)

describe('isolated USDⓈ-M positions have the liquidation price that the exchange printed', () => {
  test('there are rows to check', () => {
    expect(isolated).toHaveLength(21)
  })

  test.each(isolated.map((row, index) => ({ title: `${row.symbol} ${row.asOf} #${index}`, row })))(
    '$title',
    ({ row }) => {
      const figures = linear(sideOf(row), sizeOf(row), row.entryPrice)
      const table = tableWith(row.bracketFit.mmr, row.bracketFit.cum)
      const price = liquidationPrice(figures, d(row.isolatedWallet), table)
      const tolerance = looser[row.symbol]?.tolerance ?? halfDigit(row.liqPrice).times('1.001')
      expect(price?.minus(row.liqPrice).abs().lte(tolerance)).toBe(true)
    },
  )
})

describe('maintenance margin and PnL at mark are the exchange’s own', () => {
  const measured = positions.filter(
    (row) =>
      row.maintMargin !== undefined && row.bracketFit !== undefined && row.markPrice !== null,
  )
  test('there are rows to check', () => {
    expect(measured).toHaveLength(8)
  })

  test.each(measured.map((row, index) => ({ title: `${row.symbol} #${index}`, row })))(
    '$title: maintenance margin, cut off at eight digits',
    ({ row }) => {
      const figures = linear(sideOf(row), sizeOf(row), row.entryPrice)
      const { mmr, cum } = row.bracketFit ?? { mmr: '', cum: '' }
      const margin = maintenanceMargin(
        notional(figures, d(row.markPrice ?? '')),
        tableWith(mmr, cum),
      )
      expect(margin.toDecimalPlaces(8, Decimal.ROUND_DOWN).toFixed(8)).toBe(row.maintMargin)
    },
  )

  /** PnL and mark beside each other are of different times. */
  const apart = new Set(['VETUSDT'])
  const valued = positions.filter(
    (row) =>
      row.kind === 'usdm' &&
      !apart.has(row.symbol) &&
      row.mode === 'isolated' &&
      row.markPrice !== null &&
      row.unrealizedPnl !== null &&
      row.asOf !== 'FAQ' &&
      row.bracketFit !== undefined &&
      row.liqPrice !== '',
  )
  test.each(valued.map((row, index) => ({ title: `${row.symbol} ${row.asOf} #${index}`, row })))(
    '$title: PnL',
    ({ row }) => {
      const figures = linear(sideOf(row), sizeOf(row), row.entryPrice)
      const pnl = unrealizedPnl(figures, d(row.markPrice ?? ''))
      // Entry and mark weigh with the size; the mark is cut off at its eighth digit, not rounded.
      const tolerance = halfDigit(row.unrealizedPnl ?? '').plus(
        d(sizeOf(row)).times(
          halfDigit(row.entryPrice).plus(halfDigit(row.markPrice ?? '').times(2)),
        ),
      )
      expect(
        pnl
          .minus(row.unrealizedPnl ?? '')
          .abs()
          .lte(tolerance),
      ).toBe(true)
    },
  )
})

describe('the worked example of the USDⓈ-M FAQ (b3c689c1…): wallet 1,535,443.01', () => {
  const wallet = d('1535443.01')
  const eth = {
    figures: linear('long', '3683.979', '1456.84'),
    mark: d('1335.18'),
    table: tableWith('0.1', '135365'),
  }
  const btc = {
    figures: linear('long', '109.488', '32481.98'),
    mark: d('31967.27'),
    table: tableWith('0.025', '16300'),
  }

  test('maintenance margins and PnL of both positions', () => {
    const at = ({ figures, mark, table }: typeof eth) =>
      maintenanceMargin(notional(figures, mark), table)
    expect(at(btc).toFixed(5)).toBe('71200.81144')
    expect(at(eth).toFixed(6)).toBe('356512.508122')
    expect(unrealizedPnl(btc.figures, btc.mark).toFixed(5)).toBe('-56354.56848')
    expect(unrealizedPnl(eth.figures, eth.mark).toFixed(5)).toBe('-448192.88514')
  })

  test('isolated with the same wallet: 1,114.78 and 18,778.73', () => {
    expect(liquidationPrice(eth.figures, wallet, eth.table)?.toFixed(2)).toBe('1114.78')
    expect(liquidationPrice(btc.figures, wallet, btc.table)?.toFixed(2)).toBe('18778.73')
  })
})

describe('COIN-M', () => {
  test('the exchange’s calculator: 101 BTC, long 100,000 contracts at 45,000', () => {
    // The calculator prints 33,599.40; with mmr 12.5 % and amount 11.605 the formula gives this.
    const price = liquidationPrice(
      inverse('long', '100000', '45000'),
      d('101'),
      tableWith('0.125', '11.605'),
    )
    expect(price?.toFixed(4)).toBe('33599.4186')
  })

  test('a stale maintenance amount is 20 USD off', () => {
    const price = liquidationPrice(
      inverse('long', '100000', '45000'),
      d('101'),
      tableWith('0.125', '11.81'),
    )
    expect(price?.toFixed(4)).toBe('33578.8597')
  })

  test('notional and maintenance margin of the FAQ (ceccfcfb…): 100 contracts at 25,000', () => {
    const value = notional(inverse('long', '100', '25000'), d('25000'))
    expect(value.toFixed()).toBe('0.4')
    expect(maintenanceMargin(value, tableWith('0.004', '0')).toFixed()).toBe('0.0016')
  })

  test('a row of the app: BNBUSD, 6 contracts, 20x cross: ratio 9.59 %, margin 0.0045', () => {
    const figures = inverse('long', '6', '663.449', '10')
    const table = tableWith('0.025', '0')
    const mark = d('663.250')
    const liquidation = d('539.231')
    // What is left at the liquidation price is the maintenance margin there.
    const wallet = maintenanceMargin(notional(figures, liquidation), table).minus(
      unrealizedPnl(figures, liquidation),
    )
    const maintenance = maintenanceMargin(notional(figures, mark), table)
    const balance = wallet.plus(unrealizedPnl(figures, mark))
    expect(
      marginRatio({ maintenanceMargin: maintenance, marginBalance: balance })
        ?.times(100)
        .toFixed(2),
    ).toBe('9.59')
    expect(initialMargin({ figures, markPrice: mark, leverage: d(20) }).toFixed(4)).toBe('0.0045')
  })

  test('a short below one-fold leverage has no liquidation price, one contract more has', () => {
    const price = (contracts: string) =>
      liquidationPrice(
        inverse('short', contracts, '60000'),
        d('0.0068426'),
        tableWith('0.004', '0'),
      )
    expect(price('4')).toBeNull()
    expect(price('5')?.gt(60000)).toBe(true)
  })
})

test('cross Margin column of an app row: 0.998 BTC at 88,900.0, 20x, is 4,436.11', () => {
  const figures = linear('long', '0.998', '88738.2')
  expect(initialMargin({ figures, markPrice: d('88900'), leverage: d(20) }).toFixed(2)).toBe(
    '4436.11',
  )
})
