export type Candle = { open: number; high: number; low: number; close: number; volume: number }

/** Ticks of the mark in one candle. */
const PER_CANDLE = 6
const KEPT = 400

/** Candles before the session, drawn from the price with a seed of their own: scenery only. */
export const scenery = (price: number, count: number): Candle[] => {
  let seed = 7
  const next = () => {
    seed = (seed * 16807) % 2147483647
    return seed / 2147483647 - 0.5
  }
  const candles: Candle[] = []
  let close = price
  for (let index = 0; index < count; index += 1) {
    // Pulled back to the price, so that history neither climbs nor sinks without end.
    const open = close * (1 + next() * 0.0045) + (price - close) * 0.04
    const high = Math.max(open, close) * (1 + Math.abs(next()) * 0.0014)
    const low = Math.min(open, close) * (1 - Math.abs(next()) * 0.0014)
    const volume = 0.25 + Math.abs(next()) + (150 * Math.abs(close - open)) / price
    candles.unshift({ open, high, low, close, volume })
    close = open
  }
  return candles
}

/** Takes one more tick into the last candle, or begins the next. */
export const takeTick = (candles: Candle[], price: number, tick: number): void => {
  const last = candles.at(-1)
  if (last === undefined || tick % PER_CANDLE === 0) {
    const open = last?.close ?? price
    candles.push({
      open,
      high: Math.max(open, price),
      low: Math.min(open, price),
      close: price,
      volume: 0.2,
    })
    candles.splice(0, Math.max(0, candles.length - KEPT))
    return
  }
  last.close = price
  last.high = Math.max(last.high, price)
  last.low = Math.min(last.low, price)
  last.volume = Math.min(1.4, last.volume + 0.08)
}
