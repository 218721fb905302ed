import { describe, expect, test } from 'vitest'
import { Decimal } from '@/lib/margin'
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

  test('a bracket in an element of its own, with a percent sign in front of its figure', () => {
    const digits = (text: string) => Array.from(text, (one) => `<i>${one}</i>`).join('')
    const { unrealizedPnl, roi } = read({ 'PNL(ROI %)': digits('-20.38(%34.54)') })
    expect(unrealizedPnl).toMatchObject({ decimals: 2, text: '-20.38' })
    expect(roi).toMatchObject({ text: '%34.54' })
  })

  test('a last digit apart from a figure whose unit stands in front is a part of it', () => {
    const { margin, marginAsset } = read({
      Margin: '<div>USDT 59.4<i>3</i></div><div>(Isolated)</div>',
    })
    expect(margin).toMatchObject({ value: new Decimal('59.43'), decimals: 2 })
    expect(marginAsset).toBe('USDT')
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

  test.each(['1000PEPE', '1MBABYDOGE'])('a coin that begins with digits is a unit: %s', (coin) => {
    const { quantity } = read({
      Symbol: `<span>${coin}USDT</span><span>20x</span>`,
      Size: `<span>21,908</span><span>${coin}</span>`,
    })
    expect(quantity).toMatchObject({ text: `21,908 ${coin}` })
  })
})

