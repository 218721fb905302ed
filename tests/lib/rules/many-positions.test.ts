import { describe, expect, test } from 'vitest'
import type { PositionFacts } from '@/lib/rules/facts'
import { defaultLimits } from '@/lib/rules/limits'
import {
  farPositions,
  judgeLimits,
  panelModel,
  panelSummary,
  rowsOutOfSight,
} from '@/lib/rules/panel'
import { toneOf, type Warning } from '@/lib/rules/position'
import { d, is, longPosition, missing, noOrders, panelInput } from './facts'

const named = (
  symbol: string,
  liquidation: number | null,
  change: Partial<PositionFacts> = {},
) => ({
  ...longPosition,
  key: `${symbol}:long:isolated`,
  symbol,
  liquidationPrice: liquidation === null ? missing('none') : is(liquidation),
  ...change,
})
const modelOf = (
  positions: readonly PositionFacts[],
  change: Parameters<typeof panelInput>[1] = {},
) =>
  panelModel({
    input: panelInput(positions, change),
    episodes: new Map(),
    limits: defaultLimits,
    previous: null,
    now: 1_000_000,
  })
const symbols = (positions: readonly { facts: PositionFacts }[]) =>
  positions.map(({ facts }) => facts.symbol)

describe('the tone is the worst of the distance and of every warning', () => {
  const warns = (severity: Warning['severity']): Warning => ({
    code: 'STOP_LOSS_UNKNOWN',
    ordersRead: false,
    columns: 'hidden',
    orders: null,
    severity,
    waysOut: [],
  })
  test.each([
    ['calm', [], 'calm'],
    ['calm', ['info'], 'calm'],
    ['calm', ['caution'], 'caution'],
    ['calm', ['caution', 'danger'], 'danger'],
    ['caution', [], 'caution'],
    ['caution', ['danger'], 'danger'],
    ['danger', [], 'danger'],
    // Without a figure there is no green, and a danger is no question.
    ['unknown', [], 'unknown'],
    ['unknown', ['caution'], 'unknown'],
    ['unknown', ['danger'], 'danger'],
    ['crossed', ['danger'], 'crossed'],
  ] as const)('%s with %j: %s', (band, severities, tone) => {
    expect(toneOf({ band, warnings: severities.map(warns) })).toBe(tone)
  })
})

describe('the order: most endangered first', () => {
  test('of what is only to be watched and what is calm the distance decides', () => {
    // 12.5 % away at 50x, and 10.1 % away with nothing to warn of.
    const watched = named('WATCHED', 52_500, { leverage: is(50) })
    const calm = named('CALM', 53_900)
    expect(symbols(modelOf([watched, calm]).positions)).toEqual(['CALM', 'WATCHED'])
  })

  test('a danger that is no distance stands before a nearer one to be watched', () => {
    const large = named('LARGE', null, { wallet: is(760), margin: is(760) })
    const near = named('NEAR', 57_000)
    expect(symbols(modelOf([near, large]).positions)).toEqual(['LARGE', 'NEAR'])
  })

  test('what cannot be liquidated lies behind all that can', () => {
    expect(symbols(modelOf([named('NONE', null), named('FAR', 10_000)]).positions)).toEqual([
      'FAR',
      'NONE',
    ])
  })
})

describe('the farthest of many', () => {
  const many = (count: number, change: Partial<PositionFacts> = {}) =>
    Array.from({ length: count }, (_, at) =>
      named(`S${String(at).padStart(2, '0')}`, 50_000 - at * 1_000, change),
    )
  const far = (positions: readonly PositionFacts[]) => {
    const { positions: models } = modelOf(positions)
    return farPositions(models, models[0]?.facts.key ?? null)
  }

  test('one is open and eight have rows: what is left, and the nearest of it', () => {
    const summed = far(many(12))
    expect([...(summed?.keys ?? [])]).toEqual(
      ['S09', 'S10', 'S11'].map((symbol) => `${symbol}:long:isolated`),
    )
    // (60,000 − 41,000) ÷ 60,000
    expect(summed?.beyond?.toFixed(4)).toBe('0.3167')
  })

  test('one alone keeps its row', () => {
    expect(far(many(10))).toBeNull()
    expect(far(many(11))?.keys.size).toBe(2)
  })

  test('what is in danger for another reason is not summed up, however far it is', () => {
    expect(far(many(20, { wallet: is(760), margin: is(760) }))).toBeNull()
  })

  test('what is within the caution distance is not summed up', () => {
    expect(far(many(20).map((facts) => ({ ...facts, liquidationPrice: is(56_000) })))).toBeNull()
  })

  test('what is not known is not called far', () => {
    const unknown = many(20).map((facts) => ({ ...facts, liquidationPrice: missing('unparsed') }))
    expect(far(unknown)).toBeNull()
  })

  test('a far one that is near its caution line, or out of sight, is as it is', () => {
    const last = (change: Partial<PositionFacts>, out: readonly PositionFacts[] = []) => {
      const positions = [...many(11), named('LAST', 20_000, change)]
      const { positions: models } = modelOf(positions, { outOfSight: out })
      return [...(farPositions(models, models[0]?.facts.key ?? null)?.keys ?? [])]
    }
    expect(last({})).toHaveLength(3)
    // Without a mark it is not known how far it is: it has a row of its own, above.
    expect(last({ markPrice: missing('unparsed') })).not.toContain('LAST:long:isolated')
    expect(last({}, [named('AWAY', 50_000)])).toContain('AWAY:long:isolated')
    const unread = named('AWAY', 50_000, { markPrice: missing('unparsed') })
    expect(last({}, [unread])).not.toContain('AWAY:long:isolated')
  })

  test('none of them has a liquidation price: no distance is named', () => {
    const none = many(20).map((facts) => ({ ...facts, liquidationPrice: missing('none') }))
    expect(far(none)).toMatchObject({ beyond: null })
  })
})

