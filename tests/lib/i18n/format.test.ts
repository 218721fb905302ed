import { describe, expect, test } from 'vitest'
import { formatMessage, formatsFor } from '@/lib/i18n'
import { Decimal } from '@/lib/margin'
import { namesIn } from './names-in'

const d = (value: string) => new Decimal(value)
const { percent, price, distance, amount, signedAmount, duration, count } = formatsFor('en')

describe('rounded towards danger', () => {
  test.each([
    ['0.049399', 'down', '4.93%'],
    ['0.049301', 'up', '4.94%'],
    ['0.004', 'down', '0.40%'],
    ['-0.00123', 'down', '−0.13%'],
    ['0', 'down', '0.00%'],
    ['1', 'up', '100.00%'],
  ] as const)('%s %s: %s', (value, towards, expected) => {
    expect(percent(d(value), towards)).toBe(expected)
  })

  test('what is not zero is never printed as zero', () => {
    expect(percent(d('0.00004'), 'down')).toBe('< 0.01%')
    expect(percent(d('-0.00004'), 'up')).toBe('> −0.01%')
  })

  test('money: stakes and losses up, gains down', () => {
    expect(amount(d('133.361'), 'USDT', 'up')).toBe('133.37 USDT')
    expect(amount(d('133.369'), 'USDT', 'down')).toBe('133.36 USDT')
    expect(signedAmount(d('-30.001'), 'USDT', 'down')).toBe('−30.01 USDT')
    expect(signedAmount(d('8.329'), 'USDT', 'down')).toBe('+8.32 USDT')
    expect(amount(d('0.00684267'), 'BTC', 'up')).toBe('0.00684267 BTC')
    expect(amount(d('5'), null, 'up')).toBe('5.00')
  })
})

describe('a distance', () => {
  test.each([
    ['0.16981', '16.98%'],
    ['0.00004', '< 0.01%'],
    ['-0.0042', '−0.42%'],
    ['0.99999', '99.99%'],
    ['1.2399', '123%'],
    ['9.999', '999%'],
    ['10', '1,000%'],
    ['1202.6854', '> 1,000%'],
  ])('%s: %s', (fraction, expected) => {
    expect(distance(d(fraction))).toBe(expected)
  })
})

test('a computed price is rounded the way it is asked to, and both ends of an interval outwards', () => {
  expect(price(d('56254.26'), 1, 'down')).toBe('56,254.2')
  expect(price(d('56254.34'), 1, 'up')).toBe('56,254.4')
  expect(price(d('56254.3'), 1, 'up')).toBe('56,254.3')
})

test('money of every dollar has two digits', () => {
  expect(amount(d('1.005'), 'TUSD', 'up')).toBe('1.01 TUSD')
  expect(amount(d('1.005'), 'BNFCR', 'up')).toBe('1.01 BNFCR')
})

test('prices keep the page’s digits, all of them', () => {
  expect(price(d('57276.3'), 1)).toBe('57,276.3')
  expect(price(d('0.0000123'), 8)).toBe('0.00001230')
  expect(price(d('12345678901234567.89'), 2)).toBe('12,345,678,901,234,567.89')
})

test('durations by their largest unit', () => {
  expect(duration(500)).toBe('0 sec')
  expect(duration(61_000)).toBe('1 min')
  expect(duration(7_200_000)).toBe('2 hr')
  expect(duration(90_000_000)).toBe('1 day')
  expect(count(12_345)).toBe('12,345')
})

test('Indonesian days are not taken for hours', () => {
  expect(formatsFor('id').duration(3 * 86_400_000)).toBe('3 hari')
  expect(formatsFor('id').duration(3 * 3_600_000)).toBe('3 jam')
})

test('other languages write numbers their way', () => {
  expect(formatsFor('de').price(d('57276.3'), 1)).toBe('57.276,3')
})

describe('messages', () => {
  test('names are filled in', () => {
    expect(formatMessage('{a} of {b}', { a: 1, b: 'x' }, 'en')).toBe('1 of x')
  })

  test('plurals by the language’s own rules, exact numbers first', () => {
    const text = '{n, plural, =0 {none} one {# day} few {# дня} other {# days}}'
    expect(formatMessage(text, { n: 0 }, 'en')).toBe('none')
    expect(formatMessage(text, { n: 1 }, 'en')).toBe('1 day')
    expect(formatMessage(text, { n: 1_200 }, 'en')).toBe('1,200 days')
    expect(formatMessage(text, { n: 3 }, 'ru')).toBe('3 дня')
  })

  test('a branch may hold names', () => {
    expect(formatMessage('{n, plural, other {# {what}}}', { n: 2, what: 'rows' }, 'en')).toBe(
      '2 rows',
    )
    expect(namesIn('{n, plural, one {# {what}} other {#}} {x}')).toEqual(['n', 'what', 'x'])
  })

  test.each(['{open', '{n, plural, one {1}}', '{missing}'])(
    'a fault of ours is loud: %s',
    (text) => {
      expect(() => formatMessage(text, { n: 1 }, 'en')).toThrow(SyntaxError)
    },
  )
})
