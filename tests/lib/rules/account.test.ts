import { describe, expect, test } from 'vitest'
import type { PositionFacts } from '@/lib/rules/facts'
import type { AccountFacts } from '@/lib/rules/facts/facts'
import { defaultLimits, type Limits } from '@/lib/rules/limits'
import { panelModel } from '@/lib/rules/panel'
import { accountFacts, d, is, longPosition, missing, panelInput } from './facts'

const modelsOf = (
  positions: readonly PositionFacts[],
  account: Partial<AccountFacts> = {},
  limits: Partial<Limits> = {},
) =>
  panelModel({
    input: panelInput(positions, { account: { ...accountFacts, ...account } }),
    episodes: new Map(),
    limits: { ...defaultLimits, ...limits },
    previous: null,
    now: 1_000_000,
  }).positions

const share = (...given: Parameters<typeof modelsOf>) => {
  const found = modelsOf(...given)[0]?.evaluation.capitalShare
  return found !== undefined && 'value' in found ? found.value.toFixed() : found?.missing
}

/** 100 contracts of 100 USD on a wallet of half a bitcoin. */
const coinMargined: PositionFacts = {
  ...longPosition,
  key: 'BTCUSD_PERP:long:isolated',
  symbol: 'BTCUSD_PERP',
  contract: { value: { kind: 'inverse', contractSize: d(100) } },
  marginAsset: 'BTC',
  quantity: is(100),
  margin: is('0.5'),
  wallet: is('0.5'),
}

describe('a typed capital has its asset', () => {
  const dollars = { capital: { amount: '10000', asset: 'USDT' } }
  const bitcoin = { capital: { amount: '2', asset: 'BTC' } }

  test('ten thousand dollars say nothing about half a bitcoin', () => {
    expect(share([coinMargined], {}, dollars)).toBe('other-asset')
    expect(share([coinMargined], {}, bitcoin)).toBe('0.25')
    expect(share([longPosition], {}, bitcoin)).toBe('other-asset')
  })

  test('dollars are one class', () => {
    expect(share([longPosition], {}, dollars)).toBe('0.006')
    expect(share([{ ...longPosition, marginAsset: 'USDC' }], {}, dollars)).toBe('0.006')
    expect(share([{ ...longPosition, marginAsset: 'BNFCR' }], {}, dollars)).toBe('0.006')
  })

  test('an asset that cannot be read is no asset', () => {
    expect(share([{ ...longPosition, marginAsset: null }], {}, dollars)).toBe('unknown')
  })

  test('no share warning from a share that is not known', () => {
    const warnings = modelsOf([coinMargined], {}, dollars)[0]?.evaluation.warnings ?? []
    expect(warnings.map(({ code }) => code).join()).not.toMatch(/SHARE|ADDITION_TOO_LARGE/)
  })
})

describe('the balance that the page prints', () => {
  test('single-asset mode: of that asset alone', () => {
    expect(share([longPosition])).toBe('0.03')
    expect(share([{ ...longPosition, marginAsset: 'USDC' }])).toBe('other-asset')
  })

  test('no balance in sight', () => {
    expect(share([longPosition], { asset: null })).toBe('unknown')
    expect(share([longPosition], { marginBalance: missing('column-hidden') })).toBe('unknown')
    expect(share([{ ...longPosition, marginAsset: null }])).toBe('unknown')
  })

  test('free money is of use to a position in its own asset alone', () => {
    const free = (...given: Parameters<typeof modelsOf>) =>
      modelsOf(...given)[0]?.backing.available?.toFixed() ?? null
    expect(free([longPosition])).toBe('1900')
    expect(free([coinMargined])).toBeNull()
    const multi = { asset: 'USD', assetMode: { value: 'multi' } } as const
    expect(free([longPosition], multi)).toBe('1900')
    expect(free([coinMargined], multi)).toBeNull()
    expect(free([{ ...longPosition, marginAsset: null }], multi)).toBeNull()
  })

  test('multi-assets mode: one balance in dollars behind all of it', () => {
    const multi = { asset: 'USD', assetMode: { value: 'multi' } } as const
    expect(share([longPosition], multi)).toBe('0.03')
    expect(share([{ ...longPosition, marginAsset: 'USDC' }], multi)).toBe('0.03')
    expect(share([coinMargined], multi)).toBe('other-asset')
  })
})

describe('who shares the balance of a cross position', () => {
  const cross = (symbol: string, marginAsset: string): PositionFacts => ({
    ...longPosition,
    key: `${symbol}:long:cross`,
    symbol,
    marginAsset,
    marginMode: 'cross',
    wallet: missing('unknown'),
  })
  const positions = [cross('BTCUSDT', 'USDT'), cross('ETHUSDT', 'USDT'), cross('BTCUSDC', 'USDC')]
  const backingOf = (account: Partial<AccountFacts>, key = 'BTCUSDT:long:cross') =>
    modelsOf(positions, account).find(({ facts }) => facts.key === key)

  test('single-asset mode: those of its asset', () => {
    expect(backingOf({})?.backing).toMatchObject({
      pool: 'asset',
      sharedWith: ['ETHUSDT:long:cross'],
      balance: { amount: d(2_000), asset: 'USDT' },
    })
    expect(backingOf({}, 'BTCUSDC:long:cross')?.backing).toMatchObject({
      pool: 'asset',
      sharedWith: [],
      balance: null,
    })
  })

  test('an isolated position stands on its own', () => {
    expect(modelsOf([longPosition, ...positions])[0]?.backing.sharedWith).toEqual([])
  })

  test.each<[string, Partial<AccountFacts>]>([
    ['by its word', { asset: 'USD', assetMode: { value: 'multi' } }],
    ['by its balance in plain dollars', { asset: 'USD', assetMode: missing('column-hidden') }],
    ['credits', { asset: 'BNFCR', assetMode: { value: 'multi' } }],
    ['credits without its word', { asset: 'BNFCR', assetMode: missing('column-hidden') }],
  ])('multi-assets mode, %s: all there are, in dollars', (_, account) => {
    const found = backingOf(account, 'BTCUSDC:long:cross')
    expect(found?.backing).toMatchObject({
      pool: 'account',
      sharedWith: ['BTCUSDT:long:cross', 'ETHUSDT:long:cross'],
      balance: { amount: d(2_000), asset: account.asset },
    })
    expect(found?.evaluation).toMatchObject({ stakeAsset: account.asset })
  })

  test('a mode that is not in sight: perhaps all of them', () => {
    const assetMode = missing('column-hidden')
    expect(backingOf({ assetMode })?.backing).toMatchObject({
      pool: 'unknown',
      sharedWith: ['ETHUSDT:long:cross', 'BTCUSDC:long:cross'],
    })
    // Where all are margined in one asset the mode makes no difference.
    const [found] = modelsOf(positions.slice(0, 2), { assetMode })
    expect(found?.backing.pool).toBe('asset')
  })
})
