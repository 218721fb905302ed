import { describe, expect, test } from 'vitest'
import { emptyMemory, type PageReading, readPage } from '@/lib/page'
import { type Cells, futuresPage, goodRow, HEADERS } from './futures-page'

const NOW = 1_700_000_000_000

const NONSENSE = HEADERS.map((_, index) => `Zvak${'oeiu'.repeat(index + 1)}`)
const TABS = ['Zvakop', 'Quzem vrok', 'Fnol'] as const

/** A page on which no word is known, with the columns in any order and number. */
const nonsensePage = (
  rows: readonly Cells[],
  order: readonly (keyof Cells)[] = HEADERS,
): Document => {
  const headers = order.map((column) => NONSENSE[HEADERS.indexOf(column)] ?? '')
  const document = futuresPage({
    tabs: TABS,
    headers,
    card: '',
    rows: rows.map((row) =>
      Object.fromEntries(
        order.map((column) => [NONSENSE[HEADERS.indexOf(column)] ?? '', row[column] ?? '']),
      ),
    ),
  })
  const tab = document.createElement('div')
  tab.setAttribute('role', 'tab')
  tab.textContent = 'Khozz'
  document.querySelector('.bn-tabs')?.append(tab)
  return document
}

const row: Cells = {
  ...goodRow,
  Symbol: '<span>BTCUSDT</span><span>Zvok</span><span>20x</span>',
  Margin: '<div>59.43 USDT</div><div>(Mrzuk)</div>',
  'MKT Close All': '<button>Grom</button><button>Ptuv</button>',
  Reverse: '<button>Dzin</button>',
  'TP/SL': '<a>Khum</a>',
}

const figures = (reading: PageReading) => {
  if (reading.status !== 'positions') return reading
  const [position] = reading.positions
  if (position === undefined) return reading.unread
  const names = [
    'quantity',
    'entryPrice',
    'markPrice',
    'liquidationPrice',
    'marginRatio',
    'margin',
    'unrealizedPnl',
    'roi',
  ] as const
  return Object.fromEntries(
    names.map((name) => {
      const field = position[name]
      return [name, 'value' in field ? field.value.toFixed() : field.missing]
    }),
  )
}

const all = {
  quantity: '0.02',
  entryPrice: '60018.8',
  markPrice: '59000',
  liquidationPrice: '57276.3',
  marginRatio: '0.1209',
  margin: '59.43',
  unrealizedPnl: '-20.38',
  roi: '-0.3454',
}

const withoutPnl = {
  ...Object.fromEntries(Object.keys(all).map((name) => [name, 'column-hidden'])),
  quantity: all.quantity,
  liquidationPrice: all.liquidationPrice,
  marginRatio: all.marginRatio,
  margin: all.margin,
}

