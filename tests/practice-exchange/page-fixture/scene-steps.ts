import type { PracticeControls } from '../controls.ts'

/** One call of the control surface: its name and what it is given. */
export type Step = {
  [N in keyof PracticeControls]: [control: N, ...given: Parameters<PracticeControls[N]>]
}[keyof PracticeControls]

/**
 * Both sides, both modes, losing and winning, two margin assets, a date, small prices; a stop-loss
 * alone, a take-profit alone, both, none, partial ones; one order that waits.
 */
export const mixedPositions: readonly Step[] = [
  ['setPrice', 'BTCUSDT', 60_018.8],
  ['setPrice', 'ETHUSDT', 2_998.13],
  ['setPrice', '1000PEPEUSDT', 0.0112378],
  ['setPrice', 'BTCUSDC', 60_031.6],
  ['setPrice', 'BTCUSDT_261225', 60_407.9],
  [
    'open',
    { symbol: 'BTCUSDT', side: 'buy', quantity: 0.02, leverage: 20, marginMode: 'isolated' },
  ],
  ['open', { symbol: 'ETHUSDT', side: 'sell', quantity: 0.5, leverage: 10, marginMode: 'cross' }],
  [
    'open',
    { symbol: '1000PEPEUSDT', side: 'sell', quantity: 9000, leverage: 5, marginMode: 'isolated' },
  ],
  ['open', { symbol: 'BTCUSDC', side: 'buy', quantity: 0.012, leverage: 3, marginMode: 'cross' }],
  [
    'open',
    { symbol: 'BTCUSDT_261225', side: 'buy', quantity: 0.01, leverage: 8, marginMode: 'isolated' },
  ],
  ['placeLimit', { symbol: 'BNBUSDT', side: 'buy', price: 590, quantity: 0.2 }],
  ['setFundingRate', 'ETHUSDT', -0.0002],
  ['setPrice', 'BTCUSDT', 59_312.4],
  ['setPrice', 'ETHUSDT', 3_041.57],
  ['setPrice', '1000PEPEUSDT', 0.0104218],
  ['setPrice', 'BTCUSDC', 60_377.1],
  ['setPrice', 'BTCUSDT_261225', 60_812.5],
  ['setLast', 'BTCUSDT', 59_308.9],
  ['addMargin', 'BTCUSDT', 12.5, 'trader'],
  ['setStops', 'BTCUSDT', { takeProfit: 63_000, stopLoss: 58_400 }],
  ['setStops', '1000PEPEUSDT', { stopLoss: 0.0112 }],
  ['addPartialStop', 'ETHUSDT', 'take-profit', 2_900, 0.25],
  ['addPartialStop', 'BTCUSDT_261225', 'stop-loss', 58_000, 0.005],
  ['addPartialStop', 'BTCUSDT_261225', 'take-profit', 64_000, 0.005],
]

export const onePosition: readonly Step[] = [
  ['setPrice', 'BTCUSDT', 60_018.8],
  [
    'open',
    { symbol: 'BTCUSDT', side: 'buy', quantity: 0.02, leverage: 20, marginMode: 'isolated' },
  ],
  ['setPrice', 'BTCUSDT', 59_312.4],
]

export const hedged: readonly Step[] = [
  ['setPrice', 'BTCUSDT', 60_018.8],
  ['setMarginMode', 'BTCUSDT', 'isolated'],
  ['open', { symbol: 'BTCUSDT', side: 'buy', quantity: 0.02, leverage: 20, leg: 'long' }],
  ['open', { symbol: 'BTCUSDT', side: 'sell', quantity: 0.008, leg: 'short' }],
  ['open', { symbol: 'SOLUSDT', side: 'sell', quantity: 6, leverage: 10, leg: 'short' }],
  ['setPrice', 'BTCUSDT', 59_312.4],
  ['setPrice', 'SOLUSDT', 151.37],
]

/** Both legs in cross mode: one liquidation price, above the mark, since the short leg outweighs the long. */
export const hedgedAcross: readonly Step[] = [
  ['setPrice', 'BTCUSDT', 60_018.8],
  ['setMarginMode', 'BTCUSDT', 'cross'],
  ['setLeverage', 'BTCUSDT', 20],
  ['open', { symbol: 'BTCUSDT', side: 'buy', quantity: 0.05, leg: 'long' }],
  ['open', { symbol: 'BTCUSDT', side: 'sell', quantity: 0.15, leg: 'short' }],
  ['setPrice', 'BTCUSDT', 59_312.4],
]

/** A stop-loss that no column shows, one for a part of another position, and a limit order. */
export const withConditionalStop: readonly Step[] = [
  ['setPrice', 'BTCUSDT', 60_018.8],
  ['setPrice', 'ETHUSDT', 2_998.13],
  [
    'open',
    { symbol: 'BTCUSDT', side: 'buy', quantity: 0.02, leverage: 20, marginMode: 'isolated' },
  ],
  [
    'open',
    { symbol: 'ETHUSDT', side: 'sell', quantity: 0.5, leverage: 10, marginMode: 'isolated' },
  ],
  [
    'placeConditional',
    { symbol: 'BTCUSDT', side: 'sell', kind: 'stop-loss', trigger: 58_400, quantity: null },
  ],
  ['addPartialStop', 'ETHUSDT', 'stop-loss', 3_100, 0.25],
  ['placeLimit', { symbol: 'BNBUSDT', side: 'buy', price: 590, quantity: 0.2 }],
  ['setPrice', 'BTCUSDT', 59_312.4],
]

export const coinMargined: readonly Step[] = [
  ['setPrice', 'BTCUSD_PERP', 60_018.8],
  ['setPrice', 'ETHUSD_PERP', 2_998.13],
  [
    'open',
    { symbol: 'BTCUSD_PERP', side: 'buy', quantity: 12, leverage: 10, marginMode: 'isolated' },
  ],
  ['open', { symbol: 'ETHUSD_PERP', side: 'sell', quantity: 90, leverage: 5, marginMode: 'cross' }],
  [
    'open',
    { symbol: 'BTCUSD_261225', side: 'sell', quantity: 7, leverage: 5, marginMode: 'isolated' },
  ],
  ['setPrice', 'BTCUSD_PERP', 58_940.3],
  ['setPrice', 'ETHUSD_PERP', 2_955.46],
  ['setPrice', 'BTCUSD_261225', 60_120.7],
]

export const underMultiAssets: readonly Step[] = [
  ['setPrice', 'BTCUSDT', 60_018.8],
  ['open', { symbol: 'BTCUSDT', side: 'buy', quantity: 0.03, leverage: 10 }],
  ['open', { symbol: 'BTCUSDC', side: 'sell', quantity: 0.01, leverage: 5 }],
  ['setPrice', 'BTCUSDT', 59_312.4],
  ['setPrice', 'BTCUSDC', 60_377.1],
]
