import { Decimal } from '@/lib/margin'
import { around, centered, isAbove, isBelow, overlaps, type Range, symmetric } from './range'
import {
  DELIVERY,
  type FundingQuestion,
  mayHaveSettled,
  settlements,
  sinceHour,
} from './settlements'

/** Rates of one settlement, of the notional. */
const COMMON_RATE = new Decimal('0.0005')
/** One in ten settlements of a wild contract; of most contracts it is the cap. */
const UNUSUAL_RATE = new Decimal('0.003')
const GREATEST_RATE = new Decimal('0.03')
/** While nobody looked: every usual settlement at most this, and all together this on top. */
const AWAY_RATE = new Decimal('0.001')
const AWAY_WILD = new Decimal('0.01')
/** The printed estimate of the last minute: as good as this, and never worse than this. */
const CLOSE = new Decimal('0.03')
const NEAR = new Decimal('0.25')
/** An estimate may be off by this much of the notional, however small it is. */
const TREMBLE = new Decimal('0.00001')
/** Rates wander over hours. */
const ADRIFT = new Decimal('3')
const DRIFTED = new Decimal('1.25')

export type FundingVerdict =
  | { kind: 'funding' }
  /** Funding does not explain it. `settled`: what a settlement at that hour comes to, if there was one. */
  | { kind: 'margin'; settled: Range | null }
  /** Either could be. `likely`: a settlement of about what the page has estimated explains it. */
  | { kind: 'ambiguous'; settled: Range | null; likely: boolean }

const exactly = (one: Decimal): Range => around(one, new Decimal(0))

/** Whatever it is, it lies within the bounds. */
const isWithin = (range: Range, bounds: Range): boolean =>
  range.low.gte(bounds.low) && range.high.lte(bounds.high)

/** The likeliest of it is: its middle; of an open range, any of it. */
const isLikely = (range: Range, bounds: Range): boolean => {
  const { middle, slack } = centered(range)
  return overlaps(slack.isFinite() ? exactly(middle) : range, bounds)
}

/** By this clock the hour has not come yet: a settlement tells that the clock is slow. */
const isEarly = ({ to }: FundingQuestion): boolean => sinceHour(to) < 0

const watchedBlindly = (range: Range, question: FundingQuestion): FundingVerdict => {
  const { notional, next } = question
  const isCommon = isWithin(range, symmetric(notional.times(COMMON_RATE)))
  // Before the hour only an estimate can tell it from a small addition.
  if (isCommon && !isEarly(question)) return { kind: 'funding' }
  const most = next?.abs().times(ADRIFT) ?? notional.times(UNUSUAL_RATE)
  const likely = isLikely(range, symmetric(most))
  return overlaps(range, symmetric(notional.times(GREATEST_RATE)))
    ? { kind: 'ambiguous', settled: null, likely }
    : { kind: 'margin', settled: null }
}

const watched = (range: Range, question: FundingQuestion): FundingVerdict => {
  const { estimates, otherSizes, notional } = question
  const [first] = estimates
  if (first === undefined) return watchedBlindly(range, question)
  const tremble = notional.times(TREMBLE)
  const near = (part: Decimal) => (one: Decimal) =>
    overlaps(range, around(one, one.abs().times(part).plus(tremble)))
  const isWhole = (one: Decimal): boolean =>
    isWithin(range, around(one, one.abs().times(NEAR).plus(tremble)))
  // Before the hour, or at the rate of the last seconds, it is one only if all of it fits.
  const fits = (one: Decimal, index: number): boolean =>
    near(CLOSE)(one) && ((index === 0 && !isEarly(question)) || isWhole(one))
  if (centered(range).slack.isFinite() && estimates.some(fits)) return { kind: 'funding' }
  // Of another size it is one only if the clock is wrong: the trader is asked.
  const isNear = [...estimates, ...otherSizes].some(near(NEAR))
  if (isNear) return { kind: 'ambiguous', settled: null, likely: true }
  const settled = around(first, first.abs().times(CLOSE).plus(tremble))
  // Less than the settlement: margin without it, or margin the other way together with it.
  const less = first.isNeg()
    ? isAbove(range, first) && isBelow(range)
    : isBelow(range, first) && isAbove(range)
  return less ? { kind: 'ambiguous', settled, likely: true } : { kind: 'margin', settled }
}

