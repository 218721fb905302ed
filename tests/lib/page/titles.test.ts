import { Window } from 'happy-dom'
import { describe, expect, test } from 'vitest'
import { type PageReading, type PositionReading, readPage } from '@/lib/page'
import { columnOf } from '@/lib/page/words/lexicon'
import { futuresPage, goodRow, HEADERS } from './futures-page'
import { layOut } from './laid-out'

const NOW = 1_700_000_000_000
const HEIGHT = 16

/** One line of cells, each with its texts below each other. */
const line = (top: number, cells: readonly (readonly string[])[]): string => {
  const boxes = cells.map((texts, at) => {
    const box = (y: number, height: number) => `data-box="${at * 120} ${y} 110 ${height}"`
    const parts = texts.map((text, y) => `<div ${box(top + y * HEIGHT, HEIGHT)}>${text}</div>`)
    return `<div ${box(top, HEIGHT * texts.length)}>${parts.join('')}</div>`
  })
  const most = Math.max(...cells.map(({ length }) => length))
  return `<div data-box="0 ${top} ${cells.length * 120} ${most * HEIGHT}">${boxes.join('')}</div>`
}

const tabsFor = (count: number): string =>
  `<div data-box="0 100 900 20"><b role="tab" aria-selected="true">Positions(${count})</b>` +
  '<b role="tab" aria-selected="false">Open Orders(0)</b><b role="tab" aria-selected="false">Order History</b></div>'

const readingOf = (...lines: readonly string[]): PageReading => readingOfCount(1, ...lines)

const readingOfCount = (count: number, ...lines: readonly string[]): PageReading => {
  const { document } = new Window({ url: 'https://www.binance.com/en/futures/BTCUSDT' })
  document.body.innerHTML = `<main><section>${tabsFor(count)}${lines.join('')}</section></main>`
  return readPage(layOut(document as unknown as Document), NOW)
}

const positionIn = (...lines: readonly string[]): PositionReading => {
  const reading = readingOf(...lines)
  const position = reading.status === 'positions' ? reading.positions[0] : undefined
  if (position === undefined) throw new Error(`not read: ${JSON.stringify(reading)}`)
  return position
}

const valueOf = (field: PositionReading['margin']): string =>
  'value' in field ? field.value.toFixed() : field.missing

const symbol = ['<span>BTCUSDT</span>', '<span>Perp</span>', '<span>20x</span>']

describe('two titles in one cell of the header', () => {
  const read = (
    titles: readonly (readonly string[])[],
    [liquidation, margin, mode] = ['57,276.3', '59.43 USDT', '(Isolated)'],
  ) => {
    const position = positionIn(
      line(140, titles),
      line(200, [
        symbol,
        ['0.020 BTC', margin, mode],
        ['60,018.80', '59,000.0'],
        [liquidation, '60,048.81'],
      ]),
    )
    const { entryPrice, markPrice, liquidationPrice, breakEvenPrice } = position
    return [
      ...[entryPrice, markPrice, liquidationPrice, breakEvenPrice, position.margin].map(valueOf),
      position.marginMode,
    ]
  }
  const right = ['60018.8', '59000', '57276.3', '60048.81', '59.43', 'isolated']
  const stacked = [
    ['Symbol'],
    ['Size', 'Margin'],
    ['Entry Price', 'Mark Price'],
    ['Liq.Price', 'Break Even Price'],
  ]

  test('one below the other', () => {
    expect(read(stacked)).toEqual(right)
  })

  test('with a slash between them', () => {
    expect(read(stacked.map((titles) => [titles.join(' / ')]))).toEqual(right)
  })

  test('none over a figure: the figure is that of its own line', () => {
    const cross = ['--', '59.00 USDT', '(Cross)'] as const
    expect(read(stacked, [...cross]).slice(2)).toEqual(['none', '60048.81', '59', 'cross'])
  })
})

test('none over a figure, and one title: nobody knows whose the figure is', () => {
  const row = { ...goodRow, 'Liq.Price': '<p>--</p><p>60,048.81</p>' }
  const reading = readPage(futuresPage({ rows: [row] }), NOW)
  expect(reading).toMatchObject({ positions: [{ liquidationPrice: { missing: 'unparsed' } }] })
})

test('titles below a row are those of another table', () => {
  const reading = readingOf(
    line(140, [symbol, ['0.020 BTC'], ['60,018.80'], ['59,000.0'], ['57,276.3'], ['-20.38 USDT']]),
    line(240, [['Symbol'], ['Mark Price'], ['Size'], ['Entry Price'], ['Margin'], ['Liq.Price']]),
  )
  expect(reading.status).toBe('unreadable')
})

test('an index price is no mark price that is hidden, however near it lies', () => {
  const headers = HEADERS.map((title) => (title === 'Mark Price' ? 'Index Price' : title))
  const row = { ...goodRow, 'Index Price': '59,000.0' }
  const reading = readPage(futuresPage({ rows: [row], headers }), NOW)
  expect(reading).toMatchObject({ positions: [{ markPrice: { missing: 'column-hidden' } }] })
})

test.each([
  ['Margin (USDT)', 'margin'],
  ['boyut (usdt)', 'size'],
  ['margin (BTC)', 'margin'],
  ['Margin (Cross)', null],
  ['PNL (24H)', null],
])('"%s": an asset behind a word is no part of it, anything else is', (title, column) => {
  expect(columnOf(title)).toBe(column)
})

describe('rows below the heading of a group', () => {
  const titles = line(140, [
    ['Symbol'],
    ['Size'],
    ['Entry Price'],
    ['Liq.Price'],
    ['Margin'],
    ['PNL'],
  ])
  const heading = (name: string, top: number, mark: string) =>
    `<div data-box="0 ${top} 720 16"><b data-box="0 ${top} 60 16">${name}</b>` +
    `<i data-box="70 ${top} 60 16">Mark Price</i><b data-box="140 ${top} 60 16">${mark}</b></div>`
  const leg = (top: number, badge: string, cells: readonly string[]) =>
    line(top, [['<i>' + badge + '</i>', '<i>20x</i>'], ...cells.map((text) => [text])])
  const long = ['0.020 BTC', '60,018.80', '57,276.3', '59.43 USDT', '-20.38 USDT']
  const short = ['0.010 BTC', '58,000.00', '60,500.0', '30.00 USDT', '-10.00 USDT']

  test('each is a position in the symbol of the heading, and has its mark price', () => {
    const reading = readingOfCount(
      2,
      titles,
      heading('BTCUSDT', 180, '59,000.0'),
      leg(200, 'Long', long),
      leg(240, 'Short', short),
    )
    if (reading.status !== 'positions') throw new Error(reading.status)
    const told = reading.positions.map(({ symbol, side, entryPrice, markPrice }) =>
      [symbol, side, valueOf(entryPrice), valueOf(markPrice)].join(' '),
    )
    expect(told).toEqual(['BTCUSDT long 60018.8 59000', 'BTCUSDT short 58000 59000'])
  })

  test('a line with the total is none', () => {
    const total = line(240, [['Total'], [''], [''], [''], ['89.43 USDT'], ['-30.38 USDT']])
    const reading = readingOf(
      titles,
      heading('BTCUSDT', 180, '59,000.0'),
      leg(200, 'Long', long),
      total,
    )
    expect(reading).toMatchObject({ positions: [{ side: 'long' }] })
  })
})
