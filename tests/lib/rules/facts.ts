import { Decimal } from '@/lib/margin'
import type { EpisodeFacts, Figure, PositionFacts } from '@/lib/rules/facts'
import type { AccountFacts, OpenOrdersFacts } from '@/lib/rules/facts/facts'
import type { PanelInput } from '@/lib/rules/panel/panel-input'
import type { Backing } from '@/lib/rules/position/backing'

export const d = (value: string | number): Decimal => new Decimal(value)
export const is = (value: string | number): { value: Decimal } => ({ value: d(value) })
export const missing = (
  reason: 'column-hidden' | 'none' | 'unparsed' | 'contradicted' | 'unknown' | 'other-asset',
): Figure<never> => ({ missing: reason })

/** A 20x isolated long of 0.02 BTC at 60,000 with a first margin of 60. */
export const longPosition: PositionFacts = {
  key: 'BTCUSDT:long:isolated',
  symbol: 'BTCUSDT',
  side: 'long',
  marginMode: 'isolated',
  contract: { value: { kind: 'linear' } },
  marginAsset: 'USDT',
  quantity: is('0.02'),
  leverage: is(10),
  entryPrice: is(60_000),
  markPrice: is(60_000),
  liquidationPrice: is(50_000),
  margin: is(60),
  wallet: is(60),
  marginRatio: is('0.08'),
  unrealizedPnl: is(0),
  estimatedFunding: { missing: 'unknown' },
  stopLoss: { state: 'present', price: is(58_000) },
  readAt: 1_000_000,
}

export const episodeOf = (change: Partial<EpisodeFacts> = {}): EpisodeFacts => ({
  id: 'BTCUSDT:long:isolated@900000',
  marginAdditions: 0,
  additionsKnown: true,
  additions: [],
  markAtFirstAddition: null,
  pnlAtFirstAddition: null,
  pnlAtLastAddition: null,
  increasesWhileLosing: 0,
  withoutStopSince: null,
  rises: [],
  earlierLiquidationPrices: [],
  declaredAdditions: 0,
  lastWord: null,
  ...change,
})

/** The page says that there is no open order: what the columns do not show is not there. */
export const noOrders: OpenOrdersFacts = { count: 0, orders: null, complete: false, readAt: null }

/** Single-asset mode, 2,000 USDT. */
export const accountFacts: AccountFacts = {
  marginBalance: is(2_000),
  availableBalance: is(1_900),
  marginRatio: is('0.05'),
  asset: 'USDT',
  assetMode: { value: 'single' },
}

export const backing: Backing = {
  capital: is(2_000),
  balance: { amount: d(2_000), asset: 'USDT' },
  available: d(1_900),
  marginRatio: is('0.05'),
  pool: 'asset',
  sharedWith: [],
}

export const panelInput = (
  positions: readonly PositionFacts[],
  change: Partial<Extract<PanelInput, { status: 'positions' }>> = {},
): PanelInput => ({
  status: 'positions',
  positions,
  outOfSight: [],
  unread: [],
  declared: positions.length,
  account: accountFacts,
  positionMode: 'one-way',
  openOrders: noOrders,
  ...change,
})
