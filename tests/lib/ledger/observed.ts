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
