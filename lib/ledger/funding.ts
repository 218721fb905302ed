import { Decimal } from '@/lib/margin'
import { decimal } from './figures'
import type { Numeral } from './observation'

const HOUR = 3_600_000
/** Settlements were delivered up to 20 s after the hour; clocks differ. */
const AROUND = 60_000
/** The longest usual interval; shorter ones exist, so every full hour may be one. */
const USUAL_INTERVAL = 8

/** Of the notional, per settlement. The base rate is 0.01 %; beyond 3 % none has been seen to go. */
const COMMON_RATE = new Decimal('0.0005')
const GREATEST_RATE = new Decimal('0.03')
/** The printed estimate moves a little with rate and mark until the settlement. */
const CLOSE = new Decimal('0.03')
const NEAR = new Decimal('1.25')
/** Over a longer absence rates change. */
const ADRIFT = new Decimal('1.5')

export type FundingQuestion = {
  /** The change happened after the first time and not after the second. */
  from: number
  to: number
  /** Nobody looked in between. */
  away: boolean
  /** By the page's countdown; `null` where it is not in sight. */
  nextFundingAt: number | null
  /** The page's estimate of one settlement, > 0: received. */
  estimate: Numeral | null
  /** Notional at mark, margin asset. */
  notional: Decimal
  /** How far the amount may be off by rounding. */
  slack: Decimal
}

type Span = { hours: number; usual: number }

/** How many settlements may lie between two looks, and how many at the usual interval. */
const settlements = ({ from, to, nextFundingAt, away }: FundingQuestion): Span => {
  const [early, late] = [Math.min(from, to) - AROUND, Math.max(from, to) + AROUND]
  if (nextFundingAt !== null && !away) {
    const announced = nextFundingAt >= early && nextFundingAt <= late
    return announced ? { hours: 1, usual: 1 } : { hours: 0, usual: 0 }
  }
  const count = (length: number) =>
    Math.max(0, Math.floor(late / length) - Math.ceil(early / length) + 1)
  const hours = count(HOUR)
  return { hours, usual: Math.max(Math.min(1, hours), count(USUAL_INTERVAL * HOUR)) }
}

type Range = { low: Decimal; high: Decimal }

const within = (value: Decimal, { low, high }: Range): boolean => value.gte(low) && value.lte(high)

const spread = (low: Decimal, high: Decimal, slack: Decimal): Range => ({
  low: Decimal.min(low, high).minus(slack),
  high: Decimal.max(low, high).plus(slack),
})

/** What is funding without asking, what funding could explain, and what one settlement should be. */
const bounds = (question: FundingQuestion, { hours, usual }: Span) => {
  const { estimate, notional, away, slack } = question
  if (estimate === null) {
    const surely = notional.times(COMMON_RATE).times(usual)
    const perhaps = notional.times(GREATEST_RATE).times(usual)
    return {
      surely: spread(surely.neg(), surely, slack),
      perhaps: spread(perhaps.neg(), perhaps, slack),
      expected: null,
    }
  }
  const one = decimal(estimate)
  if (away) {
    const most = one.abs().times(hours).times(ADRIFT)
    return {
      surely: spread(new Decimal(0), one.times(usual).times(NEAR), slack),
      perhaps: spread(most.neg(), most, slack),
      expected: null,
    }
  }
  const close = one.abs().times(CLOSE)
  return {
    surely: spread(one.minus(close), one.plus(close), slack),
    perhaps: spread(new Decimal(0), one.times(NEAR), slack),
    expected: one,
  }
}

export type FundingVerdict =
  | { kind: 'funding' }
  /** Funding does not explain it. `settled`: what a settlement in between should have been. */
  | { kind: 'margin'; settled: Decimal | null }
  /** Either could be. */
  | { kind: 'ambiguous' }

/**
 * A funding settlement looks exactly like a small change of margin: the wallet and the liquidation
 * price move, size and entry stand. It comes on full hours UTC, and within bounds.
 */
export const judgeFunding = (amount: Decimal, question: FundingQuestion): FundingVerdict => {
  const span = settlements(question)
  if (span.hours === 0) return { kind: 'margin', settled: null }
  const { surely, perhaps, expected } = bounds(question, span)
  if (within(amount, surely)) return { kind: 'funding' }
  if (!within(amount, perhaps)) return { kind: 'margin', settled: expected }
  return { kind: 'ambiguous' }
}
