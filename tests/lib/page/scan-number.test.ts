import { describe, expect, test } from 'vitest'
import {
  englishNumbers,
  type NumberStyle,
  numberStyles,
  printedFigure,
  scanNumber,
} from '@/lib/page/scan/number'

const read = (text: string, style: NumberStyle = englishNumbers): string => {
  const scanned = scanNumber(text, style)
  if (scanned.kind !== 'number') return scanned.kind
  const { value, decimals } = printedFigure(scanned)
  return [value.toFixed(), decimals, scanned.unit].join('|')
}

describe('figures as the page prints them', () => {
  test.each([
    ['67,001.2', '67001.2|1|'],
    ['0.012 BTC', '0.012|3|BTC'],
    ['-5.64 HYPE', '-5.64|2|HYPE'],
    ['160.12USDT', '160.12|2|USDT'],
    ['12 Cont', '12|0|Cont'],
    ['+0.01 USDT', '0.01|2|USDT'],
    ['(+3.39%)', '0.0339|4|%'],
    ['-0.26%', '-0.0026|4|%'],
    ['1,234,567.80', '1234567.8|2|'],
    ['0.0000001', '0.0000001|7|'],
    ['0.0₅123', '0.00000123|8|'],
    ['0.0₁₀4', '0.00000000004|11|'],
    ['-١٬٢٣٤٫٥ USDT', '-1234.5|1|USDT'],
    ['۳٫۳۹٪', '0.0339|4|%'],
    ['-१,२३४.५ USDT', '-1234.5|1|USDT'],
    ['১২৩.৯', '123.9|1|'],
    ['๑๒๓.๙', '123.9|1|'],
    ['USDT 1,234.5', '1234.5|1|USDT'],
    ['-BTC 0.5', '-0.5|1|BTC'],
    ['USDT -12.30', '-12.3|2|USDT'],
    ['1234', '1234|0|'],
    ['5 龙虾', '5|0|龙虾'],
    ['2500 1000PEPE', '2500|0|1000PEPE'],
    ['5 U', '5|0|U'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each([
    ['U+2212 minus', '\u22125.64 BTC', '-5.64|2|BTC'],
    ['full-width digits, sign and point', '－５．６４ BTC', '-5.64|2|BTC'],
    ['full-width parentheses', '（+3.39%）', '0.0339|4|%'],
    ['no-break space before the unit', '160.12\u00a0USDT', '160.12|2|USDT'],
    ['zero-width characters', '\u200e160.12\u200b USDT', '160.12|2|USDT'],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('decimals are the printed ones: a figure is known to half of its last digit', () => {
    expect(read('12.50')).toBe('12.5|2|')
    expect(read('2.370%')).toBe('0.0237|5|%')
  })
})

describe('placeholders say that there is none', () => {
  test.each(['--', '-', '---', '-- USDT', '—'])('%s', (text) => {
    expect(read(text)).toBe('none')
  })
})

describe('what could mean two things, or nothing, is refused', () => {
  test.each([
    '',
    'abc',
    '1.234,5',
    '12,34.5',
    '1,23',
    '1,234,56',
    '1 234.5',
    '1.2.3',
    '1e5',
    '0x10',
    'Infinity',
    'NaN',
    '5 USDT extra',
    '5 / 6',
    '--5',
    '+-5',
    '5,',
    '.5',
  ])('"%s"', (text) => {
    expect(read(text)).toBe('text')
  })
})

describe('other styles', () => {
  const styleWith = (thousands: string, decimal: string): NumberStyle =>
    numberStyles.find((one) => one.thousands === thousands && one.decimal === decimal) ??
    englishNumbers
  const comma = styleWith('.', ',')
  const narrow = styleWith(' ', ',')

  test('decimal comma', () => {
    expect(read('67.001,2', comma)).toBe('67001.2|1|')
    expect(read('67,001.2', comma)).toBe('text')
  })

  test('narrow no-break space between thousands', () => {
    expect(read('67\u202f001,25 USDT', narrow)).toBe('67001.25|2|USDT')
  })
})

describe('what the page hides', () => {
  test.each(['****', '***** USDT', '•••'])('%s is hidden, not none', (text) => {
    expect(read(text)).toBe('hidden')
  })
})

describe('which styles a text may have', () => {
  const decimalsOf = (text: string) => [
    ...new Set(
      numberStyles
        .filter((style) => scanNumber(text, style).kind === 'number')
        .map(({ decimal }) => decimal),
    ),
  ]

  test('a text that means two things has both', () => {
    expect(decimalsOf('1,234')).toEqual(['.', ','])
  })

  test('one that can mean only one thing has one', () => {
    expect(decimalsOf('1,234.5')).toEqual(['.'])
    expect(decimalsOf('1.234,5')).toEqual([','])
    expect(decimalsOf('0,020')).toEqual([','])
  })
})
