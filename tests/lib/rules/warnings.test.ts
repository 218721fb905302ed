import { describe, expect, test } from 'vitest'
import { defaultLimits } from '@/lib/rules/limits'
import type { Warning, WarningCode } from '@/lib/rules/position'
import { evaluatePosition, type PositionQuestion } from '@/lib/rules/position/evaluate-position'
import { backing, d, episodeOf, is, longPosition, missing, noOrders } from './facts'

const evaluate = (change: Partial<PositionQuestion> = {}) =>
  evaluatePosition({
    position: longPosition,
    episode: episodeOf(),
    limits: defaultLimits,
    backing,
    legs: [],
    openOrders: noOrders,
    positionMode: 'one-way',
    previousBand: null,
    now: 1_000_000,
    ...change,
  })

const warningsOf = (change: Partial<PositionQuestion> = {}) => evaluate(change).warnings
const codes = (change: Partial<PositionQuestion> = {}): WarningCode[] =>
  warningsOf(change).map(({ code }) => code)
const find = <C extends WarningCode>(code: C, change: Partial<PositionQuestion> = {}) =>
  warningsOf(change).find((w): w is Extract<Warning, { code: C }> => w.code === code)

const position = (change: Partial<typeof longPosition>) => ({
  position: { ...longPosition, ...change },
})

test('a calm position with a stop and a small share: nothing to say', () => {
  expect(codes()).toEqual([])
  expect(evaluate().band).toBe('calm')
})

test('no way out is called adding margin', () => {
  const everything = warningsOf({
    ...position({
      markPrice: is(50_500),
      liquidationPrice: is(50_000),
      stopLoss: { state: 'absent' },
    }),
    episode: episodeOf({ marginAdditions: 3, withoutStopSince: 0, increasesWhileLosing: 1 }),
  })
  expect(everything.length).toBeGreaterThan(3)
  for (const { waysOut } of everything) {
    expect(waysOut.every((way) => ['set-stop', 'reduce', 'close'].includes(way))).toBe(true)
  }
})

test('to set a stop-loss is no advice where one stands, and is where it is useless', () => {
  const ways = (stop: number) => {
    const stopLoss = { state: 'present', price: is(stop) } as const
    return warningsOf({
      ...position({ markPrice: is(59_000), liquidationPrice: is(55_000), stopLoss }),
      episode: episodeOf({ marginAdditions: 2 }),
    }).flatMap(({ waysOut }) => waysOut)
  }
  expect(ways(58_500)).not.toContain('set-stop')
  expect(ways(58_500)).toContain('close')
  expect(ways(54_000)).toContain('set-stop')
})

test('where an open order may be a stop, another one is no advice; where nobody knows, it is', () => {
  const ways = (count: number | null) =>
    warningsOf({
      ...position({
        markPrice: is(57_000),
        liquidationPrice: is(55_000),
        stopLoss: { state: 'absent' },
      }),
      openOrders: { ...noOrders, count },
    }).flatMap(({ waysOut }) => waysOut)
  expect(ways(0)).toContain('set-stop')
  expect(ways(1)).not.toContain('set-stop')
  expect(ways(1)).toContain('reduce')
  expect(ways(null)).toContain('set-stop')
})

test('near liquidation a stop saves little: the other ways out come first', () => {
  const ways = (mark: number) =>
    find('LIQUIDATION_NEAR', {
      ...position({
        markPrice: is(mark),
        liquidationPrice: is(55_000),
        stopLoss: { state: 'absent' },
      }),
    })?.waysOut
  expect(ways(55_500)).toEqual(['reduce', 'close', 'set-stop'])
  expect(ways(58_000)).toEqual(['set-stop', 'reduce', 'close'])
})

