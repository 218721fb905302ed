import { describe, expect, test } from 'vitest'
import { readPage } from '@/lib/page'
import { type Cells, futuresPage, goodRow } from './futures-page'

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
})
