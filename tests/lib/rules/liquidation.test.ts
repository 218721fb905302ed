import { describe, expect, test } from 'vitest'
import type { PositionFacts } from '@/lib/rules/facts'
import { defaultLimits } from '@/lib/rules/limits'
import { badgeOf, panelModel } from '@/lib/rules/panel'
import type { PanelInput } from '@/lib/rules/panel/panel-input'
import type { PositionModel } from '@/lib/rules/position'
import { accountFacts, d, is, longPosition, missing, panelInput } from './facts'

const modelOf = (
  positions: readonly PositionFacts[],
  change: Partial<Extract<PanelInput, { status: 'positions' }>> = {},
) =>
  panelModel({
    input: panelInput(positions, { positionMode: 'hedge', ...change }),
    episodes: new Map(),
    limits: defaultLimits,
    previous: null,
    now: 1_000_000,
  })

const leg = (side: 'long' | 'short', change: Partial<PositionFacts> = {}): PositionFacts => ({
  ...longPosition,
  key: `BTCUSDT:${side}:cross`,
  side,
  marginMode: 'cross',
  wallet: missing('unknown'),
  stopLoss: { state: 'absent' },
  ...change,
})

const byKey = (positions: readonly PositionModel[], key: string): PositionModel => {
  const found = positions.find(({ facts }) => facts.key === key)
  if (found === undefined) throw new Error(key)
  return found
}
const codes = ({ evaluation }: PositionModel) => evaluation.warnings.map(({ code }) => code)
const distance = ({ evaluation }: PositionModel) =>
  'value' in evaluation.distance ? evaluation.distance.value.toFixed(4) : null

describe('hedge mode, both legs in cross mode: one liquidation price, on the side of the net position', () => {
  // R2: wallet 1,000, long 0.050 at 60,000 and short 0.150 at 60,500; both print 70,188.4.
  const legs = [
    leg('long', { quantity: is('0.05'), liquidationPrice: is('70188.4') }),
    leg('short', { quantity: is('0.15'), entryPrice: is(60_500), liquidationPrice: is('70188.4') }),
  ]
  const { positions } = modelOf(legs)

  test.each(['long', 'short'])(
    'the %s leg is 16.98 % away, upwards, and nothing is crossed',
    (side) => {
      const found = byKey(positions, `BTCUSDT:${side}:cross`)
      expect(distance(found)).toBe('0.1698')
      expect(found.evaluation).toMatchObject({ direction: 'up', band: 'calm' })
      expect(found.evaluation.sharedWith).toBe(
        `BTCUSDT:${side === 'long' ? 'short' : 'long'}:cross`,
      )
      expect(codes(found)).not.toContain('LIQUIDATION_PRICE_CROSSED')
    },
  )

  test('a stop-loss of the healthy leg is not beyond liquidation', () => {
    const stopLoss = { state: 'present', price: is(58_000) } as const
    const stopped = modelOf([{ ...(legs[0] ?? longPosition), stopLoss }, ...legs.slice(1)])
    expect(codes(byKey(stopped.positions, 'BTCUSDT:long:cross')).join()).not.toMatch(/STOP_LOSS/)
  })

  test('near: both say so and which way, and closing the healthy leg is no way out', () => {
    const near = modelOf(legs.map((facts) => ({ ...facts, markPrice: is(69_000) }))).positions
    const warning = (side: string) =>
      byKey(near, `BTCUSDT:${side}:cross`).evaluation.warnings.find(
        ({ code }) => code === 'LIQUIDATION_NEAR',
      )
    expect(warning('long')).toMatchObject({ direction: 'up', shared: true, waysOut: [] })
    expect(warning('short')).toMatchObject({
      direction: 'up',
      shared: true,
      waysOut: ['reduce', 'close', 'set-stop'],
    })
  })

  test('the badge shows the distance, and no alarm', () => {
    expect(badgeOf(modelOf(legs))).toMatchObject({ band: 'calm', text: '16' })
  })

  test('a leg with a price of its own shares none', () => {
    const [long = longPosition, short = longPosition] = legs
    const other = { ...short, liquidationPrice: is('70188.5') }
    expect(byKey(modelOf([long, other]).positions, long.key).evaluation.sharedWith).toBeNull()
    const unread = { ...long, liquidationPrice: missing('unparsed') }
    expect(byKey(modelOf([unread, short]).positions, short.key).evaluation.sharedWith).toBeNull()
  })

  test('fully hedged, 1,656 % away: calm', () => {
    const far = modelOf(legs.map((facts) => ({ ...facts, liquidationPrice: is('1054002') })))
    expect(far.positions.map(({ evaluation }) => evaluation.band)).toEqual(['calm', 'calm'])
  })

  test('isolated legs have prices of their own', () => {
    const isolated = modelOf([
      { ...longPosition, liquidationPrice: is(50_000) },
      {
        ...longPosition,
        key: 'BTCUSDT:short:isolated',
        side: 'short',
        liquidationPrice: is(50_000),
      },
    ]).positions
    expect(isolated.map(({ evaluation }) => evaluation.sharedWith)).toEqual([null, null])
    expect(byKey(isolated, 'BTCUSDT:short:isolated').evaluation.band).toBe('crossed')
  })
})

