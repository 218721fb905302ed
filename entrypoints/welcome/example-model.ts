import { emptyLedger, type Ledger, type Observation, reduceLedger } from '@/lib/ledger'
import { lookOf } from '@/lib/look-of'
import { Decimal, maintenanceMargin, marginRatio, notional } from '@/lib/margin'
import type { NumberField, PositionReading, TickerReading } from '@/lib/page'
import { ordersOutOfSight } from '@/lib/page/reading'
import { episodeFacts } from '@/lib/rules/facts'
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
  worthOf,
} from './example-exchange'

const SYMBOL = 'BTCUSDT'
/** What one deed takes, by the example's own clock. */
const PACE = 60_000
/** When the ledger is shown the same again: nothing counts before it was seen twice. */
const LOOKS = [0, 300, 7_000]

/** The example as it was written down so far. */
export type Told = { ledger: Ledger; looks: number; now: number }

const asset = 'USDT'
const notShown = { missing: 'unknown' } as const

const printed = (value: Decimal, decimals: number): NumberField => {
  const text = value.toFixed(decimals)
  return { value: new Decimal(text), decimals, text }
}

/** The row that the page would show. */
const rowOf = (example: Example, now: number): PositionReading => {
  const { mark, margin, stop } = example
  const { side, contract, quantity, entryPrice } = figures
  const liquidation = liquidationOf(example)
  const pnl = pnlOf(example)
  const ratio = marginRatio({
    maintenanceMargin: maintenanceMargin(notional(figures, mark), brackets),
    marginBalance: margin.plus(pnl),
  })
  return {
    key: `${SYMBOL}:${side}:isolated`,
    symbol: SYMBOL,
    contractType: { kind: 'perpetual' },
    contract: { value: contract, text: SYMBOL },
    side,
    marginMode: 'isolated',
    marginAsset: asset,
    leverage: printed(leverage, 0),
    quantity: printed(quantity, 3),
    entryPrice: printed(entryPrice, 1),
    breakEvenPrice: notShown,
    markPrice: printed(mark, 1),
    liquidationPrice: liquidation === null ? { missing: 'none' } : printed(liquidation, 1),
    marginRatio: ratio === null ? notShown : printed(ratio, 4),
    margin: printed(margin, 2),
    wallet: printed(margin, 2),
    marginHolds: 'wallet',
    unrealizedPnl: printed(pnl, 3),
    roi: notShown,
    estimatedFunding: notShown,
    takeProfit: notShown,
    stopLoss: stop === null ? { state: 'absent' } : { state: 'present', price: printed(stop, 1) },
    readAt: now,
  }
}

const ticker: TickerReading = {
  symbol: null,
  markPrice: notShown,
  lastPrice: notShown,
  markStillSince: null,
  dayHigh: notShown,
  dayLow: notShown,
  fundingRate: notShown,
  nextFundingAt: notShown,
}

/** The whole page with that row; `null`: with none. From here on it goes the road of every page. */
const readingOf = (example: Example | null, now: number) => {
  const worth = example === null ? balance : worthOf(example)
  const isOpen = example !== null && example.end === null
  const common = {
    market: 'usdm',
    positionMode: 'one-way',
    // It has no order but the stop that it shows.
    openOrders: { ...ordersOutOfSight, count: isOpen && example.stop !== null ? 1 : 0 },
    account: {
      marginBalance: printed(worth, 3),
      maintenanceMargin: notShown,
      marginRatio: notShown,
      availableBalance: printed(isOpen ? balance.minus(example.margin) : worth, 3),
      asset,
      assetMode: { value: 'single', text: '' },
    },
    ticker,
  } as const
  return isOpen
    ? ({
        ...common,
        status: 'positions',
        positions: [rowOf(example, now)],
        outOfSight: [],
        unread: [],
        declared: 1,
        complete: true,
        translated: false,
      } as const)
    : ({ ...common, status: 'flat' } as const)
}

const look = (at: number, sequence: number, example: Example | null): Observation => ({
  ...lookOf(readingOf(example, at), { at, tab: 'example' }),
  sequence,
})

/** Nothing is open yet: the ledger sees the example open, and knows that no addition was made before. */
export const untold = (now: number): Told => ({
  ledger: reduceLedger(emptyLedger, look(now, 1, null)),
  looks: 1,
  now,
})

/** The ledger after it was shown the example as it is now. */
export const tell = ({ ledger, looks, now }: Told, example: Example): Told => {
  const at = now + PACE
  const seen = LOOKS.reduce(
    (before, after, index) => reduceLedger(before, look(at + after, looks + index + 1, example)),
    ledger,
  )
  return { ledger: seen, looks: looks + LOOKS.length, now: at + (LOOKS.at(-1) ?? 0) }
}

/** What the panel shows of it, by the same rules as over the page. */
export const modelOf = (example: Example, { ledger, now }: Told, limits: Limits): PanelModel =>
  panelModel({
    input: readingOf(example, now),
    episodes: new Map(
      Object.entries(ledger.open).map(([key, episode]) => [key, episodeFacts(episode)]),
    ),
    limits,
    previous: null,
    now,
  })
