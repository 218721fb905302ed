import type { Decimal } from '@/lib/margin'

/**
 * `for` and `against` doing it; `figure`: shown, not judged; `ask`: only the trader can say; `none`: there is nothing to
 * compare with.
 */
export type Answer = 'for' | 'against' | 'figure' | 'ask' | 'none' | 'unknown'

export type DecisionQuestion = {
  asks:
    | 'leverage-moderate'
    | 'effect-large'
    | 'amount-tiny'
    | 'price-against'
    | 'money-elsewhere'
    | 'losing-after-adding'
    | 'distance-left'
    | 'stop-still-acts'
    | 'winning'
    | 'money-needed'
  answer: Answer
  /** Leverage, distance, share, mark at the first addition, or a stop price. */
  figure: Decimal | null
}

/** `null`: not known. */
export const judged = (fits: boolean | null): Answer =>
  fits === null ? 'unknown' : fits ? 'for' : 'against'