describe('how bad each thing is, and what helps against it', () => {
  const losing = { markPrice: is(59_000), unrealizedPnl: is(-20) }
  const bare = { stopLoss: { state: 'absent' } } as const
  const stopAt = (price: number) => ({ stopLoss: { state: 'present', price: is(price) } }) as const
  const [stop, all] = [['set-stop'], ['set-stop', 'reduce', 'close']]

  test.each<[WarningCode, Warning['severity'], string[], Partial<PositionQuestion>]>([
    ['LIQUIDATION_PRICE_CROSSED', 'danger', ['close'], position({ markPrice: is(49_000) })],
    [
      'LIQUIDATION_PRICE_CROSSED',
      'danger',
      ['reduce', 'close'],
      position({ marginMode: 'cross', marginRatio: is(1) }),
    ],
    [
      'MARGIN_ADDED_AGAIN',
      'danger',
      all,
      { ...position({ ...losing, ...bare }), episode: episodeOf({ marginAdditions: 2 }) },
    ],
    [
      'STILL_LOSING_AFTER_ADDING',
      'caution',
      all,
      { ...position({ ...losing, ...bare }), episode: episodeOf({ marginAdditions: 1 }) },
    ],
    [
      'MARGIN_ALLOWANCE_USED',
      'caution',
      stop,
      { ...position(bare), episode: episodeOf({ marginAdditions: 1 }) },
    ],
    [
      'ADDITION_TOO_LARGE',
      'caution',
      [],
      { episode: episodeOf({ additions: [{ at: 1, amount: d(50) }] }) },
    ],
    [
      'POSITION_INCREASED_WHILE_LOSING',
      'caution',
      ['set-stop', 'reduce'],
      { ...position(bare), episode: episodeOf({ increasesWhileLosing: 1 }) },
    ],
    [
      'STOP_LOSS_MISSING',
      'caution',
      stop,
      { ...position(bare), episode: episodeOf({ withoutStopSince: 0 }) },
    ],
    ['STOP_LOSS_PARTIAL', 'info', [], position({ stopLoss: { state: 'partial', count: 1 } })],
    [
      'STOP_LOSS_UNKNOWN',
      'info',
      [],
      { ...position({ stopLoss: { state: 'unknown' } }), openOrders: { ...noOrders, count: null } },
    ],
    ['STOP_LOSS_WRONG_SIDE', 'caution', stop, position(stopAt(60_500))],
    ['STOP_LOSS_BEYOND_LIQUIDATION', 'danger', stop, position(stopAt(49_000))],
    ['STOP_LOSS_NEAR_LIQUIDATION', 'caution', stop, position(stopAt(50_500))],
    ['CAPITAL_SHARE_HIGH', 'caution', ['reduce'], position({ wallet: is(150) })],
    ['CAPITAL_SHARE_OVER_LIMIT', 'danger', ['reduce'], position({ wallet: is(300) })],
    ['LEVERAGE_HIGH', 'caution', [], position({ leverage: is(20) })],
    ['CROSS_MARGIN_SHARED', 'caution', [], position({ marginMode: 'cross' })],
  ])('%s: %s', (code, severity, waysOut, change) => {
    expect(find(code, change)).toMatchObject({ severity, waysOut })
  })
})

