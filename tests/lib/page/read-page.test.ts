import { describe, expect, test } from 'vitest'
import { marketOf, type PageReading, type PositionReading, readPage } from '@/lib/page'
import { type Cells, futuresPage, goodRow, HEADERS } from './futures-page'

const NOW = 1_700_000_000_000

const positionsOf = (reading: PageReading) => {
  if (reading.status !== 'positions') throw new Error(`status is ${reading.status}`)
  return reading
}

const readRow = (change: Cells = {}): PositionReading => {
  const { positions, unread } = positionsOf(
    readPage(futuresPage({ rows: [{ ...goodRow, ...change }] }), NOW),
  )
  const [position] = positions
  if (position === undefined) throw new Error(JSON.stringify(unread))
  return position
}

/** Every figure of a position: its value, or why it is missing. */
const figures = (position: PositionReading): Record<string, string> =>
  Object.fromEntries(
    Object.entries(position).flatMap(([name, field]) => {
      if (typeof field !== 'object' || field === null) return []
      if ('missing' in field) return [[name, field.missing]]
      return 'value' in field && 'decimals' in field ? [[name, field.value.toFixed()]] : []
    }),
  )

describe('a row whose figures agree', () => {
  test('every figure is the page’s own', () => {
    const position = readRow()
    expect(position).toMatchObject({
      key: 'BTCUSDT:long:isolated',
      symbol: 'BTCUSDT',
      side: 'long',
      marginMode: 'isolated',
      marginAsset: 'USDT',
      marginHolds: 'wallet',
      readAt: NOW,
    })
    expect(figures(position)).toEqual({
      leverage: '20',
      quantity: '0.02',
      entryPrice: '60018.8',
      breakEvenPrice: '60048.81',
      markPrice: '59000',
      liquidationPrice: '57276.3',
      marginRatio: '0.1209',
      margin: '59.43',
      wallet: '59.43',
      unrealizedPnl: '-20.38',
      roi: '-0.3454',
      estimatedFunding: '-0.118',
      takeProfit: 'none',
    })
    expect(position.stopLoss).toMatchObject({ state: 'present' })
  })

  test('the account card and the available balance', () => {
    const { account } = positionsOf(readPage(futuresPage(), NOW))
    expect(account.asset).toBe('USDT')
    expect(account.marginBalance).toMatchObject({ text: '1,998.7908 USDT' })
    expect(account.availableBalance).toMatchObject({ text: '1,789.04 USDT' })
    expect(account.assetMode).toMatchObject({ value: 'single' })
  })

  test('a short by its minus', () => {
    const short = readRow({
      Size: '-0.020 BTC',
      'Mark Price': '61,000.0',
      'Liq.Price': '62,739.4',
      'Margin Ratio': '12.24%',
      'PNL(ROI %)': '<div>-19.62 USDT</div><div>-32.17%</div>',
      'TP/SL for position': '-- / 62,000.0',
    })
    expect(short.key).toBe('BTCUSDT:short:isolated')
    expect(figures(short)).toMatchObject({ liquidationPrice: '62739.4', unrealizedPnl: '-19.62' })
  })

  test('columns in another order and fewer of them', () => {
    const headers = ['Symbol', 'PNL(ROI %)', 'Size', 'Liq.Price', 'Mark Price', 'Entry Price']
    const { positions, unread } = positionsOf(readPage(futuresPage({ headers }), NOW))
    const [position] = positions
    if (position === undefined) throw new Error(JSON.stringify(unread))
    expect(figures(position)).toMatchObject({
      liquidationPrice: '57276.3',
      markPrice: '59000',
      margin: 'column-hidden',
      wallet: 'column-hidden',
    })
    expect(position.marginMode).toBe('unknown')
    expect(position.stopLoss.state).toBe('unknown')
  })

  test('the Margin column holds wallet and PnL: the wallet is worked out', () => {
    const position = readRow({ Margin: '<div>39.05 USDT</div><div>(Isolated)</div>' })
    expect(position.marginHolds).toBe('wallet-and-pnl')
    expect(figures(position)).toMatchObject({ margin: '39.05', wallet: '59.43' })
  })
})