test('R14: over-sold in cross mode, the price on the winning side: no alarm, direction said', () => {
  const [found] = modelOf([
    leg('short', {
      quantity: is(10),
      entryPrice: is(110_000),
      markPrice: is(109_000),
      liquidationPrice: is(78_571),
    }),
  ]).positions
  expect(found?.evaluation).toMatchObject({ direction: 'down', band: 'calm', sharedWith: null })
  expect(found && codes(found)).toEqual(['CROSS_MARGIN_SHARED'])
})

test('R8: a tiny cross short beside a large balance is calm, and ranked last', () => {
  const tiny = leg('short', {
    key: 'DOGEUSDT:short:cross',
    symbol: 'DOGEUSDT',
    quantity: is(53),
    entryPrice: is('0.09522'),
    markPrice: is('0.09343'),
    liquidationPrice: is('112.46'),
    leverage: is(1),
  })
  const model = modelOf([tiny, leg('long')], { positionMode: 'one-way' })
  expect(model.positions.map(({ facts }) => facts.symbol)).toEqual(['BTCUSDT', 'DOGEUSDT'])
  expect(byKey(model.positions, tiny.key).evaluation.band).toBe('calm')
})

describe('crossed', () => {
  test('an isolated position beyond its price', () => {
    const [found] = modelOf([{ ...longPosition, markPrice: is(49_000) }]).positions
    expect(found?.evaluation.band).toBe('crossed')
    expect(found?.evaluation.warnings[0]).toMatchObject({
      code: 'LIQUIDATION_PRICE_CROSSED',
      by: 'price',
    })
  })

  test.each([
    ['the row prints 100 %', { marginRatio: is(1) }, {}],
    ['the account card does', {}, { account: { ...accountFacts, marginRatio: is('1.02') } }],
  ])('a cross position where %s, whatever its price', (_, change, input) => {
    const [found] = modelOf([leg('long', change)], input).positions
    expect(found?.evaluation.band).toBe('crossed')
    expect(found?.evaluation.warnings[0]).toMatchObject({
      code: 'LIQUIDATION_PRICE_CROSSED',
      by: 'account',
    })
  })

  test('an isolated position has nothing to do with the ratio of the account', () => {
    const account = { ...accountFacts, marginRatio: is('1.02') }
    const hidden = { ...longPosition, liquidationPrice: missing('column-hidden') }
    const found = modelOf([longPosition, { ...hidden, key: 'HIDDEN' }], { account }).positions
    expect(found.map(({ evaluation }) => evaluation.band).sort()).toEqual(['calm', 'unknown'])
  })

  test('the ratio of a balance in another asset says nothing', () => {
    const account = { ...accountFacts, marginRatio: is(2), asset: 'BTC' }
    const [found] = modelOf([leg('long')], { account }).positions
    expect(found?.evaluation.band).toBe('calm')
  })
})

