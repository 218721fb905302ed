import type { TickerReading } from '@/lib/page/reading'
import type { Facts } from '../facts/figure'

/** What the line over the chart says of its contract. */
export type TickerInput = Omit<Facts<TickerReading>, 'markPrice' | 'lastPrice' | 'markStillSince'>

export type TickerFacts = Omit<TickerInput, 'symbol'> & {
  readAt: number
  /** Between two fundings, milliseconds; `null`: one has not been seen pass. */
  fundingInterval: number | null
}

export type TickerMemory = {
  /** `null`: its chart has not been open. */
  of: (symbol: string) => TickerFacts | null
  after: (ticker: TickerInput, now: number) => TickerMemory
}

const HOUR_MS = 3_600_000
/** The intervals that the exchange has (FAQ "Funding rates", read 2026-11). */
const INTERVALS_MS = [1, 2, 4, 8].map((hours) => hours * HOUR_MS)
/** A countdown is printed to the second, and read a little later. */
const SLACK_MS = 5_000

/** From one time of funding to the next; a countdown of more than four hours is part of eight. */
const intervalOf = (
  ticker: TickerInput,
  before: TickerFacts | null,
  now: number,
): number | null => {
  const { nextFundingAt } = ticker
  if (!('value' in nextFundingAt)) return before?.fundingInterval ?? null
  const [, , four = 0, eight = 0] = INTERVALS_MS
  if (nextFundingAt.value - now > four + SLACK_MS) return eight
  if (before === null || !('value' in before.nextFundingAt)) return before?.fundingInterval ?? null
  const passed = nextFundingAt.value - before.nextFundingAt.value
  const seen = INTERVALS_MS.find((interval) => Math.abs(passed - interval) <= SLACK_MS)
  return seen ?? before.fundingInterval
}

/** Only one contract's line is in sight at a time: what others said is kept, with the time of it. */
export const tickerMemory = (
  known: ReadonlyMap<string, TickerFacts> = new Map(),
): TickerMemory => ({
  of: (symbol) => known.get(symbol) ?? null,
  after: (ticker, now) => {
    const { symbol, ...facts } = ticker
    if (symbol === null) return tickerMemory(known)
    const before = known.get(symbol) ?? null
    const fundingInterval = intervalOf(ticker, before, now)
    return tickerMemory(new Map([...known, [symbol, { ...facts, readAt: now, fundingInterval }]]))
  },
})
