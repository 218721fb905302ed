import { beforeEach, describe, expect, test } from 'vitest'
import {
  type Alert,
  alerter,
  type AlertSettings,
  newWarnings,
  type WarningMemory,
} from '@/lib/rules/alerts'
import type { PositionFacts } from '@/lib/rules/facts'
import { defaultLimits } from '@/lib/rules/limits'
import { badgeOf, panelModel } from '@/lib/rules/panel'
import { episodeOf, is, longPosition, missing, panelInput } from './facts'

const modelOf = (facts: readonly PositionFacts[], now = 1_000_000) =>
  panelModel({
    input: panelInput(facts),
    episodes: new Map(),
    limits: defaultLimits,
    previous: null,
    now,
  })

describe('badge', () => {
  const textOf = (change: Partial<PositionFacts>) =>
    badgeOf(modelOf([{ ...longPosition, ...change }]))

  test.each([
    ['50,000 of 60,000', { liquidationPrice: is(50_000) }, { band: 'calm', text: '16' }],
    ['rounded towards danger', { liquidationPrice: is(57_301) }, { band: 'caution', text: '4.4' }],
    ['a hair from liquidation', { liquidationPrice: is(59_999) }, { band: 'danger', text: '<0.1' }],
    ['a tenth of a per cent', { liquidationPrice: is(59_940) }, { band: 'danger', text: '0.1' }],
    ['a mark of zero', { markPrice: is(0) }, { band: 'unknown', text: '?' }],
    ['crossed', { liquidationPrice: is(60_001) }, { band: 'crossed', text: '!' }],
    ['not known', { liquidationPrice: missing('unparsed') }, { band: 'unknown', text: '?' }],
    ['none', { liquidationPrice: missing('none') }, { text: '–' }],
    [
      'a short so far away that it does not fit',
      { side: 'short' as const, liquidationPrice: is(9_000_000) },
      { text: '999' },
    ],
  ])('%s', (_, change, badge) => {
    expect(textOf(change)).toMatchObject({ ...badge, symbol: 'BTCUSDT' })
  })

  test('the nearest of many, not the first by name that has no distance at all', () => {
    // Each of the three pairs in another order than its names.
    const positions = [
      { ...longPosition, key: 'AAA', symbol: 'AAA', liquidationPrice: missing('none') },
      { ...longPosition, key: 'BBB', symbol: 'BBB', liquidationPrice: is(53_600) },
      { ...longPosition, key: 'CCC', symbol: 'CCC', liquidationPrice: missing('none') },
      { ...longPosition, key: 'DDD', symbol: 'DDD', liquidationPrice: is(53_700) },
    ]
    const orders = [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 3, 1],
    ].map((order) =>
      modelOf(order.flatMap((at) => positions[at] ?? [])).positions.map(({ facts }) => facts.key),
    )
    expect(orders).toEqual(Array(3).fill(['DDD', 'BBB', 'AAA', 'CCC']))
    expect(badgeOf(modelOf(positions))).toMatchObject({ symbol: 'DDD', text: '10' })
  })

  test('its colour is that of the worst warning, not that of the distance alone', () => {
    const losing = { ...longPosition, markPrice: is(59_600), unrealizedPnl: is(-8) }
    const input = panelInput([losing])
    const episodes = new Map([[losing.key, episodeOf({ marginAdditions: 4 })]])
    const asked = { input, limits: defaultLimits, previous: null, now: 1_000_000 }
    expect(badgeOf(panelModel({ ...asked, episodes }))).toMatchObject({
      band: 'calm',
      tone: 'danger',
      text: '16',
    })
  })

  test('the nearest of many, though another one warns of more: its colour is that of the other', () => {
    const losing = { ...longPosition, markPrice: is(59_600), unrealizedPnl: is(-8) }
    const far = { ...losing, key: 'ETH', symbol: 'ETHUSDT' }
    const near = { ...longPosition, key: 'BTC', liquidationPrice: is(57_000) }
    const episodes = new Map([['ETH', episodeOf({ marginAdditions: 4 })]])
    const asked = { input: panelInput([far, near]), limits: defaultLimits, previous: null, now: 1 }
    const model = panelModel({ ...asked, episodes })
    expect(model.positions[0]?.facts.symbol).toBe('ETHUSDT')
    expect(badgeOf(model)).toMatchObject({
      symbol: near.symbol,
      band: 'caution',
      text: '5.0',
      tone: 'danger',
    })
  })

  test('the most endangered of many; nothing of none', () => {
    const near = { ...longPosition, key: 'ETH', symbol: 'ETHUSDT', liquidationPrice: is(59_500) }
    expect(badgeOf(modelOf([longPosition, near]))?.symbol).toBe('ETHUSDT')
    expect(badgeOf(modelOf([]))).toBeNull()
  })
})

