import { describe, expect, test } from 'vitest'
import { readPage } from '@/lib/page'
import { emptyMemory } from '@/lib/page/watch/memory'
import { futuresPage } from './futures-page'
import { layOut } from './laid-out'

const figures: readonly (readonly [label: string, value: string])[] = [
  ['Size', '0.020 BTC'],
  ['Margin', '59.43 USDT'],
  ['Margin Ratio', '12.09%'],
  ['Entry Price', '60,018.80'],
  ['Mark Price', '59,000.0'],
  ['Liq. Price', '57,276.3'],
  ['PNL', '-20.38 USDT'],
]

const head = '<b>BTCUSDT</b> <i>Perp</i> <span>Isolated 20x</span>'

const read = (card: string, isLaidOut = false) => {
  const document = futuresPage({ rows: [], declared: 1, pane: card, headers: [] })
  const reading = readPage(isLaidOut ? layOut(document) : document, 1)
  if (reading.status !== 'positions') return reading.status
  const [{ key, entryPrice, markPrice, liquidationPrice, margin, unrealizedPnl } = {} as never] =
    reading.positions
  return [key, entryPrice, markPrice, liquidationPrice, margin, unrealizedPnl].map((one) =>
    typeof one === 'string' ? one : 'value' in one ? one.value.toFixed() : one.missing,
  )
}

const right = ['BTCUSDT:long:isolated', '60018.8', '59000', '57276.3', '59.43', '-20.38']

const each = (write: (label: string, value: string) => string): string =>
  figures.map(([label, value]) => write(label, value)).join('')

test('labels under their values', () => {
  const block = each((label, value) => `<div><p>${value}</p><p>${label}</p></div>`)
  expect(read(`<section><div>${head}</div>${block}</section>`)).toEqual(right)
})

test('label and value in one text', () => {
  const lines = each((label, value) => `<p>${label}: ${value}</p>`)
  expect(read(`<section><div>${head}</div>${lines}</section>`)).toEqual(right)
})

test('all of it in one line, symbol and leverage among the labels', () => {
  const line = each((label, value) => `<span>${label}</span> <span>${value}</span>`)
  expect(read(`<section>${head}${line}</section>`)).toEqual(right)
  const long = `<span>${'Long words that say nothing. '.repeat(6)}</span>`
  expect(read(`<section>${head}${line}${long}</section>`)).toEqual(right)
})

test('lines of running text: what parts one figure from the next belongs to none', () => {
  const line = figures.map(([label, value]) => `<span>${label}: <b>${value}</b></span>`).join(' · ')
  expect(read(`<section><p>${head}</p><p>${line}</p></section>`)).toEqual(right)
})

test('labels of a language that nobody knows, under their values', () => {
  const strange = ['Méret', 'Fedezet', 'Arány', 'Belépési ár', 'Jelölési ár', 'Likvidálási ár']
  const cells = figures
    .slice(0, 6)
    .map(([, value], at) => `<div><p>${value}</p><p>${strange[at] ?? ''}</p></div>`)
    .join('')
  const pnl = '<div><p>-20.38 USDT</p><p>Eredmény</p></div>'
  const card = `<section><div>${head}</div>${pnl}${cells}</section>`
  expect(read(card)).toEqual(right)
})

describe('a summary line over the rest of the card', () => {
  const pnl = '<span>-20.38 USDT</span> <span>(-34.54%)</span>'
  const rest = figures
    .slice(0, 6)
    .map(([label, value]) => `<div><i>${label}</i><b>${value}</b></div>`)
    .join('')
  const open = `<details open><summary>${head} ${pnl}</summary>${rest}</details>`

  test('the arithmetic names a figure that no word names', () => {
    expect(read(open)).toEqual(right)
  })

  test('the badge in front of it is no word for it', () => {
    const badge = '<b>BTCUSDT</b> <i>Isolated 20x</i> <i>Long</i>'
    expect(read(open.replace(head, badge))).toEqual(right)
  })

  test('a card that is folded is a position among those that are open', () => {
    const folded = open.replace(' open', '').replace(rest, '').replace('BTC', 'ETH')
    const document = futuresPage({ rows: [], declared: 2, pane: open + folded, headers: [] })
    const reading = readPage(document, 1)
    if (reading.status !== 'positions') throw new Error(reading.status)
    expect(reading.positions.map(({ symbol }) => symbol)).toEqual(['BTCUSDT', 'ETHUSDT'])
    expect(reading.positions[1]?.unrealizedPnl).toMatchObject({ text: '-20.38 USDT' })
  })
})

test('orders in the same symbol, in a pane that is moved away, say nothing of the card', () => {
  const blocks = each((label, value) => `<div><p>${label}</p><p>${value}</p></div>`)
  const order =
    '<div data-box="-9999 600 400 100"><b>BTCUSDT</b> Sell <p>Price</p><p>70,000</p><p>Amount</p><p>0.5 BTC</p></div>'
  const card = `<section data-box="0 600 400 300"><div>${head}</div>${blocks}</section>`
  const pane = `<div data-box="0 570 400 400">${order}${card}</div>`
  const document = layOut(futuresPage({ rows: [], declared: 1, pane, headers: [] }))
  const reading = readPage(document, 1)
  if (reading.status !== 'positions') throw new Error(reading.status)
  expect(reading.positions).toMatchObject([{ side: 'long', quantity: { text: '0.020 BTC' } }])
})

test('an order form is no card, whatever else the page shows', () => {
  const form =
    '<section><b>BTCUSDT</b> <i>20x</i><p>Avbl</p><p>1,234.57 USDT</p><p>Liq. Price</p><p>57,276.3</p>' +
    '<p>Margin Ratio</p><p>0.31%</p><p>Mark Price</p><p>59,000.0</p><p>Max</p><p>0.412 BTC</p></section>'
  expect(read(form)).not.toEqual(expect.arrayContaining(['57276.3']))
})

test('a line of labels over a line of figures', () => {
  const place = (at: number, line: number) =>
    `data-box="${String((at % 2) * 200)} ${String(600 + Math.floor(at / 2) * 60 + line * 20)} 150 16"`
  const pairs = [0, 2, 4, 6].map((from) => figures.slice(from, from + 2))
  const rows = pairs.map((pair, row) =>
    [0, 1]
      .map((line) => {
        const cells = pair.map(
          (one, at) => `<td ${place(row * 2 + at, line)}>${one[line] ?? ''}</td>`,
        )
        return `<tr>${cells.join('')}</tr>`
      })
      .join(''),
  )
  const card = `<section data-box="0 570 400 300"><div data-box="0 570 300 16">${head}</div><table>${rows.join('')}</table></section>`
  expect(read(card, true)).toEqual(right)
})

test('a calculator over the page counts if nothing else does', () => {
  const blocks = each((label, value) => `<div><p>${label}</p><p>${value}</p></div>`)
  const card = `<section><div>${head}</div>${blocks}</section>`
  const dialog = `<div role="dialog">${card.replaceAll('BTC', 'ETH')}</div>`
  expect(read(card + dialog)).toEqual(right)
  expect(read(dialog)[0]).toBe('ETHUSDT:long:isolated')
})

test('where the tab counts no positions there are none', () => {
  const memory = emptyMemory()
  const blocks = each((label, value) => `<div><p>${label}</p><p>${value}</p></div>`)
  const pane = `<section><div>${head}</div>${blocks}</section>`
  const document = futuresPage({ rows: [], declared: 0, pane, headers: [] })
  const statuses = [1, 2].map((now) => readPage(document, now, memory).status)
  expect(statuses).toEqual(['loading', 'flat'])
})
