import {
  emptyLedger,
  type Ledger,
  type Observation,
  type ObservedPosition,
  reduceLedger,
} from '@/lib/ledger'
import type { Decimal } from '@/lib/margin'
import { maintenanceMargin, marginRatio, notional } from '@/lib/margin'
import { type EpisodeFacts, episodeFacts, type PositionFacts } from '@/lib/rules/facts'
import type { Limits } from '@/lib/rules/limits'
import { panelModel, type PanelModel } from '@/lib/rules/panel'
import {
  balance,
  brackets,
  type Example,
  figures,
  leverage,
  liquidationOf,
  pnlOf,
} from './example-exchange'

const SYMBOL = 'BTCUSDT'
/** What one deed takes, by the example's own clock. */
const PACE = 60_000
/** When the ledger is shown the same again: nothing counts before it was seen twice. */
const LOOKS = [0, 300, 7_000]

/** The example as it was written down so far. */
export type Told = { ledger: Ledger; looks: number; now: number }

const printed = (value: Decimal, decimals: number) => ({
  value: value.toDecimalPlaces(decimals),
  decimals,
})

const observed = (example: Example): ObservedPosition => {
  const liquidation = liquidationOf(example)
  return {
    symbol: SYMBOL,
    side: figures.side,
    marginMode: 'isolated',
    quantity: figures.quantity.toFixed(3),
    quantityRange: null,
    contractSize: null,
    entryPrice: figures.entryPrice.toFixed(1),
    markPrice: example.mark.toFixed(1),
    liquidationPrice: liquidation === null ? 'none' : liquidation.toFixed(1),
    margin: example.margin.toFixed(2),
    marginSlack: null,
    marginAsset: 'USDT',
    contractType: 'perpetual',
    leverage: leverage.toFixed(0),
    unrealizedPnl: pnlOf(example).toFixed(2),
    estimatedFunding: null,
    nextFundingAt: null,
    stopLoss:
      example.stop === null
        ? { state: 'absent' }
        : { state: 'present', price: example.stop.toFixed(1) },
  }
}

const factsOf = (example: Example, now: number): PositionFacts => {
  const { mark, margin, stop } = example
  const liquidation = liquidationOf(example)
  const pnl = pnlOf(example)
  const ratio = marginRatio({
    maintenanceMargin: maintenanceMargin(notional(figures, mark), brackets),
    marginBalance: margin.plus(pnl),
  })
  const asset = 'USDT'
  return {
    key: `${SYMBOL}:${figures.side}:isolated`,
    symbol: SYMBOL,
    side: figures.side,
    marginMode: 'isolated',
    contract: { value: figures.contract },
    marginAsset: asset,
    quantity: printed(figures.quantity, 3),
    leverage: { value: leverage },
    entryPrice: printed(figures.entryPrice, 1),
    markPrice: printed(mark, 1),
    liquidationPrice: liquidation === null ? { missing: 'none' } : printed(liquidation, 1),
    margin: printed(margin, 2),
    wallet: printed(margin, 2),
    marginRatio: ratio === null ? { missing: 'unknown' } : printed(ratio, 4),
    unrealizedPnl: { value: pnl },
    estimatedFunding: { missing: 'unknown' },
    stopLoss: stop === null ? { state: 'absent' } : { state: 'present', price: printed(stop, 1) },
    readAt: now,
  }
}

const look = (at: number, sequence: number, positions: ObservedPosition[]): Observation => ({
  at,
  sequence,
  positions,
  tab: 'example',
  browserTab: null,
  market: 'usdm',
  positionMode: 'one-way',
  account: null,
  ticker: null,
  complete: true,
})

/** Nothing is open yet: the ledger sees the example open, and knows that no addition was made before. */
export const untold = (now: number): Told => ({
  ledger: reduceLedger(emptyLedger, look(now, 1, [])),
  looks: 1,
  now,
})

/** The ledger after it was shown the example as it is now. */
export const tell = ({ ledger, looks, now }: Told, example: Example): Told => {
  const at = now + PACE
  const positions = example.end === null ? [observed(example)] : []
  const seen = LOOKS.reduce(
    (before, after, index) => reduceLedger(before, look(at + after, looks + index + 1, positions)),
    ledger,
  )
  return { ledger: seen, looks: looks + LOOKS.length, now: at + (LOOKS.at(-1) ?? 0) }
}

/** What the panel shows of it, by the same rules as over the page. */
export const modelOf = (example: Example, { ledger, now }: Told, limits: Limits): PanelModel => {
  const worth = balance.plus(pnlOf(example))
  const episodes = new Map<string, EpisodeFacts>(
    Object.entries(ledger.open).map(([key, episode]) => [key, episodeFacts(episode)]),
  )
  return panelModel({
    input:
      example.end === null
        ? {
            status: 'positions',
            positions: [factsOf(example, now)],
            outOfSight: [],
            unread: [],
            declared: 1,
            account: {
              marginBalance: { value: worth },
              availableBalance: { value: balance.minus(example.margin) },
              marginRatio: { missing: 'unknown' },
              asset: 'USDT',
              assetMode: { value: 'single' },
            },
            positionMode: 'one-way',
            // The example has no order but the stop that it shows.
            openOrders: {
              count: example.stop === null ? 0 : 1,
              orders: null,
              complete: false,
              readAt: null,
            },
          }
        : { status: 'flat' },
    episodes,
    limits,
    previous: null,
    now,
  })
}