describe('a side that nobody can tell', () => {
  const unknown: PositionFacts = {
    ...longPosition,
    key: 'BTCUSDT:unknown:isolated',
    side: 'unknown',
  }

  test('the distance is that of the prices, with its direction', () => {
    const [found] = modelOf([{ ...unknown, liquidationPrice: is(50_000) }]).positions
    expect(found && distance(found)).toBe('0.1667')
    expect(found?.evaluation).toMatchObject({ band: 'calm', direction: 'down' })
  })

  test('near is near; the loss is read from the PnL', () => {
    const [found] = modelOf([
      { ...unknown, liquidationPrice: is(61_000), unrealizedPnl: is(-3) },
    ]).positions
    expect(found?.evaluation).toMatchObject({ band: 'danger', direction: 'up', losing: true })
    expect(found?.evaluation.warnings[0]).toMatchObject({
      code: 'LIQUIDATION_NEAR',
      direction: 'up',
    })
  })

  test('no way out is taken away from it', () => {
    const bare = {
      ...unknown,
      stopLoss: { state: 'absent' },
      liquidationPrice: is(59_000),
    } as const
    expect(modelOf([bare]).positions[0]?.evaluation.warnings[0]?.waysOut).toContain('close')
  })

  test('a stop is not judged without knowing which side it protects', () => {
    const stopLoss = { state: 'present', price: is(40_000) } as const
    const [found] = modelOf([{ ...unknown, stopLoss }]).positions
    expect(found && codes(found)).toEqual([])
  })
})

describe('open loss of a cross position', () => {
  // R9: AKEUSDT 5x cross short, margin 21.94, PnL −98.73, balance 900.
  const losing = leg('short', {
    margin: is('21.94'),
    unrealizedPnl: is('-98.73'),
    liquidationPrice: is(90_000),
    leverage: is(5),
  })
  const account = { ...accountFacts, marginBalance: is(900) }
  const find = (facts: PositionFacts) =>
    modelOf([facts], { account }).positions[0]?.evaluation.warnings.find(
      ({ code }) => code === 'OPEN_LOSS_LARGE',
    )

  test('above the share limit it is said as such, while the margin is 2.4 %', () => {
    expect(find(losing)).toMatchObject({
      severity: 'danger',
      loss: d('98.73'),
      threshold: d('0.1'),
    })
    const [found] = modelOf([losing], { account }).positions
    expect(found && codes(found)).not.toContain('CAPITAL_SHARE_OVER_LIMIT')
  })

  test('it comes before what the position holds: that is not lost yet', () => {
    const [found] = modelOf([{ ...losing, margin: is(120) }], { account }).positions
    const said = found === undefined ? [] : codes(found)
    expect(said).toContain('CAPITAL_SHARE_OVER_LIMIT')
    expect(said[0]).toBe('OPEN_LOSS_LARGE')
  })

  test('above caution it is a caution, below it nothing', () => {
    expect(find({ ...losing, unrealizedPnl: is(-50) })?.severity).toBe('caution')
    expect(find({ ...losing, unrealizedPnl: is(-40) })).toBeUndefined()
    expect(find({ ...losing, unrealizedPnl: is(400) })).toBeUndefined()
  })

  test('without a liquidation price the ways out are the same', () => {
    const warning = find({ ...losing, liquidationPrice: missing('none') })
    expect(warning?.waysOut).toEqual(['set-stop', 'reduce', 'close'])
  })

  test('an isolated loss ends at its margin', () => {
    expect(find({ ...losing, marginMode: 'isolated', wallet: is(30) })).toBeUndefined()
  })
})

test.each([
  ['column-hidden', 'column-hidden'],
  ['unparsed', 'unparsed'],
  // "No liquidation price" would be another statement.
  ['none', 'unknown'],
] as const)('a mark price that is %s: the distance is %s', (mark, why) => {
  const [position] = modelOf([{ ...longPosition, markPrice: missing(mark) }]).positions
  expect(position?.evaluation.distance).toEqual({ missing: why })
})
