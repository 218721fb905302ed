import { describe, expect, test } from 'vitest'
import { checkLimits, defaultLimits, type Limits } from '@/lib/rules/limits'
import { judgeLimits } from '@/lib/rules/panel'
import { loosened, presetNames, presetOf, withPreset } from '@/lib/rules/settings'
import { is, longPosition, panelInput } from './facts'

test.each(presetNames)('%s may stand', (name) => {
  expect(checkLimits(withPreset(defaultLimits, name))).toEqual([])
})

test('the advice is what everyone begins with', () => {
  expect(presetOf(defaultLimits)).toBe('advice')
  expect(withPreset(defaultLimits, 'advice')).toEqual(defaultLimits)
})

test('stricter is nowhere looser, and looser nowhere stricter', () => {
  const [stricter, looser] = [
    withPreset(defaultLimits, 'stricter'),
    withPreset(defaultLimits, 'looser'),
  ]
  expect(loosened(defaultLimits, stricter)).toEqual([])
  expect(loosened(looser, defaultLimits)).toEqual([])
})

test('capital, and how they hold themselves to it, stay the trader’s own', () => {
  const own: Limits = {
    ...defaultLimits,
    capital: { amount: '5000', asset: 'USDT' },
    holdLimits: true,
    decisionPause: 9_000,
  }
  for (const name of presetNames) {
    expect(withPreset(own, name)).toMatchObject({
      capital: own.capital,
      holdLimits: true,
      decisionPause: 9_000,
    })
    expect(presetOf(withPreset(own, name))).toBe(name)
  }
  expect(presetOf({ ...own, maxLeverage: 11 })).toBeNull()
})

describe('what a preset would say of what is open', () => {
  const input = panelInput([{ ...longPosition, leverage: is(8), wallet: is(60) }])
  const judged = (limits: Limits) =>
    judgeLimits({ input, episodes: new Map(), now: 1_000_000 }, limits)

  test('8× is above the stricter 5×, and within the advice', () => {
    expect(judged(withPreset(defaultLimits, 'stricter'))).toEqual([
      {
        symbol: 'BTCUSDT',
        side: 'long',
        codes: expect.arrayContaining(['LEVERAGE_HIGH']) as string[],
      },
    ])
    expect(judged(defaultLimits)).toEqual([{ symbol: 'BTCUSDT', side: 'long', codes: [] }])
  })
  test('no position is open: nothing to say', () => {
    expect(
      judgeLimits({ input: { status: 'flat' }, episodes: new Map(), now: 0 }, defaultLimits),
    ).toEqual([])
  })
})
