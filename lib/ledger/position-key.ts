import type { MarginMode, Side } from '@/lib/margin'

/** As in the panel's contract: "BTCUSDT:long:isolated". The symbol tells the market apart. */
export type PositionKey = `${string}:${Side}:${MarginMode}`

export const positionKey = (position: {
  symbol: string
  side: Side
  marginMode: MarginMode
}): PositionKey => `${position.symbol}:${position.side}:${position.marginMode}`

/** The other side of the same contract under the same margin mode. */
export const oppositeOf = (position: Parameters<typeof positionKey>[0]): PositionKey =>
  positionKey({ ...position, side: position.side === 'long' ? 'short' : 'long' })
