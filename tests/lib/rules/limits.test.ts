import { describe, expect, test } from 'vitest'
import {
  checkLimit,
  checkLimits,
  defaultLimits,
  limitFromText,
  limitNames,
  limitText,
  limitUnit,
  parseLimits,
  withCapitalInDollars,
} from '@/lib/rules/limits'

describe('limits', () => {
  test('the defaults are the article’s advice, and may stand', () => {
    expect(checkLimits(defaultLimits)).toEqual([])
    expect(defaultLimits).toMatchObject({
      maxMarginAdditions: 1,
      capitalShareCaution: '0.05',
      capitalShareLimit: '0.1',
      requireStopLoss: true,
      preferIsolated: true,
    })
  })

  test.each([
    ['maxMarginAdditions', -1, 'out-of-range'],
    ['maxMarginAdditions', 21, 'out-of-range'],
    ['maxMarginAdditions', 1.5, 'not-whole'],
    ['maxMarginAdditions', NaN, 'not-a-number'],
    ['maxMarginAdditions', '1', 'not-a-number'],
    ['capitalShareLimit', '1.5', 'out-of-range'],
    ['capitalShareLimit', 'half', 'not-a-number'],
    ['capitalShareLimit', 0.1, 'not-a-number'],
    ['requireStopLoss', 'yes', 'not-a-number'],
    ['maxLeverage', null, 'not-a-number'],
    ['capital', { amount: '0', asset: 'USDT' }, 'out-of-range'],
    ['capital', { amount: '0.9', asset: 'USDC' }, 'out-of-range'],
    ['capital', { amount: '0.000009', asset: 'BTC' }, 'out-of-range'],
    ['capital', '1000', 'not-a-number'],
    ['capital', { amount: '1000' }, 'not-a-number'],
    ['capital', { amount: '1000', asset: 'usdt' }, 'not-a-number'],
    ['capital', { amount: 'x', asset: 'USDT' }, 'not-a-number'],
    ['capital', { amount: 1000, asset: 'USDT' }, 'not-a-number'],
    ['capital', { amount: '1000', asset: 5 }, 'not-a-number'],
    ['capital', { amount: '1000', asset: '$USDT' }, 'not-a-number'],
    ['capital', { amount: '1000', asset: 'USDT ' }, 'not-a-number'],
    ['capital', { amount: '1000', asset: 'USDT', more: 1 }, 'not-a-number'],
    ['capital', { asset: 'USDT', more: 1 }, 'not-a-number'],
    ['capital', 1000, 'not-a-number'],
    ['stopLossGrace', -1, 'out-of-range'],
  ] as const)('%s: %j is refused as %s', (limit, value, problem) => {
    expect(checkLimit(limit, value)?.problem).toBe(problem)
  })

  test('no capital typed means: what the page shows', () => {
    expect(checkLimit('capital', null)).toBeNull()
  })

  test('of a coin a small amount is a capital, of dollars it is none', () => {
    expect(checkLimit('capital', { amount: '0.00001', asset: 'BTC' })).toBeNull()
    expect(checkLimit('capital', { amount: '1', asset: 'USDC' })).toBeNull()
  })

  test('caution may not come after danger', () => {
    expect(checkLimits({ ...defaultLimits, capitalShareCaution: '0.2' })).toEqual([
      { limit: 'capitalShareCaution', problem: 'above', other: 'capitalShareLimit' },
    ])
    expect(checkLimits({ ...defaultLimits, distanceDanger: '0.2' })).toEqual([
      { limit: 'distanceDanger', problem: 'above', other: 'distanceCaution' },
    ])
  })

  describe('out of storage', () => {
    test('whole', () => {
      expect(parseLimits(JSON.parse(JSON.stringify(defaultLimits)))).toEqual(defaultLimits)
    })

    test('a limit that is not there yet takes its default', () => {
      const older: Partial<typeof defaultLimits> = { ...defaultLimits }
      delete older.decisionPause
      expect(parseLimits({ ...older, maxMarginAdditions: 3 })).toEqual({
        ...defaultLimits,
        maxMarginAdditions: 3,
      })
    })

    test('a capital of the first version, without an asset, was in dollars', () => {
      expect(withCapitalInDollars({ maxLeverage: 5, capital: '100' })).toEqual({
        maxLeverage: 5,
        capital: { amount: '100', asset: 'USDT' },
      })
      const others = [{ capital: null }, { capital: { amount: '1', asset: 'BTC' } }, {}, null, 'x']
      for (const other of others) expect(withCapitalInDollars(other)).toBe(other)
    })

    test('what nobody knows is dropped', () => {
      expect(parseLimits({ ...defaultLimits, evil: 1 })).toEqual(defaultLimits)
    })

    test.each([null, 'limits', [], { maxMarginAdditions: 'x' }, { capitalShareLimit: '9' }])(
      'damaged: %s',
      (value) => {
        expect(parseLimits(value)).toBeNull()
      },
    )
  })
})

