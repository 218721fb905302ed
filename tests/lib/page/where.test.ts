import { describe, expect, test } from 'vitest'
import { type PageReading, readPage } from '@/lib/page'
import { emptyMemory } from '@/lib/page/watch/memory'
import { type Cells, futuresPage, goodRow, HEADERS } from './futures-page'
import { wordsFor } from '../../practice-exchange/page/words/index'
import { languages } from '../../practice-exchange/view'
import { layOut } from './laid-out'
import { olderPage } from './older-page'

const NOW = 1_700_000_000_000

const keysOf = (reading: PageReading) =>
  reading.status === 'positions' ? reading.positions.map(({ key }) => key) : reading.status

const named = (symbol: string): Cells => ({
  ...goodRow,
  Symbol: `<span>${symbol}</span><span>Perp</span><span>20x</span>`,
  Size: `0.020 ${symbol.replace('USDT', '')}`,
})

describe.each(['2022', '2024'] as const)('the page of %s', (generation) => {
  test('is read', () => {
    const reading = readPage(olderPage({ generation }), NOW)
    expect(keysOf(reading)).toEqual(['BTCUSDT:long:isolated'])
    expect(reading).toMatchObject({
      complete: true,
      declared: 1,
      positions: [{ liquidationPrice: { text: '57,276.3' } }],
    })
  })

  test('another tab in front: hidden, though its rows are in the document', () => {
    expect(readPage(olderPage({ generation, front: 'Open Orders' }), NOW).status).toBe('hidden')
  })

  test('filter on: not complete', () => {
    expect(readPage(olderPage({ generation, filter: true }), NOW)).toMatchObject({
      status: 'positions',
      complete: false,
    })
  })
})

describe('panes that are put away', () => {
  /** The pane in sight, and one with an old row beside it in the same widget. */
  const withStalePane = (style: string, box: string): Document => {
    const document = futuresPage({ rows: [goodRow] })
    const pane = document.querySelector('#POSITIONS')
    pane?.parentElement?.setAttribute('data-box', '0 500 1600 300')
    const stale = pane?.cloneNode(true) as HTMLElement
    stale.setAttribute('style', style)
    stale.setAttribute('data-box', box)
    const symbol = stale.querySelector('.list-item-container span')
    if (symbol) symbol.textContent = 'SOLUSDT'
    pane?.before(stale)
    const cells = document.querySelectorAll('#POSITIONS .cell')
    const [left] = box.split(' ').map(Number)
    cells.forEach((cell, index) => {
      const at = (index % HEADERS.length) * 100 + (stale.contains(cell) ? (left ?? 0) : 0)
      // The titles, and the row below them.
      const top = 540 + 40 * (Math.floor(index / HEADERS.length) % 2)
      cell.setAttribute('data-box', `${at} ${top} 100 30`)
    })
    return layOut(document)
  }

  test.each([
    ['display: none', 'display: none', '0 520 1600 280'],
    ['visibility: hidden', 'visibility: hidden', '0 520 1600 280'],
    ['moved off the screen', 'position: absolute', '-20000 520 1600 280'],
    ['folded to nothing', 'height: 0; overflow: hidden', '0 520 1600 0'],
    ['transparent', 'opacity: 0', '0 520 1600 280'],
  ])('%s: only the pane in sight is read', (_, style, box) => {
    expect(keysOf(readPage(withStalePane(style, box), NOW))).toEqual(['BTCUSDT:long:isolated'])
  })
})

const laidOut = (change: (document: Document) => void = () => undefined): Document => {
  const document = futuresPage()
  change(document)
  document.querySelector('.header')?.setAttribute('data-box', '0 520 1400 30')
  document.querySelector('.flex.items-center')?.setAttribute('data-box', '0 560 1400 40')
  for (const [top, selector] of [
    [520, '.header .cell'],
    [560, '.items-center .cell'],
  ] as const) {
    document.querySelectorAll(selector).forEach((cell, index) => {
      cell.setAttribute('data-box', `${index * 100} ${top} 100 30`)
    })
  }
  return layOut(document)
}