describe('a figure that cannot be right is not shown', () => {
  test.each([
    ['Liq.Price', 'soon', { liquidationPrice: 'unparsed' }],
    ['Liq.Price', '', { liquidationPrice: 'unparsed' }],
    ['Liq.Price', '1,234.5', { liquidationPrice: 'contradicted' }],
    ['Liq.Price', '--', { liquidationPrice: 'contradicted' }],
    ['Size', '1,300.00 USDT', { quantity: 'contradicted' }],
    ['Margin', '<div>5,943.00 USDT</div><div>(Isolated)</div>', { margin: 'contradicted' }],
    ['Margin Ratio', '0.01%', { marginRatio: 'contradicted' }],
    ['PNL(ROI %)', '<div>-20.38 USDT</div>', { roi: 'unparsed' }],
  ] as const)('%s: "%s"', (header, text, expected) => {
    expect(figures(readRow({ [header]: text }))).toMatchObject(expected)
  })

  test('where a minus says the side, only the figures in doubt are missing', () => {
    const short = {
      ...goodRow,
      Size: '-0.020 BTC',
      'Liq.Price': '62,739.4',
      'Margin Ratio': '5.91%',
    }
    const { positions } = positionsOf(readPage(futuresPage({ rows: [short] }), NOW))
    const [position] = positions
    expect(position?.side).toBe('short')
    expect(position && figures(position)).toMatchObject({
      entryPrice: '60018.8',
      unrealizedPnl: 'contradicted',
      markPrice: '59000',
      liquidationPrice: '62739.4',
    })
  })

  test('a take-profit alone is not a stop', () => {
    expect(readRow({ 'TP/SL for position': '63,000.0 / --' }).stopLoss).toEqual({ state: 'absent' })
  })

  test('partial orders: a stop for a part', () => {
    const row = { 'TP/SL for position': '-- / --', 'TP/SL': '<a>2</a>' }
    expect(readRow(row).stopLoss).toEqual({ state: 'partial', count: 2 })
  })

  test('no word for the margin mode: what the liquidation price makes of it', () => {
    expect(readRow({ Margin: '<div>59.43 USDT</div>' }).marginMode).toBe('isolated')
  })

  test('a symbol that is none: no row is read', () => {
    const rows = [{ ...goodRow, Symbol: '<span>??</span><span>20x</span>' }]
    expect(readPage(futuresPage({ rows }), NOW)).toMatchObject({
      status: 'unreadable',
      failure: { code: 'no-rows-read' },
    })
  })

  test('one figure against all others is the one that is not shown', () => {
    expect(figures(readRow({ Size: '0.200 BTC' }))).toMatchObject({
      quantity: 'contradicted',
      markPrice: '59000',
      unrealizedPnl: '-20.38',
    })
  })

  test('two rows of one key: neither is shown', () => {
    const { positions, unread } = positionsOf(
      readPage(futuresPage({ rows: [goodRow, goodRow] }), NOW),
    )
    expect(positions).toEqual([])
    expect(unread).toEqual([{ symbol: 'BTCUSDT', reason: 'contradicted' }])
  })
})

