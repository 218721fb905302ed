import { describe, expect, test } from 'vitest'
import { type PositionReading, readPage } from '@/lib/page'
import { type Cells, futuresPage, goodRow, HEADERS } from './futures-page'

const NOW = 1_700_000_000_000

const read = (cells: Cells, headers: readonly string[] = HEADERS): PositionReading => {
  const reading = readPage(futuresPage({ rows: [{ ...goodRow, ...cells }], headers }), NOW)
  if (reading.status !== 'positions' || reading.positions[0] === undefined) {
    throw new Error(`not read: ${JSON.stringify(reading)}`)
  }
  return reading.positions[0]
}

describe('what stands between two figures parts them', () => {
  test('a slash at the end of the first element', () => {
    const stops = '<div><span>62,000.0 /</span><span>57,800.0</span></div>'
    const { takeProfit, stopLoss } = read({ 'TP/SL for position': stops })
    expect(takeProfit).toMatchObject({ text: '62,000.0' })
    expect(stopLoss).toMatchObject({ state: 'present', price: { text: '57,800.0' } })
  })

  test('figures of other columns in the same place are no take-profit', () => {
    const stops = '<a>3</a> <a>Add</a> <span>1.564,84 USDT</span> <span>--</span>'
    const { takeProfit, stopLoss } = read({ 'TP/SL for position': stops })
    expect(takeProfit).toMatchObject({ missing: 'unparsed' })
    expect(stopLoss.state).toBe('unknown')
  })

  test('two rows that lie over each other are no position, hidden amounts or not', () => {
    const twice = {
      Size: '*****',
      'Entry Price': '<div>67,608.27</div><div>69,029.76</div>',
      'Mark Price': '<div>100,103.4</div><div>98,347.5</div>',
      'Liq.Price': '<div>2,099,814.6</div><div>119,942.5</div>',
      'Margin Ratio': '<div>8.10%</div><div>6.54%</div>',
      Margin: '<div>*****</div><div>*****</div>',
      'PNL(ROI %)': '<div>*****</div><div>*****</div>',
    }
    const rows = [{ ...goodRow, ...twice }]
    const headers = HEADERS.filter((title) => title === 'Symbol' || title in twice)
    expect(readPage(futuresPage({ rows, headers }), NOW)).toMatchObject({
      positions: [],
      unread: [{ reason: 'no-figures' }],
    })
  })

  test('a bracket whose other half is in another element', () => {
    const pnl = '<span>-20.38 USDT (<i style="display: none">-33.00%</i>-34.54%)</span>'
    const { unrealizedPnl, roi } = read({ 'PNL(ROI %)': pnl })
    expect(unrealizedPnl).toMatchObject({ text: '-20.38 USDT' })
    expect(roi).toMatchObject({ text: '-34.54%' })
  })

  test('a coin that begins with digits is a unit', () => {
    const { quantity } = read({
      Symbol: '<span>1000PEPEUSDT</span><span>20x</span>',
      Size: '<span>21,908</span><span>1000PEPE</span>',
    })
    expect(quantity).toMatchObject({ text: '21,908 1000PEPE' })
  })
})

/** Too few columns for the figures of another coin to contradict each other. */
const few = HEADERS.filter((title) => ['Symbol', 'Size', 'Mark Price', 'Margin'].includes(title))

test('a coin whose name is a number is no second figure', () => {
  const cells = {
    Symbol: '<span>4USDT</span><span>20x</span>',
    Size: '<div>8,097,164</div><div>4</div>',
    Margin: '59.43 USDT (Isolated)',
  }
  const { quantity } = read(cells, few)
  expect('value' in quantity ? quantity.value.toFixed() : quantity).toBe('8097164')
})

test('a group of digits that is the same number is none of its name', () => {
  const cells = {
    Symbol: '<span>4USDT</span><span>20x</span>',
    Size: '<span>5 4</span><span>06</span><span>4</span>',
    'Mark Price': '0,04248',
    Margin: '11,48 USDT (Isolated)',
  }
  const { quantity } = read(cells, few)
  expect('value' in quantity ? quantity.value.toFixed() : quantity).toBe('5406')
})

test('a size with a plus is long', () => {
  expect(read({ Size: '0.020 BTC' }, few).side).toBe('unknown')
  expect(read({ Size: '+0.020 BTC' }, few).side).toBe('long')
})

test('a word for the margin mode counts under a title that nobody knows', () => {
  const headers = HEADERS.map((title) => (title === 'Margin' ? 'Vermozz' : title))
  const reading = readPage(
    futuresPage({ rows: [{ ...goodRow, Vermozz: goodRow.Margin } as Cells], headers }),
    NOW,
  )
  expect(reading).toMatchObject({ positions: [{ marginMode: 'isolated' }] })
})
