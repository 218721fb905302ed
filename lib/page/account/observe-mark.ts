import type { TickerReading } from '../reading'

/** What was seen of mark and last price until now. */
export type MarkObservation = {
  symbol: string | null
  mark: string
  /** Since when the mark price is what it is, and when it was last seen so. */
  since: number
  seenAt: number
  last: string | null
  /** The last price has moved since. */
  lastMoved: boolean
}

/** The exchange works out the mark price every second; chosen: a minute is a fault, not a calm market. */
const STILL_MS = 60_000

/** A frozen tab wakes with old figures. A hidden one is asked once a minute (Chrome, since 2021). */
const LONGEST_GAP_MS = 90_000

const textOf = (field: TickerReading['markPrice']): string | null =>
  'value' in field ? field.text : null

/** The next observation; `null`: no mark price in sight. */
export const observeMark = (
  previous: MarkObservation | null,
  { symbol, markPrice, lastPrice }: Pick<TickerReading, 'symbol' | 'markPrice' | 'lastPrice'>,
  now: number,
): MarkObservation | null => {
  const [mark, last] = [textOf(markPrice), textOf(lastPrice)]
  if (mark === null) return null
  const goesOn =
    previous?.mark === mark &&
    previous.symbol === symbol &&
    now - previous.seenAt <= LONGEST_GAP_MS &&
    now >= previous.seenAt
  if (!goesOn) return { symbol, mark, since: now, seenAt: now, last, lastMoved: false }
  const moved = last !== null && previous.last !== null && last !== previous.last
  return {
    ...previous,
    seenAt: now,
    last: last ?? previous.last,
    lastMoved: previous.lastMoved || moved,
  }
}

/** Since when the mark price stands still while trades go on at other prices; `null`: it moves. */
export const markStillSince = (observed: MarkObservation | null, now: number): number | null =>
  observed !== null && observed.lastMoved && now - observed.since >= STILL_MS
    ? observed.since
    : null