describe('distance to liquidation', () => {
  test.each([
    ['60000', 'calm'],
    ['55000', 'caution'],
    ['51000', 'danger'],
    ['50000', 'crossed'],
    ['49000', 'crossed'],
  ])('mark %s: %s', (mark, band) => {
    expect(evaluate(position({ markPrice: is(mark) })).band).toBe(band)
  })

  test('short: the other way round', () => {
    const short = { side: 'short' as const, liquidationPrice: is(65_900) }
    expect(evaluate(position({ ...short, markPrice: is(60_000) })).band).toBe('caution')
    expect(evaluate(position({ ...short, markPrice: is(67_000) })).band).toBe('crossed')
  })

  test('a band is left only when it is well left: no flicker at the threshold', () => {
    // 3 % of 51,546 is the threshold; 3.1 % is still danger when it was danger before.
    const near = position({ markPrice: is('51600') })
    expect(evaluate({ ...near, previousBand: null }).band).toBe('caution')
    expect(evaluate({ ...near, previousBand: 'danger' }).band).toBe('danger')
    expect(evaluate({ ...position({ markPrice: is(52_000) }), previousBand: 'danger' }).band).toBe(
      'caution',
    )
  })

  test.each([
    // The thresholds are 3 % at 51,546 and 10 % at 55,556.
    ['crossed', 51_600, 'danger'],
    ['calm', 51_600, 'caution'],
    ['crossed', 55_700, 'caution'],
    ['danger', 55_700, 'caution'],
    ['caution', 55_700, 'caution'],
    ['calm', 55_700, 'calm'],
    ['unknown', 55_700, 'calm'],
  ] as const)('%s before, the mark just outside at %i: %s', (previousBand, mark, band) => {
    expect(evaluate({ ...position({ markPrice: is(mark) }), previousBand }).band).toBe(band)
  })

  test.each([
    [51_000, '0.03'],
    [55_000, '0.1'],
  ])(
    'near at a mark of %i names the threshold %s, and no direction: the side says it',
    (mark, threshold) => {
      expect(find('LIQUIDATION_NEAR', position({ markPrice: is(mark) }))).toMatchObject({
        threshold: d(threshold),
        direction: null,
        shared: false,
      })
    },
  )

  test('crossed is said even while the exchange has not acted yet', () => {
    expect(codes(position({ markPrice: is(49_000) }))).toContain('LIQUIDATION_PRICE_CROSSED')
  })

  test('unknown is never safe: no figure, no green', () => {
    for (const change of [
      { markPrice: missing('unparsed') },
      { liquidationPrice: missing('contradicted') },
      { liquidationPrice: missing('column-hidden') },
    ]) {
      const { band, distance } = evaluate(position(change))
      expect(band).toBe('unknown')
      expect('value' in distance).toBe(false)
    }
  })

  test('no liquidation price at all is calm', () => {
    expect(evaluate(position({ liquidationPrice: missing('none') })).band).toBe('calm')
  })
})