describe('no word of the page is known', () => {
  test('a row with enough figures is read by the arithmetic', () => {
    const reading = readPage(nonsensePage([row]), NOW)
    expect(figures(reading)).toMatchObject({
      quantity: all.quantity,
      entryPrice: all.entryPrice,
      markPrice: all.markPrice,
      unrealizedPnl: all.unrealizedPnl,
      roi: all.roi,
    })
    expect(reading).toMatchObject({ positions: [{ side: 'long', marginMode: 'isolated' }] })
  })

  test('in any order', () => {
    const order = [...HEADERS].reverse()
    expect(figures(readPage(nonsensePage([row], order), NOW))).toMatchObject({
      entryPrice: all.entryPrice,
      markPrice: all.markPrice,
      quantity: all.quantity,
    })
  })

  test('a PnL that no price explains is not named; what one rate explains is', () => {
    const broken = { ...row, 'PNL(ROI %)': '<div>-99.00 USDT</div><div>(-34.54%)</div>' }
    expect(figures(readPage(nonsensePage([broken]), NOW))).toEqual(withoutPnl)
  })

  test('a row of which nothing holds is not read', () => {
    const broken = {
      ...row,
      'Liq.Price': '31,276.3',
      'PNL(ROI %)': '<div>-99.00 USDT</div><div>(-34.54%)</div>',
    }
    expect(figures(readPage(nonsensePage([broken]), NOW))).toEqual([
      { symbol: 'BTCUSDT', reason: 'no-figures' },
    ])
  })

  test('a coin that is a number, and a margin of nothing, are figures of their columns', () => {
    const position = (symbol: string, cells: Cells): Cells => ({
      ...row,
      Symbol: `<span>${symbol}</span>`,
      ...cells,
    })
    const four = position('4USDT</span><span>Zvok</span><span>2x', {
      Size: '<span>340,099</span><span>4</span>',
      'Entry Price': '0.03187799',
      'Break Even Price': '0.03189400',
      'Mark Price': '0.0337400',
      'Liq.Price': '--',
      'Margin Ratio': '1.23%',
      Margin: '<div>5,737.47 USDT</div><div>(Ovrum)</div>',
      'PNL(ROI %)': '<div>633.27 USDT</div><div>(11.04%)</div>',
    })
    const small = position('DOGEUSDT</span><span>Zvok</span><span>125x', {
      Size: '1 DOGE',
      'Entry Price': '0.1071000',
      'Break Even Price': '0.1071600',
      'Mark Price': '0.10720',
      'Liq.Price': '--',
      'Margin Ratio': '1.23%',
      Margin: '<div>0.00 USDT</div><div>(Ovrum)</div>',
      'PNL(ROI %)': '<div>0.00 USDT</div><div>(11.66%)</div>',
    })
    const reading = readPage(nonsensePage([four, row, small]), NOW)
    expect(figures(reading)).toMatchObject({
      quantity: '340099',
      entryPrice: '0.03187799',
      markPrice: '0.03374',
      margin: '5737.47',
      unrealizedPnl: '633.27',
    })
    expect(reading).toMatchObject({ positions: [{}, {}, {}] })
  })

  test('a size in quote is worked out', () => {
    const short: Cells = {
      ...row,
      Symbol: '<span>ETHUSDT</span><span>Zvok</span><span>10x</span>',
      Size: '-2,900.00 USDT',
      'Entry Price': '3,000.00',
      'Break Even Price': '2,998.50',
      'Mark Price': '2,900.00',
      'Liq.Price': '3,582.00',
      'Margin Ratio': '2.07%',
      Margin: '<div>600.00 USDT</div><div>(Mrzuk)</div>',
      'PNL(ROI %)': '<div>100.00 USDT</div><div>(34.48%)</div>',
    }
    const read = figures(readPage(nonsensePage([{ ...row, Size: '1,180.00 USDT' }, short]), NOW))
    expect(read).toMatchObject({ quantity: '0.02', markPrice: all.markPrice })
  })

  test('a PnL against the sign of the percentage beside it is none', () => {
    const turned = { ...row, 'PNL(ROI %)': '<div>20.38 USDT</div><div>(-34.54%)</div>' }
    expect(figures(readPage(nonsensePage([turned]), NOW))).toEqual(withoutPnl)
  })

  test('another tab in front: not taken for positions', () => {
    const document = nonsensePage([row])
    const [first, second] = document.querySelectorAll('.bn-tabs [role="tab"]')
    first?.setAttribute('aria-selected', 'false')
    second?.setAttribute('aria-selected', 'true')
    expect(readPage(document, NOW).status).toBe('hidden')
  })
})

describe('some words are known', () => {
  const unnamed = (...unknown: string[]) =>
    readPage(
      futuresPage({
        headers: HEADERS.map((header) => (unknown.includes(header) ? '?' : header)),
        rows: [goodRow],
      }),
      NOW,
    )

  test('a header that says nothing leaves its column to the words: cells are not looked for', () => {
    const reading = unnamed('Est. Funding Fee', 'TP/SL')
    expect(figures(reading)).toEqual(all)
    expect(reading).toMatchObject({
      positions: [{ estimatedFunding: { missing: 'column-hidden' } }],
    })
  })

  test('words that the arithmetic refutes: one of the two is not shown', () => {
    const document = futuresPage()
    const cells = [...document.querySelectorAll('.header .cell')]
    const named = (text: string) => cells.find((cell) => cell.textContent === text)
    const [entry, mark] = [named('Entry Price'), named('Mark Price')]
    if (entry && mark) [entry.textContent, mark.textContent] = ['Mark Price', 'Entry Price']
    expect(figures(readPage(document, NOW))).toMatchObject({ markPrice: 'contradicted' })
  })
})

test('a title means what it meant: rows that are half written do not exchange two columns', () => {
  const { 'Liq.Price': price = '', 'Margin Ratio': ratio = '' } = row
  const exchanged = { ...row, 'Liq.Price': ratio, 'Margin Ratio': price }
  const memory = emptyMemory()
  const at = (seconds: number, cells: Cells) =>
    figures(readPage(nonsensePage([cells]), NOW + seconds * 1_000, memory))
  const { liquidationPrice, marginRatio, ...rest } = all
  expect(at(0, row)).toMatchObject({ liquidationPrice, marginRatio, ...rest })
  const doubtful = { liquidationPrice: 'column-hidden', marginRatio: 'column-hidden' }
  expect(at(10, exchanged)).toMatchObject({ ...doubtful, ...rest })
  expect(at(20, row)).toMatchObject({ liquidationPrice, marginRatio, ...rest })
  // What goes on for longer is so.
  expect(at(70, exchanged)).toMatchObject({ ...doubtful, ...rest })
  expect(at(81, exchanged)).toMatchObject({ liquidationPrice, marginRatio, ...rest })
})
