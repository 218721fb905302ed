import { AWAY } from './change'
import { type Circumstances, type Ending, endingOf, unseenEnding } from './ending'
import { keyOf, withEvents } from './episode'
import type { NewEvent } from './events'
import type { Episode, Ledger } from './ledger'
import { without } from './record'

/** Closed episodes that may still come back unchanged. */
const MOST_CLOSED = 100

export type Closing = Omit<Circumstances, 'money'> & {
  /** When it was first seen to be gone. */
  at: number
  money?: Circumstances['money']
  /** See the event. */
  watched: boolean | null
}

const nothingSeen: Circumstances['money'] = { before: null, after: null, others: [] }

/** What nobody watched is what is likely; nor is it certain where an account may have been switched. */
const endingSeen = (
  episode: Episode,
  { watched, ...circumstances }: Circumstances & Pick<Closing, 'watched'>,
): Ending => {
  if (watched === false) return unseenEnding(episode)
  const ending = endingOf(episode, circumstances)
  // A mark at one's own stop is proof enough.
  const isProved = watched === true || ending.how === 'stopped'
  return { ...ending, certain: ending.certain && isProved }
}

/** Writes the end of an episode down, and puts it with the closed ones. */
export const closeEpisode = (ledger: Ledger, episode: Episode, closing: Closing): Ledger => {
  const { at, watched, money = nothingSeen } = closing
  const { markPrice, unrealizedPnl, seenAt } = episode
  const event: NewEvent = {
    kind: 'closed',
    at,
    awaySince: Math.abs(at - seenAt) > AWAY ? seenAt : null,
    ...endingSeen(episode, { ...closing, money }),
    watched,
    markPrice,
    unrealizedPnl,
  }
  const closed = withEvents({ ...episode, closedAt: at, pending: {}, missing: null }, [event])
  return {
    ...ledger,
    open: without(ledger.open, keyOf(episode)),
    closed: [closed, ...ledger.closed].slice(0, MOST_CLOSED),
  }
}
