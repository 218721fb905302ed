import type { MarginMode, Side } from '@/lib/margin'

/** As in the panel's contract: "BTCUSDT:long:isolated". The symbol tells the market apart. */
export type PositionKey = `${string}:${Side}:${MarginMode}`

export const positionKey = (position: {
  symbol: string
  side: Side
  marginMode: MarginMode
}): PositionKey => `${position.symbol}:${position.side}:${position.marginMode}`
