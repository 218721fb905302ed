import { describe, expect, test } from 'vitest'
import { readPage, selfCheck, type TellableColumn, type ToldColumn } from '@/lib/page'
import { emptyMemory } from '@/lib/page/reader-memory'
import { type Cells, futuresPage, goodRow, HEADERS } from './futures-page'

const NOW = 1_700_000_000_000
type Name = (typeof HEADERS)[number]

const strangeWord = (name: Name) => `Zvak ${String.fromCharCode(97 + HEADERS.indexOf(name))}`

/** Header words that nobody knows. */
const strange = (...names: Name[]) =>
  HEADERS.map((header) => (names.includes(header) ? strangeWord(header) : header))

const page = (names: Name[], rows: readonly Cells[] = [goodRow]) => {
  const headers = strange(...names)
  return futuresPage({
    headers,
    rows: rows.map((row) =>
      Object.fromEntries(headers.map((header, at) => [header, row[HEADERS[at]!] ?? ''])),
    ),
  })
}

const say = (name: Name, column: TellableColumn, language = 'en'): ToldColumn => ({
  language,
  header: strangeWord(name),
  column,
})

const read = (document: Document, ...told: ToldColumn[]) => {
  const reading = readPage(document, NOW, { ...emptyMemory(), told })
  if (reading.status !== 'positions') throw new Error(reading.status)
  return reading.positions[0]
}

const verdicts = (document: Document, ...told: ToldColumn[]) =>
  selfCheck(document, { now: NOW, told }).told.map(({ verdict }) => verdict)

const cross: Cells = { ...goodRow, Margin: '<div>59.00 USDT</div><div>(Cross)</div>' }

describe('a column that nobody understands', () => {
  const names: Name[] = ['Liq.Price', 'Break Even Price', 'Est. Funding Fee']

  test('is read when the trader points at it, and the figures agree', () => {
    const document = page(names, [cross])
    expect(read(document)?.liquidationPrice).toEqual({ missing: 'column-hidden' })
    const told = say('Liq.Price', 'liquidationPrice')
    expect(read(document, told)?.liquidationPrice).toMatchObject({ text: '57,276.3' })
    expect(verdicts(document, told)).toEqual(['believed'])
    const { columns } = selfCheck(document, { now: NOW, told: [told] })
    expect(columns.find(({ column }) => column === 'liquidationPrice')).toEqual({
      column: 'liquidationPrice',
      foundBy: 'user',
      header: 'Zvak f',
    })
  })

  test('is the one that the trader says only if the figures do not say otherwise', () => {
    const told = say('Break Even Price', 'liquidationPrice')
    for (const row of [goodRow, cross]) {
      const document = page(names, [row])
      expect(JSON.stringify(read(document, told)?.liquidationPrice)).not.toContain('60,048')
      expect(verdicts(document, told)).toEqual(['refuted'])
    }
  })

  test('a break-even price on the losing side of the mark is no liquidation price', () => {
    const winning: Cells = {
      ...cross,
      'Mark Price': '61,000.0',
      Margin: '<div>61.00 USDT</div><div>(Cross)</div>',
      'PNL(ROI %)': '<div>19.62 USDT</div><div>(32.16%)</div>',
      'TP/SL for position': '-- / --',
    }
    const document = page(names, [winning])
    expect(read(document, say('Liq.Price', 'liquidationPrice'))?.liquidationPrice).toHaveProperty(
      'value',
    )
    const told = say('Break Even Price', 'liquidationPrice')
    expect(read(document, told)?.liquidationPrice).not.toHaveProperty('value')
    expect(verdicts(document, told)).toEqual(['refuted'])
  })

  test('of another language is another column', () => {
    const told = say('Liq.Price', 'liquidationPrice', 'pl')
    expect(read(page(names, [cross]), told)?.liquidationPrice).toEqual({
      missing: 'column-hidden',
    })
  })

  test('that is not there, says so', () => {
    const told: ToldColumn = { language: 'en', header: 'Nowhere', column: 'liquidationPrice' }
    expect(verdicts(page(names, [cross]), told)).toEqual(['not-found'])
  })

  test('pointed at as two things is neither', () => {
    const both = [say('Liq.Price', 'liquidationPrice'), say('Liq.Price', 'markPrice')]
    const document = page([...names, 'Mark Price'], [cross])
    expect(verdicts(document, ...both)).not.toContain('believed')
  })
})

test.each([
  ['Break Even Price', 'markPrice'],
  ['Est. Funding Fee', 'pnl'],
  ['Est. Funding Fee', 'margin'],
  ['Break Even Price', 'entryPrice'],
  ['Mark Price', 'entryPrice'],
  ['Entry Price', 'markPrice'],
  ['Margin', 'pnl'],
  ['Margin Ratio', 'size'],
  ['Liq.Price', 'markPrice'],
] as const)('“%s is the %s” is never believed', (name, column) => {
  const names: Name[] = [
    'Entry Price',
    'Mark Price',
    'Break Even Price',
    'Margin',
    'Margin Ratio',
    'Est. Funding Fee',
  ]
  for (const row of [goodRow, cross]) {
    const document = page(names, [row])
    expect(verdicts(document, say(name, column))).not.toContain('believed')
  }
})

test('a header that a word names already is not renamed', () => {
  const told: ToldColumn = { language: 'en', header: 'Mark Price', column: 'liquidationPrice' }
  expect(verdicts(page(['Liq.Price'], [cross]), told)).toEqual(['refuted'])
})