describe('a warning is news', () => {
  const near = { ...longPosition, liquidationPrice: is(59_500) }
  const watching = () => {
    const looks: WarningMemory[] = [new Map()]
    return (facts: PositionFacts, since: number) => {
      const { memory, risen } = newWarnings(looks.at(-1)!, modelOf([facts], 1_000_000 + since))
      looks.push(memory)
      return risen.map(({ warning }) => warning.code)
    }
  }

  test('once, when it comes up', () => {
    const codes = watching()
    expect(codes(near, 0)).toContain('LIQUIDATION_NEAR')
    expect(codes(near, 1_000)).toEqual([])
    expect(codes(near, 600_000)).toContain('LIQUIDATION_NEAR')
  })

  test('not while it flickers; again after two minutes without it', () => {
    const codes = watching()
    codes(near, 0)
    expect(codes(longPosition, 10_000)).not.toContain('LIQUIDATION_NEAR')
    expect(codes(near, 119_000)).toEqual([])
    expect(codes(near, 240_000)).toContain('LIQUIDATION_NEAR')
  })

  test('again although the clock was set back meanwhile', () => {
    const codes = watching()
    codes(near, 0)
    expect(codes(near, -3 * 3_600_000)).toContain('LIQUIDATION_NEAR')
  })

  test('again when it gets worse', () => {
    const codes = watching()
    const at = (price: number) => ({ ...longPosition, liquidationPrice: is(price) })
    expect(codes(at(57_500), 0)).toContain('LIQUIDATION_NEAR')
    expect(codes(at(59_500), 1_000)).toContain('LIQUIDATION_NEAR')
  })

  test('is noted once in each episode, as soon as there is one', () => {
    const noted = (before: WarningMemory, id: string | null) => {
      const episodes = new Map(id === null ? [] : [[near.key, episodeOf({ id })]])
      const asked = { limits: defaultLimits, previous: null, now: 1_000_000 }
      const model = panelModel({ input: panelInput([near]), episodes, ...asked })
      const { memory, unnoted } = newWarnings(before, model)
      return {
        memory,
        codes: unnoted.map(({ position, warning }) => [position.facts.key, warning.code]),
      }
    }
    const wanted = [
      [near.key, 'LIQUIDATION_NEAR'],
      [near.key, 'STOP_LOSS_BEYOND_LIQUIDATION'],
    ]
    const first = noted(new Map(), null)
    expect(first.codes).toEqual([])
    const second = noted(first.memory, 'one')
    expect(second.codes).toEqual(wanted)
    const third = noted(second.memory, 'one')
    expect(third.codes).toEqual([])
    // The episode is out of sight for a moment, and comes back.
    expect(noted(noted(third.memory, null).memory, 'one').codes).toEqual([])
    expect(noted(third.memory, 'two').codes).toEqual(wanted)
  })

  test('of each position by itself', () => {
    const codes = watching()
    codes(near, 0)
    expect(codes({ ...near, key: 'ETHUSDT:long:isolated' }, 1_000)).toContain('LIQUIDATION_NEAR')
  })
})

describe('alerts outside of the page', () => {
  const alert: Alert = {
    key: 'BTCUSDT:long:isolated',
    code: 'LIQUIDATION_NEAR',
    title: 'BTCUSDT: Liquidation is 1.90% away',
    detail: 'More margin would move the liquidation price and leave the loss as it is.',
  }
  let settings: AlertSettings
  let time: number
  let notified: string[]
  let raise: ReturnType<typeof alerter>
  beforeEach(() => {
    settings = { notifications: true, sound: true, snoozedUntil: 0 }
    time = 1_000_000
    notified = []
    raise = alerter({
      settings: () => Promise.resolve(settings),
      notify: (id) => Promise.resolve(void notified.push(id)),
      now: () => time,
    })
  })

  test('off by choice: nothing', async () => {
    settings = { notifications: false, sound: false, snoozedUntil: 0 }
    expect(await raise(alert)).toEqual({ sound: false })
    expect(notified).toEqual([])
    // Nobody has heard of it: switched on, it is news.
    settings = { ...settings, sound: true }
    expect(await raise(alert)).toEqual({ sound: true })
  })

  test('danger is notified and sounds, by the switches', async () => {
    expect(await raise(alert)).toEqual({ sound: true })
    settings = { ...settings, sound: false }
    expect(await raise({ ...alert, code: 'LIQUIDATION_PRICE_CROSSED' })).toEqual({ sound: false })
    expect(notified).toEqual([
      'BTCUSDT:long:isolated LIQUIDATION_NEAR',
      'BTCUSDT:long:isolated LIQUIDATION_PRICE_CROSSED',
    ])
    settings = { ...settings, sound: true, notifications: false }
    expect(await raise({ ...alert, key: 'other' })).toEqual({ sound: true })
    expect(notified).toHaveLength(2)
  })

  test('a clock that was set back silences nothing', async () => {
    await raise(alert)
    time -= 600_000
    expect(await raise(alert)).toEqual({ sound: true })
  })

  test('a second tab with the same is not news for a minute', async () => {
    await raise(alert)
    time += 59_000
    expect(await raise(alert)).toEqual({ sound: false })
    time += 1_000
    expect(await raise(alert)).toEqual({ sound: true })
    expect(notified).toHaveLength(2)
  })

  test('two tabs in the same moment: one of them sounds', async () => {
    expect(await Promise.all([raise(alert), raise(alert)])).toEqual([
      { sound: true },
      { sound: false },
    ])
    expect(notified).toHaveLength(1)
  })

  test('snoozed: quiet until the end of it, then as before', async () => {
    settings = { ...settings, snoozedUntil: time + 1 }
    expect(await raise(alert)).toEqual({ sound: false })
    time += 1
    expect(await raise(alert)).toEqual({ sound: true })
    expect(notified).toHaveLength(1)
  })
})