describe('margin additions', () => {
  const losing = { markPrice: is(59_000), unrealizedPnl: is(-20) }

  test('the first one: the allowance is used', () => {
    expect(codes({ episode: episodeOf({ marginAdditions: 1 }) })).toEqual(['MARGIN_ALLOWANCE_USED'])
  })

  test('the second one, still losing: cut your losses, with what is at stake and the loss', () => {
    const warning = find('MARGIN_ADDED_AGAIN', {
      ...position({ ...losing, wallet: is('98.5') }),
      episode: episodeOf({ marginAdditions: 2 }),
    })
    expect(warning).toMatchObject({ severity: 'danger', additions: 2, allowed: 1, losing: true })
    expect(warning?.atStake?.toFixed()).toBe('98.5')
    expect(warning?.loss?.toFixed()).toBe('20')
  })

  test('the loss when margin was last added is another figure than the loss now', () => {
    const lossesAfter = (then: number | null) => {
      const warning = find('MARGIN_ADDED_AGAIN', {
        ...position(losing),
        episode: episodeOf({
          marginAdditions: 2,
          pnlAtLastAddition: then === null ? null : d(then),
        }),
      })
      return [warning?.loss?.toFixed(), warning?.lossThen?.toFixed()]
    }
    expect(lossesAfter(-18)).toEqual(['20', '18'])
    // Nobody looked then; or it was a gain, which is no loss.
    expect(lossesAfter(null)).toEqual(['20', undefined])
    expect(lossesAfter(3)).toEqual(['20', '0'])
  })

  test('the second one while winning is a caution', () => {
    const winning = position({ markPrice: is(61_000), unrealizedPnl: is(20) })
    const again = find('MARGIN_ADDED_AGAIN', {
      ...winning,
      episode: episodeOf({ marginAdditions: 2 }),
    })
    expect(again).toMatchObject({ severity: 'caution', losing: false })
  })

  test('the second one, and nobody knows whether it loses: no milder for that, and no loss claimed', () => {
    const unknown = position({ markPrice: missing('unparsed'), unrealizedPnl: missing('none') })
    expect(
      find('MARGIN_ADDED_AGAIN', { ...unknown, episode: episodeOf({ marginAdditions: 2 }) }),
    ).toMatchObject({ severity: 'danger', losing: false, loss: null })
  })

  test('losing without an addition is nothing to remark', () => {
    expect(codes(position(losing))).toEqual([])
  })

  test('an allowance of three: two additions do not break it', () => {
    const limits = { ...defaultLimits, maxMarginAdditions: 3 }
    const found = codes({ limits, episode: episodeOf({ marginAdditions: 2 }) })
    expect(found).not.toContain('MARGIN_ADDED_AGAIN')
    expect(found).not.toContain('MARGIN_ALLOWANCE_USED')
  })

  test('an allowance of none: the first addition breaks it', () => {
    const limits = { ...defaultLimits, maxMarginAdditions: 0 }
    expect(codes({ limits, episode: episodeOf({ marginAdditions: 1 }) })).toContain(
      'MARGIN_ADDED_AGAIN',
    )
    expect(codes({ limits })).toEqual([])
  })

  test('still losing after adding: the loss stays', () => {
    const found = find('STILL_LOSING_AFTER_ADDING', {
      ...position(losing),
      episode: episodeOf({ marginAdditions: 1 }),
    })
    expect(found).toMatchObject({ severity: 'caution', additions: 1 })
    expect(found?.loss?.toFixed()).toBe('20')
    // Beyond the limit, that warning says it.
    const over = { ...position(losing), episode: episodeOf({ marginAdditions: 2 }) }
    expect(find('STILL_LOSING_AFTER_ADDING', over)).toBeUndefined()
  })

  test('losing is read from mark and entry, whatever the PnL column counts by', () => {
    const odd = position({ markPrice: is(59_000), unrealizedPnl: is(1) })
    expect(evaluate(odd).losing).toBe(true)
    const short = { side: 'short', liquidationPrice: is(70_000) } as const
    expect(evaluate(position({ ...short, markPrice: is(59_000) })).losing).toBe(false)
    expect(evaluate(position({ ...short, markPrice: is(61_000) })).losing).toBe(true)
    expect(
      evaluate(position({ markPrice: missing('unparsed'), unrealizedPnl: is(-1) })).losing,
    ).toBe(true)
    expect(
      evaluate(position({ markPrice: missing('unparsed'), unrealizedPnl: missing('none') })).losing,
    ).toBeNull()
  })

  test('a single addition above the limit for one', () => {
    const additions = [
      { at: 1, amount: d(10) },
      { at: 2, amount: d(50) },
      { at: 3, amount: null },
    ]
    expect(find('ADDITION_TOO_LARGE', { episode: episodeOf({ additions }) })?.share.toFixed()).toBe(
      '0.025',
    )
    expect(
      codes({
        backing: { ...backing, capital: missing('unknown') },
        episode: episodeOf({ additions }),
      }),
    ).toEqual([])
  })

  test('increased while at a loss is another matter, and said apart', () => {
    expect(codes({ episode: episodeOf({ increasesWhileLosing: 2 }) })).toEqual([
      'POSITION_INCREASED_WHILE_LOSING',
    ])
  })

  test('nothing known of what the trader did: nothing is claimed', () => {
    expect(codes({ episode: null })).toEqual([])
  })
})