/**
 * What was settled while nobody looked, as far as it may be taken for granted: in the direction of
 * every estimate around that time, and no more than the least of them, drifted. Without an estimate
 * the usual rate, in either direction.
 */
const usualSum = ({ estimates, notional }: FundingQuestion, usual: number): Range => {
  if (estimates.length === 0) return symmetric(notional.times(COMMON_RATE).times(usual))
  const nothing = new Decimal(0)
  const received = estimates.every((one) => one.gte(0))
  const paid = estimates.every((one) => one.lte(0))
  const least = Decimal.min(...estimates.map((one) => one.abs()))
  const most = least.times(usual).times(DRIFTED).plus(notional.times(TREMBLE))
  return {
    low: paid ? most.neg() : nothing,
    high: received ? most : nothing,
  }
}

/**
 * What may well have been settled while nobody looked: rates that were seen have grown; one of the other
 * sign was hardly more than the least of them.
 */
const likelySum = ({ estimates, notional }: FundingQuestion, usual: number): Range => {
  if (estimates.length === 0)
    return symmetric(notional.times(COMMON_RATE).times(usual).times(ADRIFT))
  const least = Decimal.min(...estimates.map((one) => one.abs())).times(DRIFTED)
  const most = (ones: Decimal[]): Decimal =>
    Decimal.max(least, ...ones.map((one) => one.times(ADRIFT))).times(usual)
  return { low: most(estimates.map((one) => one.neg())).neg(), high: most([...estimates]) }
}

const unwatched = (
  range: Range,
  question: FundingQuestion,
  { hours, usual }: { hours: number; usual: number },
): FundingVerdict => {
  const { estimates, notional } = question
  const known = estimates.map((estimate) => estimate.abs())
  const one = known.length === 0 ? notional.times(COMMON_RATE) : Decimal.max(...known)
  if (isWithin(range, usualSum(question, usual))) return { kind: 'funding' }
  const most = notional
    .times(AWAY_RATE.times(usual).plus(AWAY_WILD))
    .plus(one.times(hours).times(ADRIFT))
  return overlaps(range, symmetric(most))
    ? { kind: 'ambiguous', settled: null, likely: isLikely(range, likelySum(question, usual)) }
    : { kind: 'margin', settled: null }
}

/**
 * The wallet was seen after the usual time of delivery, and stood still until then; and it is not the clock
 * that is always so fast.
 */
const isLate = ({ from, to, settledAt }: FundingQuestion): boolean =>
  from > to - sinceHour(to) + DELIVERY && (settledAt === null || sinceHour(settledAt) <= DELIVERY)

/** It equals the estimate but comes at a wrong hour: perhaps it is the clock that is wrong. */
const looksSettled = (range: Range, { estimates, notional }: FundingQuestion): boolean => {
  const { slack } = centered(range)
  return estimates.some(
    (one) =>
      one.abs().gt(notional.times(TREMBLE).times(5)) &&
      slack.lte(one.abs().times(NEAR)) &&
      overlaps(range, around(one, one.abs().times(CLOSE))),
  )
}

/**
 * The first of two changes around an hour was taken to be its settlement, and the second one may just as well be;
 * as may one that a tab on a fast clock shows, which looks once a minute.
 */
const mayBeTheOther = (range: Range, question: FundingQuestion): boolean => {
  const { from, estimates, notional } = question
  const usual = symmetric(notional.times(COMMON_RATE))
  const near = estimates.map((one) => around(one, one.abs().times(NEAR)))
  return (
    mayHaveSettled({ ...question, from: from - DELIVERY }) &&
    (near.length === 0 ? [usual] : near).some((bounds) => overlaps(range, bounds))
  )
}

/**
 * A funding settlement looks exactly like a small change of margin: the wallet and the liquidation
 * price move, size and entry stand. It comes on full hours UTC, and within bounds.
 */
export const judgeFunding = (range: Range, question: FundingQuestion): FundingVerdict => {
  const span = settlements(question)
  if (span.hours === 0) {
    return !question.away && (looksSettled(range, question) || mayBeTheOther(range, question))
      ? { kind: 'ambiguous', settled: null, likely: false }
      : { kind: 'margin', settled: null }
  }
  if (question.away) return unwatched(range, question, span)
  const verdict = watched(range, question)
  // By now it should have been in the wallet already: it may be, or the clock is wrong.
  return verdict.kind === 'funding' && isLate(question)
    ? { kind: 'ambiguous', settled: null, likely: true }
    : verdict
}
