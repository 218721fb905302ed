import { describe, expect, test } from 'vitest'
import { readPage } from '@/lib/page'
import type { Cells } from './futures-page'
import { spokenPage } from './languages'

const NOW = 1_700_000_000_000

const columnsWithFigures = (row: Cells, print: (figure: string) => string): Cells =>
  Object.fromEntries(
    Object.entries(row).map(([header, content]) => [
      header,
      header === 'Symbol' ? content : content.replace(/\d[\d.,]*\d/g, print),
    ]),
  )

const swapped = (thousands: string) => (figure: string) =>
  figure.replaceAll(/[.,]/g, (mark) => (mark === ',' ? thousands : ','))

const read = (language: string, change: (row: Cells) => Cells) => {
  const reading = readPage(spokenPage({ language, change }), NOW)
  if (reading.status !== 'positions') throw new Error(JSON.stringify(reading))
  const [position] = reading.positions
  if (position === undefined) return reading.unread
  const { entryPrice, quantity, liquidationPrice, unrealizedPnl, margin, stopLoss } = position
  return [entryPrice, quantity, liquidationPrice, unrealizedPnl, margin]
    .map((field) => ('value' in field ? field.value.toFixed() : field.missing))
    .concat(stopLoss.state)
}

const all = ['60018.8', '0.02', '57276.3', '-20.38', '59.43', 'present']

describe.each(['ru', 'es', 'vi', 'zh-CN'])('%s', (language) => {
  test.each([
    ['1.234,5', '.'],
    ['1 234,5 with no-break spaces', '\u00a0'],
    ['1 234,5 with narrow spaces', '\u202f'],
  ])('%s', (_, thousands) => {
    expect(read(language, (row) => columnsWithFigures(row, swapped(thousands)))).toEqual(all)
  })

  test('minus sign, full-width brackets and signs', () => {
    const typeset = (row: Cells): Cells =>
      Object.fromEntries(
        Object.entries(row).map(([header, content]) => [
          header,
          content.replace(/-(?=\d)/g, '\u2212').replace(/\((.*)\)/g, '（$1）'),
        ]),
      )
    expect(read(language, typeset)).toEqual(all)
  })
})

/** Three digits behind every mark: 1,200 LTC at 1,250 or 1.2 LTC at 1.25. */
const ambiguous = (pnl: string, row: Cells): Cells => ({
  Symbol: row.Symbol ?? '',
  Size: '1,200 BTC',
  'Entry Price': '1,250',
  'Mark Price': '1,300',
  'Liq.Price': '1,190',
  'PNL(ROI %)': `<div>${pnl} USDT</div><div>(77%)</div>`,
})

test('1,234 that could be two things is decided by the arithmetic', () => {
  // 1,200 · (1,300 − 1,250) = 60,000 and not 1.2 · (1.3 − 1.25) = 0.06
  expect(read('ru', (row) => ambiguous('60,000', row)).slice(0, 4)).toEqual([
    '1250',
    '1200',
    '1190',
    '60000',
  ])
})

test('and what it contradicts is not shown', () => {
  const [, quantity] = read('ru', (row) => ambiguous('7,000', row))
  expect(quantity).toBe('contradicted')
})
