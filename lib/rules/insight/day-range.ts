import type { Decimal } from '@/lib/margin'
import { type Figure, known, knownPositive } from '../facts/figure'
import type { PositionFacts } from '../facts/facts'
import type { TickerFacts } from './ticker-memory'

/** A day's range that was seen a day ago is none of today's. */
const OLDEST_MS = 24 * 3_600_000

/**
 * How far the price moved in a day, to be held against the distance to liquidation: both are fractions of
 * the mark, (high − low) ÷ mark and |mark − liquidation| ÷ mark. `null`: not known, or nothing to hold it
 * against.
 */
export const dayRange = ({
  ticker,
  position,
  distance,
  now,
}: {
  ticker: TickerFacts | null
  position: Pick<PositionFacts, 'markPrice'>
  distance: Figure<Decimal>
  now: number
}) => {
  if (ticker === null || now - ticker.readAt > OLDEST_MS) return null
  const [high, low] = [knownPositive(ticker.dayHigh), knownPositive(ticker.dayLow)]
  const mark = knownPositive(position.markPrice)
  const away = known(distance)
  if (high === null || low === null || mark === null || away === null || high.lt(low)) return null
  const moved = high.minus(low).div(mark)
  return {
    /** Highest less lowest price of the last 24 hours, as a fraction of the mark. */
    moved,
    /** As far as liquidation is, or farther. */
    reachesLiquidation: moved.gte(away),
    /** Since these prices were in sight, milliseconds. */
    age: Math.max(0, now - ticker.readAt),
  }
}
