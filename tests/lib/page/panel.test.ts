import { describe, expect, test } from 'vitest'
import { readPage } from '@/lib/page'
import { candidatesAround } from '@/lib/page/locate/panel'
import { type Cells, futuresPage, goodRow, HEADERS } from './futures-page'
import { layOut } from './laid-out'

const NOW = 1_700_000_000_000

/** A position of a trader whom somebody copies, drawn below the panel as a card. */
const copied = `
  <section>
    <div><b>ETHUSDT</b><i>Perp</i><i>Cross 10x</i><i>Long</i></div>
    <div><span>Unrealized PNL</span><span>+12.40 USDT</span></div>
    <div><span>Size</span><span>0.500 ETH</span></div>
    <div><span>Entry Price</span><span>3,000.00</span></div>
    <div><span>Mark Price</span><span>3,024.80</span></div>
    <div><span>Liq. Price</span><span>2,710.00</span></div>
    <div><span>Margin</span><span>151.24 USDT</span></div>
    <div><span>Margin Ratio</span><span>2.10%</span></div>
  </section>`

const pageWith = (row: Cells): Document => {
  const document = futuresPage({ rows: [row] })
  const below = document.createElement('div')
  // The page as the exchange would send it: markup is what is under test.
  below.insertAdjacentHTML('beforeend', copied)
  document.querySelector('#__APP')?.append(below)
  return document
}

const symbolsIn = (document: Document): readonly string[] => {
  const reading = readPage(document, NOW)
  return reading.status === 'positions' ? reading.positions.map(({ symbol }) => symbol) : []
}

describe('positions stand with their tabs', () => {
  test('the own row and a copied one: the own row', () => {
    expect(symbolsIn(pageWith(goodRow))).toEqual(['BTCUSDT'])
  })

  test('an own row that cannot be read, and a copied one: none', () => {
    expect(symbolsIn(pageWith({ ...goodRow, Symbol: '<span>BTC perpetual</span>' }))).toEqual([])
  })

  test('no own row, as the page says there, and a copied one: none', () => {
    const document = pageWith(goodRow)
    const pane = document.querySelector('#POSITIONS')
    const notice = document.createElement('p')
    notice.textContent = 'You have no position.'
    pane?.replaceWith(notice)
    const tabs = document.querySelectorAll('[role=tab]')
    for (const tab of tabs) tab.textContent = tab.textContent.replace('(1)', '')
    expect(readPage(document, NOW).status).toBe('flat')
  })

  test('two titles over one cell name an entry price as well', () => {
    const document = pageWith({ ...goodRow, Symbol: '<span>BTC perpetual</span>' })
    const titles = [...document.querySelectorAll('.header .cell')]
    for (const title of titles)
      title.textContent = title.textContent === 'Entry Price' ? 'Entry Price / Mark Price' : ''
    expect(symbolsIn(document)).toEqual([])
  })

  test('a shadow tree next to the tabs cannot be looked into: none', () => {
    const document = pageWith(goodRow)
    const pane = document.querySelector('#POSITIONS')
    const host = document.createElement('positions-table')
    pane?.replaceWith(host)
    expect(symbolsIn(document)).toEqual([])
  })

  test('of elements that cannot be looked into only one as wide as a table hides the rest', () => {
    const found = (width: number): number => {
      const document = futuresPage()
      const app = document.querySelector('#__APP')
      const tabs = document.createElement('nav')
      const host = document.createElement('page-icon')
      const [panel, row] = [document.createElement('div'), document.createElement('p')]
      panel.append(tabs, host)
      app?.append(panel, row)
      layOut(document)
      host.getBoundingClientRect = () => ({ width }) as DOMRect
      const anchors = [{ element: row, symbol: row, isBare: false }]
      return [...candidatesAround(tabs, { anchors, titles: [], isMeant: () => true })].length
    }
    expect([found(0), found(24), found(900)]).toEqual([1, 1, 0])
  })

  test('the only list of a page without tabs is read, one of several is not', () => {
    const withoutTabs = (document: Document) => {
      document.querySelector('.bn-tabs')?.remove()
      return document
    }
    expect(symbolsIn(withoutTabs(futuresPage()))).toEqual(['BTCUSDT'])
    expect(symbolsIn(withoutTabs(pageWith(goodRow)))).toEqual([])
  })

  test('tabs of a language without words and roles are found by their shape', () => {
    const document = pageWith({ ...goodRow, Symbol: '<span>BTC perpetual</span>' })
    const tabs = document.querySelector('.bn-tabs')
    const strip = ['Vzok(1)', 'Qen(0)', 'Trel', 'Muv', 'Osk'].map((text, at) => {
      const tab = document.createElement('a')
      tab.className = at === 0 ? 'on active' : ''
      tab.textContent = text
      return tab
    })
    tabs?.replaceChildren(...strip)
    expect(symbolsIn(document)).toEqual([])
  })
})

