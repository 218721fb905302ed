import { Decimal } from '@/lib/margin'
import type { BracketEstimate } from '@/lib/margin/preview'
import type { PositionFacts } from '../facts/facts'
import { known } from '../facts/figure'
import { type LiquidationAfter, liquidationAfter } from '../planning/liquidation-after'
import { rowEvidenceOf } from '../facts/row-evidence-of'
import type { TickerFacts } from './ticker-memory'

export type FundingDrain = {
  /** The page's own estimate for this position: < 0 is paid, > 0 received. Margin asset. */
  next: Decimal
  /** What fundings like the next one add up to in a day; `null`: it is not known how many there are. */
  day: Decimal | null
  /** Where liquidation would be after such a day; `null`: not known. */
  afterDay: LiquidationAfter | null
}

const DAY_MS = 24 * 3_600_000

/**
 * What funding takes from an isolated position's margin. Known only where the page prints all of it:
 * the estimate in the row, and rate and countdown over the chart. A day is the next funding as often as
 * there are fundings in a day, next · 24 h ÷ interval: rates change, so it is what the present one would
 * take. Liquidation moves as if that much margin were removed.
 */
export const fundingDrain = ({
  position,
  ticker,
  estimate,
  now,
}: {
  position: PositionFacts
  ticker: TickerFacts | null
  estimate: BracketEstimate
  now: number
}): FundingDrain | null => {
  const row = rowEvidenceOf(position)
  const next = known(position.estimatedFunding)
  if (row === null || next === null || next.isZero() || ticker === null) return null
  const at = known(ticker.nextFundingAt)
  if (at === null || at <= now || known(ticker.fundingRate) === null) return null
  const { fundingInterval } = ticker
  const day = fundingInterval === null ? null : next.times(new Decimal(DAY_MS).div(fundingInterval))
  const afterDay =
    day === null ? null : liquidationAfter({ row, estimate, change: day, pageEstimate: null })
  return { next, day, afterDay }
}
