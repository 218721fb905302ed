import { Decimal, type PrintedFigure } from '@/lib/margin'
import type { RowEvidence } from '@/lib/margin/preview'
import {
  amountDigits,
  contractOf,
  contracts,
  digitsOf,
  Exchange,
  newState,
  type Position,
} from '../../practice-exchange/engine/index.ts'

const printed = (value: number, decimals: number): PrintedFigure => ({
  value: new Decimal(value.toFixed(decimals)),
  decimals,
})

/** A row as the practice exchange prints it at its present mark; `null`: no liquidation price. */
const print = (exchange: Exchange, position: Position): RowEvidence | null => {
  const spec = contractOf(position.symbol)
  const { mark, margin, marginRatio, liquidationPrice } = exchange.figures(position)
  const digits = digitsOf(spec.tick)
  if (liquidationPrice === null || liquidationPrice < spec.tick / 2) return null
  return {
    contract:
      spec.kind === 'linear'
        ? { kind: 'linear' }
        : { kind: 'inverse', contractSize: new Decimal(spec.contractSize) },
    side: position.side,
    quantity: printed(position.quantity, digitsOf(spec.lot)),
    entryPrice: printed(position.entryPrice, digits + 1),
    liquidationPrice: printed(liquidationPrice, digits),
    margin: printed(margin, amountDigits(spec.asset)),
    markPrice: printed(mark, digits),
    marginRatio: printed(marginRatio, 4),
  }
}

export type DrawnPosition = {
  exchange: Exchange
  position: Position
  /** Looks at it, oldest first, while the mark moved. */
  rows: readonly [RowEvidence, ...RowEvidence[]]
}

/** Isolated positions opened on the practice exchange and watched over some ticks. */
export const drawPositions = (random: () => number, wanted: number): DrawnPosition[] => {
  const symbols = [...contracts.keys()].slice(0, 16)
  const wallets = { USDT: 1e6, USDC: 1e6, BTC: 50, ETH: 500, BNB: 2_000 }
  const drawn: DrawnPosition[] = []
  while (drawn.length < wanted) {
    const seed = 1 + Math.floor(random() * 1e6)
    const exchange = new Exchange(newState({ seed, now: 1, wallets }))
    const symbol = symbols[Math.floor(random() * symbols.length)] ?? 'BTCUSDT'
    const spec = contractOf(symbol)
    exchange.setMarginMode(symbol, 'isolated')
    exchange.setLeverage(symbol, [2, 5, 10, 20][Math.floor(random() * 4)] ?? 5)
    const size = 200 * 50 ** random()
    const exact = spec.kind === 'linear' ? size / spec.price : size / spec.contractSize
    const quantity = Math.max(1, Math.round(exact / spec.lot)) * spec.lot
    exchange.marketOrder({ symbol, side: random() < 0.5 ? 'buy' : 'sell', quantity })
    const [position] = exchange.account.positions
    if (position === undefined) continue
    const market = exchange.market(symbol)
    const rows: RowEvidence[] = []
    for (let tick = 0; tick < 30; tick += 1) {
      // By hand: no funding, no liquidation.
      market.mark *= 1 + 0.0012 * (random() + random() - 1)
      const row = print(exchange, position)
      if (row !== null) rows.push(row)
    }
    const [first, ...others] = rows
    if (first !== undefined) drawn.push({ exchange, position, rows: [first, ...others] })
  }
  return drawn
}
