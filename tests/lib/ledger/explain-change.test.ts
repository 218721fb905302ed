import { describe, expect, test } from 'vitest'
import { explainChange } from '@/lib/ledger/explain-change'
import { START } from './desk.ts'
import { AT, changeOf, told } from './change-of.ts'

const HOUR = 3_600_000
const SECOND = 1_000
/** Every perpetual settles at 16:00; at 15:00 only some do. */
const [three, four] = [Date.UTC(2026, 0, 5, 15), Date.UTC(2026, 0, 5, 16)]
/** The margin alone is in sight. */
const hidden = { liquidationPrice: null }
const noMargin = { margin: null }
const around = (hour: number, before = 30, after = 30) => ({
  lastSeenAt: hour - before * SECOND,
  at: hour + after * SECOND,
})
const settling = (estimate: string) => ({ ...hidden, estimatedFunding: estimate })

describe('leverage and stop-loss', () => {
  test('come with what was before, and when', () => {
    const change = changeOf(
      {},
      { leverage: '25', stopLoss: { state: 'present', price: '58000.0' } },
    )
    const moment = { at: AT, awaySince: null }
    expect(explainChange(change)).toEqual({
      kind: 'events',
      events: [
        { ...moment, kind: 'leverage-changed', from: '20', to: '25' },
        {
          ...moment,
          kind: 'stop-changed',
          from: { state: 'absent' },
          to: { state: 'present', price: '58000.0' },
        },
      ],
    })
    const away = explainChange({ ...change, away: true })
    expect(away).toMatchObject({ events: [{ awaySince: START + 400 }, { awaySince: START + 400 }] })
  })

  test.each([
    ['out of sight before', { leverage: null }, { leverage: '25' }],
    ['out of sight now', {}, { leverage: null, stopLoss: { state: 'unknown' } }],
    ['printed with more digits', {}, { leverage: '20.0' }],
  ] as const)('%s: no event', (_, before, after) => {
    expect(told(before, after)).toEqual([])
  })
})

describe('the figures of another position', () => {
  const other = { entryPrice: '61000.0' }

  test('may be half an update, until they have stood', () => {
    expect(told({}, other)).toBe('unsettled')
    expect(told({}, other, { settled: true })).toBe('replaced')
    expect(told({}, other, { vanished: true })).toBe('replaced')
  })

  test('a leverage that fell, which the exchange refuses while an isolated one is open', () => {
    expect(told({}, { leverage: '10' }, { settled: true })).toBe('replaced')
    expect(told({ marginMode: 'cross', margin: null }, { leverage: '10' })).toEqual([
      ['leverage-changed', null],
    ])
  })
})

test('cross: neither margin nor liquidation price tells of a wallet', () => {
  const cross = { marginMode: 'cross', margin: null } as const
  expect(told(cross, { liquidationPrice: '50000.0', margin: '99.00' })).toEqual([])
})

describe('margin alone', () => {
  test.each([
    [
      'added, with both figures in sight',
      {},
      { margin: '79.42', liquidationPrice: '56254.3' },
      [['margin-added', '20', true]],
    ],
    ['taken out', hidden, { margin: '39.42' }, [['margin-removed', '20']]],
    [
      'by the liquidation price alone: no amount',
      noMargin,
      { liquidationPrice: '56254.3' },
      [['margin-added', null, true]],
    ],
    [
      'taken out, by that price',
      noMargin,
      { liquidationPrice: '57500.0' },
      [['margin-removed', null]],
    ],
    ['neither in sight', { ...hidden, ...noMargin }, {}, []],
    ['as it was', {}, {}, []],
  ] as const)('%s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected)
  })

  test('comes with where things stood', () => {
    const after = { margin: '79.42', liquidationPrice: '56254.3' }
    const seen = {
      markPrice: '59400.0',
      unrealizedPnl: '-12.00',
      estimatedFunding: null,
      nextFundingAt: null,
    }
    expect(explainChange(changeOf({}, after, { seen }))).toMatchObject({
      events: [
        {
          liquidationBefore: '57258.3',
          liquidationAfter: '56254.3',
          markPrice: '59400.0',
          unrealizedPnl: '-12.00',
        },
      ],
    })
    // A mark that is out of sight now is the last that was not.
    expect(explainChange(changeOf({}, after))).toMatchObject({ events: [{ markPrice: '59500.0' }] })
  })

  test.each([
    [
      'the price moved away: asked',
      { margin: '59.42', liquidationPrice: '50000.0' },
      [['margin-added', null, false]],
    ],
    [
      'to none: asked',
      { margin: '59.42', liquidationPrice: 'none' },
      [['margin-added', null, false]],
    ],
    ['the price came nearer: nothing', { margin: '59.42', liquidationPrice: '58000.0' }, []],
    ['the price stood: the column means something else', { margin: '79.42' }, []],
  ] as const)('margin and price contradict each other; %s', (_, after, expected) => {
    expect(told({}, after)).toBe('unsettled')
    expect(told({}, after, { settled: true })).toEqual(expected)
  })

  test('of a short the price moves away upwards', () => {
    const short = { side: 'short', liquidationPrice: '62000.0', markPrice: '60000.0' } as const
    const settled = { settled: true }
    expect(told(short, { liquidationPrice: '70000.0' }, settled)).toEqual([
      ['margin-added', null, false],
    ])
    expect(told(short, { liquidationPrice: '61000.0' }, settled)).toEqual([])
  })
})