describe('cells under their headers', () => {
  test('a colour bar in front does not shift the columns', () => {
    const document = laidOut((page) => {
      const bar = page.createElement('i')
      bar.setAttribute('data-box', '0 560 4 30')
      page.querySelector('.items-center')?.prepend(bar)
    })
    expect(keysOf(readPage(document, NOW))).toEqual(['BTCUSDT:long:isolated'])
  })
})

describe('two groups of tabs', () => {
  test('in one widget with the same words: one group', () => {
    const document = futuresPage()
    const tabs = document.querySelector('.bn-tabs')
    tabs?.after(tabs.cloneNode(true))
    expect(keysOf(readPage(document, NOW))).toEqual(['BTCUSDT:long:isolated'])
  })

  test('the one with a table is meant', () => {
    const document = futuresPage()
    const tabs = document.querySelector('.bn-tabs')
    const narrow = document.createElement('div')
    narrow.className = 'react-grid-item'
    if (tabs) narrow.append(tabs.cloneNode(true))
    document.querySelector('#__APP')?.prepend(narrow)
    expect(keysOf(readPage(document, NOW))).toEqual(['BTCUSDT:long:isolated'])
  })

  test('ids that occur twice do not matter', () => {
    const document = futuresPage()
    const twin = document.createElement('div')
    twin.id = 'POSITIONS'
    document.querySelector('#POSITIONS')?.before(twin)
    expect(keysOf(readPage(document, NOW))).toEqual(['BTCUSDT:long:isolated'])
  })
})

describe('cards of Position History and Bots', () => {
  const card = `<div class="card"><div>SOLUSDT Perp 20x</div><div>Cross</div><div>Long</div>
    <div>Entry Price</div><div>142.10</div><div>Avg. Close Price</div><div>150.00</div>
    <div>Closing PNL</div><div>79.00 USDT</div></div>`

  test('are no rows, even in the pane of the table', () => {
    const document = laidOut((page) => {
      const pane = page.querySelector('#POSITIONS')
      pane?.insertAdjacentHTML('beforeend', card)
      pane?.querySelectorAll('.card div').forEach((text, at) => {
        text.setAttribute('data-box', `0 ${String(700 + at * 20)} 300 20`)
      })
    })
    const reading = readPage(document, NOW)
    expect(keysOf(reading)).toEqual(['BTCUSDT:long:isolated'])
    expect(reading).toMatchObject({ unread: [] })
  })

  test('with their tab in front there is nothing to read', () => {
    expect(readPage(futuresPage({ selected: false, pane: card }), NOW).status).toBe('hidden')
  })
})

describe('rows out of sight', () => {
  const three = ['BTCUSDT', 'ETHUSDT', 'SOLUSDT'].map(named)

  test('are kept as old as they are, while the page counts them', () => {
    const memory = emptyMemory()
    readPage(futuresPage({ rows: three }), NOW, memory)
    const scrolled = readPage(
      futuresPage({ rows: three.slice(2), declared: 3 }),
      NOW + 3_500,
      memory,
    )
    expect(scrolled).toMatchObject({
      complete: false,
      positions: [{ symbol: 'SOLUSDT', readAt: NOW + 3_500 }],
      outOfSight: [
        { symbol: 'BTCUSDT', readAt: NOW },
        { symbol: 'ETHUSDT', readAt: NOW },
      ],
    })
  })

  test('one closed meanwhile: which one is not known, so none is kept', () => {
    const memory = emptyMemory()
    readPage(futuresPage({ rows: three }), NOW, memory)
    const fewer = readPage(futuresPage({ rows: three.slice(2), declared: 2 }), NOW, memory)
    expect(fewer).toMatchObject({ outOfSight: [], complete: false })
  })

  test('of another market are forgotten', () => {
    const memory = emptyMemory()
    readPage(futuresPage({ rows: three }), NOW, memory)
    const coin = { ...goodRow, Symbol: '<span>BTCUSD</span><span>Perp</span><span>20x</span>' }
    const path = '/en/delivery/BTCUSD_PERP'
    const reading = readPage(futuresPage({ rows: [coin], declared: 4, path }), NOW, memory)
    expect(reading).toMatchObject({ market: 'coinm', outOfSight: [] })
  })
})

