import { AWAY } from './change'
import { type Circumstances, endingOf } from './ending'
import { keyOf, withEvents } from './episode'
import type { NewEvent } from './events'
import type { Episode, Ledger } from './ledger'
import { entry, without } from './record'

/** Closed episodes that may still come back unchanged. */
const MOST_CLOSED = 100

export type Closing = Omit<Circumstances, 'money'> & {
  money?: Circumstances['money']
  /** See the event. */
  watched: boolean | null
}

const nothingSeen: Circumstances['money'] = { before: null, after: null, others: [] }

/** Writes the end of an episode down, and puts it with the closed ones. */
export const closeEpisode = (ledger: Ledger, episode: Episode, closing: Closing): Ledger => {
  const { at, watched, money = nothingSeen } = closing
  const { markPrice, unrealizedPnl, seenAt } = episode
  const event: NewEvent = {
    kind: 'closed',
    at,
    awaySince: Math.abs(at - seenAt) > AWAY ? seenAt : null,
    ...endingOf(episode, { ...closing, money }),
    watched,
    markPrice,
    unrealizedPnl,
  }
  const closed = withEvents({ ...episode, closedAt: at, pending: {}, missing: null }, [event])
  const key = keyOf(episode)
  const isSame = entry(ledger.open, key)?.id === episode.id
  return {
    ...ledger,
    open: isSame ? without(ledger.open, key) : ledger.open,
    closed: [closed, ...ledger.closed.filter(({ id }) => id !== closed.id)].slice(0, MOST_CLOSED),
  }
}
