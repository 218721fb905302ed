import type { Decimal } from '@/lib/margin'

export const HOUR_MS = 3_600_000
/** Settlements were delivered up to 20 s after the hour, and never before it; clocks differ. */
const AROUND = 60_000
const EARLY = 30_000
/** The usual part of it, as far as the clock is right. */
export const DELIVERY = 25_000
/** Most contracts settle every eight or every four hours; every full hour may be one. */
const USUAL_INTERVAL = 4

export type FundingQuestion = {
  /** A contract with a day of delivery: only perpetual ones settle funding. */
  dated: boolean
  /** The change happened after the first time and not after the second. */
  from: number
  to: number
  /** Nobody looked in between. */
  away: boolean
  /** A settlement that is in the ledger already was recorded at that time; `null`: none. */
  settledAt: number | null
  /** By the page's countdown, the settlement that was due last and the next one; `null`: not in sight. */
  dueAt: number | null
  nextFundingAt: number | null
  /** The page's estimates of one settlement around that time, earliest first, > 0: received. */
  estimates: readonly Decimal[]
  /** What they come to for the size of before, or of after, if the clock is wrong by that much. */
  otherSizes: readonly Decimal[]
  /** The estimate of the settlement after that, where none of this one is known; `null`: nor of it. */
  next: Decimal | null
  /** Notional at mark, margin asset. */
  notional: Decimal
}

/** How long after the full hour nearest to it, or before it. */
export const sinceHour = (time: number): number => time - Math.round(time / HOUR_MS) * HOUR_MS

/** How many multiples of a length lie between two moments. */
const multiples = (early: number, late: number, length: number): number =>
  Math.max(0, Math.floor(late / length) - Math.ceil(early / length) + 1)

/** How many settlements may lie between the looks, and how many at the usual interval. */
export const settlements = (question: FundingQuestion) => {
  const { from, to, settledAt, dueAt, nextFundingAt, away } = question
  if (question.dated) return { hours: 0, usual: 0 }
  const late = Math.max(from, to) + EARLY
  // One recorded after the last look was recorded under another clock.
  const settled =
    settledAt === null || settledAt > from
      ? -Infinity
      : Math.floor((settledAt + DELIVERY) / HOUR_MS) * HOUR_MS
  const early = Math.max(Math.min(from, to) - AROUND, settled + 1)
  // A countdown that has run out says nothing about the settlement after it.
  if (nextFundingAt !== null && nextFundingAt >= early && !away) {
    // On a clock that is six seconds fast 16:00 is due at 16:00:06, and is settled all the same.
    const isDue = (at: number): boolean =>
      at >= early && at <= late && Math.round(at / HOUR_MS) * HOUR_MS > settled
    const hours = isDue(nextFundingAt) || (dueAt !== null && isDue(dueAt)) ? 1 : 0
    return { hours, usual: hours }
  }
  const hours = multiples(early, late, HOUR_MS)
  const usual = multiples(early, late, USUAL_INTERVAL * HOUR_MS)
  return { hours, usual: Math.max(Math.min(1, hours), usual) }
}

/** Whether there may have been any, with one that is in the ledger already. */
export const mayHaveSettled = (question: FundingQuestion): boolean =>
  settlements({ ...question, settledAt: null }).hours > 0