describe('stop-loss', () => {
  const absent = position({ stopLoss: { state: 'absent' } })

  test('missing: said when the grace time is over', () => {
    const since = (withoutStopSince: number) => ({
      ...absent,
      episode: episodeOf({ withoutStopSince }),
    })
    expect(codes(since(1_000_000 - 119_999))).toEqual([])
    expect(codes(since(1_000_000 - 120_000))).toEqual(['STOP_LOSS_MISSING'])
  })

  test('not required: nothing is said', () => {
    const limits = { ...defaultLimits, requireStopLoss: false }
    expect(codes({ ...absent, limits, episode: episodeOf({ withoutStopSince: 0 }) })).toEqual([])
  })

  test('unknown is not absent', () => {
    const openOrders = { ...noOrders, count: null }
    const hidden = { ...position({ stopLoss: { state: 'unknown' } }), openOrders }
    expect(codes(hidden)).toEqual(['STOP_LOSS_UNKNOWN'])
    expect(find('STOP_LOSS_UNKNOWN', hidden)?.columns).toBe('hidden')
  })

  test.each([
    ['long, at liquidation', 'long', 50_000, 50_000],
    ['long, below it', 'long', 50_000, 49_000],
    ['short, above it', 'short', 70_000, 71_000],
  ] as const)('beyond liquidation, it never triggers: %s', (_, side, liquidation, stop) => {
    expect(
      codes(
        position({
          side,
          liquidationPrice: is(liquidation),
          stopLoss: { state: 'present', price: is(stop) },
        }),
      ),
    ).toContain('STOP_LOSS_BEYOND_LIQUIDATION')
  })

  test('within a tenth of the way from entry to liquidation: near', () => {
    const at = (price: number) =>
      codes(position({ stopLoss: { state: 'present', price: is(price) } }))
    expect(at(50_999)).toEqual(['STOP_LOSS_NEAR_LIQUIDATION'])
    expect(at(51_000)).toEqual([])
  })

  test('liquidation beyond the entry price leaves no way to measure how near a stop is to it', () => {
    const stopLoss = { state: 'present', price: is(59_000) } as const
    for (const liquidation of [55_000, 56_000]) {
      const above = { entryPrice: is(55_000), liquidationPrice: is(liquidation), stopLoss }
      expect(codes(position({ marginMode: 'cross', ...above })).join()).not.toMatch(/STOP_LOSS/)
    }
  })

  test('one whose price cannot be read may be far away: to set one stays advice', () => {
    const stopLoss = { state: 'present', price: missing('unparsed') } as const
    const near = find('LIQUIDATION_NEAR', position({ markPrice: is(55_000), stopLoss }))
    expect(near?.waysOut).toContain('set-stop')
  })

  test('a stop whose price or liquidation cannot be read is not judged', () => {
    expect(codes(position({ stopLoss: { state: 'present', price: missing('unparsed') } }))).toEqual(
      [],
    )
    expect(
      codes(
        position({
          liquidationPrice: missing('none'),
          stopLoss: { state: 'present', price: is(1) },
        }),
      ),
    ).toEqual([])
  })
})

describe('share of capital', () => {
  test.each([
    [100, []],
    ['100.01', ['CAPITAL_SHARE_HIGH']],
    [200, ['CAPITAL_SHARE_HIGH']],
    ['200.01', ['CAPITAL_SHARE_OVER_LIMIT']],
  ])('wallet %s of 2,000', (wallet, expected) => {
    expect(codes(position({ wallet: is(wallet) }))).toEqual(expected)
  })

  test('no capital known: no share, no green', () => {
    const { capitalShare } = evaluate({ backing: { ...backing, capital: missing('unknown') } })
    expect(capitalShare).toEqual({ missing: 'unknown' })
  })
})

test('leverage above the limit', () => {
  expect(codes(position({ leverage: is(20) }))).toEqual(['LEVERAGE_HIGH'])
  expect(codes(position({ leverage: is(10) }))).toEqual([])
})

describe('cross margin', () => {
  const cross = position({
    marginMode: 'cross',
    key: 'BTCUSDT:long:cross',
    wallet: missing('unknown'),
    margin: is(90),
  })

  test('the whole balance stands behind it, and who shares it', () => {
    const found = find('CROSS_MARGIN_SHARED', {
      ...cross,
      backing: { ...backing, sharedWith: ['ETHUSDT:long:cross'] },
    })
    expect(found).toMatchObject({ severity: 'caution', sharedWith: ['ETHUSDT:long:cross'] })
    expect(evaluate(cross).atStake).toEqual({ value: d(2_000) })
  })

  test('its share of capital is that of its margin', () => {
    const { capitalShare } = evaluate(cross)
    expect('value' in capitalShare && capitalShare.value.toFixed()).toBe('0.045')
  })

  test('who does not prefer isolated is told, not warned', () => {
    const limits = { ...defaultLimits, preferIsolated: false }
    expect(find('CROSS_MARGIN_SHARED', { ...cross, limits })?.severity).toBe('info')
  })

  test('balance unknown: at stake unknown', () => {
    expect(evaluate({ ...cross, backing: { ...backing, balance: null } }).atStake).toEqual({
      missing: 'unknown',
    })
  })
})

test('the worst comes first', () => {
  const found = codes({
    ...position({ wallet: is(300), leverage: is(20), stopLoss: { state: 'unknown' } }),
    openOrders: { ...noOrders, count: null },
  })
  expect(found).toEqual(['CAPITAL_SHARE_OVER_LIMIT', 'LEVERAGE_HIGH', 'STOP_LOSS_UNKNOWN'])
})