test('the summary: more rows than the page declares, and a liquidation price that is crossed', () => {
  const unread = [{ symbol: 'ROW', reason: 'no-side' }] as const
  const model = modelOf([named('CROSSED', 60_500)], { unread, declared: 1 })
  expect(panelSummary(model)).toEqual({ open: 2, danger: 1, caution: 1, withoutStop: 0 })
})

test('the summary counts each kind; what is out of sight is counted as open and not judged', () => {
  const model = modelOf(
    [
      named('DANGER', 59_000),
      named('WATCH', 56_000),
      named('UNKNOWN', 1, { liquidationPrice: missing('unparsed') }),
      named('BARE', 40_000, { stopLoss: { state: 'absent' } }),
    ],
    {
      outOfSight: [named('AWAY', 59_500)],
      unread: [{ symbol: 'ROW', reason: 'no-side' }],
      declared: 9,
    },
  )
  expect(panelSummary(model)).toEqual({ open: 9, danger: 1, caution: 3, withoutStop: 1 })
})

describe('rows out of sight', () => {
  const two = [named('AAA', 50_000), named('BBB', 50_000)]
  const unreadRow = { symbol: null, reason: 'no-symbol' } as const

  test('a table longer than its window is no fault', () => {
    expect(rowsOutOfSight(modelOf(two, { declared: 30 }))).toEqual({
      count: 28,
      neverSeen: 28,
      only: true,
    })
  })

  test('those that were seen before are known', () => {
    const away = named('CCC', 50_000, { readAt: 900_000 })
    expect(rowsOutOfSight(modelOf(two, { declared: 3, outOfSight: [away] }))).toEqual({
      count: 1,
      neverSeen: 0,
      only: true,
    })
  })

  test.each([
    ['a row was not read', modelOf(two, { declared: 4, unread: [unreadRow] })],
    [
      'a figure is missing',
      modelOf([two[0]!, { ...two[1]!, markPrice: missing('unparsed') }], { declared: 4 }),
    ],
    ['a mark is zero', modelOf([two[0]!, { ...two[1]!, markPrice: is(0) }], { declared: 4 })],
  ])('%s: something else is wrong as well', (_, model) => {
    expect(rowsOutOfSight(model).only).toBe(false)
  })

  test('nothing in sight, or no number of positions: not only scrolled away', () => {
    const away = named('CCC', 50_000, { readAt: 900_000 })
    expect(rowsOutOfSight(modelOf([], { declared: 1, outOfSight: [away] })).only).toBe(false)
    expect(rowsOutOfSight(modelOf(two, { declared: null, outOfSight: [away] })).only).toBe(false)
  })

  test('a row is old, or the page declares nothing: not only scrolled away', () => {
    const old = { ...two[0]!, readAt: 990_000 }
    expect(rowsOutOfSight(modelOf([old, two[1]!], { declared: 4 })).only).toBe(false)
    expect(rowsOutOfSight(modelOf([old], { declared: 4 })).only).toBe(false)
    expect(rowsOutOfSight(modelOf(two, { declared: null }))).toEqual({
      count: 0,
      neverSeen: 0,
      only: false,
    })
  })

  test('a row that could not be read is in sight', () => {
    expect(rowsOutOfSight(modelOf(two, { declared: 4, unread: [unreadRow] })).count).toBe(1)
  })

  test('fewer are declared than are in sight, and one is old: none is missing', () => {
    const old = { ...two[0]!, readAt: 990_000 }
    expect(rowsOutOfSight(modelOf([old, two[1]!], { declared: 2 })).only).toBe(false)
  })

  test('all of them are in sight', () => {
    expect(rowsOutOfSight(modelOf(two))).toEqual({ count: 0, neverSeen: 0, only: false })
  })
})

test('under other limits: what would be remarked of each position in sight', () => {
  const cross = named('CROSS', 40_000, { marginMode: 'cross', stopLoss: { state: 'unknown' } })
  const input = panelInput([named('FAST', 40_000, { leverage: is(8) }), cross], {
    outOfSight: [named('AWAY', 59_000)],
    openOrders: { ...noOrders, count: null },
  })
  const judged = (limits: Partial<typeof defaultLimits>) =>
    judgeLimits({ input, episodes: new Map(), now: 1_000_000 }, { ...defaultLimits, ...limits })
  expect(judged({ maxLeverage: 5 })).toEqual([
    { symbol: 'CROSS', side: 'long', codes: ['LEVERAGE_HIGH', 'CROSS_MARGIN_SHARED'] },
    { symbol: 'FAST', side: 'long', codes: ['LEVERAGE_HIGH'] },
  ])
  expect(judged({ preferIsolated: false }).map(({ codes }) => codes)).toEqual([[], []])
})

test('a distance known to be nothing is nearer than one that is small', () => {
  const models = modelOf([named('SMALL', 59_990), named('NEAREST', 59_999)]).positions
  expect(symbols(models)).toEqual(['NEAREST', 'SMALL'])
  expect(models[0]?.evaluation.distance).toEqual({ value: d(1).div(60_000) })
})