describe('around a settlement', () => {
  test.each([
    ['perhaps: the amount is not known', around(three), null],
    ['not yet delivered: all of it was added', around(three, 40, -31), '21'],
    ['perhaps delivered early', around(three, 40, -30), null],
    ['delivered before: all of it was added', around(three, -61, 70), '21'],
    ['perhaps delivered late', around(three, -60, 70), null],
  ])('%s', (_, when, amount) => {
    expect(told(settling('1.00'), { margin: '80.42' }, when)).toEqual([
      ['margin-added', amount, true],
    ])
  })

  test.each([
    ['0.01', '21'],
    ['-0.01', '21'],
    ['0.02', null],
  ])('perhaps, of %s: lost in the last digit, or not', (estimate, amount) => {
    expect(told(settling(estimate), { margin: '80.42' }, around(three))).toEqual([
      ['margin-added', amount, true],
    ])
  })

  test('of which a part is not missing: something was added, and it is asked', () => {
    const rich = { ...settling('-10.00'), margin: '100.00' }
    expect(told(rich, { margin: '98.00' }, around(three))).toEqual([['margin-added', null, false]])
  })

  test.each([
    [
      'a rise near the estimate: asked',
      settling('1.00'),
      '60.62',
      [['margin-added', '1.2', false]],
    ],
    ['a fall near it: paid', settling('-1.00'), '58.22', [['funding', '-1.2']]],
    [
      'a fall of a wild rate, without an estimate: taken out',
      hidden,
      '39.42',
      [['margin-removed', null]],
    ],
    ['a fall within an unusual one: paid', hidden, '57.42', [['funding', '-2']]],
    ['a rise of the usual rate: received', hidden, '59.92', [['funding', '0.5']]],
  ] as const)('%s', (_, before, margin, expected) => {
    expect(told(before, { margin }, around(three))).toEqual(expected)
  })

  test('the estimate of this hour goes before a later one; that of another hour is none', () => {
    const change = changeOf(settling('0.01'), { margin: '60.42' }, around(three))
    const hour = three / HOUR
    const kindOf = (settled: { hour: number; estimate: string }) => {
      const explained = explainChange({
        ...change,
        episode: { ...change.episode, settling: settled, estimatedFunding: '0.01' },
      })
      return explained.kind === 'events' && explained.events.map(({ kind }) => kind)
    }
    expect(kindOf({ hour, estimate: '1.00' })).toEqual(['funding'])
    expect(kindOf({ hour: hour - 1, estimate: '1.00' })).toEqual(['margin-added'])
  })

  test('while nobody looked, every estimate around it is as good as another', () => {
    const when = { lastSeenAt: four - 2 * HOUR, at: four + HOUR, away: true }
    const seen = {
      markPrice: null,
      unrealizedPnl: null,
      estimatedFunding: '3.00',
      nextFundingAt: null,
    }
    expect(told(settling('1.00'), { margin: '60.42' }, { ...when, seen })).toEqual([
      ['funding', '1'],
    ])
    expect(told(settling('1.00'), { margin: '68.42' }, { ...when, seen })).toEqual([
      ['margin-added', '9', false],
    ])
    expect(told(settling('1.00'), { margin: '199.42' }, { ...when, seen })).toEqual([
      ['margin-added', '140', true],
    ])
  })

  test('while nobody looked, that of an hour before they did says nothing of those after it', () => {
    const when = { lastSeenAt: four + HOUR / 2, at: four + 9 * HOUR, away: true }
    const change = changeOf(
      { estimatedFunding: '0.10', liquidationPrice: null },
      { margin: '50.42' },
      when,
    )
    const settled = { hour: four / HOUR, estimate: '-9.00' }
    expect(
      explainChange({ ...change, episode: { ...change.episode, settling: settled } }),
    ).toMatchObject({
      events: [{ kind: 'margin-removed', amount: '9' }],
    })
  })

  test.each([
    ['twice its trembling at most: asked', '0.80', null, '61.42', false],
    ['more than that: now', '0.80', null, '63.42', true],
    ['one that is printed: now', null, null, '61.42', true],
    ['the liquidation price moves, and tells when: now', '0.80', '57160.0', '61.42', true],
  ] as const)(
    'a wallet that is worked out may have changed at the hour before; %s',
    (_, marginSlack, liquidationPrice, margin, certain) => {
      const after = { margin, liquidationPrice }
      const before = {
        estimatedFunding: '1.00',
        liquidationPrice: liquidationPrice && '57258.3',
        marginSlack,
      }
      const change = changeOf(before, after, around(four, -300, 301))
      const explained = explainChange({
        ...change,
        episode: { ...change.episode, openedAt: four - HOUR },
      })
      expect(explained).toMatchObject({ events: [{ kind: 'margin-added', certain }] })
    },
  )
})

test('a liquidation price that stands is too coarse to tell when so little came to light', () => {
  const blurred = { estimatedFunding: '0.03', liquidationPrice: '57258', marginSlack: '0.01' }
  const change = changeOf(blurred, { margin: '59.45' }, around(four, -300, 301))
  const episode = { ...change.episode, openedAt: four - HOUR }
  expect(explainChange({ ...change, episode })).toMatchObject({ events: [{ kind: 'funding' }] })
})

test('the price has moved by less than the last digit of the margin: its cell is old, or nothing was done', () => {
  const tick = { liquidationPrice: '57258.0' }
  expect(told({}, tick)).toBe('unsettled')
  expect(told({}, tick, { settled: true })).toEqual([])
  expect(told({ marginSlack: '0.10' }, tick)).toEqual([['margin-added', null, true]])
  expect(told({ margin: null }, tick)).toEqual([['margin-added', null, true]])
  const digit = { margin: '59.43' }
  expect(told({}, digit)).toBe('unsettled')
  expect(told({}, digit, { settled: true })).toEqual([])
  expect(told(hidden, digit)).toEqual([])
})
