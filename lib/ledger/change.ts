import type { NewEvent } from './events'
import type { Episode, Figures, Seen } from './ledger'

/** Two states of one position, and the circumstances of the later one. */
export type Change = {
  episode: Episode
  after: Figures
  /** Prices of the first look that showed it so. */
  seen: Seen
  /** First seen so. */
  at: number
  /** No tab was looking since the last confirmed look. */
  away: boolean
  /** A complete look in between did not show it. */
  vanished: boolean
  /** Another position in the same contract vanished lately: an account may have been switched. */
  rival: boolean
  /** The balance that was last shown with it still stands; `null`: none is in sight. */
  sameAccount: boolean | null
  /** It has stood so for long enough that it is no glimpse of an update. */
  settled: boolean
}

export type Explanation =
  | { kind: 'events'; events: NewEvent[] }
  /** The cells do not agree with each other, or not yet: wait for another look. */
  | { kind: 'unsettled' }
  /** Another position in the same contract. */
  | { kind: 'replaced' }

/** Silence longer than this: what is seen after it happened while away. */
export const AWAY = 150_000

export const awaySince = ({ episode, away }: Change): number | null =>
  away ? episode.seenAt : null

/** Events that move nothing but the wallet. */
export const WALLET: ReadonlySet<string> = new Set(['margin-added', 'margin-removed', 'funding'])
