import { expect, test } from 'vitest'
import { readPage } from '@/lib/page'
import { type Cells, futuresPage, goodRow } from './futures-page'

/** The same position on a page whose Margin column holds wallet and PnL: 59.43 − 20.38. */
const withPnl: Cells = { ...goodRow, Margin: '<div>39.05 USDT</div><div>(Isolated)</div>' }

const other = (row: Cells): Cells => ({
  ...row,
  Symbol: '<span>ETHUSDT</span><span>Perp</span><span>20x</span>',
  Size: '0.020 ETH',
})

const read = (rows: readonly Cells[]) => {
  const reading = readPage(futuresPage({ rows, card: '' }), 1)
  if (reading.status !== 'positions') throw new Error(reading.status)
  return reading.positions.map(({ margin, wallet, liquidationPrice }) =>
    [margin, wallet, liquidationPrice].map((field) =>
      'value' in field ? field.value.toFixed() : field.missing,
    ),
  )
}

test('the column means the same in every row: either of the two', () => {
  expect(read([goodRow, other(goodRow)])).toEqual([
    ['59.43', '59.43', '57276.3'],
    ['59.43', '59.43', '57276.3'],
  ])
  expect(read([withPnl, other(withPnl)])).toEqual([
    ['39.05', '59.43', '57276.3'],
    ['39.05', '59.43', '57276.3'],
  ])
})

test('a margin below nothing is none', () => {
  const row = { ...goodRow, Margin: '<div>-59.43 USDT</div><div>(Isolated)</div>' }
  expect(read([row])[0]?.[0]).toBe('unparsed')
})

test('without a word for the mode: it fits one of the two, or is not shown', () => {
  const bare = (amount: string) => ({ ...goodRow, Margin: `<div>${amount} USDT</div>` })
  expect(read([bare('59.43')])[0]?.[0]).toBe('59.43')
  // 0.020 · 59,000 ÷ 20
  expect(read([bare('59.00')])[0]?.[0]).toBe('59')
  expect(read([bare('2.50')])[0]?.[0]).toBe('contradicted')
})