describe('a figure however the page writes it', () => {
  const plain = (field: PositionReading['markPrice']) =>
    'value' in field ? field.value.toFixed() : field.missing

  test('a small number counts the zeros', () => {
    const { markPrice, liquidationPrice } = read({
      Symbol: '<span>DOGSUSDT</span><span>20x</span>',
      Size: '20,000 DOGS',
      'Entry Price': '0.0<sub>4</sub>6001880',
      'Break Even Price': '0.0₄6004881',
      'Mark Price': '0.0<sub>4</sub>59',
      'Liq.Price': '0.0₄572763',
    })
    expect([markPrice, liquidationPrice].map(plain)).toEqual(['0.000059', '0.0000572763'])
  })

  test('in dollars; behind another amount they only translate it', () => {
    const { markPrice, margin, unrealizedPnl } = read({
      'Mark Price': '$59,000.0',
      Margin: '<div>59.43 USDT</div><div>$61.07</div><div>(Isolated)</div>',
      'PNL(ROI %)': '<div>-$20.38</div><div>(-34.54%)</div>',
    })
    expect([markPrice, margin, unrealizedPnl].map(plain)).toEqual(['59000', '59.43', '-20.38'])
  })

  test('a loss in brackets has the sign of its percentage', () => {
    const pnl = '<div>(20.38) USDT</div><div>-34.54%</div>'
    expect(plain(read({ 'PNL(ROI %)': pnl }).unrealizedPnl)).toBe('-20.38')
  })

  test('without brackets it has none: the percentage is that of a moment ago', () => {
    const pnl = '<div>20.38 USDT</div><div>-34.54%</div>'
    expect(plain(read({ 'PNL(ROI %)': pnl }).unrealizedPnl)).toBe('contradicted')
  })

  test('in credits where a title says so, in nothing where no amount is printed', () => {
    const bare = { 'Margin (BNFCR)': '59.43<div>(Cross)</div>', Margin: '', 'PNL(ROI %)': '-20.38' }
    const headers = HEADERS.map((title) => (title === 'Margin' ? 'Margin (BNFCR)' : title))
    expect(read(bare as Cells, headers).marginAsset).toBe('BNFCR')
    const hidden = { Margin: '****<div>(Isolated)</div>', 'PNL(ROI %)': '****' }
    expect(read(hidden).marginAsset).toBe(null)
  })

  test('a counted zero in a text of its own is no digit: "0.0" and "₄38"', () => {
    const { markPrice } = read({ 'Mark Price': '<b>0.0</b><b>₄38</b>' })
    expect(markPrice).toMatchObject({ missing: 'unparsed' })
  })

  test('digits on wheels are not all of their digits, whatever a translator puts around them', () => {
    const wheel = `<b>${Array.from('0123456789', (digit) => `<i><font>${digit}</font></i>`).join('')}</b>`
    const { markPrice } = read({ 'Mark Price': `<b>${wheel}</b><b>.09</b>` })
    expect(markPrice).toMatchObject({ missing: 'unparsed' })
  })

  test('for screen readers as well: the one with a unit says what is counted', () => {
    const twice = '<div>59.43</div><div>59.43 USDC</div><div>(Isolated)</div>'
    expect(read({ Margin: twice }).marginAsset).toBe('USDC')
  })

  test('with the sign before the percentage', () => {
    const { marginRatio, roi } = read({
      'Margin Ratio': '%12.09',
      'PNL(ROI %)': '<div>-20.38 USDT</div><div>-%34.54</div>',
    })
    expect([marginRatio, roi].map(plain)).toEqual(['0.1209', '-0.3454'])
  })

  test('a part of a figure says that the other part is none: "- 20." and "38 USDT"', () => {
    const { unrealizedPnl } = read({ 'PNL(ROI %)': '<div>- 20.</div><div>38 USDT</div>' })
    expect(unrealizedPnl).toMatchObject({ missing: 'unparsed' })
  })

  test('with its title in front', () => {
    const { markPrice, stopLoss } = read({
      'Mark Price': 'Mark Price: 59,000.0',
      'TP/SL for position': 'TP/SL -- / 57,800.0',
    })
    expect(plain(markPrice)).toBe('59000')
    expect(stopLoss).toMatchObject({ state: 'present', price: { text: '57,800.0' } })
  })

  test('what a stop would lose in per cent is no price', () => {
    const stops = '<div>62,000.0 / 57,800.0</div><div>+66.01% / -73.93%</div>'
    const { takeProfit, stopLoss } = read({ 'TP/SL for position': stops })
    expect(plain(takeProfit)).toBe('62000')
    expect(stopLoss).toMatchObject({ state: 'present', price: { text: '57,800.0' } })
  })

  test('a digit for itself, and a wheel that shows one of ten', () => {
    const apart = Array.from('59,000.0')
      .map((one) => `<span>${one}</span>`)
      .join('')
    expect(plain(read({ 'Mark Price': apart }).markPrice)).toBe('59000')
    const wheel = Array.from('0123456789')
      .map((one) => `<b>${one}</b>`)
      .join('')
    expect(plain(read({ 'Mark Price': `5<i><i>${wheel}</i></i>` }).markPrice)).toBe('unparsed')
    const spoken = `<div>59,000.0</div><i><i>${wheel}</i></i>`
    expect(plain(read({ 'Mark Price': spoken }).markPrice)).toBe('59000')
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

describe('a size without its unit, and no mark price in sight', () => {
  const headers = ['Symbol', 'Size', 'Entry Price', 'Break Even Price', 'PNL(ROI %)']
  const quantityOf = (size: string, pnl = goodRow['PNL(ROI %)']) =>
    read({ Symbol: `${goodRow.Symbol ?? ''} Long`, Size: size, 'PNL(ROI %)': pnl ?? '' }, headers)
      .quantity

  test('PnL and ROI tell whether it is counted in coin or in dollars', () => {
    expect(quantityOf('0.020')).toMatchObject({ value: new Decimal('0.02') })
    const { value } = quantityOf('1,180.00') as { value?: Decimal }
    expect(value?.toFixed(4)).toBe('0.0200')
  })

  test('a ROI of a moment ago tells nothing: nobody holds 1,180 BTC', () => {
    const stale = '<div>-20.38 USDT</div><div>(-30.10%)</div>'
    expect(quantityOf('1,180.00', stale)).toHaveProperty('missing')
  })
})

describe('a word for the side that the row adds up only without', () => {
  const withWord = (word: string) => ({ Symbol: `${goodRow.Symbol ?? ''}<span>${word}</span>` })

  test('is none of its own: "Sell" of an order below it', () => {
    expect(read(withWord('Long')).side).toBe('long')
    expect(read(withWord('Sell')).side).toBe('long')
  })

  test('is its own where the sign of the size says the same', () => {
    const row = { ...goodRow, ...withWord('Short'), Size: '-0.020 BTC' }
    expect(readPage(futuresPage({ rows: [row] }), NOW)).toMatchObject({
      positions: [],
      unread: [{ reason: 'contradicted' }],
    })
  })
})