describe('what the page shows as a whole', () => {
  test('all declared rows read: complete', () => {
    expect(positionsOf(readPage(futuresPage(), NOW))).toMatchObject({ declared: 1, complete: true })
  })

  test('more declared than in the document: not complete', () => {
    expect(positionsOf(readPage(futuresPage({ declared: 3 }), NOW)).complete).toBe(false)
  })

  test('no count in the tab: not known to be complete', () => {
    expect(positionsOf(readPage(futuresPage({ declared: null }), NOW)).complete).toBe(false)
  })

  test('flat, as the page says', () => {
    const empty = { rows: [], pane: '<div class="emptyLine">You have no position.</div>' }
    expect(readPage(futuresPage(empty), NOW).status).toBe('flat')
    expect(readPage(futuresPage({ ...empty, declared: null }), NOW).status).toBe('flat')
  })

  test('the words hidden, and a count: not flat', () => {
    const pane = '<div style="display:none">You have no position.</div>'
    const page = futuresPage({ rows: [], declared: 2, pane: `${pane}<div>Vzok</div>` })
    expect(readPage(page, NOW)).toMatchObject({
      status: 'unreadable',
      failure: { code: 'no-rows-read' },
    })
  })

  test('another tab in front: hidden', () => {
    expect(readPage(futuresPage({ selected: false }), NOW)).toMatchObject({
      status: 'hidden',
      outOfSight: [],
      account: {
        asset: 'USDT',
        marginBalance: { text: expect.stringMatching('1,998.7908') as string },
      },
      openOrders: { orders: [] },
    })
  })

  test('tabs that nobody knows: the rows are read, and how many there are is not known', () => {
    const document = futuresPage()
    for (const tab of document.querySelectorAll('.bn-tabs [role="tab"]')) tab.textContent = 'Tab'
    const { positions, declared, complete } = positionsOf(readPage(document, NOW))
    expect([positions.length, declared, complete]).toEqual([1, null, false])
  })

  test('a hidden copy of the tabs with old rows is not read', () => {
    const document = futuresPage()
    const widget = document.querySelector('#POSITIONS')?.parentElement
    const copy = widget?.cloneNode(true) as HTMLElement
    copy.style.display = 'none'
    widget?.before(copy)
    expect(positionsOf(readPage(document, NOW)).positions).toHaveLength(1)
  })

  test('no tabs at all yet: loading', () => {
    const document = futuresPage()
    document.body.textContent = ''
    expect(readPage(document, NOW).status).toBe('loading')
  })

  test('no header row: unreadable', () => {
    const document = futuresPage({ headers: HEADERS.map((_, index) => `Column ${index}`) })
    expect(readPage(document, NOW)).toMatchObject({ status: 'unreadable' })
  })
})

test('reading changes nothing in the document', () => {
  const document = futuresPage({ rows: [goodRow, { ...goodRow, Size: 'x' }] })
  const before = document.documentElement.outerHTML
  for (let read = 0; read < 50; read += 1) readPage(document, NOW)
  expect(document.documentElement.outerHTML).toBe(before)
})

test.each([
  ['/en/futures/BTCUSDT', 'usdm'],
  ['/futures/BTCUSDT', 'usdm'],
  ['/zh-CN/delivery/BTCUSD_PERP', 'coinm'],
  ['/pt-BR/futures', 'usdm'],
  ['/en/my/wallet/futures/balances', null],
  ['/en/trade/BTC_USDT', null],
])('market of %s is %s', (path, market) => {
  expect(marketOf(path)).toBe(market)
})

describe('figures under another word than theirs', () => {
  const textsOf = (row: Cells) => {
    const reading = readPage(futuresPage({ rows: [row] }), NOW)
    const [position] = reading.status === 'positions' ? reading.positions : []
    return (
      name:
        'entryPrice' | 'breakEvenPrice' | 'liquidationPrice' | 'unrealizedPnl' | 'roi' | 'margin',
    ) => {
      const field = position?.[name]
      return field === undefined ? 'no row' : 'value' in field ? field.text : field.missing
    }
  }

  test('a price with a unit is asked of the PnL like any other', () => {
    expect(textsOf({ ...goodRow, 'Entry Price': '1,180.00 USDT' })('entryPrice')).toBe(
      'contradicted',
    )
  })

  test('an amount in the coin is neither margin nor PnL', () => {
    const row = { ...goodRow, Margin: '<div>0.020 BTC</div>', 'PNL(ROI %)': '0.020 BTC' }
    expect(textsOf(row)('margin')).toBe('unparsed')
    expect(textsOf(row)('unrealizedPnl')).toBe('unparsed')
  })
})
