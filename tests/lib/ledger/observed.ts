import type { Observation, ObservedPosition } from '@/lib/ledger'

/** 0.02 BTC long at 60,000, 20x, by the page. */
export const observedPosition = (change: Partial<ObservedPosition> = {}): ObservedPosition => ({
  symbol: 'BTCUSDT',
  side: 'long',
  marginMode: 'isolated',
  quantity: '0.020',
  quantityRange: null,
  contractSize: null,
  entryPrice: '60000.0',
  markPrice: '59500.0',
  liquidationPrice: '57258.3',
  margin: '59.42',
  marginSlack: null,
  marginAsset: 'USDT',
  contractType: 'perpetual',
  leverage: '20',
  unrealizedPnl: '-10.00',
  estimatedFunding: null,
  nextFundingAt: null,
  stopLoss: { state: 'absent' },
  ...change,
})

/** A short at 2x, of which the margin is worked out from prices, and trembles. */
export const tremblingShort = observedPosition({
  symbol: 'SOLUSDT',
  side: 'short',
  quantity: '149.74',
  entryPrice: '147.996',
  markPrice: '148.09',
  leverage: '2',
  margin: '12695.10',
  marginSlack: '1.5074',
  liquidationPrice: '229.66',
  estimatedFunding: '3.1675',
})

/** One look of a tab at a whole table, with no account card in sight. */
export const observation = (
  change: Partial<Observation> & Pick<Observation, 'at' | 'sequence'>,
): Observation => ({
  tab: 'one',
  browserTab: null,
  market: 'usdm',
  positionMode: null,
  account: null,
  ticker: null,
  complete: true,
  positions: [],
  ...change,
})

/** The account card: balances in the asset. */
export const card = (
  marginBalance: string | null,
  availableBalance: string | null = null,
  asset = 'USDT',
) => ({
  asset,
  marginBalance,
  availableBalance,
})
