import type { PageReading, PositionReading } from '@/lib/page'
import type { AccountTruth, PageTruth, PositionTruth, Printed } from '../truth.ts'
import type { Plain } from './plain.ts'

const field = (printed: Printed | undefined) =>
  printed?.is === 'figure'
    ? { value: String(printed.value), decimals: 0, text: printed.digits }
    : { missing: printed?.is === 'none' ? ('none' as const) : ('column-hidden' as const) }

const stop = ({ printed, hasStop, seesAllStops }: PositionTruth) =>
  printed.stopLoss?.is === 'figure'
    ? { state: 'present' as const, price: field(printed.stopLoss) }
    : hasStop
      ? { state: 'partial' as const, count: null }
      : seesAllStops
        ? { state: 'absent' as const }
        : { state: 'unknown' as const }

const quantity = (truth: PositionTruth) =>
  truth.printed.quantity === undefined
    ? field(undefined)
    : {
        ...field(truth.printed.quantity),
        range: { low: String(truth.quantity * 0.999), high: String(truth.quantity * 1.001) },
      }

const position = (truth: PositionTruth): Plain<PositionReading> => {
  const { side, marginMode, printed } = truth
  const isIsolated = marginMode === 'isolated'
  return {
    key: `${truth.symbol}:${side}:${marginMode}`,
    symbol: truth.symbol,
    contractType: null,
    contract: { missing: 'unknown' },
    side,
    marginMode,
    marginAsset: null,
    leverage: field(printed.leverage),
    quantity: quantity(truth),
    entryPrice: field(printed.entryPrice),
    breakEvenPrice: field(printed.breakEvenPrice),
    markPrice: field(printed.markPrice),
    liquidationPrice: field(printed.liquidationPrice),
    marginRatio: field(printed.marginRatio),
    margin: field(printed.margin),
    wallet: isIsolated ? field(printed.margin) : { missing: 'unknown' },
    marginHolds: null,
    unrealizedPnl: field(printed.unrealizedPnl),
    roi: field(printed.roi),
    estimatedFunding: field(printed.estimatedFunding),
    takeProfit: field(printed.takeProfit),
    stopLoss: stop(truth),
    readAt: 0,
  }
}

const account = (truth: AccountTruth) => ({
  marginBalance: field(truth.marginBalance),
  maintenanceMargin: field(truth.maintenanceMargin),
  marginRatio: field(truth.marginRatio),
  availableBalance: field(truth.availableBalance),
  asset: null,
  assetMode:
    truth.assetMode === undefined
      ? { missing: 'column-hidden' as const }
      : { value: truth.assetMode, text: '' },
})

const nowhere = { missing: 'column-hidden' } as const

/** What a reader would say that sees all that a person sees: it is what the judge is tried on. */
export const idealReading = (page: PageTruth): Plain<PageReading> => {
  const common = {
    market: 'usdm',
    positionMode: 'unknown',
    openOrders: { count: page.openOrders, orders: null, complete: false, readAt: null },
    account: account(page.account),
    ticker: {
      symbol: null,
      markPrice: field(page.ticker.markPrice),
      lastPrice: field(page.ticker.lastPrice),
      markStillSince: null,
      dayHigh: nowhere,
      dayLow: nowhere,
      fundingRate: nowhere,
      nextFundingAt: nowhere,
    },
  } as const
  if (page.tabInFront === 'another') return { status: 'hidden', outOfSight: [], ...common }
  if (page.open === 0) return { status: 'flat', ...common }
  return {
    status: 'positions',
    ...common,
    positions: page.positions.map(position),
    outOfSight: [],
    unread: [],
    translated: false,
    declared: page.declared,
    complete: page.positions.length === page.open,
  }
}
