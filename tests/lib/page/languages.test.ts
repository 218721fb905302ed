import { describe, expect, test } from 'vitest'
import { type PageReading, readPage } from '@/lib/page'
import { dictionaries } from '@/lib/page/words/dictionaries'
import { columns, type Spellings } from '@/lib/page/words/dictionary'
import { fold } from '@/lib/page/words/fold'
import { languages, spokenPage } from './languages'

const NOW = 1_700_000_000_000

const figuresOf = (reading: PageReading) => {
  if (reading.status !== 'positions') throw new Error(JSON.stringify(reading))
  const [position] = reading.positions
  if (position === undefined) throw new Error(JSON.stringify(reading.unread))
  return Object.fromEntries(
    Object.entries(position).flatMap(([name, field]) =>
      typeof field === 'object' && field !== null && 'decimals' in field
        ? [[name, field.value.toFixed()]]
        : [],
    ),
  )
}

const all = {
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
}

describe.each(Object.keys(languages))('%s', (language) => {
  test('every figure of a row, and its margin mode', () => {
    const reading = readPage(spokenPage({ language }), NOW)
    expect(figuresOf(reading)).toEqual(all)
    expect(reading).toMatchObject({
      complete: true,
      positions: [{ key: 'BTCUSDT:long:isolated', contractType: { kind: 'perpetual' } }],
    })
  })

  test('flat in its own words', () => {
    expect(readPage(spokenPage({ language, empty: true }), NOW).status).toBe('flat')
  })

  test('an address without a language: the document says it', () => {
    const page = spokenPage({ language, path: '/futures/BTCUSDT', lang: language })
    expect(figuresOf(readPage(page, NOW))).toEqual(all)
  })

  test('an address that names another language: the words decide', () => {
    const page = spokenPage({ language, path: '/fr/futures/BTCUSDT', lang: 'en' })
    expect(figuresOf(readPage(page, NOW))).toEqual(all)
  })
})

test('words of several languages on one page: what no word tells, the arithmetic does', () => {
  const page = spokenPage({ language: 'ru' })
  for (const cell of page.querySelectorAll('.header .cell')) {
    if (cell.textContent === 'Цена маркировки') cell.textContent = '標記價格'
    if (cell.textContent === 'Маржа') cell.textContent = 'Margin'
  }
  expect(figuresOf(readPage(page, NOW))).toEqual(all)
})

test('no text stands for two columns, in whatever language', () => {
  const words = new Map<string, Set<string>>()
  const of = (spellings: Spellings) =>
    columns.flatMap((column) =>
      (spellings[column] ?? []).map((text) => [fold(text), column] as const),
    )
  for (const { seen, unverified } of dictionaries) {
    for (const [text, column] of [...of(seen), ...of(unverified)]) {
      words.set(text, (words.get(text) ?? new Set()).add(column))
    }
  }
  expect([...words].filter(([, found]) => found.size > 1)).toEqual([])
})