describe('limits as typed', () => {
  test('every limit comes back as it was shown', () => {
    for (const limit of limitNames) {
      const value = defaultLimits[limit]
      if (typeof value === 'boolean') continue
      expect(limitFromText(limit, limitText(limit, value))).toEqual(value)
    }
  })

  test('fractions are typed in percent, durations in their unit', () => {
    expect(limitUnit('capitalShareLimit')).toBe('percent')
    expect(limitFromText('capitalShareLimit', '7.5')).toBe('0.075')
    expect(limitUnit('stopLossGrace')).toBe('minutes')
    expect(limitUnit('decisionPause')).toBe('seconds')
    expect(limitUnit('loosenDelay')).toBe('hours')
    expect(limitFromText('loosenDelay', '12')).toBe(43_200_000)
    expect(limitUnit('maxLeverage')).toBe('times')
    expect(limitUnit('capital')).toBeNull()
  })

  test('a capital is shown as its amount; what is no figure is shown as nothing', () => {
    expect(limitText('capital', { amount: '0.50', asset: 'BTC' })).toBe('0.5')
    expect(limitText('capital', null)).toBe('')
    expect(limitText('requireStopLoss', true)).toBe('')
  })

  test('a comma may stand for the point, separators may not', () => {
    expect(limitFromText('capitalShareLimit', ' 7,5 ')).toBe('0.075')
    expect(limitFromText('capital', '1,234.5')).toBeUndefined()
    expect(limitFromText('capital', '1234.5')).toEqual({ amount: '1234.5', asset: 'USDT' })
    expect(limitFromText('capital', '0.5', 'BTC')).toEqual({ amount: '0.5', asset: 'BTC' })
    // Ten thousand, or ten: a share of ten would be a thousand times too large.
    expect(limitFromText('capital', '10.000')).toBeUndefined()
    expect(limitFromText('capital', '10,000')).toBeUndefined()
    expect(limitFromText('capital', '1.234', 'BTC')).toEqual({ amount: '1.234', asset: 'BTC' })
  })

  test('the unit that stands behind the field may be typed too', () => {
    expect(limitFromText('capitalShareLimit', '100 %')).toBe('1')
    expect(limitFromText('distanceDanger', '.5%')).toBe('0.005')
    expect(limitFromText('maxLeverage', '20x')).toBe(20)
    expect(limitFromText('maxLeverage', '２０ ×')).toBe(20)
    expect(limitFromText('capital', '5 %')).toBeUndefined()
    expect(limitFromText('capital', '１０．０００')).toBeUndefined()
  })

  test('an empty capital is none; any other empty field is no number', () => {
    expect(limitFromText('capital', ' ')).toBeNull()
    expect(limitFromText('maxLeverage', '')).toBeUndefined()
    expect(limitFromText('maxLeverage', 'ten')).toBeUndefined()
  })
})
