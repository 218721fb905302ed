import type { Decimal } from '@/lib/margin'
import type { PositionFacts } from '../facts/facts'
import { knownPositive } from '../facts/figure'

/**
 * How far the mark has to move to stand at the entry price again, a signed fraction of mark: a long at
 * 59,100 that was entered at 60,000 needs (60,000 − 59,100) ÷ 59,100 = +1.53 %. `null`: it is not losing,
 * or not enough is known. Fees and funding come on top and are not in it.
 */
export const wayBack = ({
  side,
  entryPrice,
  markPrice,
}: Pick<PositionFacts, 'side' | 'entryPrice' | 'markPrice'>): Decimal | null => {
  const entry = knownPositive(entryPrice)
  const mark = knownPositive(markPrice)
  if (side === 'unknown' || entry === null || mark === null) return null
  const isLosing = side === 'long' ? mark.lt(entry) : mark.gt(entry)
  return isLosing ? entry.minus(mark).div(mark) : null
}
