import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvColumnNames, csvHead, csvRow } from '@/lib/journal/files'
import { added, closed, event, history, opened } from './episodes.ts'

/** A reader of RFC 4180 of its own: one line break ends a record, quotes are doubled. */
const parseCsv = (text: string): string[][] => {
  const records: string[][] = []
  let [record, cell, inside]: [string[], string, boolean] = [[], '', false]
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!
    if (inside) {
      if (char !== '"') cell += char
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else inside = false
    } else if (char === '"') inside = true
    else if (char === ',') {
      record.push(cell)
      cell = ''
    } else if (char === '\r' && text[at + 1] === '\n') {
      records.push([...record, cell])
      record = []
      cell = ''
      at += 1
    } else cell += char
  }
  return records
}

const columnsOf = (row: string): Record<string, string> => {
  const [cells = []] = parseCsv(row)
  return Object.fromEntries(csvColumnNames.map((name, index) => [name, cells[index]!]))
}

test('the columns, in their order', () => {
  expect(csvHead()).toBe(
    '\uFEFFid,symbol,market,side,margin_mode,margin_asset,opened_at,opening_seen,closed_at,close_kind,' +
      'outcome,result,result_basis,quantity,entry_price,leverage,initial_margin,last_margin,additions,' +
      'additions_complete,added_margin,first_addition_at,unanswered_questions,removed_margin,funding,' +
      'increases,increases_while_losing,reductions,warnings,stop_loss,last_mark_price,' +
      'last_liquidation_price,close_certain,follows\r\n',
  )
})

test('one record of one episode', () => {
  const row = csvRow(
    history([
      opened(),
      added(5),
      event('funding', 6, { amount: '-0.12' }),
      event('increased', 7, { quantity: '0.010', margin: '29.00', losing: true }),
      added(12, '25.50'),
      event('noted', 13, { code: 'MARGIN_ADDED_AGAIN', figures: {} }),
      closed(30, '-41.20'),
    ]),
  )
  expect(row).toBe(
    'BTCUSDT:long:isolated@1772533200000,BTCUSDT,usdm,long,isolated,USDT,2026-03-03T10:20:00.000Z,yes,' +
      '2026-03-03T10:50:00.000Z,closed,loss,-41.2,last-pnl,0.020,60000.0,20,60,60.00,2,yes,45.5,' +
      '2026-03-03T10:25:00.000Z,0,0,-0.12,1,1,0,1,never,59950.0,57276.3,yes,\r\n',
  )
})

test('what is not known is empty, never a zero', () => {
  const row = columnsOf(
    csvRow(history([opened(0, false), added(5, null), closed(30, null)], { markPrice: null })),
  )
  expect(row).toMatchObject({
    result: '',
    result_basis: '',
    initial_margin: '',
    added_margin: '',
    last_mark_price: '',
    outcome: 'unknown',
    additions: '1',
    additions_complete: 'no',
  })
})

describe('a spreadsheet takes nothing for a formula', () => {
  test.each([
    '=HYPERLINK("http://x","y")',
    '+1+cmd|x',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1+1',
    '%0A=1',
    '\uFEFF=1',
  ])('%j is disarmed', (id) => {
    expect(columnsOf(csvRow(history([opened()], { id })))['id']).toBe(`'${id}`)
  })

  test('a negative amount stays a number', () => {
    const row = columnsOf(csvRow(history([opened(), closed(30, '-41.20')])))
    expect(row['result']).toBe('-41.2')
  })

  test('any text comes back whole, and no cell begins a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (id) => {
        const cell = columnsOf(csvRow(history([opened()], { id })))['id']!
        expect([id, `'${id}`]).toContain(cell)
        expect(cell).not.toMatch(/^\s*[=+\-@]/)
      }),
    )
  })

  test('quotes, commas and line breaks stay in their cell', () => {
    const id = 'a,"b"\r\nc'
    const row = columnsOf(csvRow(history([opened()], { id })))
    expect([row['id'], row['symbol']]).toEqual([id, 'BTCUSDT'])
  })
})