describe('a leverage that does not stand next to the symbol', () => {
  const bare = '<span>BTCUSDT</span><span>Perp</span>'
  const reading = (row: Record<string, string>, headers: readonly string[]) =>
    readPage(futuresPage({ rows: [row], headers }), NOW)

  test.each([
    ['Leverage', '20x', { text: '20x' }],
    // What the contract allows, or something else altogether.
    ['Leverage', 'Max 125x', { missing: 'column-hidden' }],
    ['Max Leverage', '125x', { missing: 'column-hidden' }],
    ['R Multiple', '3x', { missing: 'column-hidden' }],
    // The return says otherwise.
    ['Leverage', '3x', { missing: 'column-hidden' }],
  ])('in a column of its own, "%s": "%s"', (title, text, leverage) => {
    const row = { ...goodRow, Symbol: bare, [title]: `<span>${text}</span>` }
    expect(reading(row, ['Symbol', title, ...HEADERS.slice(1)])).toMatchObject({
      positions: [{ key: 'BTCUSDT:long:isolated', leverage }],
      unread: [],
    })
  })

  test('nowhere: a position where the figures add up', () => {
    const row = { ...goodRow, Symbol: bare }
    expect(reading(row, HEADERS)).toMatchObject({
      positions: [{ symbol: 'BTCUSDT', leverage: { missing: 'column-hidden' } }],
    })
  })

  test('nowhere, and nothing adds up, as in an order below the titles: none', () => {
    const order = { Symbol: bare, Size: '0.020 BTC', 'Entry Price': '60,018.80' }
    expect(reading(order, HEADERS)).toMatchObject({
      positions: [],
      unread: [{ symbol: 'BTCUSDT', reason: 'no-figures' }],
    })
  })

  test('behind an amount in a short row the amount is no part of the head', () => {
    const row = { Symbol: bare, Size: '0.020 BTC', Leverage: '20x', 'Entry Price': '60,018.80' }
    expect(
      reading({ ...row, 'Mark Price': '59,000.0' }, [
        'Symbol',
        'Size',
        'Leverage',
        'Entry Price',
        'Mark Price',
        'Liq.Price',
      ]),
    ).toMatchObject({
      positions: [{ leverage: { text: '20x' }, quantity: { text: '0.020 BTC' } }],
    })
  })

  test('the contract over the chart stands before the tabs', () => {
    const document = futuresPage({ rows: [{ ...goodRow, Symbol: bare }] })
    const ticker = document.createElement('h1')
    ticker.textContent = 'ETHUSDT'
    document.querySelector('#__APP')?.prepend(ticker)
    expect(symbolsIn(document)).toEqual(['BTCUSDT'])
  })
})

describe('names that are no contract by themselves', () => {
  const named = (symbol: string) =>
    symbolsIn(futuresPage({ rows: [{ ...goodRow, Symbol: symbol }] }))

  test('"BTC/USDT Perp 20x" is a contract, "BTC/USDT 10x" a pair of the spot market, but for one under titles of positions', () => {
    expect(named('<span>BTC/USDT</span><span>Perp</span><span>20x</span>')).toEqual(['BTCUSDT'])
    expect(named('<span>BTC/USDT</span><span>10x</span>')).toEqual(['BTCUSDT'])
    const market = '<div><b>BTC/USDT</b> <i>10x</i> <p>60,000.0</p> <p>+2.10%</p></div>'
    expect(symbolsIn(futuresPage({ rows: [], headers: [], pane: market.repeat(4) }))).toEqual([])
  })

  test('"Max 20x" is what the contract allows, and no leverage', () => {
    const row = { ...goodRow, Symbol: '<span>BTCUSDT</span><span>Perp</span><span>Max 20x</span>' }
    expect(readPage(futuresPage({ rows: [row] }), NOW)).toMatchObject({
      positions: [{ leverage: { missing: 'column-hidden' } }],
    })
  })
})
