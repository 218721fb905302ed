import { Decimal } from '@/lib/margin'
import type {
  ActionReading,
  MarginDialogReading,
  NumberField,
  OrderFormReading,
  PageReading,
  PositionReading,
} from '@/lib/page'

export const printed = (text: string): NumberField => ({
  value: new Decimal(text),
  decimals: text.split('.')[1]?.length ?? 0,
  text,
})
export const none: NumberField = { missing: 'none' }
const hidden: NumberField = { missing: 'column-hidden' }

/** When the readings of these tests are taken. */
export const NOON = Date.UTC(2026, 10, 26, 12)

/** A 10x isolated long of 0.02 BTC at 60,000 with a margin of 120, ten per cent above liquidation. */
export const position = (change: Partial<PositionReading> = {}): PositionReading => ({
  key: 'BTCUSDT:long:isolated',
  symbol: 'BTCUSDT',
  contractType: { kind: 'perpetual' },
  contract: { value: { kind: 'linear' }, text: 'BTCUSDT' },
  side: 'long',
  marginMode: 'isolated',
  marginAsset: 'USDT',
  leverage: printed('10'),
  quantity: printed('0.020'),
  entryPrice: printed('60000.0'),
  breakEvenPrice: hidden,
  markPrice: printed('60000.0'),
  liquidationPrice: printed('50000.0'),
  marginRatio: hidden,
  margin: printed('120.00'),
  wallet: printed('120.00'),
  marginHolds: 'wallet',
  unrealizedPnl: printed('0.00'),
  roi: hidden,
  estimatedFunding: hidden,
  takeProfit: none,
  stopLoss: { state: 'present', price: printed('58000.0') },
  readAt: NOON,
  ...change,
})

export type Positions = Extract<PageReading, { status: 'positions' }>

const market = {
  market: 'usdm',
  positionMode: 'one-way',
  openOrders: { count: 0, orders: null, complete: false, readAt: null },
  account: {
    marginBalance: printed('20000.00'),
    maintenanceMargin: hidden,
    marginRatio: hidden,
    availableBalance: printed('19000.00'),
    asset: 'USDT',
    assetMode: { value: 'single', text: 'Single-Asset Mode' },
  },
  ticker: {
    symbol: 'BTCUSDT',
    markPrice: printed('60000.0'),
    lastPrice: printed('60000.0'),
    markStillSince: null,
    dayHigh: hidden,
    dayLow: hidden,
    fundingRate: hidden,
    nextFundingAt: { missing: 'column-hidden' },
  },
} as const satisfies Partial<Positions>

export const reading = (
  positions: readonly PositionReading[] = [position()],
  change: Partial<Positions> = {},
): Positions => ({
  ...market,
  status: 'positions',
  positions,
  outOfSight: [],
  unread: [],
  declared: positions.length,
  complete: true,
  translated: false,
  ...change,
})

export const flat: PageReading = { ...market, status: 'flat' }
export const otherTab: PageReading = { ...market, status: 'hidden', outOfSight: [] }

export const box = { left: 500, top: 200, width: 400, height: 500 }

/** Adding 50 to the position above. */
export const dialog = (change: Partial<MarginDialogReading> = {}): MarginDialogReading => ({
  direction: 'add',
  symbol: 'BTCUSDT',
  amount: printed('50'),
  asset: 'USDT',
  assignedMargin: printed('120.00'),
  most: printed('19000.00'),
  estimatedLiquidationPrice: none,
  box,
  ...change,
})

/** Buying as much as all of the balance could pay. */
export const order = (change: Partial<OrderFormReading> = {}): OrderFormReading => ({
  symbol: 'BTCUSDT',
  action: 'open',
  type: 'limit',
  marginMode: 'isolated',
  leverage: printed('10'),
  price: printed('60000.0'),
  size: printed('3'),
  sizeUnit: 'BTC',
  takeProfit: none,
  stopLoss: none,
  reduceOnly: { value: false, text: '' },
  availableBalance: printed('19000.00'),
  asset: 'USDT',
  long: { liquidationPrice: none, cost: none },
  short: { liquidationPrice: none, cost: none },
  box: { left: 1000, top: 100, width: 280, height: 600 },
  ...change,
})

export const action = (change: Partial<ActionReading> = {}): ActionReading => ({
  dialog: null,
  order: null,
  dialogs: change.dialog ? [change.dialog.box] : [],
  ...change,
})