describe('nobody is logged in', () => {
  const askedFor = (options: Parameters<typeof futuresPage>[0], text: string) =>
    readPage(
      futuresPage({ rows: [], headers: [], declared: null, pane: `<p>${text}</p>`, ...options }),
      NOW,
    )

  test('the page asks to log in where the positions would stand', () => {
    expect(askedFor({}, 'Log In or Register Now to trade').status).toBe('logged-out')
    expect(askedFor({}, '<a>Log In</a> or <a>Register Now</a> to trade').status).toBe('logged-out')
  })

  test.each(languages.filter((language) => language !== 'nonsense'))('%s', (language) => {
    const words = wordsFor(language)
    const { positions, openOrders, orderHistory } = words.tabs
    const path = `/${language}/futures/BTCUSDT`
    const tabs = [positions, openOrders, orderHistory] as const
    expect(askedFor({ tabs, path }, words.logInToTrade).status).toBe('logged-out')
  })

  test('elsewhere on the page it says nothing', () => {
    const card = '<button>Log In</button>'
    expect(askedFor({ card }, 'Vzok').status).toBe('unreadable')
  })

  test('beside rows, or a count of them, it is not believed', () => {
    const pane = '<a>Log In</a>'
    expect(keysOf(readPage(futuresPage({ pane }), NOW))).toEqual(['BTCUSDT:long:isolated'])
    expect(askedFor({ declared: 2 }, 'Log In').status).toBe('unreadable')
  })
})

describe('a table that is not there yet', () => {
  test('nothing is printed under the header: loading', () => {
    const pane = '<i class="skeleton-line"></i>'
    expect(readPage(futuresPage({ rows: [], declared: 3, pane }), NOW).status).toBe('loading')
  })

  test('nothing any more: what was there a moment ago is not gone, as far as the page counts it', () => {
    const kept = (declared: number) => {
      const memory = emptyMemory()
      readPage(futuresPage(), NOW, memory)
      const pane = '<i class="skeleton-line"></i>'
      const reading = readPage(futuresPage({ rows: [], declared, pane }), NOW, memory)
      return reading.status === 'loading' && reading.outOfSight?.map(({ key }) => key)
    }
    expect(kept(1)).toEqual(['BTCUSDT:long:isolated'])
    expect(kept(0)).toEqual([])
  })

  test('something is that is no row: unreadable', () => {
    const pane = '<div>BTCUSDT</div>'
    expect(readPage(futuresPage({ rows: [], declared: 3, pane }), NOW).status).toBe('unreadable')
  })
})

describe('flat', () => {
  test('a count of zero must stand for two readings', () => {
    const memory = emptyMemory()
    const empty = futuresPage({ rows: [], declared: 0 })
    expect(readPage(empty, NOW, memory).status).toBe('loading')
    expect(readPage(empty, NOW, memory).status).toBe('flat')
  })

  test('a row between the two: it begins anew', () => {
    const memory = emptyMemory()
    const empty = futuresPage({ rows: [], declared: 0 })
    readPage(empty, NOW, memory)
    readPage(futuresPage(), NOW, memory)
    expect(readPage(empty, NOW, memory).status).toBe('loading')
  })

  test('the words with the filter on speak of one symbol only', () => {
    const document = futuresPage({
      rows: [],
      declared: 2,
      pane: '<div>You have no position.</div>',
    })
    document.querySelector('[name="hideOtherSymbol"]')?.setAttribute('aria-checked', 'true')
    expect(readPage(document, NOW)).toMatchObject({ status: 'positions', complete: false })
  })

  test('the words against the count: not believed', () => {
    const document = futuresPage({
      rows: [],
      declared: 2,
      pane: '<div>You have no position.</div>',
    })
    expect(readPage(document, NOW).status).toBe('unreadable')
  })
})

test('a figure that the page keeps hidden in a cell is not read', () => {
  const row = { ...goodRow, 'Liq.Price': '<span style="display:none">57,276.3</span>' }
  expect(readPage(futuresPage({ rows: [row] }), NOW)).toMatchObject({
    positions: [{ liquidationPrice: { missing: 'unparsed' } }],
  })
})
